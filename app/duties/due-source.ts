/** Where a due day comes from; the page says it: nêu trong văn bản, kế thừa, đề xuất, đã xác nhận. */
export const dueSources = ['stated', 'inherited', 'proposed', 'confirmed'] as const;
export type DueSource = (typeof dueSources)[number];
