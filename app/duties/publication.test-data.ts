import { insertDocument } from '#app/documents/document.store.ts';
import { plan217 } from '#app/documents/document.test-data.ts';
import type { ReviewedDuty, ReviewedReading } from '#app/documents/document.ts';
import { inTenant } from '#app/platform/database.ts';
import type { TestHouse } from '#test/house.ts';

type Sample = { path: string; start: string } & Partial<
  Pick<ReviewedDuty, 'holders' | 'coordinators' | 'lead' | 'request' | 'deadline' | 'serves' | 'confirmed'>
>;

/** Five duties of Plan 217 as a careful clerk reads them: one that leads, one that cooperates, an unknown name, a request, a group. */
export const samples: Sample[] = [
  {
    path: 'III.2.c',
    start: 'Phối hợp với Liên hiệp các Tổ chức hữu nghị thành phố, Ban Thi đua',
    holders: ['Sở Ngoại vụ'],
    coordinators: [
      'Liên hiệp các Tổ chức hữu nghị thành phố',
      'Ban Thi đua - khen thưởng',
      'các cơ quan có liên quan',
    ],
    lead: false,
    serves: [{ path: 'II.3', phrases: [] }],
  },
  {
    path: 'III.5',
    start: 'Chủ trì, phối hợp với các cơ quan có liên quan cân đối',
    holders: ['Sở Tài chính'],
    coordinators: ['các cơ quan có liên quan'],
    deadline: { text: 'trước ngày 15/12/2026', span: null },
  },
  {
    path: 'III.9',
    start: 'Phối hợp với Ủy ban Mặt trận Tổ quốc thành phố',
    holders: ['Công an thành phố'],
    coordinators: ['Ủy ban Mặt trận Tổ quốc thành phố', 'các tổ chức đoàn thể chính trị - xã hội'],
    lead: false,
    deadline: { text: 'trước ngày 15/12', span: null },
  },
  {
    path: 'III.10.b',
    start: 'Tổ chức các hoạt động kết nối kiều bào với quê hương',
    holders: ['Ủy ban Mặt trận Tổ quốc Việt Nam thành phố'],
    request: true,
    serves: [{ path: 'II.5', phrases: [] }],
  },
  {
    path: 'III.11.b',
    start: 'Căn cứ Chỉ thị số 12-CT/TW, Hướng dẫn số 01-HD/BĐNTW, Kế hoạch số 108-KH/TU và Kế hoạch này',
    holders: ['Các Sở, ban, ngành và Ủy ban nhân dân các quận, huyện'],
  },
];

const clear = { state: 'missing', value: null, reason: null } as const;

/** Puts the plan with these duties into the province, as read and confirmed by the focal officer. Returns its id. */
export function insertPlan(
  t: TestHouse,
  duties: Sample[] = samples,
  symbol = '217/KH-UBND',
): Promise<string> {
  const text = plan217('plan-217.md').toString('utf8');
  return inTenant(t.house.db, t.tenantId, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('email', '=', 'daumoi@example.vn')
      .executeTakeFirstOrThrow();
    const reading: ReviewedReading = {
      document: {
        symbol,
        kind: 'Kế hoạch',
        title: null,
        issuer: null,
        place: null,
        date: null,
        signers: [],
        recipients: [],
        secrecy: null,
        urgency: null,
        spans: {},
      },
      outline: [],
      tree: { kind: 'document', label: '', path: null, span: [0, text.length], children: [] },
      citations: [],
      taskGroups: [
        { path: 'II.3', start: 'Nâng cao hiệu quả hoạt động đối ngoại nhân dân', span: [0, 1], dutyIds: [] },
        { path: 'II.5', start: 'Tăng cường công tác người Việt Nam ở nước ngoài', span: [0, 1], dutyIds: [] },
      ],
      notes: [],
      duties: duties.map((duty, index) => reviewed(duty, index, text)),
    };
    const id = await insertDocument(tx, {
      symbol,
      kind: 'Kế hoạch',
      title: 'Triển khai thực hiện Chỉ thị số 12-CT/TW',
      issuer: 'Ủy ban nhân dân thành phố Cần Thơ',
      place: 'Cần Thơ',
      issuedOn: '2022-10-21',
      text,
      reading,
      createdBy: person.id,
      createdAt: t.house.now(),
    });
    return id!;
  });
}

function reviewed(sample: Sample, index: number, text: string): ReviewedDuty {
  const begin = text.indexOf(sample.start);
  const end = text.indexOf('\n', begin);
  if (begin < 0) throw new Error(`the plan does not say “${sample.start}”`);
  return {
    id: `d${index}`,
    start: sample.start,
    text: text.slice(begin, end),
    span: [begin, end],
    path: sample.path,
    holders: sample.holders ?? [],
    coordinators: sample.coordinators ?? [],
    lead: sample.lead ?? true,
    request: sample.request ?? false,
    deadline: sample.deadline ?? null,
    reportTo: null,
    product: null,
    evidence: {
      holders: [],
      coordinators: [],
      lead: null,
      request: null,
      deadline: null,
      reportTo: null,
      product: null,
    },
    confidence: 1,
    doubts: [],
    serves: sample.serves ?? [],
    sixClear: {
      person: clear,
      work: clear,
      time: clear,
      responsibility: clear,
      product: clear,
      authority: clear,
    },
    confirmed: sample.confirmed ?? true,
    correctedBy: null,
    asRead: null,
    removed: false,
    added: false,
  };
}
