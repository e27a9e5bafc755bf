// Writes docs/accuracy.md: scores of readings against gold readings, speed and strange texts, measured in one run.
//   node bin/run bench/accuracy.ts
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FuzzResult, fuzz } from './fuzz.ts';
import { measureSpeed, type SpeedFigures } from './read.ts';

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared');
const columns = [
  'metadata',
  'outline',
  'citations',
  'duties',
  'holders',
  'coordinators',
  'lead',
  'request',
  'deadline',
  'reportTo',
] as const;
type Scores = Record<(typeof columns)[number], number>;
type Row = Scores & { id: string; file: string; wrong: string[] };

/** The gold readings of texts; PDF files go through the program's own readers and are scored there. */
function goldFiles(): Map<string, string> {
  const folder = join(shared, 'corpus/gold');
  const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return new Map(
    files.filter((gold) => /\.(?:md|txt)$/.test(gold.file ?? '')).map((gold) => [String(gold.id), gold.file]),
  );
}

function score(): { rows: Row[]; reading: number; average: Scores } {
  const files = goldFiles();
  const output = execFileSync(
    process.execPath,
    [
      ...[join(shared, 'tools/score-readings.mjs'), '--json', '--only', [...files.keys()].join(',')],
      ...['--gold', join(shared, 'corpus/gold'), '--docs', join(shared, 'corpus/docs'), '--'],
      ...[process.execPath, join(import.meta.dirname, 'read-one.ts')],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const { rows, average } = JSON.parse(output);
  return {
    rows: rows.map((row: Row) => ({ ...row, file: files.get(String(row.id)) ?? '' })),
    average,
    reading: average.reading,
  };
}

/** How the text came: “.web.txt” → web. */
const forms: readonly [RegExp, string][] = [
  [/\.ocr\.md$|\.rawocr\.txt$/, 'OCR'],
  [/\.web\.txt$/, 'web'],
  [/\.layout\.txt$/, 'PDF → layout'],
  [/\.formatted\.txt$/, 'formatted'],
  [/\.md$/, 'Markdown'],
];
const formOf = (file: string): string => forms.find(([pattern]) => pattern.test(file))?.[1] ?? 'text';

const percent = (value: number): string => (100 * value).toFixed(1);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const readingOf = (row: Scores): number =>
  mean([row.metadata, row.outline, row.citations, row.duties, row.holders, row.coordinators]);

function scoreTables({ rows, average }: ReturnType<typeof score>): string {
  const cells = (name: string, row: Scores): string[] => [
    name,
    percent(readingOf(row)),
    ...columns.map((column) => percent(row[column])),
  ];
  const byForm = [...new Set(rows.map((row) => formOf(row.file)))].map((form) => {
    const own = rows.filter((row) => formOf(row.file) === form);
    return [form, String(own.length), percent(mean(own.map(readingOf)))];
  });
  return [
    table(
      ['id', 'reading', ...columns],
      [...rows.map((row) => cells(String(row.id), row)), cells('**∅**', average)],
    ),
    table(['form', 'n', 'reading'], byForm),
  ].join('\n\n');
}

function speedTable(speed: SpeedFigures, strange: FuzzResult): string {
  const slow = speed.hostile.reduce((worst, text) => (text.ms > worst.ms ? text : worst));
  const row = (name: string, value: string, bar: string, ok: boolean): string[] => [
    name,
    value,
    bar,
    ok ? '✓' : '✗',
  ];
  return table(
    ['', '', 'bar', ''],
    [
      row('217/KH-UBND', `${speed.planBest.toFixed(2)} ms`, '≤ 3 ms', speed.planBest <= 3),
      row(
        '10 MB',
        `${speed.megabytesPerSecond.toFixed(1)} MB/s`,
        '≥ 10 MB/s',
        speed.megabytesPerSecond >= 10,
      ),
      row('10×', `${speed.tenfold.toFixed(1)}×`, '≤ 11×', speed.tenfold <= 11),
      row('RAM', `${speed.memory.toFixed(1)}×`, '≤ 20×', speed.memory <= 20),
      row(`1 MB: ${slow.name}`, `${slow.ms.toFixed(0)} ms`, '≤ 1000 ms', slow.ms <= 1000),
      row(
        `fuzz ${strange.count}`,
        `${strange.faults.length} ✗, max ${strange.slowest.ms.toFixed(0)} ms`,
        '0, ≤ 1000 ms',
        strange.faults.length === 0,
      ),
    ],
  );
}

function card(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const commit = git('log', '-1', '--format=%h, %cs');
  const failures: { vi: string; en: string }[] = JSON.parse(
    readFileSync(join(root, 'docs/known-failures.json'), 'utf8'),
  );
  const scores = score();
  const body = [scoreTables(scores), speedTable(measureSpeed(), fuzz(Number(process.argv[2] ?? 20_000)))];
  const reading = percent(scores.reading);
  return `# Độ chính xác của bộ đọc văn bản

Đo tại ${commit}. Điểm đọc trung bình **${reading}** trên ${scores.rows.length} văn bản dạng chữ có bản đọc mẫu; bộ đọc được viết với các văn bản này trước mắt, nên văn bản chưa thấy có thể đạt thấp hơn. Mỗi cột là phần trăm đúng; “reading” là trung bình của sáu cột đầu. Tốc độ đo trên máy dùng chung, lấy lần nhanh nhất. Viết lại trang này: \`node bin/run bench/accuracy.ts\`.

${body.join('\n\n')}

## Chỗ chưa đọc được
${failures.map(({ vi }) => `- ${vi}`).join('\n')}

# Accuracy of the reader (English)

Measured at ${commit}. Mean reading score **${reading}** over ${scores.rows.length} documents in text form with a gold reading; the reader was written with these documents in view, so unseen ones may score lower. Each column of the tables above is per cent right; “reading” is the mean of the first six. Speed is the best of several runs on a shared machine. To write this page again: \`node bin/run bench/accuracy.ts\`.

## Known failures
${failures.map(({ en }) => `- ${en}`).join('\n')}
`;
}

if (!existsSync(join(shared, 'tools/score-readings.mjs')))
  console.log('No ../shared beside the repository: docs/accuracy.md is left as it is.');
else {
  writeFileSync(join(root, 'docs/accuracy.md'), card());
  console.log('docs/accuracy.md is written.');
}
