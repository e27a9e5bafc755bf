import {
  agency,
  choice,
  choices,
  date,
  defineRegister,
  file,
  links,
  longText,
  number,
  place,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/** Tuyên truyền, quán triệt: which instrument was brought to whom (Kế hoạch 217, II.1, III.11.a; chỉ tiêu 19). */
export const outreach = defineRegister({
  name: 'outreach',
  said: ['Tuyên truyền, quán triệt', 'Dissemination'],
  one: ['đợt tuyên truyền', 'session'],
  heading: 'information',
  basis: 'Kế hoạch 217/KH-UBND, II.1, III.11.a',
  title: 'subject',
  fields: {
    subject: text('Nội dung', 'Subject', { required: true }),
    instruments: text('Văn bản được quán triệt', 'Instruments', { longest: 500 }),
    form: choice('Hình thức', 'Form', {
      required: true,
      choices: {
        conference: ['hội nghị quán triệt', 'conference'],
        talk: ['nói chuyện chuyên đề', 'talk'],
        integrated: ['lồng ghép trong sinh hoạt, hội họp', 'within other meetings'],
        media: ['báo, đài, cổng thông tin', 'press, radio, portal'],
        visual: ['pa nô, tờ rơi, triển lãm', 'posters, leaflets, exhibition'],
        online: ['mạng xã hội, trực tuyến', 'social networks, online'],
        contest: ['hội thi, tìm hiểu', 'contest'],
      },
    }),
    organiser: agency('Cơ quan tổ chức', 'Organiser', { required: true }),
    partners: links('Cơ quan phối hợp', 'With', { to: 'agency' }),
    level: choice('Cấp', 'Level', {
      choices: {
        province: ['tỉnh, thành phố', 'province'],
        commune: ['xã, phường', 'commune'],
        grassroots: ['ấp, khu vực, cơ sở', 'grassroots'],
      },
    }),
    audiences: choices('Đối tượng', 'Audiences', {
      choices: {
        officials: ['cán bộ, công chức, viên chức', 'officials'],
        members: ['đoàn viên, hội viên', 'members of associations'],
        youth: ['thanh niên, học sinh, sinh viên', 'youth'],
        workers: ['công nhân, doanh nghiệp', 'workers, companies'],
        people: ['nhân dân', 'people'],
        overseas: ['kiều bào, thân nhân', 'overseas Vietnamese and relatives'],
        foreigners: ['người nước ngoài', 'foreigners'],
      },
    }),
    heldOn: date('Ngày tổ chức', 'Held on', { required: true }),
    area: place('Địa bàn', 'Place'),
    sessions: number('Số cuộc', 'Sessions', { required: true, unit: 'cuộc' }),
    people: number('Lượt người', 'Attendances', { unit: 'lượt' }),
    women: number('Trong đó nữ', 'Of them women', { unit: 'lượt' }),
    speaker: text('Báo cáo viên', 'Speaker'),
    plan: symbol('Kế hoạch, giấy mời', 'Plan, invitation'),
    papers: file('Tài liệu, ảnh', 'Materials, pictures'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    result: longText('Kết quả, đánh giá', 'Result'),
  },
  sections: [
    {
      said: ['Nội dung, hình thức', 'Subject, form'],
      fields: ['subject', 'instruments', 'form', 'organiser', 'partners', 'plan'],
    },
    {
      said: ['Đối tượng, số lượt', 'Who was reached'],
      fields: ['level', 'audiences', 'heldOn', 'area', 'sessions', 'people', 'women'],
    },
    {
      said: ['Kết quả, liên kết', 'Result, links'],
      fields: ['speaker', 'papers', 'duties', 'result'],
    },
  ],
  list: ['subject', 'form', 'organiser', 'heldOn', 'sessions', 'people'],
  filters: ['form', 'organiser', 'level', 'audiences', 'heldOn'],
  sort: '-heldOn',
  alike: ['subject', 'organiser', 'heldOn'],
  headings: {
    subject: ['Nội dung tuyên truyền'],
    people: ['Số lượt người', 'Số người tham dự'],
    sessions: ['Số hội nghị'],
    heldOn: ['Thời gian'],
  },
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
        needs: ['people'],
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
      said: ['Tổ chức đợt tuyên truyền', 'Hold the session'],
      from: 'heldOn',
      count: 0,
      unit: 'day',
      where: { state: ['planned'] },
      source: 'Ngày dự kiến ghi ở dòng này',
      mark: 'V',
      ahead: 14,
    },
  ],
  indicators: [
    {
      key: 'outreach.sessions',
      said: ['Hội nghị, đợt tuyên truyền, quán triệt', 'Sessions held'],
      unit: 'cuộc',
      rule: 'flow',
      on: 'heldOn',
      sum: 'sessions',
      where: { state: ['held'] },
    },
    {
      key: 'outreach.people',
      said: ['Lượt người được tuyên truyền', 'Attendances'],
      unit: 'lượt',
      rule: 'flow',
      on: 'heldOn',
      sum: 'people',
      where: { state: ['held'] },
    },
  ],
  check: ({ people, women }) =>
    people !== null && women !== null && women > people
      ? [{ field: 'women', message: 'Số nữ nhiều hơn lượt người: hãy xem lại hai số.' }]
      : [],
});
