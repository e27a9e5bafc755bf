import type { Agency } from '#app/agencies/index.ts';
import { matchPrintedName } from '#app/agencies/index.ts';
import type { Role } from '#app/platform/viewer.ts';
import type { DatedRole } from './person.ts';
import { overlapping } from './person.ts';
import { isEmail, type Row, readDay, readRole } from './read-table.ts';

export type Known = { id: string; email: string; name: string; roles: readonly DatedRole[] };
/** What a row would do; `agencyId` and `role` are given where the row has no errors. */
export type Plan = {
  row: Row;
  errors: string[];
  effect: 'new' | 'role' | 'none';
  personId: string | null;
  agencyId: string | null;
  role: Role | null;
  from: string;
};

type Context = {
  agencies: readonly Agency[];
  /** People by folded address. */
  known: ReadonlyMap<string, Known>;
  today: string;
  mayGrant: (agencyId: string, role: Role, personId: string | null) => boolean;
};

/** Reads each row for what it would do, or every reason why it cannot. Nothing is changed. */
export function planImport(rows: readonly Row[], context: Context): Plan[] {
  const seen = new Map<string, { line: number; name: string }>();
  const taken = new Set<string>();
  return rows.map((row) => {
    const plan = planRow(row, context);
    const key = row.email.toLowerCase();
    const before = seen.get(key);
    if (before && before.name !== row.name)
      plan.errors.push(`Thư điện tử trùng với dòng ${before.line} nhưng họ tên khác.`);
    seen.set(key, before ?? { line: row.line, name: row.name });
    const same = `${key} ${plan.agencyId} ${plan.role}`;
    if (taken.has(same)) plan.effect = 'none';
    taken.add(same);
    return plan;
  });
}

function planRow(row: Row, { agencies, known, today, mayGrant }: Context): Plan {
  const errors: string[] = [];
  if (row.name.length < 2) errors.push('Thiếu họ tên.');
  if (!isEmail(row.email)) errors.push(`Thư điện tử “${row.email}” không đúng dạng.`);
  const agency = findAgency(row.agency, agencies);
  if (typeof agency === 'string') errors.push(agency);
  const role = readRole(row.role);
  if (!role) errors.push(`Không có vai trò “${row.role}”.`);
  const from = row.from ? readDay(row.from) : today;
  if (!from) errors.push(`Ngày “${row.from}” không đúng: ghi như 05/01/2026.`);
  const person = known.get(row.email.toLowerCase());
  if (person && person.name !== row.name) errors.push(`Thư điện tử này đã là của ${person.name}.`);
  const agencyId = typeof agency === 'string' ? null : agency.id;
  if (agencyId && role && !mayGrant(agencyId, role, person?.id ?? null))
    errors.push('Bạn không được cấp vai trò này ở cơ quan này.');
  const wanted = agencyId && role && from ? { agencyId, role, from, to: null } : null;
  const isHeld = wanted !== null && person !== undefined && overlapping(person.roles, wanted) !== undefined;
  const effect = !person ? 'new' : isHeld ? 'none' : 'role';
  return { row, errors, effect, personId: person?.id ?? null, agencyId, role, from: from ?? today };
}

/** The agency a cell names, or why none can be told. */
function findAgency(name: string, agencies: readonly Agency[]): Agency | string {
  if (!name) return 'Thiếu tên cơ quan.';
  const match = matchPrintedName(name, [...agencies]);
  const found = match.kind === 'agency' ? agencies.find(({ id }) => id === match.agencyId) : undefined;
  if (found) return found;
  return match.kind === 'ambiguous'
    ? `“${name}” có thể là nhiều cơ quan: ghi tên đầy đủ.`
    : `Không có cơ quan “${name}” trong danh mục.`;
}
