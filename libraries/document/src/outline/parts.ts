import { annexWord, kindsInCapitals } from '../header/kinds.ts';
import { type Block, isCapitals } from '../text/blocks.ts';
import { isKindLine } from '../text/special.ts';
import { markerAt } from './constructs.ts';

export type PartKind = 'boilerplate' | 'head' | 'body' | 'foot' | 'annex-head' | 'annex';

/** A stretch of the document; parts follow one another and hold every block once. */
export interface Part {
  kind: PartKind;
  blocks: Block[];
  /** For an annex: its step in paths (“Phụ lục I”); empty for a plan or regulation issued with the document. */
  step: string;
}

/** After this: head, body, foot, and what is attached, told apart by the form of NĐ 30/2020/NĐ-CP, Phụ lục I. */
export function toParts(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  let part: Part = { kind: 'boilerplate', blocks: [], step: '' };
  let titled = false;
  const hasHead = blocks.some((block, i) => i < 60 && isHeadCue(block.clean.text));
  if (!hasHead) part.kind = blocks.length > 0 && isKindCue(blocks[0]!) ? 'head' : 'body';
  const open = (kind: PartKind, step = part.step): void => {
    if (part.blocks.length > 0) parts.push(part);
    part = { kind, blocks: [], step };
  };
  for (const block of blocks) {
    const next = nextPart(part, block, titled);
    if (next !== null) {
      titled = false;
      open(next.kind, next.step);
    }
    if ((part.kind === 'head' || part.kind === 'annex-head') && isTitled(part, block)) titled = true;
    part.blocks.push(block);
  }
  open(part.kind);
  return parts;
}

function nextPart(part: Part, block: Block, titled: boolean): { kind: PartKind; step: string } | null {
  const { text } = block.clean;
  if (block.kind === 'furniture') return null;
  const inBody = part.kind === 'body' || part.kind === 'annex';
  if (part.kind === 'boilerplate') {
    if (isHeadCue(text) || isKindCue(block)) return { kind: 'head', step: '' };
    return null;
  }
  if (part.kind === 'head') return opensBody(block, titled, part) ? { kind: 'body', step: '' } : null;
  if (part.kind === 'annex-head')
    return opensBody(block, true, part)
      ? { kind: part.step === '' ? 'body' : 'annex', step: part.step }
      : null;
  const attached = attachedStep(block, part);
  if (attached !== null) return { kind: 'annex-head', step: attached };
  if (inBody)
    return isFootCue(text) || (isSignature(text) && hasEnded(part))
      ? { kind: 'foot', step: part.step }
      : null;
  if (block.kind === 'table') return { kind: 'annex', step: 'Phụ lục' };
  const marker = text.length > 3 ? markerAt(text) : null;
  if (marker !== null && (marker.kind === 'roman' || marker.kind === 'article' || marker.kind === 'chapter'))
    return { kind: 'body', step: '' };
  return null;
}

const motto = /CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập ?[-–] ?Tự do/;
const number = /^(?:\*? ?)(?:Số|Sô|SỐ|(?:Nghị quyết|Luật) số) ?[:.]? ?\d*[ \d]*(?:\/|-\p{Lu}+\/|$)/u;
const placeAndDate = /^[\p{Lu}][^,]{1,50}, ?ngày [\d\s.…_]{0,8}tháng [\d\s.…_]{0,8}năm/u;
const issuerLine =
  /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|BỘ |SỞ |BAN (?!HÀNH)|TỈNH ỦY|THÀNH ỦY|TỈNH UỶ|THÀNH UỶ|ĐẢNG BỘ|VĂN PHÒNG)/;

/** Names that open a head too, but may open a line of a title as well. */
const otherIssuer =
  /^(?:HỘI (?!NGHỊ|NHẬP|THẢO|THI)|LIÊN (?:HIỆP|ĐOÀN|MINH|NGÀNH|SỞ)|ĐOÀN |TỈNH ĐOÀN|THÀNH ĐOÀN|CÔNG AN|CÔNG ĐOÀN|TRƯỜNG |VIỆN |HỌC VIỆN|CỤC |CHI CỤC|TỔNG CỤC|HUYỆN ỦY|HUYỆN UỶ|ĐẢNG ỦY|ĐẢNG UỶ|ỦY BAN M|UỶ BAN M|MẶT TRẬN|TÒA ÁN|NGÂN HÀNG|KHO BẠC|BẢO HIỂM|TRUNG TÂM|TỔNG CÔNG TY|TẬP ĐOÀN|ĐẠI HỌC|BỆNH VIỆN|THANH TRA|KIỂM TOÁN)/;

const isHeadCue = (text: string): boolean =>
  text.length < 400 &&
  (motto.test(text) ||
    number.test(text) ||
    placeAndDate.test(text) ||
    ((issuerLine.test(text) || otherIssuer.test(text)) && isCapitals(text)));
const isKindCue = (block: Block): boolean => isKindLine(block.clean.text);

const footLine =
  /^(?:N[ơo]i nh[ậa]n ?:?|TM\. ?|T\/M ?|KT\. ?|K\/T ?|TL\. ?|T\/L ?|TUQ\. ?|Q\. ?)(?=$|[\p{Lu}:])/u;
const isFootCue = (text: string): boolean =>
  footLine.test(text) &&
  (/^N[ơo]i/.test(text) || isCapitals(text.replace(/ (?:\p{Lu}\p{Ll}+ ?){2,5}$/u, '')));

const signature =
  /^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|BÍ THƯ|PHÓ BÍ THƯ|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|TỔNG GIÁM ĐỐC|ĐẠI DIỆN)(?= |$)/;
/** A line of capitals that names who signs. */
const isSignature = (text: string): boolean =>
  text.length < 160 && signature.test(text) && isCapitals(text.replace(/ (?:\p{Lu}\p{Ll}+ ?){2,5}$/u, ''));
/** The running text before it is over: “./.” or a full stop. */
const hasEnded = (part: Part): boolean =>
  /(?:\.\/\.?|\.)[”"]?$/.test(part.blocks.findLast((block) => block.kind === 'paragraph')?.clean.text ?? '');

const bodyWord =
  /^(?:Căn cứ|Thực hiện|Thi hành|Xét|Theo |Để |Nhằm|Trong |Ngày |Qua |Hiện nay|Thời gian|Kính gửi|Trên cơ sở|Tiếp tục|Sau khi|Triển khai|Vừa qua|Nhận được|Phúc đáp|Năm |Từ |Ủy ban nhân dân|Uỷ ban nhân dân|UBND|QUYẾT ĐỊNH ?:)/;

/** True where the head of a document, or of what is attached, is over. */
function opensBody(block: Block, titled: boolean, part: Part): boolean {
  const { text } = block.clean;
  if (block.kind === 'table') return true;
  if (text === '' || motto.test(text) || number.test(text) || placeAndDate.test(text)) return false;
  if (/^Kính gửi|điện ?:$/.test(text)) return true;
  const marker = markerAt(text);
  if (
    marker !== null &&
    marker.kind !== 'dash' &&
    marker.kind !== 'plus' &&
    !(marker.kind === 'point' && !titled)
  )
    return true;
  if (marker !== null && titled) return true;
  if (!titled)
    return (
      text.length > 120 && bodyWord.test(text) && part.blocks.some((b) => placeAndDate.test(b.clean.text))
    );
  if (/^\(|^V\/[vV]|^Về việc|^VỀ VIỆC/.test(text)) return false;
  if (issuerLine.test(text) && isCapitals(text)) return true;
  if (isCapitals(text)) return false;
  const lastTitle = part.blocks.findLast((b) => b.kind === 'paragraph');
  return (
    lastTitle === undefined ||
    !isKindLine(lastTitle.clean.text) ||
    (bodyWord.test(text) && !block.marked && text.length > 100 && /[.:;,]$/.test(text))
  );
}

/** The kind, or the subject of a letter, has been read. */
function isTitled(part: Part, block: Block): boolean {
  const { text } = block.clean;
  if (part.kind === 'annex-head') return true;
  return isKindLine(text) || /^V\/[vV]:? |^Về việc /.test(text) || kindEnds(text);
}

/** A noisy line of a scan that ends in a kind: “XE / CONG ĐIỆN Về việc …”. */
export const kindEnds = (text: string): boolean =>
  /^[^\p{Ll}]{0,10}(?:C[OÔ]NG ĐI[EỆ]N|K[EẾ] HO[AẠ]CH|CH[IỈ] TH[IỊ]|QUY[EẾ]T Đ[IỊ]NH|TH[OÔ]NG B[AÁ]O)\b/u.test(
    text,
  );

/** Where a plan, a regulation or an annex begins: its step in paths; null if the block opens nothing. */
function attachedStep(block: Block, part: Part): string | null {
  const { text } = block.clean;
  if (block.kind !== 'paragraph' || text.length > 600) return null;
  if (annexWord.test(text) && (isCapitals(text.slice(0, 40)) || text.length < 30)) return annexStep(text);
  if (text.endsWith(':')) return null;
  if (isKindLine(text)) return part.kind === 'body' && !block.afterBlank ? null : '';
  if (part.kind !== 'foot' || !isCapitals(text)) return null;
  for (const kind of kindsInCapitals.keys()) if (text.startsWith(`${kind} `)) return '';
  return null;
}

function annexStep(text: string): string {
  const found = /^(PHỤ LỤC|Phụ lục)(?: (?:SỐ |số )?([IVX]+|\d{1,2}|[A-Z])(?=[\s.:]|$))?/.exec(text);
  return found === null ? 'Phụ lục' : `Phụ lục${found[2] === undefined ? '' : ` ${found[2]}`}`;
}
