import type { Tx } from '#app/platform/database.ts';
import type { Finding, ToldFinding } from './check-ledger.ts';
import { countChain, findLine } from './ledger.store.ts';
import type { LedgerBook, Said } from './ledger-book.ts';
import { tell } from './tell.ts';

/** A finding in words: which record, which line, what it says, when and by whom. */
export async function sayFinding(
  tx: Tx,
  books: readonly LedgerBook[],
  finding: Finding,
): Promise<ToldFinding> {
  if (finding.what === 'seal') return { ...finding, said: saySeal(finding), page: null };
  const book = books.find((one) => one.subjectKind === finding.subjectKind);
  const page = `/ledger/${finding.subjectKind}/${finding.subjectId}`;
  const title = await titleOf(tx, book, finding.subjectId);
  const name: Said = {
    vi: `${book?.name.vi ?? finding.subjectKind} “${title}”`,
    en: `${book?.name.en ?? finding.subjectKind} “${title}”`,
  };
  if (finding.what === 'row')
    return {
      ...finding,
      said: { vi: `${name.vi}: ${finding.said.vi}`, en: `${name.en}: ${finding.said.en}` },
      page,
    };
  const said = await sayLine(tx, books, finding);
  return { ...finding, said: { vi: `${name.vi}, ${said.vi}`, en: `${name.en}, ${said.en}` }, page };
}

/** What a subject is called; its id when it has no name or is gone. */
export async function titleOf(tx: Tx, book: LedgerBook | undefined, subjectId: string): Promise<string> {
  return (await book?.titleOf?.(tx, subjectId).catch(() => null)) ?? subjectId;
}

async function sayLine(
  tx: Tx,
  books: readonly LedgerBook[],
  { subjectKind, subjectId, seq, reason }: Extract<Finding, { what: 'line' }>,
): Promise<Said> {
  const lines = await countChain(tx, subjectKind, subjectId);
  if (!lines)
    return {
      vi: `dòng 1: cả chuỗi ${seq} dòng đã bị xóa`,
      en: `line 1: the whole chain of ${seq} lines was deleted`,
    };
  const standing = await lineInWords(tx, books, subjectKind, subjectId, seq);
  const before = await lineInWords(tx, books, subjectKind, subjectId, seq - 1);
  if (reason === 'missing')
    return {
      vi: `dòng ${seq} đã bị xóa${before ? ` (dòng ${seq - 1} trước đó: ${before.vi})` : ''}`,
      en: `line ${seq} was deleted${before ? ` (line ${seq - 1} before it: ${before.en})` : ''}`,
    };
  if (reason === 'cut') {
    const last = await lineInWords(tx, books, subjectKind, subjectId, lines);
    return {
      vi: `dòng ${lines + 1}: các dòng cuối đã bị xóa, dấu niêm phong có ${seq} dòng mà nay còn ${lines}${last ? ` (dòng còn lại cuối cùng: ${last.vi})` : ''}`,
      en: `line ${lines + 1}: the last lines were deleted, ${seq} were sealed and ${lines} remain${last ? ` (the last that remains: ${last.en})` : ''}`,
    };
  }
  const now: Said = standing ?? { vi: 'không đọc được', en: 'unreadable' };
  if (reason === 'rewritten')
    return {
      vi: `dòng ${seq}: từ dòng này đã bị viết lại sau khi niêm phong; nay ghi: ${now.vi}`,
      en: `line ${seq}: rewritten from here after it was sealed; it now says: ${now.en}`,
    };
  return {
    vi: `dòng ${seq} đã bị sửa, đổi chỗ hoặc chèn vào; nay ghi: ${now.vi}`,
    en: `line ${seq} was changed, moved or put in; it now says: ${now.en}`,
  };
}

async function lineInWords(
  tx: Tx,
  books: readonly LedgerBook[],
  subjectKind: string,
  subjectId: string,
  seq: number,
): Promise<Said | null> {
  const line = await findLine(tx, subjectKind, subjectId, seq);
  if (!line) return null;
  const said = (await tell(tx, books, [line]))[0]!.said;
  const at = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(line.at);
  return { vi: `“${said.vi}”, ${at}`, en: `“${said.en}”, ${at}` };
}

const sealFaults: Record<Extract<Finding, { what: 'seal' }>['reason'], Said> = {
  missing: { vi: 'không còn: đã bị xóa', en: 'is gone: it was deleted' },
  altered: { vi: 'đã bị sửa hoặc đổi chỗ', en: 'was changed or moved' },
  unsigned: {
    vi: 'không đúng chữ ký: đã bị làm lại, hoặc khóa của máy chủ này không phải khóa đã niêm phong',
    en: 'is not rightly signed: it was made anew, or this server does not have the key it was sealed with',
  },
  heads: {
    vi: 'không khớp với danh sách các chuỗi của nó: danh sách đã bị sửa hoặc xóa',
    en: 'does not fit its list of chains: the list was changed or deleted',
  },
};

function saySeal({ day, reason }: Extract<Finding, { what: 'seal' }>): Said {
  const date = day.split('-').reverse().join('/');
  return {
    vi: `Dấu niêm phong ngày ${date} ${sealFaults[reason].vi}`,
    en: `The seal of ${date} ${sealFaults[reason].en}`,
  };
}
