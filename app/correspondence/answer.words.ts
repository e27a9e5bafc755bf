import { words } from '#app/platform/words.ts';
import type { Answer } from './letter-step.ts';

/** By what a step that a letter was drafted for came to its end. */
export const answerWords = words({
  vi: {
    answers: {
      withdrawn: 'Nhiệm vụ đã thu hồi',
      refused: 'Cơ quan từ chối, đề xuất nơi khác',
      done: 'Cơ quan báo đã hoàn thành',
      waits: 'Tạm dừng, đang chờ cơ quan khác',
      extension: 'Cơ quan xin gia hạn',
      progress: 'Cơ quan ghi tiến độ',
      difficulty: 'Cơ quan nêu khó khăn, vướng mắc',
      received: 'Cơ quan đã tiếp nhận',
      moved: 'Thời hạn đã đổi',
    } as Record<Answer, string>,
  },
  en: {
    answers: {
      withdrawn: 'The duty was taken back',
      refused: 'The agency refused it and named another',
      done: 'The agency reported it done',
      waits: 'It stands, waiting on somebody else',
      extension: 'The agency asked for more time',
      progress: 'The agency logged progress',
      difficulty: 'The agency raised a difficulty',
      received: 'The agency received it',
      moved: 'Its due day was moved',
    },
  },
});
