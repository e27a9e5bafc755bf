/** Words of the interface by key: plain strings, or functions of what they mention. */
export type Words = { [key: string]: string | ((...given: never[]) => string) | Words };

type Same<V> = {
  [K in keyof V]: V[K] extends (...given: infer G) => string
    ? (...given: G) => string
    : V[K] extends string
      ? string
      : Same<V[K]>;
};

/** Vietnamese and English side by side; English that lacks a key or takes other arguments does not compile. */
export const words = <const V extends Words>(dictionary: {
  vi: V;
  en: Same<V>;
}): { vi: Same<V>; en: Same<V> } => dictionary as never;

export type Language = 'vi' | 'en';
