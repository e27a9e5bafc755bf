import {
  choice,
  choices,
  date,
  defineRegister,
  type Finding,
  file,
  link,
  links,
  longText,
  number,
  symbol,
  text,
  usualPermissions,
  yesNo,
} from '#libraries/register/index.ts';

const unit = 'người';
const who = usualPermissions.write;
const old = 'NĐ 45/2010/NĐ-CP; số của NĐ 126/2024/NĐ-CP cần xác nhận';

/** Đại hội hội hữu nghị: founding, of a term, extraordinary (sổ tay §6.2; chỉ tiêu 4). */
export const congress = defineRegister({
  name: 'congress',
  said: ['Đại hội hội hữu nghị', 'Congresses of associations'],
  one: ['đại hội', 'congress'],
  heading: 'friendship',
  basis: 'NĐ 126/2024/NĐ-CP; Kế hoạch 217/KH-UBND, III.1.b',
  title: 'name',
  fields: {
    name: text('Tên đại hội', 'Name', { required: true }),
    association: link('Hội', 'Association', { to: 'register:friendship-association', required: true }),
    kind: choice('Loại đại hội', 'Kind', {
      required: true,
      choices: {
        founding: ['thành lập', 'founding'],
        term: ['nhiệm kỳ', 'of a term'],
        extraordinary: ['bất thường', 'extraordinary'],
      },
    }),
    termNumber: number('Nhiệm kỳ thứ', 'Term no.', { least: 1, most: 99 }),
    plannedOn: date('Ngày dự kiến', 'Planned on'),
    leadersAsking: number('Lãnh đạo hội đề nghị', 'Leaders who ask', { unit: '%', most: 100, decimals: 1 }),
    membersAsking: number('Hội viên chính thức đề nghị', 'Members who ask', {
      unit: '%',
      most: 100,
      decimals: 1,
      hint: ['Chỉ ghi cho đại hội bất thường.', 'Of extraordinary congresses only.'],
    }),
    dossier: choices('Hồ sơ đã có', 'Dossier', {
      choices: {
        report: ['báo cáo tổ chức đại hội', 'report on organising the congress'],
        resolution: ['nghị quyết của Ban Chấp hành', 'resolution of the committee'],
        personnel: ['đề án nhân sự', 'personnel plan'],
        biographies: ['sơ yếu lý lịch', 'biographies'],
        record: ['phiếu lý lịch tư pháp số 1', 'criminal record sheet no. 1'],
        consent: ['đồng ý của cơ quan quản lý', 'consent of the managing body'],
        programme: ['chương trình đại hội', 'programme'],
      },
    }),
    submittedOn: date('Ngày nộp hồ sơ', 'Submitted on'),
    answer: symbol('Văn bản trả lời', 'Answer'),
    answeredOn: date('Ngày trả lời', 'Answered on'),
    heldOn: date('Ngày tổ chức', 'Held on'),
    place: text('Địa điểm', 'Place'),
    summoned: number('Đại biểu triệu tập', 'Delegates summoned', { unit }),
    present: number('Đại biểu có mặt', 'Delegates present', { unit }),
    committee: number('Ủy viên Ban Chấp hành được bầu', 'Elected to the committee', { unit }),
    standing: number('Ủy viên Thường trực được bầu', 'Elected to the standing committee', { unit }),
    inspectors: number('Ủy viên kiểm tra được bầu', 'Elected inspectors', { unit }),
    chair: text('Chủ tịch được bầu', 'Chair elected'),
    changesCharter: yesNo('Sửa điều lệ', 'Changes the charter'),
    resolution: symbol('Nghị quyết đại hội', 'Resolution'),
    reportedOn: date('Ngày báo cáo kết quả', 'Reported on'),
    charterAskedOn: date('Ngày đề nghị phê duyệt điều lệ', 'Charter submitted on'),
    charterDecision: symbol('Quyết định phê duyệt điều lệ', 'Decision on the charter'),
    charterOn: date('Ngày phê duyệt điều lệ', 'Charter approved on'),
    papers: file('Hồ sơ đại hội', 'Papers'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    result: longText('Kết quả, ghi chú', 'Result, notes'),
  },
  sections: [
    { said: ['Đại hội', 'Congress'], fields: ['name', 'association', 'kind', 'termNumber', 'plannedOn'] },
    {
      said: ['Hồ sơ', 'Dossier'],
      fields: ['leadersAsking', 'membersAsking', 'dossier', 'submittedOn', 'answer', 'answeredOn'],
    },
    {
      said: ['Kết quả', 'Result'],
      fields: [
        'heldOn',
        'place',
        'summoned',
        'present',
        'committee',
        'standing',
        'inspectors',
        'chair',
        'changesCharter',
        'resolution',
      ],
    },
    {
      said: ['Sau đại hội', 'Afterwards'],
      fields: ['reportedOn', 'charterAskedOn', 'charterDecision', 'charterOn', 'papers', 'duties', 'result'],
    },
  ],
  list: ['name', 'association', 'kind', 'plannedOn', 'heldOn', 'chair'],
  filters: ['association', 'kind', 'plannedOn', 'heldOn'],
  sort: '-plannedOn',
  alike: ['association', 'kind', 'termNumber'],
  headings: { association: ['Tên hội'], present: ['Số đại biểu'], heldOn: ['Thời gian', 'Ngày đại hội'] },
  workflow: {
    states: {
      preparing: ['đang chuẩn bị', 'preparing'],
      submitted: ['đã nộp hồ sơ', 'submitted'],
      allowed: ['được tổ chức', 'allowed'],
      held: ['đã tổ chức', 'held'],
      reported: ['đã báo cáo kết quả', 'reported'],
      dropped: ['không tổ chức', 'dropped'],
    },
    transitions: [
      {
        name: 'submit',
        said: ['Ghi đã nộp hồ sơ', 'Submitted'],
        from: ['preparing'],
        to: 'submitted',
        who,
        needs: ['dossier', 'submittedOn'],
      },
      {
        name: 'allow',
        said: ['Ghi được tổ chức', 'Allowed'],
        from: ['submitted'],
        to: 'allowed',
        who,
        needs: ['answer', 'answeredOn'],
      },
      {
        name: 'return',
        said: ['Hồ sơ bị trả lại', 'Returned'],
        from: ['submitted'],
        to: 'preparing',
        who,
        withReason: true,
      },
      {
        name: 'hold',
        said: ['Ghi đã tổ chức', 'Held'],
        from: ['allowed'],
        to: 'held',
        who,
        needs: ['heldOn', 'summoned', 'present', 'chair'],
        tells: { duty: 'progress', said: ['đã được tổ chức', 'was held'] },
      },
      {
        name: 'record',
        said: ['Ghi đại hội đã có từ trước', 'Record as past'],
        from: ['preparing'],
        to: 'held',
        who,
        needs: ['heldOn'],
      },
      {
        name: 'report',
        said: ['Ghi đã báo cáo kết quả', 'Reported'],
        from: ['held'],
        to: 'reported',
        who,
        needs: ['reportedOn', 'resolution'],
        tells: { duty: 'progress', said: ['đã báo cáo kết quả', 'was reported on'] },
      },
      {
        name: 'drop',
        said: ['Không tổ chức', 'Drop'],
        from: ['preparing', 'submitted', 'allowed'],
        to: 'dropped',
        who,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'hold',
      said: ['Tổ chức đại hội', 'Hold the congress'],
      from: 'plannedOn',
      count: 0,
      unit: 'day',
      until: 'heldOn',
      where: { state: ['preparing', 'submitted', 'allowed'] },
      source: 'Ngày dự kiến ghi ở dòng này',
      mark: 'V',
    },
    {
      name: 'report',
      said: ['Báo cáo kết quả đại hội', 'Report on the congress'],
      from: 'heldOn',
      count: 30,
      unit: 'working-day',
      until: 'reportedOn',
      where: { state: ['held'] },
      source: `30 ngày làm việc theo ${old}`,
      mark: 'R',
    },
    {
      name: 'charter',
      said: ['Phê duyệt điều lệ sau đại hội', 'Approve the charter'],
      from: 'charterAskedOn',
      count: 30,
      unit: 'working-day',
      until: 'charterOn',
      where: { state: ['held', 'reported'] },
      source: `30 ngày làm việc theo ${old}`,
      mark: 'R',
    },
  ],
  thresholds: {
    present: {
      said: ['Đại hội hợp lệ khi có mặt trên', 'Valid with more present than'],
      value: 50,
      unit: '% đại biểu triệu tập',
      source: old,
      mark: 'R',
    },
    leadersAsking: {
      said: ['Bất thường: lãnh đạo đề nghị ít nhất', 'Extraordinary: leaders asking, at least'],
      value: 66.6,
      unit: '%',
      source: `2/3 theo ${old}`,
      mark: 'R',
    },
    membersAsking: {
      said: ['Bất thường: hội viên đề nghị ít nhất', 'Extraordinary: members asking, at least'],
      value: 50,
      unit: '%',
      source: `1/2 theo ${old}`,
      mark: 'R',
    },
  },
  indicators: [
    {
      key: 'congress.held',
      said: ['Đại hội đã tổ chức', 'Congresses held'],
      unit: 'cuộc',
      rule: 'flow',
      on: 'heldOn',
      where: { state: ['held', 'reported'] },
    },
    {
      key: 'congress.delegates',
      said: ['Đại biểu dự đại hội', 'Delegates present'],
      unit: 'lượt',
      rule: 'flow',
      on: 'heldOn',
      sum: 'present',
      where: { state: ['held', 'reported'] },
    },
    {
      key: 'congress.reported',
      said: ['Đại hội đã báo cáo kết quả', 'Congresses reported on'],
      unit: '%',
      rule: 'ratio',
      on: 'heldOn',
      where: { state: ['held', 'reported'] },
      part: { state: ['reported'] },
    },
  ],
  check: ({ kind, summoned, present, leadersAsking, membersAsking, heldOn, reportedOn }, { thresholds }) => {
    const found: Finding<'present' | 'leadersAsking' | 'reportedOn'>[] = [];
    if (summoned !== null && present !== null) {
      if (present > summoned)
        found.push({ field: 'present', message: 'Nhiều hơn số đại biểu triệu tập: hãy xem lại hai số.' });
      else if (present * 100 <= summoned * thresholds.present!)
        found.push({
          field: 'present',
          message: `Đại hội cần trên ${thresholds.present}% đại biểu có mặt: với số này đại hội chưa hợp lệ.`,
          isWarning: true,
        });
    }
    const asked = [leadersAsking, membersAsking];
    const enough =
      (leadersAsking ?? 0) >= thresholds.leadersAsking! || (membersAsking ?? 0) >= thresholds.membersAsking!;
    if (kind === 'extraordinary' && asked.some((one) => one !== null) && !enough)
      found.push({
        field: 'leadersAsking',
        message: 'Chưa đủ số lãnh đạo hội hoặc hội viên đề nghị để đại hội bất thường.',
        isWarning: true,
      });
    if (heldOn && reportedOn && reportedOn < heldOn)
      found.push({ field: 'reportedOn', message: 'Ngày báo cáo phải sau ngày tổ chức.' });
    return found;
  },
});
