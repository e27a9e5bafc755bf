/** Nouns that “thường xuyên” describes: money, teaching, a kind of task; it then says nothing of when. */
const described =
  /(?:chi|kinh phí|ngân sách|dự toán|nguồn|vốn|sự nghiệp|giáo dục|đào tạo|đầu tư|nhiệm vụ(?: [\p{L} ]{1,12},?)?|công việc|công tác|chế độ|lực lượng|bộ phận|hoạt động) $/u;

/** Said of work that goes on without an end: how something is done, before or behind its verb, never of a noun. */
const manner = /(?<!\p{L})(?<!không )thường xuyên(?! của)(?!\p{L})/gu;

/** Do the words of a duty, in lower case, say that its work goes on: “thường xuyên cập nhật”, “kiểm tra thường xuyên”? */
export function isStanding(lower: string): boolean {
  if (!lower.includes('thường xuyên')) return false;
  for (const { index } of lower.matchAll(manner))
    if (!described.test(lower.slice(Math.max(0, index - 40), index))) return true;
  return false;
}
