import type { DatedAgency } from '#app/agencies/index.ts';
import data from '#data/successions-2025.json' with { type: 'json' };
import type { SuccessionKind } from './change.ts';
import type { Proposal } from './succession.contract.ts';

type Shipped = (typeof data.changes)[number];

/** The changes shipped as data, each name looked up in the register. They are offered, never applied by themselves. */
export function proposalsFor(register: readonly DatedAgency[], taken: ReadonlySet<string>): Proposal[] {
  const find = (name: string) =>
    register.find((agency) => agency.name === name) ??
    register.find((agency) => agency.names.some((one) => one.name === name));
  const one = (shipped: Shipped): Proposal => {
    const from = shipped.from.map((name) => ({ name, agency: find(name) }));
    const to = (shipped.to as { name: string; field: string }[]).map((target) => ({
      ...target,
      agency: find(target.name),
    }));
    return {
      key: shipped.key,
      kind: shipped.kind as SuccessionKind,
      on: shipped.on,
      basis: shipped.basis,
      mark: shipped.mark as Proposal['mark'],
      source: shipped.source,
      note: shipped.note,
      from: from.flatMap(({ agency }) => (agency ? [{ id: agency.id, name: agency.name }] : [])),
      to: to.map(({ agency, name, field }) => ({
        id: agency?.id ?? null,
        isNew: !agency,
        name: agency?.name ?? name,
        kind: agency?.kind ?? 'so',
        names: [],
        field,
      })),
      newName: null,
      missing: [...from, ...to].flatMap(({ agency, name }) => (agency ? [] : [name])),
    };
  };
  // A province to which none of these names means anything is not bothered with them.
  return data.changes
    .filter((shipped) => !taken.has(shipped.key) && shipped.from.some((name) => find(name)))
    .map(one);
}
