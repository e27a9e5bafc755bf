import type { Language } from '#app/platform/words.ts';

const browsers: [RegExp, string][] = [
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** A device in words a person knows it by: 'Chrome trên Windows'. What it says of itself may be a lie. */
export function describeDevice(userAgent: string): Record<Language, string> {
  const of = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [of(browsers), of(systems)];
  if (!browser && !system) return { vi: 'Thiết bị không rõ', en: 'Unknown device' };
  return {
    vi: [browser ?? 'Trình duyệt', system].filter(Boolean).join(' trên '),
    en: [browser ?? 'Browser', system].filter(Boolean).join(' on '),
  };
}
