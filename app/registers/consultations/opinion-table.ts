import { type Block, type OfficialDocument, printLegalDate, type Table } from '#app/letters/index.ts';

/** A draft as its table of opinions tells it; days are ISO days. */
export type TabledDraft = {
  draft: string;
  agencyName: string;
  drafter: string;
  request: string | null;
  askedOn: string;
  answeredOn: string | null;
  signer: string | null;
  signerPosition: string | null;
  reportTo: string | null;
};

export type TabledOpinion = {
  clause: string;
  giver: string;
  /** 'đề nghị sửa đổi', in words. */
  kind: string;
  wordsNow: string | null;
  wordsProposed: string | null;
  reason: string | null;
  outcome: 'accepted' | 'partly' | 'explained' | null;
  outcomeReason: string | null;
};

const outcomes = {
  accepted: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  explained: 'Giải trình',
} as const;

const showDay = (day: string) => day.split('-').reverse().join('/');

/**
 * Báo cáo with the table “tiếp thu, giải trình” as its annex on its side, in the form of NĐ 30/2020/NĐ-CP. Number and
 * day are left to be filled in when it is issued.
 */
export function opinionTable(
  draft: TabledDraft,
  opinions: readonly TabledOpinion[],
  { place, year }: { place: string; year: number },
): OfficialDocument {
  return {
    issuer: draft.agencyName,
    symbol: { number: null, notation: 'BC' },
    place,
    date: null,
    year,
    kind: 'Báo cáo',
    title: `Tổng hợp, tiếp thu, giải trình ý kiến góp ý đối với dự thảo ${draft.draft}`,
    addressees: draft.reportTo ? [draft.reportTo] : [],
    bases: [],
    body: [
      { kind: 'heading', level: 1, text: 'Tình hình lấy ý kiến' },
      { kind: 'paragraph', text: asked(draft) },
      { kind: 'paragraph', text: received(opinions) },
      { kind: 'heading', level: 1, text: 'Kết quả tiếp thu, giải trình' },
      ...results(opinions),
      { kind: 'paragraph', text: `Nội dung từng ý kiến tại Phụ lục kèm theo` },
    ],
    signature: {
      authority: [],
      position: (draft.signerPosition ?? 'Thủ trưởng cơ quan').toLocaleUpperCase('vi'),
      name: draft.signer ?? '',
    },
    recipients: [draft.reportTo ? 'Như trên' : draft.drafter, 'Lưu: VT'],
    annexes: [
      {
        title: 'Bảng tiếp thu, giải trình ý kiến góp ý',
        landscape: true,
        blocks: [table(opinions)],
      },
    ],
  };
}

function asked({ draft, request, drafter, askedOn, answeredOn }: TabledDraft): string {
  const letter = request ? ` tại Công văn số ${request}` : '';
  const until = answeredOn ? ` đến ${printLegalDate(answeredOn)}` : '';
  return `Dự thảo ${draft} do ${drafter} chủ trì soạn thảo được lấy ý kiến${letter} từ ${printLegalDate(askedOn)}${until}.`;
}

function received(opinions: readonly TabledOpinion[]): string {
  if (!opinions.length) return 'Chưa có ý kiến góp ý theo điều khoản.';
  const givers = [...new Set(opinions.map(({ giver }) => giver).filter(Boolean))];
  const by = givers.length ? ` của ${givers.length} cơ quan, tổ chức, cá nhân: ${givers.join('; ')}` : '';
  return `Đã nhận ${opinions.length} ý kiến${by}.`;
}

/** Each outcome with its count; what is not settled is said too, so that the counts add up. */
function results(opinions: readonly TabledOpinion[]): Block[] {
  const counts = (['accepted', 'partly', 'explained', null] as const).map((outcome) => ({
    said: outcome ? outcomes[outcome] : 'Chưa có kết quả',
    count: opinions.filter((one) => one.outcome === outcome).length,
  }));
  const found = counts.filter(({ count }) => count > 0);
  if (!found.length) return [{ kind: 'paragraph', text: 'Không có ý kiến cần tiếp thu, giải trình.' }];
  return found.map(({ said, count }) => ({ kind: 'item', text: `${said}: ${count} ý kiến` }));
}

const table = (opinions: readonly TabledOpinion[]): Table => ({
  kind: 'table',
  columns: [
    { header: 'TT', width: 1, align: 'center' },
    { header: 'Điều, khoản', width: 3 },
    { header: 'Nội dung dự thảo', width: 6 },
    { header: 'Ý kiến góp ý', width: 7 },
    { header: 'Cơ quan, tổ chức góp ý', width: 4 },
    { header: 'Tiếp thu, giải trình', width: 6 },
  ],
  rows: opinions.map((one, at) => [
    String(at + 1),
    one.clause,
    one.wordsNow ?? '',
    [sentence(one.kind), one.wordsProposed, one.reason ? `Lý do: ${one.reason}` : null]
      .filter(Boolean)
      .join('. ')
      .replaceAll('..', '.'),
    one.giver,
    one.outcome ? [outcomes[one.outcome], one.outcomeReason].filter(Boolean).join('. ') : 'Chưa có kết quả',
  ]),
});

const sentence = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/** 'gop-y 2026-11-23 Nghị định…': what the file is called. */
export const fileNameOf = ({ draft }: TabledDraft, day: string): string =>
  `Bảng tiếp thu, giải trình ${draft
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .slice(0, 80)
    .trim()} ${showDay(day).replaceAll('/', '-')}.docx`;
