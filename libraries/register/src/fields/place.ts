import { common, type Field, type Options } from '../field.ts';
import { wordsFilter } from '../filter.ts';
import { cellText } from '../one-part.ts';
import { tidyLine } from '../said.ts';

/** A commune or ward of today; the district of before 1/7/2025 is kept beside it, because records name it. */
export type Place = { commune: string; oldDistrict: string | null };

export const place = (vi: string, en: string, options: Options = {}): Field<Place> => ({
  kind: 'place',
  ...common(vi, en, options),
  refersTo: null,
  parts: [
    { suffix: '', type: 'text', width: 24 },
    { suffix: 'oldDistrict', type: 'text', said: ['huyện cũ', 'former district'], width: 20 },
  ],
  input: { control: 'place', longest: 120 },
  filter: wordsFilter(),
  schema: {
    type: 'object',
    properties: { commune: { type: 'string' }, oldDistrict: { type: ['string', 'null'] } },
    required: ['commune'],
  },
  parse: (given) => {
    const { commune, oldDistrict } = (given ?? {}) as Partial<Place>;
    const [now, before] = [tidyLine(String(commune ?? '')), tidyLine(String(oldDistrict ?? ''))];
    if (!now) return before ? { fault: 'Cần ghi xã, phường hiện nay.' } : { value: null };
    if (now.length > 120 || (before ?? '').length > 120) return { fault: 'Dài quá 120 ký tự: hãy rút gọn.' };
    return { value: { commune: now, oldDistrict: before } };
  },
  toColumns: ({ commune, oldDistrict }) => [commune, oldDistrict],
  fromColumns: ([commune, oldDistrict]) => ({
    commune: String(commune),
    oldDistrict: (oldDistrict as string | null) ?? null,
  }),
  toCells: ({ commune, oldDistrict }) => [commune, oldDistrict],
  fromCells(cells) {
    const [commune, oldDistrict] = cells.map(cellText);
    // Old books name the district in the same cell: 'Xã Nhơn Ái, huyện Phong Điền'.
    const [, now, before] =
      /^(.+?)[,(]\s*((?:huyện|quận|thị xã|thành phố|TP\.?|TX\.?)\s[^)]+)\)?$/iu.exec(commune ?? '') ?? [];
    return this.parse({ commune: now ?? commune, oldDistrict: oldDistrict ?? before });
  },
  show: ({ commune, oldDistrict }, _names, language) =>
    oldDistrict ? `${commune} (${oldDistrict}, ${language === 'vi' ? 'cũ' : 'former'})` : commune,
  pointsAt: () => [],
  examples: [
    { commune: 'Phường Cái Khế', oldDistrict: 'Quận Ninh Kiều' },
    { commune: 'Xã Nhơn Ái', oldDistrict: null },
  ],
});
