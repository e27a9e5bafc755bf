import {
  agency,
  choice,
  date,
  defineRegister,
  file,
  links,
  longText,
  number,
  period,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/** Thanh tra, kiểm tra, giám sát: planned, carried out, concluded, followed up (Kế hoạch 217, III.2.b; chỉ tiêu 23). */
export const inspection = defineRegister({
  name: 'inspection',
  said: ['Thanh tra, kiểm tra, giám sát', 'Inspections'],
  one: ['cuộc kiểm tra', 'inspection'],
  heading: 'state',
  basis: 'Kế hoạch 217/KH-UBND, III.2.b',
  title: 'subject',
  fields: {
    subject: text('Nội dung kiểm tra', 'Subject', { required: true }),
    kind: choice('Hình thức', 'Kind', {
      required: true,
      choices: {
        inspection: ['thanh tra', 'inspection'],
        check: ['kiểm tra', 'check'],
        supervision: ['giám sát', 'supervision'],
        joint: ['đoàn liên ngành', 'joint team'],
      },
    }),
    isPlanned: choice('Theo kế hoạch', 'Planned', {
      choices: { planned: ['theo kế hoạch năm', 'in the yearly plan'], sudden: ['đột xuất', 'unplanned'] },
    }),
    leader: agency('Cơ quan chủ trì', 'Lead', { required: true }),
    members: links('Cơ quan phối hợp', 'With', { to: 'agency' }),
    inspected: links('Cơ quan, tổ chức được kiểm tra', 'Inspected', { to: 'agency' }),
    others: text('Đối tượng khác', 'Others inspected', { longest: 300 }),
    decision: symbol('Quyết định', 'Decision'),
    decidedOn: date('Ngày quyết định', 'Decided on'),
    held: period('Thời gian', 'Period', { required: true }),
    findings: longText('Kết quả, ưu điểm, hạn chế', 'Findings'),
    conclusion: symbol('Kết luận, thông báo', 'Conclusion'),
    concludedOn: date('Ngày kết luận', 'Concluded on'),
    proposals: number('Số kiến nghị', 'Proposals', { unit: 'kiến nghị' }),
    handled: number('Số kiến nghị đã xử lý', 'Proposals handled', { unit: 'kiến nghị' }),
    followUpBy: date('Hạn báo cáo khắc phục', 'Follow-up due'),
    followedUpOn: date('Ngày báo cáo khắc phục', 'Followed up on'),
    papers: file('Văn bản kết luận', 'Papers'),
    duties: links('Nhiệm vụ, việc khắc phục', 'Duties and follow-up', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Cuộc kiểm tra', 'Inspection'],
      fields: ['subject', 'kind', 'isPlanned', 'decision', 'decidedOn', 'held'],
    },
    {
      said: ['Cơ quan chủ trì, đối tượng', 'Lead and inspected'],
      fields: ['leader', 'members', 'inspected', 'others'],
    },
    {
      said: ['Kết luận', 'Conclusion'],
      fields: ['findings', 'conclusion', 'concludedOn', 'papers'],
    },
    {
      said: ['Kiến nghị, khắc phục', 'Proposals, follow-up'],
      fields: ['proposals', 'handled', 'followUpBy', 'followedUpOn', 'duties', 'note'],
    },
  ],
  list: ['subject', 'kind', 'leader', 'held', 'proposals', 'handled'],
  filters: ['kind', 'isPlanned', 'leader', 'held', 'concludedOn'],
  alike: ['subject', 'leader', 'held'],
  headings: {
    subject: ['Nội dung', 'Tên cuộc'],
    inspected: ['Đơn vị được kiểm tra'],
    held: ['Thời gian kiểm tra'],
    handled: ['Đã xử lý'],
  },
  workflow: {
    states: {
      planned: ['trong kế hoạch', 'planned'],
      carried: ['đang tiến hành', 'under way'],
      concluded: ['đã kết luận', 'concluded'],
      closed: ['đã khắc phục xong', 'closed'],
      dropped: ['không tiến hành', 'dropped'],
    },
    transitions: [
      {
        name: 'begin',
        said: ['Bắt đầu', 'Begin'],
        from: ['planned'],
        to: 'carried',
        who: usualPermissions.write,
        needs: ['decision', 'decidedOn'],
        tells: { duty: 'progress', said: ['đã bắt đầu', 'has begun'] },
      },
      {
        name: 'conclude',
        said: ['Ghi kết luận', 'Conclude'],
        from: ['carried'],
        to: 'concluded',
        who: usualPermissions.write,
        needs: ['findings', 'conclusion', 'concludedOn', 'proposals'],
        tells: { duty: 'progress', said: ['đã có kết luận', 'was concluded'] },
      },
      {
        name: 'close',
        said: ['Ghi đã khắc phục xong', 'Close'],
        from: ['concluded'],
        to: 'closed',
        who: usualPermissions.write,
        needs: ['handled', 'followedUpOn'],
        tells: { duty: 'progress', said: ['đã khắc phục xong kiến nghị', 'was followed up'] },
      },
      {
        name: 'drop',
        said: ['Không tiến hành', 'Drop'],
        from: ['planned'],
        to: 'dropped',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'begin',
      said: ['Tiến hành cuộc kiểm tra theo kế hoạch', 'Carry out the planned inspection'],
      from: 'held.from',
      count: 0,
      unit: 'day',
      until: 'decidedOn',
      where: { state: ['planned'] },
      source: 'Thời gian trong kế hoạch kiểm tra năm',
      mark: 'V',
    },
    {
      name: 'follow-up',
      said: ['Nhận báo cáo khắc phục kiến nghị', 'Receive the follow-up report'],
      from: 'followUpBy',
      count: 0,
      unit: 'day',
      until: 'followedUpOn',
      where: { state: ['concluded'] },
      source: 'Hạn ghi trong kết luận',
      mark: 'V',
    },
  ],
  indicators: [
    {
      key: 'inspection.held',
      said: ['Cuộc kiểm tra, giám sát', 'Inspections held'],
      unit: 'cuộc',
      rule: 'flow',
      on: 'held.from',
      where: { state: ['carried', 'concluded', 'closed'] },
    },
    {
      key: 'inspection.proposals',
      said: ['Kiến nghị sau kiểm tra', 'Proposals made'],
      unit: 'kiến nghị',
      rule: 'flow',
      on: 'concludedOn',
      sum: 'proposals',
    },
    {
      key: 'inspection.handled',
      said: ['Kiến nghị đã xử lý', 'Proposals handled'],
      unit: 'kiến nghị',
      rule: 'flow',
      on: 'followedUpOn',
      sum: 'handled',
    },
    {
      key: 'inspection.waiting',
      said: ['Cuộc đã kết luận chưa khắc phục xong', 'Concluded, not closed'],
      unit: 'cuộc',
      rule: 'stock',
      on: 'concludedOn',
      end: 'followedUpOn',
    },
  ],
  check: ({ proposals, handled, concludedOn, held, inspected, others }) => [
    ...(proposals !== null && handled !== null && handled > proposals
      ? [{ field: 'handled' as const, message: 'Số đã xử lý nhiều hơn số kiến nghị: hãy xem lại hai số.' }]
      : []),
    ...(concludedOn && held && concludedOn < held.from
      ? [{ field: 'concludedOn' as const, message: 'Ngày kết luận phải sau ngày bắt đầu.' }]
      : []),
    ...(inspected?.length || others
      ? []
      : [
          {
            field: 'inspected' as const,
            message: 'Chưa ghi kiểm tra ai: chọn cơ quan, hoặc ghi ở ô đối tượng khác.',
            isWarning: true,
          },
        ]),
  ],
});
