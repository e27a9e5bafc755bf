/**
 * The words ready to be read. After this: NFC, lower case, one space between words, one kind of dash,
 * "hàng năm" and "quí" in their other spelling, no space around the slashes of a date.
 */
export function plainWords(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .replace(/[*_"“”]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/hàng (?=ngày|tuần|tháng|quý|quí|năm)/g, 'hằng ')
    .replace(/quí|qúy/g, 'quý')
    .replace(/định kì/g, 'định kỳ')
    .replace(/(\d) ?\/ ?(?=\d)/g, '$1/')
    .trim();
}
