import { type Change, closing } from './change.ts';
import {
  type Content,
  dayBefore,
  type Holdings,
  isOpenOn,
  isOwed,
  type Move,
  type ReportHeld,
} from './holdings.ts';

/** Id of the agency that something goes to; null: it stays. */
type GoesTo = (key: string, fromId: string) => string | null;

/** Open parts of duties, with their state, clock and progress; the part remembers whom it was first given to. */
export function partMoves(change: Change, { parts }: Holdings, goesTo: GoesTo): Move[] {
  return parts.flatMap((part) => {
    const to =
      change.from.includes(part.agencyId) && isOpenOn(part, change.on)
        ? goesTo(`part:${part.id}`, part.agencyId)
        : null;
    if (!to || to === part.agencyId) return [];
    return [
      {
        what: 'part' as const,
        id: part.id,
        label: part.label,
        note: part.text,
        before: { dutyId: part.dutyId, agencyId: part.agencyId, firstAgencyId: part.firstAgencyId },
        after: { dutyId: part.dutyId, agencyId: to, firstAgencyId: part.firstAgencyId ?? part.agencyId },
      },
    ];
  });
}

/**
 * Reports still owed. Where the successor has a report of the same period, the two become one: what was drafted is
 * put after what the successor drafted, unless that one is filed already.
 */
export function reportMoves(change: Change, holdings: Holdings, goesTo: GoesTo): Move[] {
  const held = new Map(holdings.reports.map((report) => [`${report.periodId} ${report.agencyId}`, report]));
  const drafts = new Map<string, Move>();
  const moves: Move[] = [];
  if (change.kind === 'rename') return renamedReports(change, holdings);
  for (const report of holdings.reports) {
    if (!change.from.includes(report.agencyId) || !isOwed(report)) continue;
    const to = goesTo(`report:${report.id}`, report.agencyId);
    if (!to || to === report.agencyId) continue;
    const before = { agencyId: report.agencyId, agencyName: report.agencyName, joinedInto: null };
    const own = held.get(`${report.periodId} ${to}`);
    const row = {
      what: 'report' as const,
      id: report.id,
      label: report.label,
      note: report.agencyName,
      before,
    };
    if (own) {
      moves.push({ ...row, after: { ...before, joinedInto: own.id } });
      if (isOwed(own) && report.content)
        drafts.set(own.id, joinedDraft(drafts.get(own.id), own, report.content));
    } else {
      held.set(`${report.periodId} ${to}`, report);
      moves.push({ ...row, after: { ...before, agencyId: to, agencyName: nameIn(change, holdings, to) } });
    }
  }
  return [...moves, ...drafts.values()];
}

/** Figures of both are kept as the successor's own where it said none: it decides what they make together. */
const joinedValues = (own: NonNullable<Content['values']>, added: NonNullable<Content['values']>) => [
  ...own,
  ...added.filter((one) => !own.some((other) => other.indicator === one.indicator)),
];

function joinedDraft(earlier: Move | undefined, own: ReportHeld, added: Content): Move {
  const so = (earlier?.after?.content ?? own.content ?? { paragraphs: [], seen: [] }) as Content;
  return {
    what: 'writing',
    id: own.id,
    label: own.label,
    note: own.agencyName,
    before: { content: own.content, revision: own.revision },
    after: {
      content: {
        paragraphs: [...so.paragraphs, ...added.paragraphs],
        seen: [...new Set([...so.seen, ...added.seen])],
        values: joinedValues(so.values ?? [], added.values ?? []),
      },
      revision: own.revision + 1,
    },
  };
}

/** An agency that changes its name signs what it still owes with the new one. */
const renamedReports = (change: Change, holdings: Holdings): Move[] =>
  holdings.reports
    .filter((report) => change.from.includes(report.agencyId) && isOwed(report) && change.newName)
    .map((report) => {
      const before = { agencyId: report.agencyId, agencyName: report.agencyName, joinedInto: null };
      const after = { ...before, agencyName: change.newName };
      return { what: 'report', id: report.id, label: report.label, note: report.agencyName, before, after };
    });

/** Who works there today works in the successor from the day on, in the same role. */
export function membershipMoves(
  change: Change,
  { people }: Holdings,
  goesTo: GoesTo,
  newId: () => string,
): Move[] {
  const placeOf = (one: { personId: string; agencyId: string; role: string }) =>
    `${one.personId} ${one.agencyId} ${one.role}`;
  const standing = new Set(people.filter((one) => one.validTo === null).map(placeOf));
  const endsBefore = dayBefore(change.on);
  return people.flatMap((held): Move[] => {
    if (!change.from.includes(held.agencyId) || (held.validTo !== null && held.validTo < change.on))
      return [];
    const to = goesTo(`membership:${held.id}`, held.agencyId);
    if (!to || to === held.agencyId) return [];
    const { id, personName: label, ...row } = held;
    const base = { what: 'membership' as const, label, note: row.role };
    const leaves: Move = {
      ...base,
      id,
      before: row,
      after: row.validFrom > endsBefore ? null : { ...row, validTo: endsBefore },
    };
    const there = placeOf({ ...row, agencyId: to });
    if (standing.has(there)) return [leaves];
    standing.add(there);
    const validFrom = [row.validFrom, change.on].toSorted().at(-1)!;
    return [leaves, { ...base, id: newId(), before: null, after: { ...row, agencyId: to, validFrom } }];
  });
}

/** What waits for an answer goes with its part; the body that was asked with what it does. */
export function difficultyMoves(change: Change, { difficulties }: Holdings, goesTo: GoesTo): Move[] {
  return difficulties.flatMap((one): Move[] => {
    const target = (key: string, id: string) => (change.from.includes(id) ? goesTo(key, id) : null) ?? id;
    const before = { agencyId: one.agencyId, authorityId: one.authorityId };
    const after = {
      agencyId: target(`part:${one.assignmentId}`, one.agencyId),
      authorityId: one.authorityId && target(`difficulty:${one.id}`, one.authorityId),
    };
    if (after.agencyId === before.agencyId && after.authorityId === before.authorityId) return [];
    return [{ what: 'difficulty', id: one.id, label: one.label, note: one.words, before, after }];
  });
}

/** Who is away in an agency is away in the one that their role goes to. */
export function absenceMoves(change: Change, { absences, people }: Holdings, goesTo: GoesTo): Move[] {
  return absences.flatMap((one): Move[] => {
    const role = people.find((held) => held.personId === one.personId && held.agencyId === one.agencyId);
    const to =
      change.from.includes(one.agencyId) && one.toOn >= change.on && role
        ? goesTo(`membership:${role.id}`, one.agencyId)
        : null;
    if (!to || to === one.agencyId) return [];
    return [
      {
        what: 'absence',
        id: one.id,
        label: one.personName,
        note: '',
        before: { agencyId: one.agencyId },
        after: { agencyId: to },
      },
    ];
  });
}

/** Units below an agency that ends stand below its successor. */
export function unitMoves(change: Change, holdings: Holdings, goesTo: GoesTo, newId: () => string): Move[] {
  const closed = closing(change);
  return holdings.units.flatMap((link): Move[] => {
    if (!closed.includes(link.parentId) || (link.validTo !== null && link.validTo < change.on)) return [];
    const to = goesTo(`parent:${link.id}`, link.parentId);
    if (!to || to === link.agencyId) return [];
    const { id, ...row } = link;
    const label = holdings.agencies.find((agency) => agency.id === link.agencyId)?.name ?? '';
    const base = { what: 'parent' as const, label, note: nameIn(change, holdings, to) };
    const ends = dayBefore(change.on);
    const keeps = row.validFrom === null || row.validFrom <= ends;
    const since = keeps ? change.on : row.validFrom;
    return [
      { ...base, id, before: row, after: keeps ? { ...row, validTo: ends } : null },
      { ...base, id: newId(), before: null, after: { ...row, parentId: to, validFrom: since } },
    ];
  });
}

/** Letters of reports that name an agency which ends, or changes its name, name the one that comes after. */
export function definitionMoves(change: Change, holdings: Holdings): Move[] {
  const ending = change.kind === 'rename' ? change.from : closing(change);
  const after =
    change.kind === 'rename' ? change.newName : change.to.length === 1 ? change.to[0]!.name : null;
  if (!after) return [];
  const old = new Set(
    holdings.agencies
      .filter((one) => ending.includes(one.id))
      .flatMap((one) => [one.name, ...one.names.map(({ name }) => name)].map(bare)),
  );
  const renamed = (line: string) => (old.has(bare(line)) ? line.replace(bareIn(line), after) : line);
  return holdings.definitions.flatMap((one): Move[] => {
    const before = {
      version: one.version,
      issuer: one.issuer,
      addressees: one.addressees,
      recipients: one.recipients,
    };
    const lines = {
      issuer: renamed(one.issuer),
      addressees: [...new Set(one.addressees.map(renamed))],
      recipients: [...new Set(one.recipients.map(renamed))],
    };
    if (JSON.stringify({ ...before, ...lines }) === JSON.stringify(before)) return [];
    return [
      {
        what: 'definition',
        id: one.id,
        label: one.label,
        note: '',
        before,
        after: { version: one.version + 1, ...lines },
      },
    ];
  });
}

/** "- Sở Tài chính;" → "Sở Tài chính". */
const bareIn = (line: string): string => line.replace(/^[\s\-–+]+|[\s;.,]+$/g, '');
const bare = (line: string): string => bareIn(line).normalize('NFC').toLocaleLowerCase('vi');

const nameIn = (change: Change, holdings: Holdings, id: string): string =>
  change.to.find((target) => target.id === id)?.name ??
  holdings.agencies.find((one) => one.id === id)?.name ??
  '';
