import { type DatedName, nameOn, presentUnits } from '#app/agencies/index.ts';
import { officeDay } from '#app/platform/office-day.ts';

type Part = {
  agencyId: string;
  agencyName: string;
  firstAgencyId: string | null;
  state: string;
  completedAt: string | null;
  confirmedAt: string | null;
};
/** The full names of an agency, and the one it has now. */
export type DatedNames = { id: string; name: string; names: DatedName[] };
type Register = { agencies: readonly DatedNames[]; links: readonly Link[] };
type Link = { fromId: string; toId: string; kind: string; on: string };

/**
 * Parts as the papers of their time name them: what is done keeps the name its agency had on that day. Beside it the
 * agencies that stand for it today, where they are called otherwise.
 */
export function withPresentUnits<P extends Part>(parts: readonly P[], register: Register, today: string) {
  const known = new Map(register.agencies.map((agency) => [agency.id, agency]));
  const links = register.links.filter((link) => link.on <= today);
  const nameOf = (id: string, day: string) => {
    const agency = known.get(id);
    return agency ? (nameOn(agency.names, day) ?? agency.name) : '';
  };
  return parts.map((part) => {
    const done = part.state === 'completed' ? (part.confirmedAt ?? part.completedAt) : null;
    const agencyName = done ? nameOf(part.agencyId, officeDay(new Date(done))) : part.agencyName;
    const now = presentUnits(links, part.agencyId).map((id) => nameOf(id, today));
    return {
      ...part,
      agencyName,
      firstAgencyName: part.firstAgencyId ? nameOf(part.firstAgencyId, dayBeforeMove(links, part)) : null,
      presentUnits: now.length === 1 && now[0] === agencyName ? [] : now,
    };
  });
}

/** The eve of the change by which the part left the agency it was first given to. */
function dayBeforeMove(links: readonly { fromId: string; on: string }[], { firstAgencyId }: Part): string {
  const on = links.find((link) => link.fromId === firstAgencyId)?.on ?? '9999-12-31';
  return new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
