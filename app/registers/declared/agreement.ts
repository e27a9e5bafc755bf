import {
  agency,
  choice,
  choices,
  countries,
  country,
  date,
  defineRegister,
  type Finding,
  file,
  link,
  links,
  longText,
  period,
  person,
  symbol,
  text,
  yesNo,
} from '#libraries/register/index.ts';
import { agreementFlow } from './agreement-flow.ts';
import { fieldsOfCooperation, foreignLevels } from './friendship-choices.ts';
import { languages } from './languages.ts';

/** Thỏa thuận quốc tế: procedure and clocks of each signatory, signing, expiry, inheritance (sổ tay §5.1; chỉ tiêu 9). */
export const agreement = defineRegister({
  name: 'agreement',
  said: ['Thỏa thuận quốc tế, biên bản ghi nhớ', 'International agreements, MoUs'],
  one: ['thỏa thuận', 'agreement'],
  heading: 'friendship',
  basis:
    'Luật Thỏa thuận quốc tế 70/2020/QH14; NĐ 64/2021/NĐ-CP (sửa đổi: NĐ 177/2025/NĐ-CP); Kế hoạch 217/KH-UBND, II.3',
  title: 'name',
  fields: {
    name: text('Tên gọi', 'Name', {
      required: true,
      longest: 500,
      hint: [
        'Như “Bản ghi nhớ giữa … và …”; không đặt là hiệp định, hiệp ước, công ước.',
        'Such as “Memorandum between … and …”; never treaty or convention.',
      ],
    }),
    kind: choice('Loại văn bản', 'Kind', {
      required: true,
      choices: {
        agreement: ['thỏa thuận', 'agreement'],
        memorandum: ['bản ghi nhớ', 'memorandum of understanding'],
        minutes: ['biên bản thỏa thuận, trao đổi', 'agreed minutes'],
        intent: ['ý định thư', 'letter of intent'],
        communique: ['thông cáo', 'communiqué'],
        declaration: ['tuyên bố', 'declaration'],
        programme: ['chương trình, kế hoạch hợp tác', 'programme, plan of co-operation'],
        other: ['tên gọi khác', 'other'],
      },
    }),
    signatory: choice('Bên Việt Nam thuộc loại', 'Vietnamese side is', {
      choices: {
        province: ['UBND tỉnh, thành phố', "people's committee of the province"],
        department: ['sở, cơ quan chuyên môn', 'department'],
        commune: ['UBND xã biên giới', 'border commune'],
        organisation: ['cơ quan cấp tỉnh của tổ chức (như Liên hiệp)', 'provincial body of an organisation'],
        beyond: [
          'đơn vị khác, không thuộc Luật Thỏa thuận quốc tế',
          'another body, not under the Law on Agreements',
        ],
      },
    }),
    signer: agency('Cơ quan ký', 'Signing agency', { required: true }),
    foreignSide: text('Bên nước ngoài', 'Foreign side', { required: true, longest: 500 }),
    country: country('Nước', 'Country', { required: true }),
    otherCountries: countries('Nước khác cùng ký', 'Other countries', {
      hint: ['Khi có bên của từ hai nước trở lên.', 'When there are parties of two countries or more.'],
    }),
    foreignLevel: choice('Cấp của bên nước ngoài', 'Level of the foreign side', { choices: foreignLevels }),
    locality: link('Địa phương đối tác', 'Partner locality', { to: 'register:partner-locality' }),
    works: choices('Lĩnh vực', 'Fields', { choices: fieldsOfCooperation }),
    contents: longText('Nội dung chính', 'Contents'),
    commitments: longText('Cam kết chính', 'Commitments'),
    languages: choices('Ngôn ngữ', 'Languages', {
      choices: { vi: ['tiếng Việt', 'Vietnamese'], ...languages },
    }),
    hasVietnamese: yesNo('Có bản tiếng Việt hoặc bản dịch', 'Vietnamese text or translation'),
    bindsNoState: yesNo('Không ràng buộc Nhà nước theo luật quốc tế', 'Does not bind the State'),
    isPlanned: yesNo('Có trong kế hoạch năm gửi Bộ Ngoại giao', 'In the yearly plan'),
    procedure: choice('Thủ tục', 'Procedure', {
      choices: {
        usual: ['thông thường', 'usual'],
        short: ['rút gọn', 'shortened'],
        technical: ['sửa kỹ thuật, gia hạn không thêm cam kết', 'technical change, mere extension'],
        naming: ['chỉ đổi tên cơ quan sau sắp xếp', 'names only, after reorganisation'],
      },
    }),
    shortReason: longText('Lý do rút gọn', 'Why shortened', { longest: 2000 }),
    dossier: choices('Hồ sơ lấy ý kiến', 'Dossier', {
      choices: {
        request: ['văn bản lấy ý kiến: mục đích, tác động', 'request: aim, impact'],
        vietnamese: ['dự thảo tiếng Việt', 'Vietnamese draft'],
        foreign: ['dự thảo tiếng nước ngoài', 'foreign draft'],
        partner: ['thông tin về đối tác', 'about the partner'],
        shortened: ['giải trình thủ tục rút gọn', 'grounds of shortening'],
      },
    }),
    consulted: links('Cơ quan được lấy ý kiến', 'Consulted', { to: 'agency' }),
    consultedOthers: text('Cơ quan trung ương được lấy ý kiến', 'Central bodies consulted'),
    opinionAskedOn: date('Ngày lấy ý kiến', 'Opinions asked on'),
    opinionGivenOn: date('Ngày có đủ ý kiến', 'Opinions given on'),
    opinions: longText('Ý kiến đã nhận, tiếp thu', 'Opinions and what became of them'),
    decisionAskedOn: date('Ngày trình quyết định', 'Decision asked on'),
    decidedBy: choice('Người quyết định ký', 'Decided by', {
      choices: {
        chairman: ['Chủ tịch UBND tỉnh, thành phố', 'chairman of the province'],
        primeMinister: ['Thủ tướng Chính phủ', 'Prime Minister'],
        managing: [
          'cơ quan quản lý hoạt động đối ngoại của tổ chức',
          "body managing the organisation's relations",
        ],
        itself: ['cơ quan ký tự quyết định', 'the signing body'],
      },
    }),
    consent: symbol('Văn bản đồng ý', 'Consent'),
    consentOn: date('Ngày đồng ý', 'Consent on'),
    signedOn: date('Ngày ký', 'Signed on'),
    signedAt: text('Nơi ký', 'Signed at'),
    ourSigner: text('Người ký, chức danh (Việt Nam)', 'Signer, title (Vietnam)'),
    theirSigner: text('Người ký, chức danh (nước ngoài)', 'Signer, title (foreign)'),
    occasion: text('Dịp ký', 'Occasion'),
    delegation: link('Đoàn', 'Delegation', { to: 'register:delegation' }),
    lasts: period('Hiệu lực', 'In force'),
    isProlonged: yesNo('Tự động gia hạn', 'Renewed by itself'),
    reportedOn: date('Ngày báo cáo sau ký', 'Reported after signing'),
    report: symbol('Văn bản báo cáo sau ký', 'Report after signing'),
    progress: longText('Tiến độ thực hiện', 'Progress'),
    changes: longText('Sửa đổi, bổ sung, gia hạn', 'Changes, renewals'),
    endKind: choice('Cách chấm dứt', 'How it ended', {
      choices: {
        expired: ['hết hạn', 'expired'],
        terminated: ['chấm dứt', 'terminated'],
        withdrawn: ['rút khỏi', 'withdrawn from'],
        replaced: ['được thay thế', 'replaced'],
      },
    }),
    endedOn: date('Ngày hết hiệu lực', 'Ended on'),
    inheritedFrom: text('Kế thừa từ (huyện, tỉnh cũ)', 'Inherited from'),
    inheritance: symbol('Quyết định về thỏa thuận kế thừa', 'Decision on the inherited agreement'),
    inheritedOn: date('Ngày quyết định kế thừa', 'Inheritance decided on'),
    informedOn: date('Ngày thông báo bên nước ngoài', 'Foreign side informed on'),
    isPublic: yesNo('Công khai', 'Published'),
    publicReason: text('Lý do không công khai', 'Why not published'),
    officer: person('Người theo dõi', 'Officer in charge'),
    papers: file('Văn bản đã ký', 'Signed text'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  sections: [
    {
      said: ['Thỏa thuận', 'Agreement'],
      fields: [
        'name',
        'kind',
        'signatory',
        'signer',
        'foreignSide',
        'country',
        'otherCountries',
        'foreignLevel',
        'locality',
      ],
    },
    {
      said: ['Nội dung', 'Contents'],
      fields: ['works', 'contents', 'commitments', 'languages', 'hasVietnamese', 'bindsNoState', 'isPlanned'],
    },
    {
      said: ['Lấy ý kiến, quyết định', 'Opinions, decision'],
      fields: [
        'procedure',
        'shortReason',
        'dossier',
        'consulted',
        'consultedOthers',
        'opinionAskedOn',
        'opinionGivenOn',
        'opinions',
        'decisionAskedOn',
        'decidedBy',
        'consent',
        'consentOn',
      ],
    },
    {
      said: ['Ký, hiệu lực', 'Signing, force'],
      fields: [
        'signedOn',
        'signedAt',
        'ourSigner',
        'theirSigner',
        'occasion',
        'delegation',
        'lasts',
        'isProlonged',
        'reportedOn',
        'report',
      ],
    },
    {
      said: ['Thực hiện, thay đổi', 'Carrying out, changes'],
      fields: ['progress', 'changes', 'endKind', 'endedOn', 'duties', 'officer'],
    },
    {
      said: ['Kế thừa, công khai', 'Inheritance, publication'],
      fields: [
        'inheritedFrom',
        'inheritance',
        'inheritedOn',
        'informedOn',
        'isPublic',
        'publicReason',
        'papers',
      ],
    },
  ],
  list: ['name', 'kind', 'signer', 'foreignSide', 'country', 'signedOn', 'lasts'],
  filters: [
    'kind',
    'signatory',
    'signer',
    'country',
    'otherCountries',
    'works',
    'procedure',
    'signedOn',
    'lasts',
  ],
  sort: '-signedOn',
  alike: ['name', 'country', 'signedOn'],
  headings: {
    name: ['Tên thỏa thuận', 'Tên văn bản', 'Tên MOU'],
    signer: ['Đơn vị ký', 'Bên Việt Nam'],
    foreignSide: ['Đối tác', 'Đối tác nước ngoài'],
    signedOn: ['Ngày ký kết', 'Thời gian ký'],
    lasts: ['Thời hạn', 'Thời hạn hiệu lực'],
    progress: ['Tình hình thực hiện', 'Kết quả thực hiện'],
    contents: ['Nội dung', 'Nội dung hợp tác'],
  },
  ...agreementFlow,
  check: (row) => {
    const found: Finding<keyof typeof row & string>[] = [];
    if (treatyName.test(row.name ?? ''))
      found.push({
        field: 'name',
        message:
          'Thỏa thuận quốc tế không được đặt tên là hiệp định, hiệp ước, công ước: dùng thỏa thuận, bản ghi nhớ, biên bản, ý định thư…',
      });
    if (row.signedOn && row.hasVietnamese === false)
      found.push({
        field: 'hasVietnamese',
        message: 'Cần có bản tiếng Việt hoặc bản dịch.',
        isWarning: true,
      });
    if (row.bindsNoState === false)
      found.push({
        field: 'bindsNoState',
        message:
          'Văn bản ràng buộc Nhà nước theo luật quốc tế không phải là thỏa thuận quốc tế: xem lại nội dung.',
        isWarning: true,
      });
    if (row.procedure === 'short' && !row.shortReason)
      found.push({ field: 'shortReason', message: 'Thủ tục rút gọn phải ghi lý do.' });
    if (row.isPublic === false && !row.publicReason)
      found.push({ field: 'publicReason', message: 'Ghi lý do không công khai.', isWarning: true });
    for (const [before, after, message] of [
      ['opinionAskedOn', 'opinionGivenOn', 'Ngày có ý kiến phải sau ngày lấy ý kiến.'],
      ['decisionAskedOn', 'consentOn', 'Ngày đồng ý phải sau ngày trình.'],
      ['consentOn', 'signedOn', 'Ngày ký phải sau ngày được đồng ý ký.'],
      ['signedOn', 'reportedOn', 'Ngày báo cáo sau ký phải sau ngày ký.'],
      ['signedOn', 'endedOn', 'Ngày hết hiệu lực phải sau ngày ký.'],
    ] as const)
      if (row[before] && row[after] && row[after] < row[before]) found.push({ field: after, message });
    return found;
  },
});

/** A title that calls itself a treaty; one that only carries out a treaty of the State names it further on. */
const treatyName = /^["“\s]*(?:(?:văn )?bản\s+)?(?:hiệp định|hiệp ước|công ước)(?!\p{L})/iu;
