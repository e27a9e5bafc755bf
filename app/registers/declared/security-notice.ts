import {
  agency,
  choice,
  date,
  defineRegister,
  link,
  links,
  longText,
  ownRows,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/**
 * An ninh, trật tự: notices and opinions between bodies about activities with foreign elements (Kế hoạch 217, III.9).
 * Restricted reading. It says that a paper passed, never what a secret one says (Luật 117/2025/QH15).
 */
export const securityNotice = defineRegister({
  name: 'security-notice',
  said: ['Trao đổi về an ninh, trật tự', 'Security notices'],
  one: ['lần trao đổi', 'notice'],
  heading: 'means',
  basis: 'Kế hoạch 217/KH-UBND, III.9; Luật Bảo vệ bí mật nhà nước 117/2025/QH15',
  title: 'subject',
  fields: {
    subject: text('Việc trao đổi', 'Subject', {
      required: true,
      hint: ['Không ghi nội dung mật.', 'Nothing secret is written here.'],
    }),
    kind: choice('Loại', 'Kind', {
      required: true,
      choices: {
        notice: ['thông báo hoạt động có yếu tố nước ngoài', 'notice of an activity'],
        opinion: ['lấy ý kiến', 'opinion asked'],
        warning: ['lưu ý, khuyến cáo', 'advice'],
      },
    }),
    sender: agency('Cơ quan gửi', 'Sender', { required: true }),
    receiver: agency('Cơ quan nhận', 'Receiver', { required: true }),
    paper: symbol('Số văn bản gửi', 'Paper sent'),
    sentOn: date('Ngày gửi', 'Sent on', { required: true }),
    activityOn: date('Ngày diễn ra hoạt động', 'Activity on'),
    place: text('Nơi diễn ra', 'Where'),
    answerBy: date('Cần trả lời trước', 'Answer by'),
    answeredOn: date('Ngày trả lời', 'Answered on'),
    answerPaper: symbol('Số văn bản trả lời', 'Answering paper'),
    answer: choice('Ý kiến', 'Opinion', {
      choices: {
        agreed: ['thống nhất', 'agreed'],
        conditions: ['thống nhất kèm lưu ý', 'agreed with conditions'],
        against: ['không thống nhất', 'not agreed'],
        noted: ['đã ghi nhận', 'noted'],
      },
    }),
    conditions: longText('Lưu ý (không mật)', 'Conditions (not secret)', { longest: 1000 }),
    earlier: link('Lần trao đổi trước', 'Earlier notice', { to: 'register:security-notice' }),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  sections: [
    {
      said: ['Văn bản gửi', 'Paper sent'],
      fields: ['subject', 'kind', 'sender', 'receiver', 'paper', 'sentOn', 'earlier'],
    },
    {
      said: ['Hoạt động liên quan', 'Activity'],
      fields: ['activityOn', 'place', 'duties'],
    },
    {
      said: ['Trả lời', 'Answer'],
      fields: ['answerBy', 'answeredOn', 'answerPaper', 'answer', 'conditions'],
    },
  ],
  list: ['subject', 'kind', 'sender', 'receiver', 'sentOn', 'answer'],
  filters: ['kind', 'sender', 'receiver', 'sentOn', 'answer'],
  sort: '-sentOn',
  alike: ['subject', 'sender', 'sentOn'],
  may: { read: ownRows },
  workflow: {
    states: {
      sent: ['đã gửi', 'sent'],
      answered: ['đã trả lời', 'answered'],
      closed: ['đã kết thúc', 'closed'],
    },
    transitions: [
      {
        name: 'answer',
        said: ['Ghi đã có trả lời', 'Answered'],
        from: ['sent'],
        to: 'answered',
        who: usualPermissions.write,
        needs: ['answeredOn', 'answer'],
        tells: { duty: 'progress', said: ['đã có ý kiến trả lời', 'was answered'] },
      },
      {
        name: 'close',
        said: ['Kết thúc', 'Close'],
        from: ['sent', 'answered'],
        to: 'closed',
        who: usualPermissions.write,
      },
    ],
  },
  timers: [
    {
      name: 'answer',
      said: ['Trả lời ý kiến về an ninh, trật tự', 'Answer the request'],
      from: 'answerBy',
      count: 0,
      unit: 'day',
      until: 'answeredOn',
      where: { state: ['sent'] },
      source: 'Hạn ghi trong văn bản gửi',
      mark: 'V',
      ahead: 7,
    },
  ],
  indicators: [
    {
      key: 'security-notice.sent',
      said: ['Lần thông báo, lấy ý kiến', 'Notices sent'],
      unit: 'lần',
      rule: 'flow',
      on: 'sentOn',
    },
    {
      key: 'security-notice.answered',
      said: ['Ý kiến đã được trả lời', 'Requests answered'],
      unit: '%',
      rule: 'ratio',
      on: 'sentOn',
      where: { kind: ['opinion'] },
      part: { answeredOn: 'filled' },
    },
  ],
  check: ({ subject, conditions, sender, receiver, sentOn, answeredOn }) => [
    ...[['subject', subject] as const, ['conditions', conditions] as const].flatMap(([field, said]) =>
      /\b(TUYỆT MẬT|TỐI MẬT|MẬT)\b/.test(said ?? '')
        ? [{ field, message: 'Không ghi nội dung mật vào đây: chỉ ghi số, ngày và cơ quan của văn bản.' }]
        : [],
    ),
    ...(sender && sender === receiver
      ? [{ field: 'receiver' as const, message: 'Cơ quan nhận phải khác cơ quan gửi.' }]
      : []),
    ...(sentOn && answeredOn && answeredOn < sentOn
      ? [{ field: 'answeredOn' as const, message: 'Ngày trả lời phải sau ngày gửi.' }]
      : []),
  ],
});
