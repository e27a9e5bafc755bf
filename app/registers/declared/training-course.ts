import {
  agency,
  choice,
  choices,
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

/** Đào tạo, bồi dưỡng, ngoại ngữ: courses and who went (Kế hoạch 217, II.6, III.1.d, III.3; chỉ tiêu 20). */
export const trainingCourse = defineRegister({
  name: 'training-course',
  said: ['Đào tạo, bồi dưỡng, ngoại ngữ', 'Training'],
  one: ['lớp', 'course'],
  heading: 'people',
  basis: 'Kế hoạch 217/KH-UBND, II.6, III.1.d, III.3',
  title: 'name',
  fields: {
    name: text('Tên lớp', 'Name', { required: true }),
    subjects: choices('Nội dung', 'Subjects', {
      choices: {
        skill: ['nghiệp vụ đối ngoại nhân dân', 'skills of people-to-people work'],
        knowledge: ['kiến thức hội nhập, luật pháp quốc tế', 'integration, international law'],
        protocol: ['lễ tân, đàm phán', 'protocol, negotiation'],
        aid: ['vận động, quản lý viện trợ', 'aid'],
        language: ['ngoại ngữ', 'languages'],
        information: ['thông tin đối ngoại', 'external information'],
      },
    }),
    organiser: agency('Cơ quan tổ chức', 'Organiser', { required: true }),
    school: text('Cơ sở đào tạo, giảng viên', 'School, teachers'),
    held: period('Thời gian', 'Period', { required: true }),
    form: choice('Hình thức', 'Form', {
      choices: {
        class: ['tập trung', 'in class'],
        online: ['trực tuyến', 'online'],
        abroad: ['ở nước ngoài', 'abroad'],
      },
    }),
    classes: number('Số lớp', 'Classes', { required: true, unit: 'lớp' }),
    learners: number('Học viên', 'Learners', { unit: 'người' }),
    women: number('Trong đó nữ', 'Of them women', { unit: 'người' }),
    certified: number('Được cấp chứng chỉ, chứng nhận', 'Certified', { unit: 'người' }),
    decision: symbol('Quyết định mở lớp', 'Decision'),
    cost: money('Kinh phí', 'Cost'),
    senders: links('Cơ quan cử học viên', 'Sent by', { to: 'agency' }),
    papers: file('Danh sách, tài liệu', 'Lists, materials'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    result: longText('Kết quả, đánh giá', 'Result'),
  },
  sections: [
    {
      said: ['Lớp', 'Course'],
      fields: ['name', 'subjects', 'form', 'held', 'decision'],
    },
    {
      said: ['Cơ quan tổ chức, giảng dạy', 'Organiser, teachers'],
      fields: ['organiser', 'school', 'senders', 'cost'],
    },
    {
      said: ['Học viên, kết quả', 'Learners, result'],
      fields: ['classes', 'learners', 'women', 'certified', 'result', 'papers', 'duties'],
    },
  ],
  list: ['name', 'organiser', 'held', 'classes', 'learners'],
  filters: ['subjects', 'organiser', 'form', 'held'],
  alike: ['name', 'organiser', 'held'],
  headings: { name: ['Tên lớp tập huấn', 'Tên khóa'], learners: ['Số học viên'], classes: ['Số lớp mở'] },
  workflow: {
    states: {
      planned: ['dự kiến', 'planned'],
      held: ['đã tổ chức', 'held'],
      dropped: ['không mở', 'dropped'],
    },
    transitions: [
      {
        name: 'hold',
        said: ['Ghi đã tổ chức', 'Held'],
        from: ['planned'],
        to: 'held',
        who: usualPermissions.write,
        needs: ['learners'],
        tells: { duty: 'progress', said: ['đã được tổ chức', 'was held'] },
      },
      {
        name: 'drop',
        said: ['Không mở lớp', 'Drop'],
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
      said: ['Mở lớp theo kế hoạch', 'Open the course'],
      from: 'held.from',
      count: 0,
      unit: 'day',
      where: { state: ['planned'] },
      source: 'Thời gian dự kiến ghi ở dòng này',
      mark: 'V',
    },
  ],
  indicators: [
    {
      key: 'training-course.classes',
      said: ['Lớp tập huấn, bồi dưỡng', 'Classes held'],
      unit: 'lớp',
      rule: 'flow',
      on: 'held.from',
      sum: 'classes',
      where: { state: ['held'] },
    },
    {
      key: 'training-course.learners',
      said: ['Học viên', 'Learners'],
      unit: 'người',
      rule: 'flow',
      on: 'held.from',
      sum: 'learners',
      where: { state: ['held'] },
    },
  ],
  check: ({ learners, women, certified }) =>
    [['women', women] as const, ['certified', certified] as const].flatMap(([field, part]) =>
      learners !== null && part !== null && part > learners
        ? [{ field, message: 'Nhiều hơn số học viên: hãy xem lại hai số.' }]
        : [],
    ),
});
