import type { Language } from '#app/platform/words.ts';
import type { Occasion, SubjectKind } from './ladder.ts';
import { sayTalk } from './say-talk.ts';

export type SaidNotice = {
  step: string;
  dueOn: string | null;
  isRequest: boolean;
  agencyName: string | null;
  level: string;
  sentBy: string | null;
};

const day = (date: string | null) => (date ? date.split('-').reverse().join('/') : '');

type Sayings = Record<Occasion | 'by-hand' | 'letter', (due: string, sender: string) => string>;

const orders: Record<Language, Sayings> = {
  vi: {
    'before-due': (due) => `Sắp đến hạn ${due}`,
    overdue: (due) => `Quá hạn từ ${due}`,
    silent: () => 'Chưa tiếp nhận nhiệm vụ được giao',
    'extension-waiting': () => 'Yêu cầu gia hạn đang chờ trả lời',
    'extension-countered': () =>
      'Đề nghị gia hạn có ý kiến khác: chờ cơ quan nhận hay không nhận ngày được đề nghị',
    'difficulty-late': (due) => `Khó khăn, vướng mắc chậm trả lời, hạn ${due}`,
    'report-due': (due) => `Báo cáo đến hạn gửi ${due}`,
    'report-late': (due) => `Báo cáo chưa gửi, hạn ${due}`,
    'ask-due': (due) => `Câu hỏi lại về báo cáo đến hạn trả lời ${due}`,
    'ask-late': (due) => `Câu hỏi lại về báo cáo chưa trả lời, hạn ${due}`,
    'by-hand': (due, sender) => `${sender || 'Cơ quan theo dõi'} nhắc việc${due ? `, hạn ${due}` : ''}`,
    letter: () => 'Công văn đôn đốc đã soạn, chờ phát hành',
  },
  en: {
    'before-due': (due) => `Due on ${due}`,
    overdue: (due) => `Overdue since ${due}`,
    silent: () => 'A duty given has not been received',
    'extension-waiting': () => 'A request for more time waits for an answer',
    'extension-countered': () => 'Another day was proposed: the agency has to take it or turn it down',
    'difficulty-late': (due) => `A difficulty waits for its answer, due ${due}`,
    'report-due': (due) => `Report due on ${due}`,
    'report-late': (due) => `Report not sent, was due on ${due}`,
    'ask-due': (due) => `A question about a report is to be answered by ${due}`,
    'ask-late': (due) => `A question about a report waits, was due on ${due}`,
    'by-hand': (due, sender) => `${sender || 'The focal agency'} reminds you${due ? `, due ${due}` : ''}`,
    letter: () => 'A letter of reminder is drafted and waits to be issued',
  },
};

/** What is asked and not ordered is asked again, and never said to be late. */
const requests: Record<Language, Partial<Sayings>> = {
  vi: {
    'before-due': (due) => `Trân trọng đề nghị quan tâm phối hợp, thời gian dự kiến ${due}`,
    overdue: (due) => `Trân trọng đề nghị cho biết kết quả phối hợp (thời gian dự kiến ${due})`,
    silent: () => 'Trân trọng đề nghị xác nhận việc phối hợp',
    letter: () => 'Công văn đề nghị thông tin phối hợp đã soạn, chờ phát hành',
    'by-hand': (due, sender) =>
      `${sender || 'Cơ quan đầu mối'} trân trọng đề nghị quan tâm phối hợp${due ? `, thời gian dự kiến ${due}` : ''}`,
  },
  en: {
    'before-due': (due) => `Your cooperation is kindly asked for, expected by ${due}`,
    overdue: (due) => `A word on the result is kindly asked for (expected by ${due})`,
    silent: () => 'A confirmation of your cooperation is kindly asked for',
    letter: () => 'A letter kindly asking for word is drafted and waits to be issued',
    'by-hand': (due, sender) =>
      `${sender || 'The focal agency'} kindly asks for your cooperation${due ? `, expected by ${due}` : ''}`,
  },
};

/** A notice in one line; whose work it is, where its reader stands above the agency. */
export function sayNotice(notice: SaidNotice, language: Language): string {
  const talk = sayTalk({ ...notice, due: day(notice.dueOn) }, language);
  if (talk) return talk;
  const occasion = notice.step.split(':')[0] as Occasion | 'by-hand' | 'letter';
  const say = (notice.isRequest && requests[language][occasion]) || orders[language][occasion];
  const said = say(day(notice.dueOn), notice.sentBy ?? '');
  return notice.level === 'doer' || !notice.agencyName ? said : `${notice.agencyName}: ${said}`;
}

/** The page a notice opens; of a comment, the place that was talked about. */
export const pageOfNotice = ({ step = '', ...of }: Opened): string => {
  const place = /^(?:commented|mentioned):[^:]+:(.+)$/.exec(step)?.[1];
  return subjectPage(of) + (place ? `#talk-${place}` : '');
};

const subjectPage = ({ subjectKind, subjectId, dutyId }: Omit<Opened, 'step'>): string => {
  if (subjectKind === 'letter') return `/letters/${subjectId}`;
  if (subjectKind === 'ask') return `/asks/${subjectId}`;
  if (subjectKind === 'consolidation') return `/consolidation/${subjectId}`;
  return dutyId ? `/duties/${dutyId}` : `/reports/agency/${subjectId}`;
};

type Opened = { subjectKind: SubjectKind; subjectId: string; dutyId: string | null; step?: string };
