import {
  agency,
  choice,
  date,
  defineRegister,
  link,
  links,
  longText,
  number,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/** Ý kiến theo điều khoản: words now, words proposed, why, and what the drafter did with it (sổ tay §5.6). */
export const consultationOpinion = defineRegister({
  name: 'consultation-opinion',
  said: ['Ý kiến góp ý theo điều khoản', 'Opinions by clause'],
  one: ['ý kiến', 'opinion'],
  heading: 'state',
  basis: 'Kế hoạch 217/KH-UBND, III.1.c; Luật 64/2025/QH15',
  title: 'clause',
  fields: {
    clause: text('Điều, khoản, điểm', 'Clause', {
      required: true,
      hint: ['Ghi như “Điều 5, khoản 2”; góp ý chung thì ghi “Ý kiến chung”.', 'As “Điều 5, khoản 2”.'],
    }),
    consultation: link('Dự thảo', 'Draft', { to: 'register:consultation', required: true }),
    sequence: number('Thứ tự trong bảng', 'Place in the table'),
    giver: agency('Đơn vị góp ý', 'Given by'),
    giverName: text('Nơi góp ý khác', 'Given by another'),
    givenOn: date('Ngày góp ý', 'Given on', { required: true }),
    kind: choice('Đề nghị', 'Proposal', {
      required: true,
      choices: {
        agree: ['đồng ý', 'agree'],
        amend: ['sửa đổi', 'amend'],
        add: ['bổ sung', 'add'],
        drop: ['bỏ', 'delete'],
        clarify: ['làm rõ', 'clarify'],
      },
    }),
    wordsNow: longText('Nội dung dự thảo', 'Words of the draft'),
    wordsProposed: longText('Nội dung đề nghị', 'Words proposed'),
    reason: longText('Lý do góp ý', 'Reason'),
    outcome: choice('Kết quả', 'Outcome', {
      choices: {
        accepted: ['tiếp thu', 'accepted'],
        partly: ['tiếp thu một phần', 'accepted in part'],
        explained: ['giải trình, không tiếp thu', 'explained, not accepted'],
      },
    }),
    outcomeReason: longText('Nội dung tiếp thu, giải trình', 'How it was settled'),
    decidedOn: date('Ngày tiếp thu, giải trình', 'Settled on'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  sections: [
    {
      said: ['Ý kiến', 'Opinion'],
      fields: [
        'consultation',
        'clause',
        'sequence',
        'giver',
        'giverName',
        'givenOn',
        'kind',
        'wordsNow',
        'wordsProposed',
        'reason',
      ],
    },
    {
      said: ['Tiếp thu, giải trình', 'Outcome'],
      fields: ['outcome', 'outcomeReason', 'decidedOn', 'duties'],
    },
  ],
  list: ['clause', 'consultation', 'giver', 'kind', 'outcome'],
  filters: ['consultation', 'giver', 'kind', 'outcome', 'givenOn', 'decidedOn'],
  sort: 'sequence',
  alike: ['clause', 'consultation', 'giver', 'wordsProposed'],
  headings: {
    clause: ['Điều khoản', 'Nội dung góp ý tại'],
    giver: ['Cơ quan góp ý'],
    wordsNow: ['Dự thảo'],
    wordsProposed: ['Nội dung góp ý'],
    outcomeReason: ['Ý kiến giải trình'],
  },
  workflow: {
    states: { given: ['đã góp ý', 'given'], settled: ['đã tiếp thu, giải trình', 'settled'] },
    ends: ['settled'],
    transitions: [
      {
        name: 'settle',
        said: ['Ghi tiếp thu, giải trình', 'Settle'],
        from: ['given'],
        to: 'settled',
        who: usualPermissions.write,
        needs: ['outcome', 'decidedOn'],
        tells: { duty: 'progress', said: ['đã được tiếp thu, giải trình', 'was settled'] },
      },
      {
        name: 'reopen',
        said: ['Xem xét lại', 'Reconsider'],
        from: ['settled'],
        to: 'given',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  indicators: [
    {
      key: 'consultation-opinion.given',
      said: ['Ý kiến góp ý theo điều khoản', 'Opinions given'],
      unit: 'ý kiến',
      rule: 'flow',
      on: 'givenOn',
    },
    {
      key: 'consultation-opinion.accepted',
      said: ['Ý kiến được tiếp thu', 'Opinions accepted'],
      unit: '%',
      rule: 'ratio',
      on: 'decidedOn',
      part: { outcome: ['accepted', 'partly'] },
    },
  ],
  check: ({ kind, giver, giverName, wordsProposed, outcome, outcomeReason, givenOn, decidedOn }) => [
    ...((kind === 'amend' || kind === 'add') && !wordsProposed
      ? [{ field: 'wordsProposed' as const, message: 'Đề nghị sửa, bổ sung thì cần ghi nội dung đề nghị.' }]
      : []),
    ...((outcome === 'partly' || outcome === 'explained') && !outcomeReason
      ? [
          {
            field: 'outcomeReason' as const,
            message: 'Không tiếp thu, hoặc tiếp thu một phần, thì cần ghi giải trình.',
          },
        ]
      : []),
    ...(givenOn && decidedOn && decidedOn < givenOn
      ? [{ field: 'decidedOn' as const, message: 'Ngày tiếp thu, giải trình phải sau ngày góp ý.' }]
      : []),
    ...(giver || giverName
      ? []
      : [
          {
            field: 'giver' as const,
            message: 'Chưa ghi ai góp ý: chọn cơ quan, hoặc ghi ở ô nơi góp ý khác.',
            isWarning: true,
          },
        ]),
  ],
});
