import {
  choice,
  date,
  defineRegister,
  link,
  links,
  longText,
  sealed,
  text,
} from '#libraries/register/index.ts';
import { languages } from './languages.ts';

/** Chứng chỉ của nhân sự: languages and skills, each with its level and end (Kế hoạch 217, II.6). No scans are kept. */
export const staffCertificate = defineRegister({
  name: 'staff-certificate',
  said: ['Ngoại ngữ, chứng chỉ của nhân sự', 'Languages and certificates of staff'],
  one: ['chứng chỉ', 'certificate'],
  heading: 'people',
  basis: 'Kế hoạch 217/KH-UBND, II.6, III.3',
  title: 'name',
  fields: {
    name: text('Tên chứng chỉ, văn bằng', 'Name', { required: true }),
    holder: link('Cán bộ', 'Holder', { to: 'register:staff', required: true }),
    kind: choice('Loại', 'Kind', {
      required: true,
      choices: {
        language: ['ngoại ngữ', 'language'],
        skill: ['nghiệp vụ đối ngoại', 'foreign affairs'],
        aid: ['quản lý dự án, viện trợ', 'projects, aid'],
        interpreting: ['biên dịch, phiên dịch', 'translation, interpreting'],
        other: ['khác', 'other'],
      },
    }),
    language: choice('Ngoại ngữ', 'Language', { choices: languages }),
    level: choice('Bậc', 'Level', {
      choices: {
        a1: ['bậc 1 (A1)', 'A1'],
        a2: ['bậc 2 (A2)', 'A2'],
        b1: ['bậc 3 (B1)', 'B1'],
        b2: ['bậc 4 (B2)', 'B2'],
        c1: ['bậc 5 (C1)', 'C1'],
        c2: ['bậc 6 (C2)', 'C2'],
      },
    }),
    score: text('Điểm, xếp loại', 'Score', { longest: 60 }),
    issuer: text('Nơi cấp', 'Issued by'),
    number: sealed(text('Số hiệu', 'Number', { longest: 60 })),
    issuedOn: date('Ngày cấp', 'Issued on', { required: true }),
    expiresOn: date('Ngày hết hạn', 'Expires on'),
    course: link('Từ lớp', 'From the course', { to: 'register:training-course' }),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes', { longest: 500 }),
  },
  sections: [
    {
      said: ['Chứng chỉ', 'Certificate'],
      fields: ['name', 'holder', 'kind', 'language', 'level', 'score'],
    },
    {
      said: ['Nơi cấp, thời hạn', 'Issuer, validity'],
      fields: ['issuer', 'number', 'issuedOn', 'expiresOn'],
    },
    {
      said: ['Liên kết', 'Links'],
      fields: ['course', 'duties', 'note'],
    },
  ],
  list: ['name', 'holder', 'kind', 'language', 'level', 'expiresOn'],
  filters: ['kind', 'language', 'level', 'issuedOn', 'expiresOn'],
  sort: '-issuedOn',
  alike: ['name', 'holder', 'issuedOn'],
  headings: { name: ['Chứng chỉ', 'Văn bằng'], holder: ['Họ tên', 'Họ và tên'], level: ['Trình độ'] },
  timers: [
    {
      name: 'renew',
      said: ['Thi lại, đổi chứng chỉ sắp hết hạn', 'Renew the certificate'],
      from: 'expiresOn',
      count: -60,
      unit: 'day',
      source: 'Ngày hết hạn ghi trên chứng chỉ; số ngày báo trước là thông lệ, tỉnh xác nhận',
      mark: 'R',
    },
  ],
  indicators: [
    {
      key: 'staff-certificate.language',
      said: ['Chứng chỉ ngoại ngữ còn hạn', 'Language certificates in force'],
      unit: 'chứng chỉ',
      rule: 'stock',
      on: 'issuedOn',
      end: 'expiresOn',
      where: { kind: ['language'] },
    },
    {
      key: 'staff-certificate.holders',
      said: ['Người được cấp chứng chỉ', 'People certified'],
      unit: 'người',
      rule: 'distinct',
      on: 'issuedOn',
      of: 'holder',
    },
  ],
  check: ({ kind, language, issuedOn, expiresOn }) => [
    ...(kind === 'language' && !language
      ? [{ field: 'language' as const, message: 'Chứng chỉ ngoại ngữ cần ghi ngoại ngữ nào.' }]
      : []),
    ...(issuedOn && expiresOn && expiresOn <= issuedOn
      ? [{ field: 'expiresOn' as const, message: 'Ngày hết hạn phải sau ngày cấp: hãy xem lại hai ngày.' }]
      : []),
  ],
});
