import type { Language } from '#app/platform/words.ts';

type Talk = 'mentioned' | 'commented' | 'followed';

const sayings: Record<Language, Record<Talk, (sender: string) => string>> = {
  vi: {
    mentioned: (sender) => `${sender} nhắc tên ông/bà trong trao đổi`,
    commented: (sender) => `${sender} trao đổi ở nhiệm vụ ông/bà theo dõi`,
    followed: () => 'Bước mới ở nhiệm vụ ông/bà theo dõi',
  },
  en: {
    mentioned: (sender) => `${sender} named you in a conversation`,
    commented: (sender) => `${sender} wrote on a duty you follow`,
    followed: () => 'A new step of a duty you follow',
  },
};

/** What is told of a conversation and of what one follows; null for all other notices. */
export function sayTalk({ step, sentBy }: { step: string; sentBy: string | null }, language: Language) {
  const say = sayings[language][step.split(':')[0] as Talk];
  return say ? say(sentBy ?? '?') : null;
}
