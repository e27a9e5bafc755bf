import type { AnyField } from '../field.ts';
import { agency } from './agency.ts';
import { choice } from './choice.ts';
import { choices } from './choices.ts';
import { countries } from './countries.ts';
import { country } from './country.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { link } from './link.ts';
import { links } from './links.ts';
import { longText } from './long-text.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { partialDate } from './partial-date.ts';
import { period } from './period.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { symbol } from './symbol.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { webAddress } from './web-address.ts';
import { yesNo } from './yes-no.ts';

/** A field of every kind: what the contract suite goes through. A new kind is tested by standing here. */
export const fieldOfEveryKind: AnyField[] = [
  text('Tên', 'Name'),
  longText('Nội dung', 'Contents'),
  number('Số người', 'People', { unit: 'người' }),
  number('Tỷ lệ', 'Share', { decimals: 2 }),
  money('Cam kết', 'Pledged'),
  date('Ngày ký', 'Signed on'),
  partialDate('Thành lập', 'Founded'),
  period('Thời gian', 'Period'),
  yesNo('Công khai', 'Public'),
  choice('Loại', 'Kind', { choices: { visit: ['đoàn vào', 'incoming'], trip: ['đoàn ra', 'outgoing'] } }),
  choices('Ngôn ngữ', 'Languages', {
    choices: { vi: ['tiếng Việt', 'Vietnamese'], lo: ['tiếng Lào', 'Lao'] },
  }),
  country('Nước', 'Country'),
  countries('Các nước', 'Countries'),
  table('Chương trình', 'Programme', {
    columns: {
      day: date('Ngày', 'Day'),
      what: text('Nội dung', 'What'),
      people: number('Số người', 'People'),
      country: country('Nước', 'Country'),
      kind: choice('Loại', 'Kind', { choices: { visit: ['thăm', 'visit'], talk: ['hội đàm', 'talks'] } }),
    },
  }),
  agency('Đơn vị', 'Unit'),
  person('Người phụ trách', 'In charge'),
  link('Nhiệm vụ', 'Duty', { to: 'duty' }),
  links('Dự án', 'Projects', { to: 'register:aid-project' }),
  file('Tệp', 'File'),
  place('Địa bàn', 'Place'),
  phone('Điện thoại', 'Phone'),
  email('Thư điện tử', 'E-mail'),
  webAddress('Trang web', 'Web page'),
  symbol('Số, ký hiệu', 'Symbol'),
];
