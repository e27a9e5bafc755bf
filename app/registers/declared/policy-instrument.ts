import {
  agency,
  choice,
  date,
  defineRegister,
  link,
  links,
  longText,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/** Cơ chế, chính sách: what was reviewed, is to be changed, was changed (Kế hoạch 217, III.3, III.6.a). */
export const policyInstrument = defineRegister({
  name: 'policy-instrument',
  said: ['Cơ chế, chính sách cần rà soát', 'Policies under review'],
  one: ['văn bản, chính sách', 'policy'],
  heading: 'means',
  basis: 'Kế hoạch 217/KH-UBND, III.3, III.6.a',
  title: 'name',
  fields: {
    name: text('Tên văn bản, chính sách', 'Name', { required: true }),
    symbol: symbol('Số, ký hiệu', 'Symbol'),
    issuer: text('Cơ quan ban hành', 'Issued by'),
    issuedOn: date('Ngày ban hành', 'Issued on'),
    subject: choice('Lĩnh vực', 'Subject', {
      choices: {
        staff: ['tổ chức, nhân sự, chế độ cho người làm đối ngoại nhân dân', 'staff and their conditions'],
        aid: ['vận động, quản lý, sử dụng viện trợ', 'aid'],
        associations: ['hội hữu nghị, tổ chức nhân dân', 'associations'],
        exchange: ['giao lưu, đoàn vào, đoàn ra, hội nghị', 'exchanges and delegations'],
        overseas: ['người Việt Nam ở nước ngoài', 'overseas Vietnamese'],
        finance: ['tài chính, định mức', 'finance'],
        other: ['khác', 'other'],
      },
    }),
    reviewer: agency('Cơ quan rà soát', 'Reviewer', { required: true }),
    finding: longText('Kết quả rà soát, bất cập', 'Findings'),
    proposal: choice('Đề xuất', 'Proposal', {
      choices: {
        keep: ['giữ nguyên', 'keep'],
        amend: ['sửa đổi, bổ sung', 'amend'],
        replace: ['thay thế', 'replace'],
        repeal: ['bãi bỏ', 'repeal'],
        make: ['ban hành mới', 'make anew'],
      },
    }),
    decider: choice('Thẩm quyền', 'Authority', {
      choices: {
        central: ['Trung ương', 'central'],
        council: ['HĐND', "People's Council"],
        committee: ['UBND', "People's Committee"],
        department: ['sở, ban, ngành', 'department'],
      },
    }),
    reviewedOn: date('Ngày rà soát xong', 'Reviewed on'),
    submittedOn: date('Ngày trình', 'Submitted on'),
    dueOn: date('Hạn ban hành', 'Due on'),
    decidedOn: date('Ngày ban hành kết quả', 'Decided on'),
    result: symbol('Văn bản kết quả', 'Resulting instrument'),
    document: link('Văn bản trong hệ thống', 'Document here', { to: 'document' }),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Văn bản, chính sách', 'Instrument'],
      fields: ['name', 'symbol', 'issuer', 'issuedOn', 'subject', 'document'],
    },
    {
      said: ['Rà soát, đề xuất', 'Review, proposal'],
      fields: ['reviewer', 'finding', 'reviewedOn', 'proposal', 'decider'],
    },
    {
      said: ['Trình, kết quả', 'Submission, result'],
      fields: ['submittedOn', 'dueOn', 'decidedOn', 'result', 'duties', 'note'],
    },
  ],
  list: ['name', 'subject', 'reviewer', 'proposal', 'dueOn'],
  filters: ['subject', 'reviewer', 'proposal', 'decider', 'dueOn'],
  sort: '-reviewedOn',
  alike: ['name', 'symbol'],
  headings: {
    name: ['Tên văn bản', 'Trích yếu'],
    finding: ['Bất cập', 'Vướng mắc'],
    reviewer: ['Đơn vị rà soát'],
  },
  workflow: {
    states: {
      listed: ['chờ rà soát', 'to be reviewed'],
      reviewed: ['đã rà soát', 'reviewed'],
      submitted: ['đã trình', 'submitted'],
      settled: ['đã có kết quả', 'settled'],
      kept: ['giữ nguyên', 'kept as it is'],
    },
    ends: ['settled', 'kept'],
    transitions: [
      {
        name: 'review',
        said: ['Ghi đã rà soát', 'Reviewed'],
        from: ['listed'],
        to: 'reviewed',
        who: usualPermissions.write,
        needs: ['finding', 'proposal', 'reviewedOn'],
        tells: { duty: 'progress', said: ['đã được rà soát', 'was reviewed'] },
      },
      {
        name: 'submit',
        said: ['Ghi đã trình', 'Submitted'],
        from: ['reviewed'],
        to: 'submitted',
        who: usualPermissions.write,
        needs: ['submittedOn', 'decider'],
        tells: { duty: 'progress', said: ['đã được trình cấp có thẩm quyền', 'was submitted'] },
      },
      {
        name: 'settle',
        said: ['Ghi đã ban hành kết quả', 'Settled'],
        from: ['submitted'],
        to: 'settled',
        who: usualPermissions.write,
        needs: ['result', 'decidedOn'],
        tells: { duty: 'progress', said: ['đã có văn bản kết quả', 'was settled'] },
      },
      {
        name: 'keep',
        said: ['Giữ nguyên, không sửa', 'Keep'],
        from: ['reviewed', 'submitted'],
        to: 'kept',
        who: usualPermissions.write,
        withReason: true,
      },
      {
        name: 'again',
        said: ['Rà soát lại', 'Review again'],
        from: ['reviewed', 'submitted', 'settled', 'kept'],
        to: 'listed',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'settle',
      said: ['Ban hành kết quả rà soát', 'Settle the review'],
      from: 'dueOn',
      count: 0,
      unit: 'day',
      until: 'decidedOn',
      where: { state: ['listed', 'reviewed', 'submitted'] },
      source: 'Hạn ban hành ghi ở dòng này',
      mark: 'V',
    },
  ],
  indicators: [
    {
      key: 'policy-instrument.reviewed',
      said: ['Văn bản, chính sách đã rà soát', 'Policies reviewed'],
      unit: 'văn bản',
      rule: 'flow',
      on: 'reviewedOn',
    },
    {
      key: 'policy-instrument.settled',
      said: ['Văn bản, chính sách đã sửa đổi, ban hành', 'Policies changed'],
      unit: 'văn bản',
      rule: 'flow',
      on: 'decidedOn',
    },
    {
      key: 'policy-instrument.waiting',
      said: ['Đề xuất sửa đổi chưa có kết quả', 'Proposals not settled'],
      unit: 'văn bản',
      rule: 'stock',
      on: 'submittedOn',
      end: 'decidedOn',
    },
  ],
  check: ({ reviewedOn, submittedOn, decidedOn }) => [
    ...(reviewedOn && submittedOn && submittedOn < reviewedOn
      ? [{ field: 'submittedOn' as const, message: 'Ngày trình phải sau ngày rà soát xong.' }]
      : []),
    ...(submittedOn && decidedOn && decidedOn < submittedOn
      ? [{ field: 'decidedOn' as const, message: 'Ngày ban hành kết quả phải sau ngày trình.' }]
      : []),
  ],
});
