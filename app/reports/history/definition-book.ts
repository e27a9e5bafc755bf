import {
  type Changes,
  isSame,
  type LedgerAct,
  type LedgerBook,
  type LedgerEvent,
  type Said,
  type Undone,
} from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import { addVersion, findVersion, getDefinition } from '../definition.store.ts';
import { mayOpenPeriods } from '../report.policy.ts';
import type { DefinitionContent } from '../report.ts';

const fields: Record<string, Said> = {
  version: { vi: 'phiên bản', en: 'version' },
  name: { vi: 'tên', en: 'name' },
  basis: { vi: 'căn cứ', en: 'basis' },
  frequencies: { vi: 'loại kỳ', en: 'kinds of period' },
  windowRule: { vi: 'cách chốt số liệu', en: 'window' },
  fileWithin: { vi: 'số ngày làm việc để gửi', en: 'working days to file' },
  regime: { vi: 'loại chế độ', en: 'regime' },
  asks: { vi: 'nội dung yêu cầu', en: 'what is asked' },
  bound: { vi: 'cơ quan thực hiện', en: 'who reports' },
  receiver: { vi: 'cơ quan nhận', en: 'receiver' },
  means: { vi: 'phương thức gửi, nhận', en: 'means' },
  guidance: { vi: 'hướng dẫn quy trình', en: 'guidance' },
  sendBy: { vi: 'ngày gửi cố định', en: 'fixed sending days' },
  indicators: { vi: 'chỉ tiêu', en: 'indicators' },
  checks: { vi: 'điều kiện kiểm tra', en: 'checks' },
  headApproves: { vi: 'thủ trưởng duyệt', en: 'head approves' },
  locksAfter: { vi: 'khóa sau hạn', en: 'locks after the due day' },
  opens: { vi: 'cách mở kỳ', en: 'how periods open' },
  opensBefore: { vi: 'mở trước ngày chốt', en: 'opens before the cut-off' },
  slots: { vi: 'đề cương', en: 'outline' },
  letter: { vi: 'thể thức', en: 'letter' },
};

/** What a new version changed, for the ledger; the outline by its headings. */
export function changedDefinition(
  before: { version: number; content: DefinitionContent },
  after: DefinitionContent,
): Changes {
  const [old, now] = [flat(before.content), flat(after)];
  const changed = Object.keys({ ...old, ...now }).filter((name) => !isSame(old[name], now[name]));
  return {
    version: [before.version, before.version + 1],
    ...Object.fromEntries(changed.map((name) => [name, [old[name] ?? null, now[name] ?? null]])),
  };
}

const flat = ({ slots, letter, ...rest }: DefinitionContent): Record<string, unknown> => ({
  ...rest,
  ...Object.fromEntries(slots.map((slot) => [`slot:${slot.key}`, slot.heading])),
  ...Object.fromEntries(Object.entries(letter).map(([name, value]) => [`letter.${name}`, value])),
});

/** The version before becomes the newest again, as a version of its own. */
async function undoChange(act: LedgerAct, line: LedgerEvent): Promise<Undone> {
  const { tx, viewer, house, subjectId } = act;
  requirePolicy(mayOpenPeriods, viewer, undefined);
  const current = await getDefinition(tx, subjectId);
  const made = Number(line.payload.version);
  if (current.version !== made)
    throw conflict(
      `Sau phiên bản ${made} đã có phiên bản ${current.version}: hãy hoàn tác từ phiên bản mới nhất trở lui.`,
    );
  const content = await findVersion(tx, subjectId, made - 1);
  if (!content) throw notFound('phiên bản trước của chế độ báo cáo này');
  const at = house.now();
  await addVersion(tx, { id: subjectId, from: made, content, createdBy: viewer.personId, at });
  return { changed: changedDefinition(current, content), payload: { version: made + 1 } };
}

export const definitionHistory: Pick<LedgerBook, 'titleOf' | 'fieldName' | 'undo' | 'mayUndo'> = {
  titleOf: async (tx, id) => (await getDefinition(tx, id)).content.name,
  fieldName: (field) => {
    const [kind, name] = field.split(/[.:]/) as [string, string | undefined];
    if (kind === 'slot') return { vi: `mục ${name}`, en: `heading ${name}` };
    const known = fields[kind] ?? { vi: kind, en: kind };
    return name ? { vi: `${known.vi}: ${name}`, en: `${known.en}: ${name}` } : known;
  },
  undo: { 'report-definition.changed': undoChange },
  mayUndo: async (_tx, viewer) => {
    const changes = mayOpenPeriods.allows(viewer);
    return () => changes;
  },
};
