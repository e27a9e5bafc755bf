import words from '#data/agency-words.json' with { type: 'json' };
import type { Agency } from './agency.ts';
import { readGroupPhrase } from './group-phrase.ts';
import { type UnfoldedGroup, unfoldShipped } from './groups/group.ts';
import { type Proposal, proposeAgency } from './matching/propose-agency.ts';
import { type Found, type How, indexNames, type NameIndex } from './name-index.ts';
import { foldWords, startsWith } from './printed-words.ts';
import { type Province, provinceOf, provinceOfRegister } from './province.ts';

/** Whom a printed name means. `explanation` is one Vietnamese sentence for the person who confirms it. */
export type Match =
  | { kind: 'agency'; agencyId: string; how: How; explanation: string }
  | { kind: 'group'; name: string; agencyIds: string[]; explanation: string }
  /** Several agencies, or one that is only nearly so: a person chooses. */
  | { kind: 'ambiguous'; candidates: string[]; explanation: string }
  /** 'các cơ quan có liên quan': the document does not say who. `candidates`: whom the words narrow it to, if at all. */
  | { kind: 'unnamed'; candidates: string[]; explanation: string }
  /** `proposal`: what could be put into the register, where the name tells what kind of body it is. */
  | { kind: 'unknown'; explanation: string; proposal: Proposal | null };

type Register = {
  agencies: readonly Agency[];
  groups: readonly UnfoldedGroup[];
  index: NameIndex;
  province: Province;
  nameOf: (id: string) => string;
};

/**
 * Finds the agency or agencies of the register that a document means by a name, in whatever form it prints it.
 * `issuer` tells of which province 'Công an thành phố' is; `groups` are the province's, unfolded on the day, else
 * those that are shipped. Never chooses between two.
 */
export function matchPrintedName(
  printed: string,
  agencies: readonly Agency[],
  { issuer, groups }: { issuer?: string; groups?: readonly UnfoldedGroup[] } = {},
): Match {
  const indexed = registerOf(agencies, issuer);
  const register = groups ? { ...indexed, groups } : indexed;
  const name = tidy(printed);
  const elsewhere = otherProvince(name, register.province, issuer);
  if (elsewhere)
    return unknown(`“${name}” là cơ quan của ${elsewhere}, nơi ban hành văn bản, không thuộc danh mục này`);
  const whole = matchWhole(name, register) ?? matchWhole(withoutBrackets(name), register);
  return (
    whole ??
    matchList(name, register) ??
    matchClose(name, register) ??
    unknown(
      `Danh mục chưa có cơ quan nào tên “${name}”: chọn cơ quan tương ứng, hoặc thêm vào danh mục`,
      proposeAgency(name),
    )
  );
}

function matchWhole(name: string, register: Register): Match | null {
  const found = register.index.find(name);
  if (found?.sure) return agencyMatch(name, found, register);
  return matchGroup(name, register) ?? matchHead(name, register) ?? matchAfterLeading(name, register);
}

function agencyMatch(name: string, found: Found, { nameOf }: Register): Match {
  const [agencyId, ...others] = found.ids;
  if (others.length || !agencyId || !found.sure)
    return {
      kind: 'ambiguous',
      candidates: found.ids,
      explanation: `“${name}” ${found.how === 'noise' ? 'gần giống' : 'có thể là'} ${found.ids.map(nameOf).join(' hoặc ')}: hãy chọn`,
    };
  return {
    kind: 'agency',
    agencyId,
    how: found.how,
    explanation: explain(name, nameOf(agencyId), found.how),
  };
}

const explain = (printed: string, name: string, how: How): string =>
  ({
    exact: `Trùng tên ${name}`,
    'other-name': `“${printed}” là cách gọi khác của ${name}`,
    abbreviation: `“${printed}” viết tắt của ${name}`,
    'without-diacritics': `“${printed}” trùng với ${name} khi bỏ dấu`,
    noise: `“${printed}” đọc sai vài chữ của ${name}`,
    'head-of': `“${printed}” là người đứng đầu ${name}`,
  })[how];

function matchGroup(name: string, { agencies, groups, province }: Register): Match | null {
  const phrase = readGroupPhrase(name, province, groups);
  if (!phrase) return null;
  const isMember = (id: string) => phrase.groups.some(({ memberIds }) => memberIds.has(id));
  const members = agencies.map(({ id }) => id).filter(isMember);
  const named = phrase.groups.map((group) => group.name).join('; ');
  if (phrase.indefinite)
    return {
      kind: 'unnamed',
      candidates: members,
      explanation: `Văn bản không nêu rõ “${name}” là những cơ quan nào${named ? `: chọn trong ${named}` : ': chọn cơ quan nếu biết, hoặc hỏi nơi soạn thảo'}`,
    };
  if (!members.length) return unknown(`Danh mục chưa có cơ quan nào thuộc ${named}: thêm ở trang Cơ quan`);
  return {
    kind: 'group',
    name: named,
    agencyIds: members,
    explanation: `“${name}” gồm ${members.length} cơ quan trong danh mục: ${named}`,
  };
}

/** 'Giám đốc Sở Tài chính' → the sở. A head word may be the start of a name ('Chánh Thanh tra'): every cut is tried. */
function matchHead(name: string, register: Register): Match | null {
  for (const rest of afterAny(words.heads, name)) {
    const match = matchWhole(rest, register);
    if (match?.kind === 'agency')
      return {
        ...match,
        how: 'head-of',
        explanation: explain(name, register.nameOf(match.agencyId), 'head-of'),
      };
    if (match) return match;
  }
  return null;
}

/** 'lực lượng Công an thành phố' → Công an thành phố. */
function matchAfterLeading(name: string, register: Register): Match | null {
  for (const rest of afterAny(words.leading, name)) {
    const match = matchWhole(rest, register);
    if (match) return match;
  }
  return null;
}

/** What follows each of `starts` in a name, as printed, longest start first. */
function afterAny(starts: readonly string[], name: string): string[] {
  const all = foldWords(name);
  const printedWords = name.split(/\s+/);
  return startsOf(starts)
    .filter((start) => startsWith(all, start) && printedWords.length > start.length)
    .sort((a, b) => b.length - a.length)
    .map((start) => printedWords.slice(start.length).join(' '));
}

const folded = new WeakMap<readonly string[], string[][]>();
function startsOf(starts: readonly string[]): string[][] {
  const known = folded.get(starts) ?? starts.map(foldWords);
  folded.set(starts, known);
  return known;
}

/** 'UBND các xã: Tân An, Tân Bình', 'Sở Nội vụ, Sở Y tế và UBND các quận, huyện': all named parts, or nothing. */
function matchList(name: string, register: Register): Match | null {
  const shared = /^(?<head>.*?)\s*(?:các|\d+)\s+(?<tier>\p{L}+(?:,\s*\p{L}+)*)\s*:\s*(?<rest>.+)$/iu.exec(
    name,
  )?.groups;
  const parts = (shared?.rest ?? name).split(/\s*[,;]\s*|\s+và\s+/iu).filter(Boolean);
  if (parts.length < 2 && !shared) return null;
  const prefixes = shared ? shared.tier!.split(/,\s*/).map((tier) => `${shared.head} ${tier} `) : [''];
  const ids = new Set<string>();
  for (let at = 0; at < parts.length; ) {
    const next = longestPart(parts, at, prefixes, register);
    if (!next) return null;
    for (const id of next.ids) ids.add(id);
    at = next.end;
  }
  const agencyIds = [...ids];
  const names = agencyIds.map(register.nameOf).join('; ');
  return {
    kind: 'group',
    name,
    agencyIds,
    explanation: `“${name}” nêu ${agencyIds.length} cơ quan: ${names}`,
  };
}

function longestPart(parts: string[], at: number, prefixes: string[], register: Register) {
  for (let end = parts.length; end > at; end--) {
    if (end - at === parts.length && prefixes[0] === '') continue;
    for (const prefix of prefixes) {
      const match = matchWhole(prefix + parts.slice(at, end).join(' '), register);
      if (match?.kind === 'agency') return { ids: [match.agencyId], end };
      if (match?.kind === 'group') return { ids: match.agencyIds, end };
    }
  }
  return null;
}

function matchClose(name: string, register: Register): Match | null {
  for (const one of [name, ...afterAny(words.heads, name)]) {
    const found = register.index.find(one);
    if (found) return agencyMatch(one, found, register);
  }
  return null;
}

const unknown = (explanation: string, proposal: Proposal | null = null): Match => ({
  kind: 'unknown',
  explanation,
  proposal,
});

const tidy = (printed: string): string =>
  printed
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–+•*]+|[\s.,;:]+$/g, '');
const withoutBrackets = (name: string): string => tidy(name.replace(/\s*\([^)]*\)/g, ' '));

/** In a plan of Hà Nội 'Công an thành phố' is Hà Nội's: not of this register, unless the name says so. */
function otherProvince(name: string, own: Province, issuer: string | undefined): string | null {
  const theirs = provinceOf(issuer);
  if (!theirs || !own.name.length) return null;
  const same = theirs.name.join('') === own.name.join('');
  return same || foldWords(name).join(' ').endsWith(own.name.join(' ')) ? null : (issuer ?? null);
}

const registers = new WeakMap<readonly Agency[], Map<string, Register>>();

/** Indexing a register costs more than a look-up: it is done once for each list that is passed in. */
function registerOf(agencies: readonly Agency[], issuer: string | undefined): Register {
  const known = registers.get(agencies) ?? new Map<string, Register>();
  registers.set(agencies, known);
  const made = known.get(issuer ?? '');
  if (made) return made;
  const province = provinceOfRegister(agencies, issuer);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const register = {
    agencies,
    groups: unfoldShipped(agencies),
    province,
    index: indexNames(agencies, province),
    nameOf: (id: string) => names.get(id) ?? id,
  };
  known.set(issuer ?? '', register);
  return register;
}
