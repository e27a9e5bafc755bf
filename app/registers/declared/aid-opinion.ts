import {
  agency,
  choice,
  choices,
  date,
  defineRegister,
  file,
  link,
  links,
  longText,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';
import { appraisalTopics } from './aid-choices.ts';

/** Ý kiến thẩm định: one row an agency asked about an aid item, each with its clock (sổ tay §4.2; chỉ tiêu 27). */
export const aidOpinion = defineRegister({
  name: 'aid-opinion',
  said: ['Ý kiến thẩm định viện trợ', 'Opinions on aid'],
  one: ['ý kiến', 'opinion'],
  heading: 'aid',
  basis: 'NĐ 313/2025/NĐ-CP; NĐ 80/2020/NĐ-CP (khoản cũ); Kế hoạch 217/KH-UBND, III.6.b',
  title: 'subject',
  fields: {
    subject: text('Nội dung xin ý kiến', 'Asked about', { required: true }),
    project: link('Khoản viện trợ', 'Aid item', { to: 'register:aid-project', required: true }),
    giver: agency('Cơ quan được hỏi', 'Agency asked', { required: true }),
    askedOn: date('Ngày gửi hỏi', 'Asked on', { required: true }),
    letter: symbol('Văn bản hỏi', 'Letter'),
    dueOn: date('Hạn trả lời ghi trong văn bản', 'Due on'),
    remindedOn: date('Ngày nhắc', 'Reminded on'),
    givenOn: date('Ngày trả lời', 'Given on'),
    answer: symbol('Văn bản trả lời', 'Answer'),
    verdict: choice('Ý kiến', 'Verdict', {
      choices: {
        agree: ['thống nhất', 'agrees'],
        conditional: ['thống nhất, đề nghị chỉnh sửa', 'agrees with changes'],
        disagree: ['không thống nhất', 'disagrees'],
        none: ['không có ý kiến', 'no opinion'],
      },
    }),
    topics: choices('Nội dung có ý kiến', 'Topics', { choices: appraisalTopics }),
    opinion: longText('Tóm tắt ý kiến', 'Summary'),
    handled: longText('Tiếp thu, giải trình', 'What was made of it'),
    file: file('Tệp trả lời', 'File'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  sections: [
    {
      said: ['Việc xin ý kiến', 'What is asked'],
      fields: ['subject', 'project', 'giver', 'askedOn', 'letter', 'dueOn', 'remindedOn'],
    },
    {
      said: ['Trả lời', 'Answer'],
      fields: ['givenOn', 'answer', 'verdict', 'topics', 'opinion', 'file'],
    },
    {
      said: ['Tiếp thu, liên kết', 'What was made of it, links'],
      fields: ['handled', 'duties'],
    },
  ],
  list: ['subject', 'project', 'giver', 'askedOn', 'dueOn', 'verdict'],
  filters: ['project', 'giver', 'verdict', 'askedOn', 'dueOn'],
  sort: '-askedOn',
  alike: ['subject', 'project', 'giver', 'askedOn'],
  headings: {
    subject: ['Nội dung'],
    giver: ['Cơ quan góp ý', 'Cơ quan cho ý kiến'],
    givenOn: ['Ngày có ý kiến'],
    opinion: ['Nội dung ý kiến'],
  },
  workflow: {
    states: {
      asked: ['đang chờ trả lời', 'waiting'],
      given: ['đã trả lời', 'answered'],
      withdrawn: ['không hỏi nữa', 'withdrawn'],
    },
    ends: ['given', 'withdrawn'],
    transitions: [
      {
        name: 'give',
        said: ['Ghi đã trả lời', 'Answered'],
        from: ['asked'],
        to: 'given',
        who: usualPermissions.write,
        needs: ['givenOn', 'verdict'],
        tells: { duty: 'progress', said: ['đã có ý kiến trả lời', 'was answered'] },
      },
      {
        name: 'reopen',
        said: ['Hỏi lại', 'Ask again'],
        from: ['given', 'withdrawn'],
        to: 'asked',
        who: usualPermissions.write,
        withReason: true,
      },
      {
        name: 'withdraw',
        said: ['Không hỏi nữa', 'Withdraw'],
        from: ['asked'],
        to: 'withdrawn',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'due',
      said: ['Nhận ý kiến thẩm định đúng hạn trong văn bản', 'Receive the opinion by its day'],
      from: 'dueOn',
      count: 0,
      unit: 'day',
      until: 'givenOn',
      where: { state: ['asked'] },
      source: 'Hạn ghi trong văn bản xin ý kiến',
      mark: 'V',
      ahead: 5,
    },
    {
      name: 'answer',
      said: ['Nhận ý kiến thẩm định (văn bản hỏi không ghi hạn)', 'Receive the opinion (no day was set)'],
      from: 'askedOn',
      count: 7,
      unit: 'working-day',
      until: 'givenOn',
      where: { state: ['asked'], dueOn: 'empty' },
      source: 'Mặc định của hệ thống: đặt lại theo quy chế thẩm định viện trợ của tỉnh',
      mark: 'R',
      ahead: 5,
    },
  ],
  indicators: [
    {
      key: 'aid-opinion.on-time',
      said: ['Ý kiến về dự án trả lời đúng hạn', 'Opinions given in time'],
      unit: '%',
      rule: 'ratio',
      on: 'dueOn',
      part: { givenOn: { by: 'dueOn' } },
    },
    {
      key: 'aid-opinion.asked',
      said: ['Lượt xin ý kiến thẩm định', 'Opinions asked'],
      unit: 'lượt',
      rule: 'flow',
      on: 'askedOn',
    },
    {
      key: 'aid-opinion.given',
      said: ['Ý kiến thẩm định đã trả lời', 'Opinions given'],
      unit: 'ý kiến',
      rule: 'flow',
      on: 'givenOn',
    },
  ],
  check: ({ askedOn, dueOn, givenOn, verdict, opinion }) => [
    ...(askedOn && givenOn && givenOn < askedOn
      ? [{ field: 'givenOn' as const, message: 'Ngày trả lời phải từ ngày gửi hỏi trở đi.' }]
      : []),
    ...(askedOn && dueOn && dueOn < askedOn
      ? [{ field: 'dueOn' as const, message: 'Hạn trả lời phải từ ngày gửi hỏi trở đi.' }]
      : []),
    ...((verdict === 'disagree' || verdict === 'conditional') && !opinion
      ? [
          {
            field: 'opinion' as const,
            message:
              'Không thống nhất hoặc đề nghị chỉnh sửa thì cần tóm tắt ý kiến để tiếp thu, giải trình.',
          },
        ]
      : []),
  ],
});
