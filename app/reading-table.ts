import type { Duty, Reading } from '#libraries/document/index.ts';

/** A reading as a clerk would note it down: the document, then the duties of each agency, folded to `width` columns. */
export function readingTable({ document: d, duties, citations }: Reading, width = 100): string {
  const head = [
    `${d.kind ?? 'Văn bản'} ${d.symbol ?? '(chưa rõ số, ký hiệu)'}${d.date ? `, ngày ${d.date.split('-').reverse().join('/')}` : ''}`,
    ...(d.issuer ? [d.issuer] : []),
    ...(d.title ? fold(d.title, width, '') : []),
    `${duties.length} nhiệm vụ, ${citations.length} văn bản viện dẫn`,
  ];
  const blocks = [...byHolder(duties)].map(([holder, own]) =>
    [`${holder} (${own.length})`, ...own.flatMap((duty) => dutyLines(duty, width))].join('\n'),
  );
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
}

/** Holders in the order of their first duty; a duty of several stands under each. */
function byHolder(duties: Duty[]): Map<string, Duty[]> {
  const groups = new Map<string, Duty[]>();
  for (const duty of duties) {
    for (const holder of duty.holders.length ? duty.holders : ['Chưa rõ cơ quan'])
      groups.set(holder, [...(groups.get(holder) ?? []), duty]);
  }
  return groups;
}

function dutyLines(duty: Duty, width: number): string[] {
  const label = `  ${(duty.path ?? '').padEnd(8)} `;
  const marks = [
    ...(duty.request ? ['đề nghị'] : []),
    ...(duty.lead ? [] : ['chỉ phối hợp']),
    ...(duty.coordinators.length ? [`phối hợp: ${duty.coordinators.join('; ')}`] : []),
    ...(duty.deadline ? [`hạn: ${duty.deadline.text}`] : []),
    ...(duty.reportTo ? [`gửi: ${duty.reportTo}`] : []),
  ];
  const indent = ' '.repeat(label.length);
  const text = fold(duty.text, width, indent);
  return [
    label + (text[0] ?? '').trimStart(),
    ...text.slice(1),
    ...(marks.length ? fold(`[${marks.join(' · ')}]`, width, indent) : []),
  ];
}

/** Breaks at spaces so that no line is wider than `width`. */
function fold(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 > width && line.trim()) {
      lines.push(line);
      line = indent;
    }
    line += (line.length > indent.length ? ' ' : '') + word;
  }
  return [...lines, line];
}
