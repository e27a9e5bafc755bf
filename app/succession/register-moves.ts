import { isWithin } from '#app/agencies/period.ts';
import { type Change, closing } from './change.ts';
import { dayBefore, type Holdings, type Move } from './holdings.ts';

/** Agencies that end, begin or change their name, and names that go on meaning the successor. */
export function agencyMoves(change: Change, holdings: Holdings, newId: () => string): Move[] {
  if (change.kind === 'rename') return renameMoves(change, holdings, newId);
  const closed = holdings.agencies.filter((agency) => closing(change).includes(agency.id));
  return [
    ...change.to.filter((target) => target.isNew).flatMap((target) => opened(target, change.on, newId)),
    ...closed.map((agency) => ({
      what: 'agency' as const,
      id: agency.id,
      label: agency.name,
      note: '',
      before: { validFrom: agency.validFrom, validTo: agency.validTo },
      after: { validFrom: agency.validFrom, validTo: dayBefore(change.on) },
    })),
    ...formerNames(change, holdings, newId),
  ];
}

function opened(target: Change['to'][number], on: string, newId: () => string): Move[] {
  const name = (given: string, kind: string): Move => ({
    what: 'name',
    id: newId(),
    label: given,
    note: target.name,
    before: null,
    after: { agencyId: target.id, name: given, kind, validFrom: on, validTo: null },
  });
  return [
    {
      what: 'agency',
      id: target.id,
      label: target.name,
      note: '',
      before: null,
      after: { name: target.name, kind: target.kind, validFrom: on, validTo: null },
    },
    name(target.name, 'full'),
    ...[...new Set(target.names)].filter((one) => one !== target.name).map((one) => name(one, 'short')),
  ];
}

/**
 * Every name of an agency that ends means its successor from then on, so that a later paper printing it is understood.
 * Where several come after, nobody can say which is meant: the matcher goes on asking.
 */
function formerNames(change: Change, holdings: Holdings, newId: () => string): Move[] {
  const target = change.to[0];
  if (change.to.length !== 1 || !target) return [];
  const taken = new Set(
    (holdings.agencies.find((agency) => agency.id === target.id)?.names ?? []).map((one) => one.name),
  );
  const moves: Move[] = [];
  for (const agency of holdings.agencies.filter((one) => closing(change).includes(one.id)))
    for (const { name } of agency.names) {
      if (taken.has(name)) continue;
      taken.add(name);
      moves.push({
        what: 'name',
        id: newId(),
        label: name,
        note: target.name,
        before: null,
        after: { agencyId: target.id, name, kind: 'former', validFrom: change.on, validTo: null },
      });
    }
  return moves;
}

function renameMoves(change: Change, holdings: Holdings, newId: () => string): Move[] {
  const agency = holdings.agencies.find((one) => one.id === change.from[0]);
  if (!agency || !change.newName) return [];
  const old = agency.names.find((one) => one.kind === 'full' && isWithin(one, change.on));
  const dated = (row: { validFrom: string | null; validTo: string | null; name: string; kind: string }) => ({
    agencyId: agency.id,
    name: row.name,
    kind: row.kind,
    validFrom: row.validFrom,
    validTo: row.validTo,
  });
  return [
    ...(old
      ? [
          {
            what: 'name' as const,
            id: old.id,
            label: old.name,
            note: agency.name,
            before: dated(old),
            after: dated({ ...old, validTo: dayBefore(change.on) }),
          },
        ]
      : []),
    {
      what: 'name',
      id: newId(),
      label: change.newName,
      note: agency.name,
      before: null,
      after: dated({
        name: change.newName,
        kind: 'full',
        validFrom: change.on,
        validTo: old?.validTo ?? null,
      }),
    },
  ];
}
