import type { Language } from '#app/platform/words.ts';

type Talk = 'mentioned' | 'commented' | 'followed' | 'asked' | 'ask-answered' | 'ask-closed';

const sayings: Record<Language, Record<Talk, (sender: string, due: string) => string>> = {
  vi: {
    mentioned: (sender) => `${sender} nhắc tên ông/bà trong trao đổi`,
    commented: (sender) => `${sender} trao đổi ở việc ông/bà theo dõi`,
    followed: () => 'Bước mới ở việc ông/bà theo dõi',
    asked: (sender, due) => `${sender} hỏi lại về báo cáo của cơ quan, hạn trả lời ${due}`,
    'ask-answered': (sender) => `${sender} đã trả lời câu ông/bà hỏi lại`,
    'ask-closed': (sender) => `${sender} đã khép câu hỏi lại về báo cáo của cơ quan`,
  },
  en: {
    mentioned: (sender) => `${sender} named you in a conversation`,
    commented: (sender) => `${sender} wrote on something you follow`,
    followed: () => 'A new step of something you follow',
    asked: (sender, due) => `${sender} asks about your agency's report, to be answered by ${due}`,
    'ask-answered': (sender) => `${sender} answered what you asked`,
    'ask-closed': (sender) => `${sender} closed the question about your agency's report`,
  },
};

/** What is told of a conversation, of a question asked back and of what one follows; null for all other notices. */
export function sayTalk(
  { step, sentBy, due }: { step: string; sentBy: string | null; due: string },
  language: Language,
) {
  const say = sayings[language][step.split(':')[0] as Talk];
  return say ? say(sentBy ?? '?', due) : null;
}
