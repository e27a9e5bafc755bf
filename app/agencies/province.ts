import words from '#data/agency-words.json' with { type: 'json' };
import type { Agency } from './agency.ts';
import { endsWith, foldWords, startsWith } from './printed-words.ts';

/** A province as its names are cut: tier 'tinh' or 'thanh pho', and name, in folded words. Name is [] when unknown. */
export type Province = { tiers: string[][]; name: string[] };

const committee = foldWords('Ủy ban nhân dân');
const provinceTiers = words.provinceTiers.map(foldWords);
const lowerTiers = words.lowerTiers.map(foldWords);

/** The province a document's issuer or a register's own committee names; null where none is named. */
export function provinceOf(name: string | undefined): Province | null {
  const all = foldWords(name ?? '');
  if (!startsWith(all, committee)) return null;
  const tier = provinceTiers.find((one) => startsWith(all, one, committee.length));
  const rest = tier ? all.slice(committee.length + tier.length) : [];
  return tier && rest.length ? { tiers: [tier], name: rest } : null;
}

/** The province whose agencies these are; where the register does not say, the issuer's. */
export function provinceOfRegister(agencies: readonly Agency[], issuer?: string): Province {
  const own = agencies
    .filter(({ kind }) => kind === 'uy-ban')
    .flatMap(({ names }) => names.map(provinceOf))
    .find(Boolean);
  return own ?? provinceOf(issuer) ?? { tiers: provinceTiers, name: [] };
}

/** Cuts 'thành phố', 'thành phố Cần Thơ', 'Cần Thơ', 'cấp tỉnh' off the end: of whom, all names here are. */
export function withoutProvince(all: string[], { tiers, name }: Province): string[] {
  const tails = tiers.flatMap((tier) => [
    ...(name.length ? [[...tier, ...name]] : []),
    ['cap', ...tier],
    tier,
  ]);
  const tail = tails.find((one) => all.length > one.length && endsWith(all, one));
  if (tail) return withoutProvince(all.slice(0, -tail.length), { tiers, name });
  const before =
    name.length && all.length > name.length && endsWith(all, name) ? all.slice(0, -name.length) : null;
  // 'UBND thành phố Kon Tum' is not 'UBND tỉnh Kon Tum': a name after another tier is that tier's.
  const isOfAnotherTier = before && [...provinceTiers, ...lowerTiers].some((tier) => endsWith(before, tier));
  return before && !isOfAnotherTier ? before : all;
}
