import { measureText } from './times-metrics.ts';

/** Words of two or three syllables that names of organs are made of; a line should not end inside one. */
const compounds = [
  'liên hiệp',
  'hữu nghị',
  'thành phố',
  'tổ chức',
  'ủy ban',
  'nhân dân',
  'hội đồng',
  'việt nam',
  'đối ngoại',
  'văn phòng',
  'trung tâm',
  'ban quản lý',
  'phát triển',
  'kinh tế',
  'xã hội',
  'giáo dục',
  'đào tạo',
  'văn hóa',
  'thể thao',
  'du lịch',
  'khoa học',
  'công nghệ',
  'tài chính',
  'ngoại vụ',
  'nội vụ',
  'mặt trận',
  'tổ quốc',
  'thanh niên',
  'phụ nữ',
  'nông dân',
  'công nghiệp',
  'môi trường',
  'nông nghiệp',
  'nghiên cứu',
  'chỉ đạo',
  'công tác',
  'vận động',
  'viện trợ',
  'phi chính phủ',
  'nước ngoài',
  'khoa giáo',
  'tuyên giáo',
  'dân vận',
  'đoàn kết',
];

/** In mm², as a line that falls short by 40 mm. */
const compoundPenalty = 1600;

function isInsideCompound(words: readonly string[], end: number): boolean {
  const around = words
    .slice(Math.max(0, end - 2), end + 2)
    .join(' ')
    .toLocaleLowerCase('vi');
  const before = words.slice(Math.max(0, end - 2), end).join(' ').length;
  return compounds.some((compound) => {
    for (let at = around.indexOf(compound); at >= 0; at = around.indexOf(compound, at + 1)) {
      if (at < before && at + compound.length > before + 1) return true;
    }
    return false;
  });
}

type Layout = { penalty: number; isBroken: boolean; lines: string[] };

/** All ways to lay `words` from `start` in exactly `count` lines, the best first line by least sum of squares. */
function layOut(words: readonly string[], width: number, cost: (line: string) => number) {
  const best = new Map<string, Layout | undefined>();
  const solve = (start: number, count: number): Layout | undefined => {
    const key = `${start}:${count}`;
    if (best.has(key)) return best.get(key);
    let found: Layout | undefined;
    for (let end = start + 1; end <= words.length; end++) {
      const line = words.slice(start, end).join(' ');
      const measured = cost(line);
      if (measured > width && end > start + 1) break;
      const isLast = end === words.length;
      if (isLast !== (count === 1)) continue;
      const rest = isLast ? { penalty: 0, isBroken: false, lines: [] } : solve(end, count - 1);
      if (!rest) continue;
      const isParted = !isLast && isInsideCompound(words, end);
      const penalty = (width - measured) ** 2 + (isParted ? compoundPenalty : 0) + rest.penalty;
      if (found && penalty >= found.penalty) continue;
      found = { penalty, isBroken: isParted || rest.isBroken, lines: [line, ...rest.lines] };
    }
    best.set(key, found);
    return found;
  };
  return solve;
}

/**
 * Breaks a centred text into lines of Times at `size` points that fit `width` mm, as even as can be and as few;
 * one line more is taken where that keeps a word like "THÀNH PHỐ" whole. A single word wider than `width` keeps
 * its line.
 */
export function balanceLines(text: string, width: number, size: number, bold = false): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const solve = layOut(words, width, (line) => measureText(line, size, bold));
  for (let count = 1; count <= words.length; count++) {
    const fewest = solve(0, count);
    if (!fewest) continue;
    const roomier = fewest.isBroken ? solve(0, count + 1) : undefined;
    return roomier && !roomier.isBroken ? roomier.lines : fewest.lines;
  }
  return words.length ? [words.join(' ')] : [];
}
