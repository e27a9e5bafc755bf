import {
  agency,
  choices,
  date,
  defineRegister,
  file,
  links,
  longText,
  money,
  number,
  period,
  person,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';
import { donorKinds, fieldsOfWork } from './aid-choices.ts';

/** Chương trình vận động viện trợ: targets of a period; results come from projects and disbursements (Kế hoạch 217, II.4). */
export const aidCampaign = defineRegister({
  name: 'aid-campaign',
  said: ['Chương trình vận động viện trợ', 'Aid campaigns'],
  one: ['chương trình vận động', 'campaign'],
  heading: 'aid',
  basis: 'Kế hoạch 217/KH-UBND, II.4; NĐ 313/2025/NĐ-CP',
  title: 'name',
  fields: {
    name: text('Tên chương trình', 'Campaign', { required: true }),
    period: period('Giai đoạn', 'Period', { required: true }),
    lead: agency('Cơ quan chủ trì', 'Lead', { required: true }),
    partners: links('Cơ quan phối hợp', 'With', { to: 'agency' }),
    draftedOn: date('Ngày trình dự thảo', 'Draft submitted on'),
    decision: symbol('Văn bản ban hành', 'Issued as'),
    issuedOn: date('Ngày ban hành', 'Issued on'),
    document: file('Tệp chương trình', 'File'),
    works: choices('Lĩnh vực ưu tiên', 'Priority fields', { choices: fieldsOfWork }),
    areas: longText('Địa bàn ưu tiên', 'Priority areas', { longest: 2000 }),
    donorKinds: choices('Đối tác vận động', 'Donors addressed', { choices: donorKinds }),
    donors: longText('Nước, tổ chức hướng tới', 'Countries and organisations', { longest: 2000 }),
    measures: longText('Giải pháp, hoạt động vận động', 'Measures'),
    targetProjects: number('Chỉ tiêu số dự án, phi dự án', 'Target: projects', { unit: 'dự án' }),
    targetDonors: number('Chỉ tiêu số nhà tài trợ mới', 'Target: new donors', { unit: 'tổ chức' }),
    targetPledged: money('Chỉ tiêu giá trị cam kết', 'Target: pledged'),
    targetDisbursed: money('Chỉ tiêu giá trị giải ngân', 'Target: disbursed'),
    targetBeneficiaries: number('Chỉ tiêu người hưởng lợi', 'Target: beneficiaries', { unit: 'người' }),
    reviewedOn: date('Ngày sơ kết', 'Interim review on'),
    concludedOn: date('Ngày tổng kết', 'Concluded on'),
    lessons: longText('Đánh giá, bài học', 'Evaluation, lessons'),
    officer: person('Người theo dõi', 'Officer in charge'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  sections: [
    {
      said: ['Chương trình', 'Campaign'],
      fields: ['name', 'period', 'lead', 'partners', 'draftedOn', 'decision', 'issuedOn', 'document'],
    },
    {
      said: ['Định hướng vận động', 'Whom and what for'],
      fields: ['works', 'areas', 'donorKinds', 'donors', 'measures'],
    },
    {
      said: ['Chỉ tiêu', 'Targets'],
      fields: ['targetProjects', 'targetDonors', 'targetPledged', 'targetDisbursed', 'targetBeneficiaries'],
    },
    {
      said: ['Sơ kết, tổng kết', 'Reviews'],
      fields: ['reviewedOn', 'concludedOn', 'lessons', 'officer', 'duties'],
    },
  ],
  list: ['name', 'period', 'lead', 'targetProjects', 'targetPledged'],
  filters: ['period', 'lead', 'works', 'donorKinds'],
  sort: '-period',
  alike: ['name'],
  headings: { name: ['Chương trình', 'Tên đề án'], period: ['Thời kỳ', 'Thời gian'], lead: ['Chủ trì'] },
  workflow: {
    states: {
      drafting: ['đang xây dựng', 'drafting'],
      running: ['đang thực hiện', 'running'],
      concluded: ['đã tổng kết', 'concluded'],
    },
    ends: ['concluded'],
    transitions: [
      {
        name: 'issue',
        said: ['Ghi đã ban hành', 'Issued'],
        from: ['drafting'],
        to: 'running',
        who: usualPermissions.write,
        needs: ['decision', 'issuedOn'],
        tells: { duty: 'progress', said: ['đã được ban hành', 'was issued'] },
      },
      {
        name: 'conclude',
        said: ['Tổng kết', 'Conclude'],
        from: ['running'],
        to: 'concluded',
        who: usualPermissions.write,
        needs: ['concludedOn', 'lessons'],
        tells: { duty: 'done', said: ['đã tổng kết', 'was concluded'] },
      },
      {
        name: 'reopen',
        said: ['Mở lại', 'Reopen'],
        from: ['concluded'],
        to: 'running',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'conclude',
      said: ['Tổng kết chương trình vận động viện trợ', 'Conclude the campaign'],
      from: 'period.to',
      count: 3,
      unit: 'month',
      until: 'concludedOn',
      where: { state: ['running'] },
      source: 'Mặc định của hệ thống: tổng kết trong 3 tháng sau giai đoạn; đặt lại theo văn bản của tỉnh',
      mark: 'R',
      ahead: 60,
    },
  ],
  indicators: [
    {
      key: 'aid-campaign.running',
      said: ['Chương trình vận động đang thực hiện', 'Campaigns running'],
      unit: 'chương trình',
      rule: 'stock',
      on: 'period.from',
      end: 'period.to',
      where: { issuedOn: 'filled' },
    },
    {
      key: 'aid-campaign.issued',
      said: ['Chương trình vận động được ban hành', 'Campaigns issued'],
      unit: 'chương trình',
      rule: 'flow',
      on: 'issuedOn',
    },
  ],
  check: ({ period: during, issuedOn, concludedOn, targetPledged, targetDisbursed }) => [
    ...(concludedOn && issuedOn && concludedOn < issuedOn
      ? [{ field: 'concludedOn' as const, message: 'Ngày tổng kết phải sau ngày ban hành.' }]
      : []),
    ...(during && !during.to
      ? [
          {
            field: 'period' as const,
            message: 'Chưa có ngày kết thúc giai đoạn nên chưa so được kết quả với chỉ tiêu cả giai đoạn.',
            isWarning: true,
          },
        ]
      : []),
    ...(targetPledged &&
    targetDisbursed &&
    targetPledged.currency === targetDisbursed.currency &&
    targetDisbursed.amount > targetPledged.amount
      ? [
          {
            field: 'targetDisbursed' as const,
            message: 'Chỉ tiêu giải ngân lớn hơn chỉ tiêu cam kết: kiểm tra lại hai số.',
            isWarning: true,
          },
        ]
      : []),
  ],
});
