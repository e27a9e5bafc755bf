import { listDatedAgencies, listSuccessionLinks, nameOn, presentUnits } from '#app/agencies/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Register, Row } from '#libraries/register/index.ts';

/**
 * What agencies that a row names are called, with the units that stand for them today: 'Sở Kế hoạch và Đầu tư (nay:
 * Sở Tài chính)'. The row keeps whom it named: who led, signed or was asked in its day is not rewritten.
 */
export async function namesWithPresentUnits(
  tx: Tx,
  { fields }: Register,
  { values, names }: { values: Row; names: Record<string, string> },
  today: string,
): Promise<Record<string, string>> {
  const named = Object.entries(fields).flatMap(([field, { refersTo, pointsAt }]) => {
    const value = values[field] ?? null;
    return refersTo === 'agency' && value !== null ? [...pointsAt(value)] : [];
  });
  const links = named.length ? (await listSuccessionLinks(tx)).filter(({ on }) => on <= today) : [];
  const gone = named.filter((id) => links.some(({ fromId }) => fromId === id));
  if (!gone.length) return names;
  const known = new Map((await listDatedAgencies(tx)).map((agency) => [agency.id, agency]));
  const nameOf = (id: string) => {
    const agency = known.get(id);
    return agency ? (nameOn(agency.names, today) ?? agency.name) : '…';
  };
  const told = gone.flatMap((id) => {
    const now = presentUnits(links, id).filter((one) => one !== id);
    return now.length ? [[id, `${names[id]} (nay: ${now.map(nameOf).join(', ')})`]] : [];
  });
  return { ...names, ...Object.fromEntries(told) };
}
