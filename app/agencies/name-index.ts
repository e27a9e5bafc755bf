import words from '#data/agency-words.json' with { type: 'json' };
import type { Agency } from './agency.ts';
import { closeness } from './noise.ts';
import { foldWords, isAbbreviated, plainFolded, plainToned, startsWith, toneWords } from './printed-words.ts';
import { type Province, withoutProvince } from './province.ts';

export type How = 'exact' | 'other-name' | 'abbreviation' | 'without-diacritics' | 'noise' | 'head-of';
/** Agencies found by the surest way that finds any; `sure` is false where a person must look. */
export type Found = { ids: string[]; how: How; sure: boolean };
export type NameIndex = { find: (printed: string) => Found | null };

/** Ways to find an agency by a printed name, surest first. */
export function indexNames(agencies: readonly Agency[], province: Province): NameIndex {
  const keys = {
    full: new Keys(),
    other: new Keys(),
    short: new Keys(),
    toned: new Keys(),
    folded: new Keys(),
  };
  const initials = new Keys();
  for (const { id, name, names } of agencies) {
    keys.full.add(plainToned(name), id);
    for (const one of names) {
      (isAbbreviated(one) ? keys.short : keys.other).add(plainToned(one), id);
      for (const key of keysOf(one, province, toneWords)) keys.toned.add(key, id);
      for (const key of keysOf(one, province, foldWords)) keys.folded.add(key, id);
    }
    for (const key of initialsOf(name)) initials.add(key, id);
  }
  return {
    find: (printed) =>
      keys.full.find(plainToned(printed), 'exact') ??
      keys.other.find(plainToned(printed), 'other-name') ??
      keys.short.find(plainToned(printed), 'abbreviation') ??
      keys.toned.find(
        keysOf(printed, province, toneWords)[0]!,
        isAbbreviated(printed) ? 'abbreviation' : 'other-name',
      ) ??
      keys.folded.find(keysOf(printed, province, foldWords)[0]!, 'without-diacritics') ??
      initials.find(plainFolded(printed).join(''), 'abbreviation') ??
      findClose(keysOf(printed, province, foldWords)[0]!, keys.folded),
  };
}

/** What is known by a key; several agencies may be. */
class Keys {
  readonly ids = new Map<string, Set<string>>();
  add(key: string, id: string): void {
    const known = this.ids.get(key);
    if (known) known.add(id);
    else this.ids.set(key, new Set([id]));
  }
  find(key: string, how: How): Found | null {
    const ids = this.ids.get(key);
    return ids ? { ids: [...ids], how, sure: true } : null;
  }
}

type Spelling = typeof foldWords;

/** A name with its province cut off, and the same without 'Việt Nam', which plans print or leave out. */
function keysOf(name: string, province: Province, spell: Spelling): string[] {
  const kept = withoutProvince(foldWords(name), province);
  const start = starts.find((one) => startsWith(kept, foldWords(one.short)));
  const all = spell(name).slice(0, kept.length);
  const key = (start ? [...spell(start.long), ...all.slice(foldWords(start.short).length)] : all).join(' ');
  const shorter = key.replace(` ${spell('Việt Nam').join(' ')}`, '');
  return shorter === key ? [key] : [key, shorter];
}

/** 'MTTQ thành phố' is 'Ủy ban Mặt trận Tổ quốc thành phố'. */
const starts = Object.entries(words.startsFor).map(([short, long]) => ({ short, long }));

/**
 * 'Sở Kế hoạch và Đầu tư' → 'skhdt', 'sokhdt', 'sokehoachdt': its first words, then at least two initials.
 * Letters without diacritics, 'và' left out, as plans print 'Sở KH&ĐT', 'SKHĐT'.
 */
function initialsOf(name: string): string[] {
  const all = foldWords(name);
  return all
    .slice(0, -1)
    .map(
      (_, count) =>
        all.slice(0, count).join('') +
        all
          .slice(count)
          .map((word) => word[0])
          .join(''),
    )
    .filter((key) => key.length > 2);
}

/** Misread names: sure only when one agency alone comes near, by differences that make no other Vietnamese word. */
function findClose(printed: string, known: Keys): Found | null {
  const near = [...known.ids].flatMap(([key, ids]) => {
    const how = closeness(printed.split(' '), key.split(' '));
    return how ? [{ how, ids }] : [];
  });
  const ids = [...new Set(near.flatMap((one) => [...one.ids]))];
  if (!ids.length) return null;
  return { ids, how: 'noise', sure: ids.length === 1 && near.some(({ how }) => how === 'same') };
}
