// Luật Bảo vệ bí mật nhà nước 2018, Điều 8 and NĐ 26/2020/NĐ-CP, Điều 2: the three levels and their stamps.
// NĐ 30/2020/NĐ-CP, Phụ lục I: the stamp stands in the header, under the number or above the issuer.
export type SecrecyLevel = 'Mật' | 'Tối mật' | 'Tuyệt mật';

export interface SecrecyMark {
  level: SecrecyLevel;
  /** Span of the marked line in the text, UTF-16 units. */
  begin: number;
  end: number;
}

const headerLines = 40;
const bodyBegins =
  /^[\s*#>_|-]*(?:căn cứ|thực hiện|xét đề nghị|kính gửi|điều\s+1\b|chương\s+I\b|I\s*\.|1\s*\.)/iu;
/** Pieces of a header that text extraction or OCR may put on one line with the stamp. */
const headerPiece =
  /^(?:cộng h(?:òa|oà) xã hội|độc lập|đảng cộng sản|số\s*[:.]|(?:ủy|uỷ) ban nhân dân|ubnd|.*,\s*ngày\b)/iu;
const stampAtEdge = /^(?:(TUYỆT|TỐI)\s+)?MẬT\s+(?<after>.+)$|^(?<before>.+?)\s+(?:(TUYỆT|TỐI)\s+)?MẬT$/u;
const statedLevel = /^(?:mức\s+)?độ\s+mật\s*[:.-]\s*(tuyệt mật|tối mật|mật)\b/iu;

/**
 * The first secrecy mark of a text, or null: a line that is nothing but MẬT, TỐI MẬT or TUYỆT MẬT (also
 * spaced out, framed or bracketed) anywhere in capitals, or in the header in any case, beside another piece
 * of the header, or as "Độ mật: …". Prose about secrets never counts.
 *
 * `recognised`: the text comes from OCR, which often loses the diacritics of a stamp.
 */
export function findSecrecyMark(text: string, options: { recognised?: boolean } = {}): SecrecyMark | null {
  const fold = options.recognised ? foldStamp : (line: string) => line;
  let begin = 0;
  let seen = 0;
  let inHeader = true;
  for (const line of text.split('\n')) {
    const level = /m\s*[ậâaặắấăầạä]{1,2}\s*t/iu.test(line) ? levelOfLine(line, inHeader, fold) : null;
    if (level) return { level, begin, end: begin + line.length };
    begin += line.length + 1;
    if (line.trim() !== '') seen += 1;
    if (seen >= headerLines || bodyBegins.test(line)) inHeader = false;
    // Every page of a paged form begins with a header of its own.
    if (line.includes('\f')) [seen, inHeader] = [0, true];
  }
  return null;
}

function levelOfLine(line: string, inHeader: boolean, fold: (line: string) => string): SecrecyLevel | null {
  const whole = stampLevel(fold(unframe(line)), inHeader);
  if (whole || !inHeader) return whole;
  for (const piece of line.split(/\s{2,}|\t|\|/)) {
    const level = stampLevel(fold(unframe(piece)), true) ?? levelBesideHeader(fold(unframe(piece)));
    if (level) return level;
  }
  return null;
}

/** Level of a piece of text that is a stamp and nothing else. Small letters count only in the header. */
function stampLevel(piece: string, inHeader: boolean): SecrecyLevel | null {
  const stated = inHeader ? statedLevel.exec(piece)?.[1] : undefined;
  const compact = (stated ?? piece).replace(/\s+/g, '');
  const capitals = compact.toUpperCase();
  if (!inHeader && compact !== capitals) return null;
  if (capitals === 'MẬT') return 'Mật';
  if (capitals === 'TỐIMẬT') return 'Tối mật';
  return capitals === 'TUYỆTMẬT' ? 'Tuyệt mật' : null;
}

function levelBesideHeader(piece: string): SecrecyLevel | null {
  const match = stampAtEdge.exec(piece);
  if (!match || !headerPiece.test((match.groups?.after ?? match.groups?.before ?? '').trim())) return null;
  if (/\b(?:BÍ|BẢO|ĐỘ|CƠ)\s+(?:(?:TUYỆT|TỐI)\s+)?MẬT/u.test(piece)) return null;
  const word = match[1] ?? match[4];
  return word === 'TUYỆT' ? 'Tuyệt mật' : word === 'TỐI' ? 'Tối mật' : 'Mật';
}

/** Without the frame drawn, typed or recognised around a stamp. */
function unframe(line: string): string {
  return line.normalize('NFC').replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
}

function foldStamp(line: string): string {
  return line
    .replace(/(?<!\p{L})M\s*[ẬÂAẶẮẤĂẦẠÄ]{1,2}\s*T(?!\p{L})/gu, 'MẬT')
    .replace(/(?<!\p{L})T\s*[ỐÔOÓỒ]\s*[IÌÍ](?=\s+MẬT)/gu, 'TỐI')
    .replace(/(?<!\p{L})T\s*U\s*Y\s*[ỆÊEẾẸ]\s*T(?=\s+MẬT)/gu, 'TUYỆT');
}
