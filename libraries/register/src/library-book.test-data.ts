import { choice } from './fields/choice.ts';
import { date } from './fields/date.ts';
import { links } from './fields/links.ts';
import { money } from './fields/money.ts';
import { number } from './fields/number.ts';
import { partialDate } from './fields/partial-date.ts';
import { phone } from './fields/phone.ts';
import { sealed } from './fields/sealed.ts';
import { text } from './fields/text.ts';
import { leadersDecide, usualPermissions } from './permission.ts';
import type { Declaration, Fields } from './register.ts';

const declare = <const F extends Fields>(declared: Declaration<F>) => declared;

/** A toy: the books of a library. Nothing in the engine may know it, and it has one of all that a register can. */
export const libraryBook = declare({
  name: 'library-book',
  said: ['Sách thư viện', 'Library books'],
  one: ['quyển sách', 'book'],
  heading: 'Thư viện',
  basis: 'Nội quy thư viện',
  title: 'title',
  fields: {
    title: text('Nhan đề', 'Title', { required: true }),
    genre: choice('Loại', 'Genre', { choices: { novel: ['tiểu thuyết', 'novel'], verse: ['thơ', 'verse'] } }),
    printed: partialDate('Năm in', 'Printed'),
    price: money('Giá', 'Price'),
    copies: number('Số bản', 'Copies'),
    lentOn: date('Ngày mượn', 'Lent on'),
    returnedOn: date('Ngày trả', 'Returned on'),
    sequels: links('Các tập sau', 'Sequels', { to: 'register:library-book' }),
    readerPhone: sealed(phone('Điện thoại người mượn', "Reader's phone")),
  },
  list: ['title', 'genre', 'lentOn', 'price'],
  filters: ['genre', 'lentOn', 'title'],
  sort: '-lentOn',
  alike: ['title', 'printed'],
  headings: { copies: ['Số cuốn'] },
  workflow: {
    states: { shelf: ['trên giá', 'on the shelf'], lent: ['cho mượn', 'lent'] },
    transitions: [
      {
        name: 'lend',
        said: ['Cho mượn', 'Lend'],
        from: ['shelf'],
        to: 'lent',
        who: usualPermissions.write,
        needs: ['lentOn'],
      },
      { name: 'return', said: ['Nhận lại', 'Take back'], from: ['lent'], to: 'shelf', who: leadersDecide },
    ],
  },
  timers: [
    {
      name: 'return',
      said: ['Trả sách', 'Return the book'],
      from: 'lentOn',
      count: 10,
      unit: 'working-day',
      until: 'returnedOn',
      where: { state: ['lent'] },
      source: 'Nội quy, Điều 3',
      mark: 'V',
    },
  ],
  thresholds: {
    copies: {
      said: ['Số bản nhiều nhất', 'Most copies'],
      value: 9,
      unit: 'bản',
      source: 'Nội quy, Điều 5',
      mark: 'R',
    },
  },
  indicators: [
    { key: 'library-book.lent', said: ['Lượt mượn', 'Loans'], unit: 'lượt', rule: 'flow', on: 'lentOn' },
    {
      key: 'library-book.held',
      said: ['Sách có', 'Books held'],
      unit: 'quyển',
      rule: 'stock',
      on: 'createdOn',
      sum: 'copies',
    },
    {
      key: 'library-book.genres',
      said: ['Số loại', 'Genres'],
      unit: 'loại',
      rule: 'distinct',
      on: 'lentOn',
      of: 'genre',
    },
    {
      key: 'library-book.verse',
      said: ['Tỷ lệ thơ', 'Share of verse'],
      unit: '%',
      rule: 'ratio',
      on: 'lentOn',
      part: { genre: ['verse'] },
    },
  ],
  check: ({ lentOn, returnedOn, copies }, { thresholds }) => [
    ...(lentOn && returnedOn && returnedOn < lentOn
      ? [{ field: 'returnedOn' as const, message: 'Trả trước ngày mượn.' }]
      : []),
    ...(copies && copies > thresholds.copies!
      ? [{ field: 'copies' as const, message: `Nhiều hơn ${thresholds.copies} bản.`, isWarning: true }]
      : []),
  ],
});
