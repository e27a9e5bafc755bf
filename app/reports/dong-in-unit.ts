/** Dong in one unit of a figure: amounts in dong are given in the unit, others in whole units of their currency. */
export const dongInUnit = (unit: string): number =>
  /tỷ|tỉ/i.test(unit) ? 1e9 : /triệu/i.test(unit) ? 1e6 : /nghìn|ngàn/i.test(unit) ? 1e3 : 1;
