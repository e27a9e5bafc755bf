import {
  agency,
  choice,
  choices,
  country,
  date,
  defineRegister,
  file,
  links,
  longText,
  money,
  number,
  period,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/** Gặp mặt, hoạt động với kiều bào, delegations of theirs that came home (Kế hoạch 217, II.5, III.10.b; chỉ tiêu 22). */
export const overseasMeeting = defineRegister({
  name: 'overseas-meeting',
  said: ['Gặp mặt, hoạt động với kiều bào', 'Meetings with overseas Vietnamese'],
  one: ['hoạt động', 'meeting'],
  heading: 'overseas',
  basis: 'Kế hoạch 217/KH-UBND, II.5, III.10.b',
  title: 'name',
  fields: {
    name: text('Tên hoạt động', 'Name', { required: true }),
    kind: choice('Loại', 'Kind', {
      required: true,
      choices: {
        gathering: ['gặp mặt, họp mặt', 'gathering'],
        dialogue: ['đối thoại, tọa đàm', 'dialogue'],
        roots: ['hướng về cội nguồn, trại hè', 'back to the roots'],
        business: ['kết nối đầu tư, thương mại', 'business'],
        visit: ['đón đoàn kiều bào về', 'delegation received'],
        abroad: ['thăm kiều bào ở nước sở tại', 'visit abroad'],
        language: ['dạy tiếng Việt, văn hóa', 'language, culture'],
        honour: ['vinh danh', 'honouring'],
      },
    }),
    organiser: agency('Cơ quan tổ chức', 'Organiser', { required: true }),
    partners: links('Cơ quan phối hợp', 'With', { to: 'agency' }),
    held: period('Thời gian', 'Period', { required: true }),
    place: text('Nơi tổ chức', 'Where'),
    country: country('Nước sở tại', 'Country'),
    audiences: choices('Nhóm kiều bào', 'Groups', {
      choices: {
        youth: ['kiều bào trẻ, sinh viên', 'young people, students'],
        experts: ['chuyên gia, trí thức', 'experts'],
        business: ['doanh nhân', 'business people'],
        bodies: ['hội đoàn', 'associations'],
        elders: ['cao niên', 'elders'],
        relatives: ['thân nhân kiều bào', 'relatives'],
      },
    }),
    guests: links('Kiều bào, hội đoàn tham dự', 'Guests', { to: 'register:overseas-vietnamese' }),
    delegations: number('Số đoàn kiều bào về', 'Delegations', { unit: 'đoàn' }),
    attendances: number('Lượt người dự', 'Attendances', { unit: 'lượt' }),
    overseas: number('Trong đó kiều bào', 'Of them from overseas', { unit: 'lượt' }),
    young: number('Trong đó kiều bào trẻ', 'Of them young', { unit: 'lượt' }),
    plan: symbol('Kế hoạch', 'Plan'),
    cost: money('Kinh phí', 'Cost'),
    opinions: longText('Ý kiến, kiến nghị của kiều bào', 'What they asked'),
    commitments: longText('Cam kết, việc cần làm tiếp', 'What is to follow'),
    answerBy: date('Hạn trả lời kiến nghị', 'Answer by'),
    answeredOn: date('Ngày trả lời', 'Answered on'),
    papers: file('Tài liệu, ảnh', 'Papers, pictures'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  sections: [
    {
      said: ['Hoạt động', 'Meeting'],
      fields: ['name', 'kind', 'organiser', 'partners', 'held', 'place', 'country', 'plan', 'cost'],
    },
    {
      said: ['Người tham dự', 'Who came'],
      fields: ['audiences', 'guests', 'delegations', 'attendances', 'overseas', 'young'],
    },
    {
      said: ['Kết quả', 'Result'],
      fields: ['opinions', 'commitments', 'answerBy', 'answeredOn', 'papers', 'duties'],
    },
  ],
  list: ['name', 'kind', 'organiser', 'held', 'overseas'],
  filters: ['kind', 'organiser', 'country', 'audiences', 'held'],
  alike: ['name', 'organiser', 'held'],
  headings: { name: ['Nội dung', 'Tên cuộc gặp'], overseas: ['Số kiều bào'], delegations: ['Số đoàn'] },
  workflow: {
    states: {
      planned: ['dự kiến', 'planned'],
      held: ['đã tổ chức', 'held'],
      dropped: ['không tổ chức', 'dropped'],
    },
    transitions: [
      {
        name: 'hold',
        said: ['Ghi đã tổ chức', 'Held'],
        from: ['planned'],
        to: 'held',
        who: usualPermissions.write,
        needs: ['attendances', 'overseas'],
        tells: { duty: 'progress', said: ['đã được tổ chức', 'was held'] },
      },
      {
        name: 'drop',
        said: ['Không tổ chức', 'Drop'],
        from: ['planned'],
        to: 'dropped',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'hold',
      said: ['Tổ chức hoạt động với kiều bào', 'Hold the meeting'],
      from: 'held.from',
      count: 0,
      unit: 'day',
      where: { state: ['planned'] },
      source: 'Thời gian dự kiến ghi ở dòng này',
      mark: 'V',
    },
    {
      name: 'answer',
      said: ['Trả lời kiến nghị của kiều bào', 'Answer what was asked'],
      from: 'answerBy',
      count: 0,
      unit: 'day',
      until: 'answeredOn',
      where: { state: ['held'] },
      source: 'Hạn đã hứa tại cuộc gặp, ghi ở dòng này',
      mark: 'V',
    },
  ],
  indicators: [
    {
      key: 'overseas-meeting.held',
      said: ['Hoạt động với kiều bào', 'Meetings held'],
      unit: 'cuộc',
      rule: 'flow',
      on: 'held.from',
      where: { state: ['held'] },
    },
    {
      key: 'overseas-meeting.delegations',
      said: ['Đoàn kiều bào về', 'Delegations from overseas'],
      unit: 'đoàn',
      rule: 'flow',
      on: 'held.from',
      sum: 'delegations',
      where: { state: ['held'] },
    },
    {
      key: 'overseas-meeting.people',
      said: ['Lượt kiều bào tham dự', 'Attendances from overseas'],
      unit: 'lượt',
      rule: 'flow',
      on: 'held.from',
      sum: 'overseas',
      where: { state: ['held'] },
    },
  ],
  check: ({ attendances, overseas, young, kind, delegations }) => [
    ...(attendances !== null && overseas !== null && overseas > attendances
      ? [{ field: 'overseas' as const, message: 'Nhiều hơn lượt người dự: hãy xem lại hai số.' }]
      : []),
    ...(overseas !== null && young !== null && young > overseas
      ? [{ field: 'young' as const, message: 'Nhiều hơn lượt kiều bào: hãy xem lại hai số.' }]
      : []),
    ...(kind === 'visit' && delegations === null
      ? [
          {
            field: 'delegations' as const,
            message: 'Đón đoàn mà chưa ghi số đoàn thì chưa tính vào chỉ tiêu.',
            isWarning: true,
          },
        ]
      : []),
  ],
});
