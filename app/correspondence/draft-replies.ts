import type { DutyFacts, LetterContent, LetterFrame } from './letter-facts.ts';
import { bare, fullOf, letterOf, paragraph, placeOf, points, shortDay, shortOf } from './wording.ts';

export type ExtensionFacts = {
  agencyName: string;
  state: 'granted' | 'rejected' | 'countered' | 'accepted' | 'declined';
  dueBefore: string | null;
  wantedOn: string;
  counteredOn: string | null;
  reason: string;
  decisionReason: string | null;
};

function decisionOf(asked: ExtensionFacts, place: string): string {
  const from = asked.dueBefore ? ` từ ngày ${shortDay(asked.dueBefore)}` : '';
  const because = asked.decisionReason ? ` Lý do: ${bare(asked.decisionReason)}.` : '';
  if (asked.state === 'granted')
    return `đồng ý gia hạn thời gian thực hiện nhiệm vụ tại ${place}${from} đến ngày ${shortDay(asked.wantedOn)}.`;
  if (asked.state === 'accepted')
    return `thống nhất thời hạn thực hiện nhiệm vụ tại ${place} là ngày ${shortDay(asked.counteredOn ?? asked.wantedOn)}.`;
  if (asked.state === 'countered')
    return `đề nghị thời hạn thực hiện nhiệm vụ tại ${place} là ngày ${shortDay(asked.counteredOn ?? asked.wantedOn)}.${because}`;
  return `chưa đồng ý gia hạn nhiệm vụ tại ${place}; thời hạn giữ nguyên${asked.dueBefore ? ` ngày ${shortDay(asked.dueBefore)}` : ''}.${because}`;
}

/** Gia hạn: the decision on a request for more time, in writing. */
export function draftExtensionReply(
  frame: LetterFrame,
  duty: DutyFacts,
  asked: ExtensionFacts,
): LetterContent {
  return letterOf(frame, {
    abbreviation: null,
    kind: 'Công văn',
    title: `trả lời đề nghị gia hạn nhiệm vụ tại ${shortOf(duty.plan)}`,
    addressees: [asked.agencyName],
    body: [
      paragraph(
        `${frame.issuer} nhận được đề nghị của ${asked.agencyName} về việc gia hạn đến ngày ${shortDay(asked.wantedOn)} đối với nhiệm vụ “${bare(duty.text)}” tại ${fullOf(duty.plan)}, với lý do: ${bare(asked.reason)}.`,
      ),
      paragraph(`Sau khi xem xét, ${frame.issuer} ${decisionOf(asked, placeOf(duty))}`),
      paragraph(`Đề nghị ${asked.agencyName} tổ chức thực hiện và báo cáo kết quả theo quy định.`),
    ],
  });
}

export type DifficultyFacts = {
  agencyName: string;
  words: string;
  answer: string | null;
  proposal: string | null;
  authorityName: string | null;
};

/** Trả lời khó khăn, vướng mắc: the answer as it was given. */
export function draftDifficultyReply(
  frame: LetterFrame,
  duty: DutyFacts,
  met: DifficultyFacts & { answer: string },
): LetterContent {
  return letterOf(frame, {
    abbreviation: null,
    kind: 'Công văn',
    title: `trả lời khó khăn, vướng mắc trong thực hiện ${shortOf(duty.plan)}`,
    addressees: [met.agencyName],
    body: [
      paragraph(
        `${frame.issuer} nhận được phản ánh của ${met.agencyName} về khó khăn, vướng mắc khi thực hiện nhiệm vụ tại mục ${duty.path || '…'} ${fullOf(duty.plan)}: “${bare(met.words)}”.`,
      ),
      paragraph(`Về nội dung này, ${frame.issuer} có ý kiến như sau: ${bare(met.answer)}.`),
      paragraph(`${frame.issuer} thông tin để ${met.agencyName} biết, thực hiện.`),
    ],
  });
}

/** Tờ trình: a difficulty that only the one above can settle, with what is proposed. */
export function draftSubmission(frame: LetterFrame, duty: DutyFacts, met: DifficultyFacts): LetterContent {
  const above = met.authorityName ?? (frame.superior || duty.plan.issuer || '…');
  return letterOf(frame, {
    abbreviation: 'TTr',
    kind: 'Tờ trình',
    title: `Về việc xem xét, giải quyết khó khăn, vướng mắc trong thực hiện ${shortOf(duty.plan)}`,
    addressees: [above],
    recipients: [met.agencyName],
    body: [
      paragraph(`Thực hiện ${fullOf(duty.plan)}, ${frame.issuer} kính trình ${above} xem xét nội dung sau:`),
      { kind: 'heading', level: 1, text: 'Nội dung khó khăn, vướng mắc' },
      paragraph(
        `Khi thực hiện nhiệm vụ “${bare(duty.text)}” (mục ${duty.path || '…'}), ${met.agencyName} phản ánh: “${bare(met.words)}”.`,
      ),
      { kind: 'heading', level: 1, text: 'Đề xuất, kiến nghị' },
      paragraph(met.proposal ? `${bare(met.proposal)}.` : '…'),
      ...points([`Kính đề nghị ${above} xem xét, cho ý kiến để ${met.agencyName} có cơ sở thực hiện`]),
    ],
  });
}
