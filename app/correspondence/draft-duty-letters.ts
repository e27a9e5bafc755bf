import type { Block } from '#app/letters/official-document.ts';
import { type DutyFacts, isAsked, type LetterContent, type LetterFrame } from './letter-facts.ts';
import {
  bare,
  called,
  contactLine,
  dutyTable,
  fullOf,
  letterOf,
  listed,
  paragraph,
  placeOf,
  plansOf,
  points,
  shortDay,
  shortOf,
} from './wording.ts';

const dueOf = (duty: DutyFacts, dueOn: string | null): string =>
  dueOn ? `trước hết ngày ${shortDay(dueOn)}` : duty.deadlineWords ? bare(duty.deadlineWords) : '';

/** Giao việc: what a plan gives to whom. Only an issuer that commands gives; others, and bodies outside the chain, are asked. */
export function draftAssignment(frame: LetterFrame, duty: DutyFacts): LetterContent {
  const names = duty.parts.map((part) => part.agencyName);
  const asked = (part: DutyFacts['parts'][number]) => !frame.commands || isAsked(duty, part);
  const isRequest = duty.parts.every(asked);
  const sentences = duty.parts.map((part) => {
    const verb = asked(part) ? 'Đề nghị' : 'Giao';
    const task = part.role === 'holder' ? (part.leads ? 'chủ trì' : 'thực hiện') : 'phối hợp thực hiện';
    const due = dueOf(duty, part.dueOn);
    return `${verb} ${part.agencyName} ${task}${due ? `, thời hạn ${due}` : ''}`;
  });
  const product = duty.product ? [paragraph(`Sản phẩm: ${bare(duty.product)}.`)] : [];
  const reports = duty.reportTo ? [paragraph(`Kết quả gửi về ${bare(duty.reportTo)}.`)] : [];
  return letterOf(frame, {
    abbreviation: null,
    kind: 'Công văn',
    title: `${isRequest ? 'đề nghị phối hợp thực hiện' : 'giao thực hiện'} nhiệm vụ tại ${shortOf(duty.plan)}`,
    addressees: names,
    body: [
      paragraph(
        `Thực hiện ${fullOf(duty.plan)}, ${frame.issuer} ${isRequest ? 'trân trọng đề nghị' : 'thông báo'} ${called(names)} nội dung tại ${placeOf(duty)} như sau:`,
      ),
      paragraph(`“${bare(duty.text)}.”`),
      ...points(sentences),
      ...product,
      ...reports,
      paragraph(contactLine(frame)),
      ...(isRequest ? [paragraph('Rất mong nhận được sự quan tâm, phối hợp của Quý cơ quan.')] : []),
    ],
  });
}

/**
 * Which of an agency's duties a reminder names: late ones of an order, silent ones of both. With `wanted` (ids of
 * duties) those and no others, silent or not.
 */
export function toUrge(
  duties: readonly DutyFacts[],
  agencyId: string,
  today: string,
  wanted?: ReadonlySet<string>,
) {
  const own = duties.flatMap((duty) => {
    const part = duty.parts.find((one) => one.agencyId === agencyId && one.isOpen);
    return part && (wanted?.has(duty.id) ?? true) ? [{ duty, part }] : [];
  });
  const isNamed = ({ part }: (typeof own)[number]) => part.isSilent || wanted !== undefined;
  const asked = own.filter(({ duty, part }) => isAsked(duty, part));
  const ordered = own.filter((one) => !asked.includes(one));
  const isLate = ({ part }: (typeof own)[number]) =>
    part.dueOn !== null && part.dueOn < today && !part.isWaiting;
  return {
    late: ordered.filter(isLate),
    silent: ordered.filter((one) => !isLate(one) && isNamed(one)),
    asked: asked.filter(isNamed),
  };
}

type Urged = ReturnType<typeof toUrge>;
export const isOnlyAsked = ({ late, silent }: Urged): boolean => late.length + silent.length === 0;

/** The title of a reminder: what is only asked for is asked about. */
const titleOf = (groups: Urged, plan: DutyFacts['plan']): string =>
  isOnlyAsked(groups)
    ? `đề nghị thông tin tình hình phối hợp thực hiện ${shortOf(plan)}`
    : `đôn đốc thực hiện nhiệm vụ tại ${shortOf(plan)}`;

/**
 * Đôn đốc: to one agency, about what is late or not heard of. What it is only asked for is never called late: it is
 * reminded of, politely. Null where there is nothing to remind of.
 */
export function draftReminder(
  frame: LetterFrame,
  agency: { id: string; name: string },
  duties: readonly DutyFacts[],
  { replyBy, wanted }: { replyBy: string; wanted?: ReadonlySet<string> },
): LetterContent | null {
  const groups = toUrge(duties, agency.id, frame.today, wanted);
  const { late, silent, asked } = groups;
  const all = [...late, ...silent, ...asked].map(({ duty }) => duty);
  if (!all.length) return null;
  const plans = plansOf(all);
  const onlyAsked = isOnlyAsked(groups);
  return letterOf(frame, {
    abbreviation: null,
    kind: 'Công văn',
    title: titleOf(groups, plans[0]!),
    addressees: [agency.name],
    body: [
      paragraph(
        `Thực hiện ${listed(plans.map(fullOf))}, ${frame.issuer} trân trọng ${onlyAsked ? 'trao đổi với' : 'đề nghị'} ${agency.name} ${onlyAsked ? 'các' : 'quan tâm chỉ đạo thực hiện các'} nội dung sau:`,
      ),
      ...orderedBlocks(groups, frame.today),
      ...askedBlocks(asked, agency.name),
      paragraph(
        onlyAsked
          ? `Đề nghị ${agency.name} thông tin về tình hình phối hợp thực hiện; nếu thuận tiện, xin gửi về ${frame.issuer} trước ngày ${shortDay(replyBy)}.`
          : `Đề nghị ${agency.name} thực hiện và báo cáo kết quả, nêu rõ khó khăn, vướng mắc và đề xuất (nếu có), gửi về ${frame.issuer} trước ngày ${shortDay(replyBy)} để tổng hợp.`,
      ),
      paragraph(`Rất mong nhận được sự phối hợp của ${agency.name}.`),
    ],
  });
}

const said = ({ duty }: Urged['late'][number]): string => `${bare(duty.text)} (${placeOf(duty)})`;

/** Ordered work: one duty in a sentence, more of them in a table. */
function orderedBlocks({ late, silent }: Urged, today: string): Block[] {
  const rows = [
    ...late.map((one) => [
      said(one),
      shortDay(one.part.dueOn!),
      'Đã qua thời hạn, chưa có báo cáo hoàn thành',
    ]),
    ...silent.map((one) => [
      said(one),
      one.part.dueOn ? shortDay(one.part.dueOn) : bare(one.duty.deadlineWords ?? ''),
      'Chưa có thông tin về tình hình thực hiện',
    ]),
  ];
  if (!rows.length) return [];
  const [only] = late.length ? late : silent;
  if (rows.length > 1)
    return [
      paragraph(`Tình hình thực hiện đến ngày ${shortDay(today)}:`),
      dutyTable(['Nhiệm vụ', 'Hạn', 'Tình hình'], rows),
    ];
  return late.length
    ? [
        paragraph(`Đến ngày ${shortDay(today)}, nhiệm vụ sau đã qua thời hạn và chưa có báo cáo hoàn thành:`),
        ...points([`${said(only!)}, thời hạn ngày ${shortDay(only!.part.dueOn!)}`]),
      ]
    : [paragraph('Nhiệm vụ sau chưa có thông tin về tình hình thực hiện:'), ...points([said(only!)])];
}

/** What is asked for: by when it was hoped for, and never that it is late. */
function askedBlocks(asked: Urged['asked'], agency: string): Block[] {
  if (!asked.length) return [];
  const lead = paragraph(`Các nội dung đã đề nghị ${agency} phối hợp:`);
  if (asked.length === 1) return [lead, ...points(asked.map(said))];
  const rows = asked.map((one) => [
    said(one),
    one.part.dueOn ? shortDay(one.part.dueOn) : bare(one.duty.deadlineWords ?? ''),
    'Mong nhận được thông tin',
  ]);
  return [lead, dutyTable(['Nội dung phối hợp', 'Thời gian dự kiến', 'Tình hình'], rows)];
}

/** Giấy mời: a meeting about a duty; hour and place are left to be filled in. */
export function draftInvitation(frame: LetterFrame, duty: DutyFacts): LetterContent {
  const names = duty.parts.map((part) => part.agencyName);
  return letterOf(frame, {
    abbreviation: 'GM',
    kind: 'Giấy mời',
    title: `Họp trao đổi việc thực hiện nhiệm vụ tại ${placeOf(duty)}`,
    addressees: [],
    recipients: ['Như thành phần mời'],
    body: [
      paragraph(
        `Thực hiện ${fullOf(duty.plan)}, ${frame.issuer} trân trọng kính mời dự họp trao đổi việc thực hiện nhiệm vụ: “${bare(duty.text)}”.`,
      ),
      paragraph('Thành phần: đại diện lãnh đạo'),
      ...points(names.length ? names : ['…']),
      paragraph('Thời gian: … giờ …, ngày … tháng … năm …'),
      paragraph('Địa điểm: …'),
      paragraph(
        'Đề nghị các cơ quan chuẩn bị ý kiến về tiến độ, khó khăn, vướng mắc và đề xuất. Rất mong quý đại biểu đến dự đúng thành phần và thời gian.',
      ),
    ],
  });
}

export type Unclear = 'who' | 'what' | 'when' | 'duty' | 'product' | 'authority';
/** "6 rõ" (QĐ 2179/QĐ-TTg ngày 6/10/2025), each with what to ask its drafter for. */
const sixClear: Record<Unclear, string> = {
  who: 'Rõ người: cơ quan, đơn vị chủ trì cụ thể',
  what: 'Rõ việc: nội dung công việc cần thực hiện',
  when: 'Rõ thời gian: thời hạn hoàn thành hoặc kỳ báo cáo',
  duty: 'Rõ trách nhiệm: cơ quan chịu trách nhiệm chính khi có nhiều cơ quan cùng chủ trì, và các cơ quan phối hợp',
  product: 'Rõ sản phẩm: kết quả, sản phẩm phải có',
  authority: 'Rõ thẩm quyền: cấp nhận báo cáo, quyết định',
};

/** Fewer words than this name no work. */
const leastWords = 6;

/** What a duty does not say of the six. */
export function unclearIn(duty: DutyFacts): Unclear[] {
  const holders = duty.parts.filter((part) => part.role === 'holder');
  const missing: Record<Unclear, boolean> = {
    who: holders.length === 0 || duty.unnamed.length > 0,
    what: duty.text.trim().split(/\s+/).length < leastWords,
    when: !duty.dueOn && !duty.deadlineWords,
    duty: holders.length > 1 && holders.filter((part) => part.leads).length !== 1,
    product: !duty.product,
    authority: !duty.reportTo,
  };
  return (Object.keys(sixClear) as Unclear[]).filter((one) => missing[one]);
}

/** Hỏi bổ sung: asks who drafted the plan for what is missing of the six. Null where nothing is. */
export function draftQuestion(frame: LetterFrame, duty: DutyFacts): LetterContent | null {
  const missing = unclearIn(duty);
  if (!missing.length) return null;
  const drafter = duty.plan.issuer ?? 'Cơ quan soạn thảo';
  return letterOf(frame, {
    abbreviation: null,
    kind: 'Công văn',
    title: `đề nghị bổ sung thông tin nhiệm vụ tại ${placeOf(duty)}`,
    addressees: [drafter],
    body: [
      paragraph(`${fullOf(duty.plan)} có nhiệm vụ tại mục ${duty.path || '…'}: “${bare(duty.text)}”.`),
      paragraph(
        `Để theo dõi, đôn đốc theo yêu cầu “6 rõ”, ${frame.issuer} đề nghị ${drafter} bổ sung, làm rõ:`,
      ),
      ...points(missing.map((one) => sixClear[one])),
      paragraph(`Ý kiến xin gửi về ${frame.issuer} để cập nhật và thông báo đến các cơ quan thực hiện.`),
    ],
  });
}
