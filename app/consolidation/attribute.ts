import { asSentence, type Mark, tidyMarks } from '#app/reports/index.ts';
import type { AgencySource } from './sentence.ts';

/** Words with which an agency begins to tell what it did, its own name left out. */
const openings =
  /^(đã|đang|sẽ|tiếp tục|tổ chức|phối hợp|chủ trì|tham mưu|triển khai|ban hành|xây dựng|thực hiện|tham gia|đẩy mạnh|tăng cường|hướng dẫn|rà soát|tiếp nhận|quán triệt|tuyên truyền|vận động|hoàn thành|kiến nghị|đề xuất|đề nghị|chưa|hỗ trợ|cử|đăng|mở|lồng ghép|nâng cao|thẩm định|kiểm tra|đón|tiếp|bố trí|ký|ký kết|cấp|giới thiệu|cung cấp|thành lập|chỉ đạo|tập trung|kết nối|huy động|xúc tiến|khen thưởng|phát hành|cập nhật|theo dõi|giám sát|duy trì|trao|vận hành|góp ý|trình|lập|cân đối)(?=\s)/iu;

/** As many names as a sentence carries; the others are counted, and each stays among its sources. */
const mostNames = 6;

/**
 * What several agencies say alike as one sentence about them: 'Sở Ngoại vụ đã …', 'Sở A và Sở B đều đã …',
 * else 'Sở Ngoại vụ: …'. The shortest of their texts speaks for all: it claims nothing
 * that another of them did not say. What was bold or italic in the words it took stays so, behind the names put in front.
 */
export function attribute(sources: readonly AgencySource[]): { text: string; marks: Mark[] } {
  const { text: filed, marks = [] } = spokesman(sources);
  const said = asSentence(filed);
  const text = inNameOf([...new Set(sources.map((source) => source.agency))], said);
  const shift = text.length - said.length;
  const moved = marks.map((mark) => ({ ...mark, begin: mark.begin + shift, end: mark.end + shift }));
  return { text, marks: tidyMarks(moved, text.length) };
}

function inNameOf(names: readonly string[], said: string): string {
  if (names.length === 1 && namesAgency(said, names[0]!)) return said;
  if (!openings.test(said)) return `${listNames(names)}: ${said}`;
  const verb = said.charAt(0).toLocaleLowerCase('vi') + said.slice(1);
  return `${listNames(names)} ${names.length > 1 ? 'đều ' : ''}${verb}`;
}

/** Does a text tell of the agency by its name: 'Sở Nội vụ được giao 06 nhiệm vụ'. */
export const namesAgency = (text: string, agency: string): boolean =>
  text.toLocaleLowerCase('vi').includes(agency.toLocaleLowerCase('vi'));

/** Whose words stand for all: the shortest. */
const spokesman = (sources: readonly AgencySource[]): AgencySource =>
  sources.reduce((a, b) => (b.text.length < a.text.length ? b : a));

/** 'A', 'A và B', 'A, B và C', 'A, B, C và 12 cơ quan khác'; names with a comma in them stand apart by ';'. */
export function listNames(names: readonly string[], most = mostNames): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length > most)
    return `${names.slice(0, 3).join(names.some((name) => name.includes(',')) ? '; ' : ', ')} và ${names.length - 3} cơ quan khác`;
  // 'Sở Văn hóa, Thể thao và Du lịch' among others: only a semicolon shows where a name ends.
  if (names.some((name) => /,| và /.test(name))) return names.join('; ');
  return `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`;
}
