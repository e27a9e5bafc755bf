import type { Construct } from './piece.ts';

/** "thường xuyên", "khi có yêu cầu", "đột xuất", "trước, trong và sau sự kiện", "sau khi có hướng dẫn". */
export const wordsOfOpenEnds: Construct[] = [
  {
    name: 'around an event',
    pattern:
      /trước ?(?:,|và) ?(?:trong|sau)[^;]*|trong (?:thời gian|quá trình|suốt) (?!\d)[^;]*|ngay (?:sau|khi) [^;]*|sau khi [^;]*/y,
    read: () => ({ is: 'event' }),
  },
  {
    name: 'on request',
    pattern:
      /(?:và |hoặc )?(?:báo cáo )?(?:đột xuất ?,? ?\(?)?(?:khi (?:có |được )?yêu cầu|theo yêu cầu|khi cần(?: thiết)?)(?: của [^;,()]*)?/y,
    read: () => ({ is: 'request' }),
  },
  { name: 'unplanned', pattern: /đột xuất(?![a-zà-ỹ])/y, read: () => ({ is: 'request' }) },
  {
    name: 'when something happens',
    pattern: /khi (?:có |xảy ra |phát hiện )[^;]*|khi phát sinh[^;]*/y,
    read: () => ({ is: 'event' }),
  },
  {
    name: 'ongoing',
    pattern: /(?:thường xuyên|liên tục|lâu dài|không thời hạn)(?:,? liên tục)?(?![a-zà-ỹ])/y,
    read: () => ({ is: 'ongoing' }),
  },
];
