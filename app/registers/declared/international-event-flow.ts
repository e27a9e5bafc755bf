import { type Indicator, type Timer, usualPermissions, type Workflow } from '#libraries/register/index.ts';

const who = usualPermissions.write;
const rule = 'QĐ 06/2020/QĐ-TTg';
const done = ['held', 'reported'] as const;
const conference = ['conference'] as const;
const exchanges = ['friendship', 'culture', 'sport', 'volunteer', 'other'] as const;
const promotion = ['trade', 'investment', 'tourism'] as const;

const flow = (
  key: string,
  said: readonly [string, string],
  unit: string,
  kinds: readonly string[],
  sum?: 'people' | 'companies' | 'foreigners',
) => ({
  key: `international-event.${key}`,
  said,
  unit,
  rule: 'flow' as const,
  on: 'held.from' as const,
  where: { state: done, kind: kinds },
  ...(sum ? { sum } : {}),
});

/** Planned → opinions → permission → held → reported; conferences by the clocks of QĐ 06/2020/QĐ-TTg (sổ tay §5.2). */
export const internationalEventFlow = {
  workflow: {
    states: {
      planned: ['dự kiến', 'planned'],
      consulting: ['đang lấy ý kiến', 'opinions asked'],
      submitted: ['đang xin phép', 'permission asked'],
      permitted: ['đã được phép', 'permitted'],
      held: ['đã tổ chức', 'held'],
      reported: ['đã báo cáo kết quả', 'reported'],
      dropped: ['không tổ chức', 'dropped'],
    },
    transitions: [
      {
        name: 'consult',
        said: ['Ghi đã lấy ý kiến', 'Opinions asked'],
        from: ['planned'],
        to: 'consulting',
        who,
        needs: ['purpose', 'opinionAskedOn'],
      },
      {
        name: 'submit',
        said: ['Ghi đã trình xin phép', 'Submitted'],
        from: ['planned', 'consulting'],
        to: 'submitted',
        who,
        needs: ['purpose', 'permitter', 'submittedOn'],
      },
      {
        name: 'permit',
        said: ['Ghi đã được phép', 'Permitted'],
        from: ['submitted'],
        to: 'permitted',
        who,
        needs: ['permit', 'permittedOn'],
        tells: { duty: 'progress', said: ['đã được cho phép tổ chức', 'was permitted'] },
      },
      {
        name: 'return',
        said: ['Chưa được phép', 'Not permitted'],
        from: ['consulting', 'submitted'],
        to: 'planned',
        who,
        withReason: true,
      },
      {
        name: 'hold',
        said: ['Ghi đã tổ chức', 'Held'],
        from: ['permitted'],
        to: 'held',
        who,
        needs: ['people'],
        tells: { duty: 'progress', said: ['đã được tổ chức', 'was held'] },
      },
      {
        name: 'holdFreely',
        said: ['Ghi đã tổ chức, không phải xin phép', 'Held, no permission needed'],
        from: ['planned'],
        to: 'held',
        who,
        onlyIf: {
          where: { kind: [...exchanges, ...promotion] },
          said: [
            'Hội nghị, hội thảo quốc tế phải được cho phép trước khi tổ chức (QĐ 06/2020/QĐ-TTg): hãy trình xin phép, hoặc sửa loại hoạt động.',
            'An international conference must be permitted before it is held (Decision 06/2020/QĐ-TTg): ask for permission, or change the kind.',
          ],
        },
        needs: ['people'],
        tells: { duty: 'progress', said: ['đã được tổ chức', 'was held'] },
      },
      {
        name: 'report',
        said: ['Ghi đã báo cáo kết quả', 'Reported'],
        from: ['held'],
        to: 'reported',
        who,
        needs: ['results', 'reportedOn'],
        tells: { duty: 'progress', said: ['đã có báo cáo kết quả', 'was reported on'] },
      },
      {
        name: 'drop',
        said: ['Không tổ chức', 'Drop'],
        from: ['planned', 'consulting', 'submitted', 'permitted'],
        to: 'dropped',
        who,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'submit-prime-minister',
      said: ['Trình hồ sơ xin phép Thủ tướng về hội nghị quốc tế', 'Submit to the Prime Minister'],
      from: 'held.from',
      count: -40,
      unit: 'day',
      until: 'submittedOn',
      where: { state: ['planned', 'consulting'], kind: conference, permitter: ['primeMinister'] },
      source: `${rule}: trình ít nhất 40 ngày trước ngày tổ chức`,
      mark: 'V',
    },
    {
      name: 'submit-chairman',
      said: ['Trình hồ sơ xin phép Chủ tịch UBND về hội nghị quốc tế', 'Submit to the chairman'],
      from: 'held.from',
      count: -30,
      unit: 'day',
      until: 'submittedOn',
      where: { state: ['planned', 'consulting'], kind: conference, permitter: ['chairman'] },
      source: `${rule}: trình ít nhất 30 ngày trước ngày tổ chức`,
      mark: 'V',
    },
    {
      name: 'opinion',
      said: ['Trả lời ý kiến về hội nghị quốc tế', 'Answer on the conference'],
      from: 'opinionAskedOn',
      count: 15,
      unit: 'day',
      until: 'opinionGivenOn',
      where: { state: ['consulting'], kind: conference },
      source: `${rule}: cơ quan được hỏi trả lời trong 15 ngày`,
      mark: 'V',
    },
    {
      name: 'report',
      said: ['Báo cáo kết quả hội nghị quốc tế (Mẫu 02)', 'Report on the conference (form 02)'],
      from: 'held.to',
      count: 15,
      unit: 'day',
      until: 'reportedOn',
      where: { state: ['permitted', 'held'], kind: conference },
      source: `${rule}: báo cáo trong 15 ngày từ khi kết thúc`,
      mark: 'V',
    },
  ],
  indicators: [
    flow('conferences', ['Hội nghị, hội thảo quốc tế', 'International conferences'], 'cuộc', conference),
    flow(
      'conference-people',
      ['Đại biểu dự hội nghị, hội thảo quốc tế', 'Delegates of conferences'],
      'lượt',
      conference,
      'people',
    ),
    flow(
      'conference-foreigners',
      ['Đại biểu nước ngoài dự hội nghị, hội thảo quốc tế', 'Foreign delegates of conferences'],
      'lượt',
      conference,
      'foreigners',
    ),
    {
      ...flow(
        'conference-cost',
        ['Kinh phí hội nghị, hội thảo quốc tế', 'Cost of conferences'],
        'nguyên tệ',
        conference,
      ),
      sum: 'cost',
    },
    {
      ...flow(
        'conferences-prime-minister',
        ['Hội nghị do Thủ tướng cho phép', 'Permitted by the Prime Minister'],
        'cuộc',
        conference,
      ),
      where: { state: done, kind: conference, permitter: ['primeMinister'] },
    },
    {
      ...flow(
        'conferences-chairman',
        ['Hội nghị do Chủ tịch UBND tỉnh cho phép', 'Permitted by the chairman'],
        'cuộc',
        conference,
      ),
      where: { state: done, kind: conference, permitter: ['chairman'] },
    },
    {
      ...flow('conferences-online', ['Hội nghị trực tuyến', 'Online conferences'], 'cuộc', conference),
      where: { state: done, kind: conference, form: ['online'] },
    },
    flow(
      'exchanges',
      ['Hoạt động giao lưu hữu nghị, văn hóa, thể thao', 'Exchanges: friendship, culture, sport'],
      'cuộc',
      exchanges,
    ),
    flow(
      'exchange-people',
      ['Lượt người dự giao lưu hữu nghị', 'Participants of exchanges'],
      'lượt',
      exchanges,
      'people',
    ),
    flow('promotions', ['Hoạt động xúc tiến', 'Promotion events'], 'cuộc', promotion),
    flow(
      'companies',
      ['Doanh nghiệp dự hoạt động xúc tiến', 'Companies at promotions'],
      'lượt',
      promotion,
      'companies',
    ),
    {
      key: 'international-event.reported',
      said: ['Hội nghị quốc tế đã báo cáo kết quả', 'Conferences reported on'],
      unit: '%',
      rule: 'ratio',
      on: 'held.from',
      where: { state: done, kind: conference },
      part: { reportedOn: 'filled' },
    },
  ],
} as const satisfies { workflow: Workflow; timers: readonly Timer[]; indicators: readonly Indicator[] };
