import { asTold, type Finding, keyOfFinding, type Part, type Telling, type Told } from './finding.ts';
import { fold } from './folded.ts';

/** What a paragraph says of its duty: done, not begun, or neither. */
export type Standing = 'done' | 'not-begun' | null;

const notYet =
  /\b(chua|khong) (duoc )?(he )?(trien khai|thuc hien|to chuc duoc|to chuc|tien hanh|bat dau|khoi dong|phoi hop duoc|phoi hop|tham gia duoc|co ket qua|lam duoc|phat sinh hoat dong)\b|\b(dang|con) cho (huong dan|ke hoach|chi dao|y kien|kinh phi|phan cong)\b|\bchua nhan duoc (ke hoach|van ban|huong dan|yeu cau|de nghi|thong tin)\b|\bchua co (ke hoach|hoat dong|ket qua)\b/;
/** 'chưa triển khai' of a part: 'chưa thực hiện xong' is begun. */
const begun =
  /\b(chua|khong) (duoc )?(thuc hien|trien khai|to chuc|tien hanh) (xong|het|day du|hoan thanh|dong bo|thuong xuyen|nhieu|kip thoi|tot)\b/;
const done =
  /\b(da|co ban) (hoan thanh|hoan tat|xong|ket thuc|to chuc xong|thuc hien xong|trien khai xong|nghiem thu|ban giao)\b|\bhoan thanh (100|dung han|truoc han|vuot|toan bo|xuat sac|day du|nhiem vu)\b|\bda (duoc )?(hoan thanh|hoan tat)\b|\b(da|vua) (thuc hien|to chuc|trien khai) (xong|thanh cong|hoan tat)\b/;
const notDone =
  /\b(chua|se|du kien|phan dau|can|de|nham|som|tiep tuc|co gang|dang) (co ban )?(hoan thanh|hoan tat|hoan thien)\b/;

export function standingOf(text: string): Standing {
  const folded = fold(text).replace(/\s+/g, ' ');
  if (notYet.test(folded.replace(begun, ''))) return 'not-begun';
  return done.test(folded) && !notDone.test(folded) ? 'done' : null;
}

const doneStates = new Set(['completed', 'awaiting-confirmation']);
const notBegunStates = new Set(['assigned', 'received']);

type Word = { told: Told; said: Standing };

/**
 * The lead says that a duty is done, one that coordinates says it has not begun: in their paragraphs on it, or by
 * the state of their parts. One finding a duty.
 */
export function findStandings(tellings: readonly Telling[], parts: readonly Part[]): Finding[] {
  const byDuty = Map.groupBy(parts, ({ dutyId }) => dutyId);
  const told = new Map<string, Telling[]>();
  for (const telling of tellings)
    for (const dutyId of telling.dutyIds) told.set(dutyId, [...(told.get(dutyId) ?? []), telling]);
  return [...byDuty].flatMap(([dutyId, of]) => ofDuty(dutyId, of, told.get(dutyId) ?? []));
}

function ofDuty(dutyId: string, parts: readonly Part[], told: readonly Telling[]): Finding[] {
  const leads = parts.filter((part) => part.leads);
  const others = parts.filter((part) => !part.leads && part.role === 'coordinator');
  if (!leads.length || !others.length) return [];
  const finished = leads.flatMap((part) =>
    words(part, told)
      .filter((one) => one.said === 'done')
      .slice(0, 1),
  );
  if (!finished.length) return [];
  const waiting = others.flatMap((part) =>
    words(part, told)
      .filter((one) => one.said === 'not-begun')
      .slice(0, 1),
  );
  if (!waiting.length) return [];
  const all = [...finished, ...waiting];
  return [
    {
      key: keyOfFinding('standing', [dutyId, ...all.map((one) => one.told.tellingId)]),
      kind: 'standing',
      subject: parts[0]!.path,
      told: all.map((one) => one.told),
      why: [
        { is: 'duty', said: parts[0]!.path },
        ...finished.map(({ told: { kind, agency } }) => ({
          is: kind === 'state' ? ('state-done' as const) : ('lead-done' as const),
          said: agency,
        })),
        ...waiting.map(({ told: { kind, agency } }) => ({
          is: kind === 'state' ? ('state-not-begun' as const) : ('not-begun' as const),
          said: agency,
        })),
      ],
    },
  ];
}

/** What an agency says of a duty: its words first; where they say neither, the state of its part. */
function words(part: Part, told: readonly Telling[]): Word[] {
  const own = told.filter((telling) => telling.agencyId === part.agencyId && telling.kind === 'paragraph');
  const said = own.map(
    (telling): Word => ({ told: asTold(whole(telling), null), said: standingOf(telling.text) }),
  );
  if (said.some((one) => one.said)) return said;
  const state = doneStates.has(part.state) ? 'done' : notBegunStates.has(part.state) ? 'not-begun' : null;
  // Who tells of work on it has begun, whatever the state says.
  if (!state || (state === 'not-begun' && own.length)) return [];
  const { dutyId, agencyId, agency } = part;
  const id = `state:${dutyId}:${agencyId}`;
  const at = {
    agencyReportId: null,
    agencyId,
    agency,
    text: '',
    begin: 0,
    end: 0,
    says: null,
    indicator: null,
  };
  return [{ told: { tellingId: id, kind: 'state', ...at }, said: state }];
}

const whole = (telling: Telling) => ({ telling, begin: 0, end: telling.text.length });
