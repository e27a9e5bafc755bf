import type { Finding, Said, Threshold } from '#libraries/register/index.ts';

/** Instrument whose ceilings these are, and the day it came into force: guests who came before are not measured by it. */
export const guestCosts = { source: 'TT 35/2026/TT-BTC', inForce: '2026-05-18' } as const;

/** How a guest delegation is classed; the class "đặc biệt" is spent on by an approved plan and has no ceiling here. */
export const guestClasses = {
  special: ['đặc biệt', 'special'],
  a: ['hạng A', 'class A'],
  b: ['hạng B', 'class B'],
  c: ['hạng C', 'class C'],
  other: ['khách khác', 'other guests'],
} as const;

/** What is spent, as the delegation's fields are called. */
export const costItems = {
  lodgingHead: ['phòng nghỉ của trưởng đoàn', 'lodging of the head'],
  lodgingDeputy: ['phòng nghỉ của phó đoàn', 'lodging of the deputy'],
  lodgingMember: ['phòng nghỉ của đoàn viên', 'lodging of a member'],
  meals: ['ăn hằng ngày', 'meals'],
  drinks: ['nước uống nửa ngày họp', 'drinks per half-day meeting'],
  gift: ['tặng phẩm trưởng đoàn', 'gift for the head'],
  flowers: ['hoa', 'flowers'],
} as const satisfies Record<string, Said>;

export type CostItem = keyof typeof costItems;
type MeasuredClass = Exclude<keyof typeof guestClasses, 'special'>;

/** In đồng. A class that the circular gives no figure for an item, or that says so in words only, is not measured. */
const ceilings: Record<MeasuredClass, Partial<Record<CostItem, number>>> = {
  a: {
    lodgingHead: 9_400_000,
    lodgingDeputy: 7_700_000,
    lodgingMember: 6_000_000,
    meals: 3_000_000,
    drinks: 300_000,
    gift: 2_600_000,
    flowers: 1_000_000,
  },
  b: {
    lodgingHead: 7_700_000,
    lodgingDeputy: 7_700_000,
    lodgingMember: 4_800_000,
    meals: 2_000_000,
    drinks: 160_000,
    gift: 1_800_000,
    flowers: 1_000_000,
  },
  c: { lodgingHead: 4_300_000, lodgingMember: 3_000_000, meals: 1_600_000, drinks: 120_000 },
  other: {
    lodgingHead: 1_600_000,
    lodgingDeputy: 1_600_000,
    lodgingMember: 1_600_000,
    meals: 1_200_000,
    drinks: 120_000,
  },
};

/** 'aLodgingHead': the ceiling of one item for one class. */
const keyOf = (guests: string, item: CostItem) => `${guests}${item[0]!.toUpperCase()}${item.slice(1)}`;

/** Each ceiling as a threshold that a province may set otherwise, with its own source. */
export const guestCeilings: Record<string, Threshold> = {
  ...Object.fromEntries(
    Object.entries(ceilings).flatMap(([guests, items]) =>
      Object.entries(items).map(([item, value]) => {
        const [ofClass, what] = [guestClasses[guests as MeasuredClass], costItems[item as CostItem]];
        return [
          keyOf(guests, item as CostItem),
          {
            said: [`${ofClass[0]}: ${what[0]}`, `${ofClass[1]}: ${what[1]}`] as const,
            value,
            unit: 'đồng',
            source: guestCosts.source,
            mark: 'V' as const,
          },
        ];
      }),
    ),
  ),
  banquets: {
    said: ['Số buổi chiêu đãi', 'Banquets'],
    value: 1,
    unit: 'buổi',
    source: guestCosts.source,
    mark: 'V',
  },
};

type Costs = Partial<Record<CostItem | 'banquets' | 'banquet', number | null>>;

/** What goes beyond the ceilings of its class, each with the instrument; `thresholds` as they hold in the province. */
export function findOverCeiling(
  guests: string | null,
  costs: Costs,
  thresholds: Record<string, number>,
): Finding<CostItem | 'banquets' | 'banquet'>[] {
  if (guests === null || guests === 'special') return [];
  const of = (item: CostItem): number | undefined => thresholds[keyOf(guests, item)];
  const measured: [CostItem | 'banquets' | 'banquet', number | undefined][] = [
    ...(Object.keys(costItems) as CostItem[]).map((item): [CostItem, number | undefined] => [item, of(item)]),
    ['banquets', thresholds.banquets],
    // A banquet costs at most one day's meals.
    ['banquet', of('meals')],
  ];
  return measured.flatMap(([field, most]) => {
    const spent = costs[field] ?? null;
    if (spent === null || most === undefined || spent <= most) return [];
    const said = field === 'banquets' ? `${most} buổi` : `${most.toLocaleString('vi-VN')} đồng`;
    return [
      {
        field,
        message: `Vượt định mức: nhiều nhất ${said} (${guestCosts.source}). Giảm xuống, hoặc ghi văn bản cho phép mức khác.`,
        isWarning: true,
      },
    ];
  });
}
