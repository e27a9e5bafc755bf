import {
  agency,
  choice,
  country,
  date,
  defineRegister,
  email,
  links,
  money,
  number,
  period,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/** A register that the program does not have: ten fields, and all that follows from them. */
export const languageClub = defineRegister({
  name: 'language-club',
  said: ['Câu lạc bộ ngoại ngữ hữu nghị', 'Language clubs'],
  one: ['câu lạc bộ', 'club'],
  heading: 'means',
  basis: 'Kế hoạch 217/KH-UBND, II.6',
  title: 'name',
  fields: {
    name: text('Tên câu lạc bộ', 'Club', { required: true }),
    language: choice('Ngoại ngữ', 'Language', {
      required: true,
      choices: { lo: ['tiếng Lào', 'Lao'], km: ['tiếng Khmer', 'Khmer'], zh: ['tiếng Trung', 'Chinese'] },
    }),
    country: country('Nước bạn', 'Friendly country'),
    keeper: agency('Đơn vị phụ trách', 'Kept by', { required: true }),
    foundedOn: date('Ngày thành lập', 'Founded on', { required: true }),
    season: period('Đợt sinh hoạt', 'Season'),
    members: number('Số thành viên', 'Members', { unit: 'người' }),
    costs: money('Kinh phí', 'Costs'),
    contact: email('Thư điện tử', 'E-mail'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  list: ['name', 'language', 'country', 'foundedOn', 'members'],
  filters: ['language', 'country', 'foundedOn'],
  sort: '-foundedOn',
  alike: ['name', 'language'],
  workflow: {
    states: { open: ['đang sinh hoạt', 'active'], closed: ['đã nghỉ', 'closed'] },
    transitions: [
      {
        name: 'close',
        said: ['Cho nghỉ', 'Close'],
        from: ['open'],
        to: 'closed',
        who: usualPermissions.write,
        needs: ['season'],
        tells: { duty: 'progress', said: ['đã kết thúc đợt sinh hoạt', 'ended its season'] },
      },
    ],
  },
  indicators: [
    {
      key: 'language-club.members',
      said: ['Thành viên câu lạc bộ', 'Members of clubs'],
      unit: 'người',
      rule: 'stock',
      on: 'foundedOn',
      sum: 'members',
      where: { state: ['open'] },
    },
  ],
  check: ({ foundedOn, season }) =>
    foundedOn && season && season.from < foundedOn
      ? [{ field: 'season', message: 'Đợt sinh hoạt phải sau ngày thành lập.' }]
      : [],
});
