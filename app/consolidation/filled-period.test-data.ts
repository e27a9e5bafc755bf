import { sql } from 'kysely';
import type { z } from 'zod';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { paragraphShape } from '#app/reports/agency-report.contract.ts';
import { definitionShape } from '#app/reports/definition-shape.contract.ts';
import { indicatorShape, indicatorValueShape } from '#app/reports/indicator.contract.ts';

type Said = {
  paragraphs: (Pick<z.output<typeof paragraphShape>, 'slot' | 'text'> & {
    id?: string;
    sources?: z.output<typeof paragraphShape>['sources'];
    marks?: z.output<typeof paragraphShape>['marks'];
    form?: z.output<typeof paragraphShape>['form'];
  })[];
  values?: Partial<z.input<typeof indicatorValueShape>>[];
};

export const indicatorOf = (key: string, more: Partial<z.input<typeof indicatorShape>> = {}) =>
  indicatorShape.parse({ key, name: `Chỉ tiêu ${key}`, unit: 'đoàn', rule: 'flow', ...more });

const letter = {
  superior: 'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ',
  issuer: 'LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ',
  notation: 'BC-LHHN',
  place: 'Cần Thơ',
  addressees: ['Ủy ban nhân dân thành phố Cần Thơ'],
  bases: [],
  title: 'Kết quả công tác đối ngoại nhân dân',
  opening: '',
  closing: '',
  signature: { authority: [], position: 'CHỦ TỊCH', name: '' },
  recipients: ['Như trên', 'Lưu: VT'],
};

/**
 * A period whose agencies have filed, put in behind the program's back: what reports say is given, agencies are made.
 * Returns the period and the reports in order.
 */
export async function fillPeriod(
  house: House,
  tenantId: string,
  given: {
    name: string;
    from: string;
    to: string;
    slots: readonly string[];
    indicators: readonly z.output<typeof indicatorShape>[];
    agencies: readonly string[];
    said: readonly Said[];
    definitionId?: string;
  },
): Promise<{ periodId: string; definitionId: string; reports: { id: string; agencyId: string }[] }> {
  return inTenant(house.db, tenantId, async (tx) => {
    const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
    const content = definitionShape.parse({
      name: 'Báo cáo đối ngoại nhân dân',
      basis: 'Kế hoạch 217/KH-UBND',
      frequencies: ['half-year', 'own'],
      windowRule: '15-14',
      fileWithin: 2,
      slots: given.slots.map((key) => ({ key, level: 2, heading: `Mục ${key}`, writes: true, takes: null })),
      indicators: given.indicators,
      letter,
    });
    const at = house.now();
    let { definitionId } = given;
    if (!definitionId) {
      const made = await sql<{ id: string }>`
        insert into report_definition (document_id, version, created_at) values (null, 1, ${at}) returning id`.execute(
        tx,
      );
      definitionId = made.rows[0]!.id;
      await sql`insert into report_definition_version (definition_id, version, content, created_by, created_at)
        values (${definitionId}, 1, ${JSON.stringify(content)}, ${person.id}, ${at})`.execute(tx);
    }
    const period = await sql<{ id: string }>`
      insert into report_period (definition_id, definition_version, name, kind, year, index, window_from, window_to,
        due_on, opened_by, opened_at)
      values (${definitionId}, 1, ${given.name}, 'half-year', 2026, 1, ${given.from}, ${given.to}, ${given.to},
        ${person.id}, ${at}) returning id`.execute(tx);
    const periodId = period.rows[0]!.id;
    const rows = given.agencies.map((name, index) => ({ name, ...filing(given.said[index]) }));
    const made = await sql<{ id: string; agencyId: string }>`
      with said as (
        select row_number() over () as n, s.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          s(name text, paragraphs jsonb, vals jsonb)),
      known as (select distinct on (name) id, name from agency order by name, id),
      fresh as (insert into agency (kind, name) select 'department', s.name from said s
        where s.name not in (select name from known) returning id, name),
      agencies as (select * from known union all select * from fresh),
      reports as (insert into agency_report (period_id, agency_id, agency_name, state, saved_at, filed_number)
        select ${periodId}, a.id, s.name, case when s.paragraphs is null then 'draft' else 'submitted' end, ${at},
          case when s.paragraphs is null then null else 1 end
        from said s join agencies a on a.name = s.name returning id, agency_id, agency_name)
      select r.id, r.agency_id as "agencyId" from reports r join said s on s.name = r.agency_name order by s.n`.execute(
      tx,
    );
    await sql`
      insert into agency_report_filing (agency_report_id, number, paragraphs, indicator_values, sha256, filed_by, filed_at,
        is_late)
      select r.id, 1, s.paragraphs, s.vals, 'x', ${person.id}, ${at}, false
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) s(name text, paragraphs jsonb, vals jsonb)
      join agency_report r on r.period_id = ${periodId} and r.agency_name = s.name
      where s.paragraphs is not null`.execute(tx);
    return { periodId, definitionId, reports: made.rows };
  });
}

/** Nothing given: the agency has not filed. */
function filing(said: Said | undefined) {
  if (!said) return { paragraphs: null, vals: null };
  const paragraphs = said.paragraphs.map((one) => ({
    id: crypto.randomUUID(),
    sources: [],
    marks: [],
    form: 'text',
    ...one,
  }));
  const empty = {
    amount: null,
    whole: null,
    currency: null,
    rateOn: null,
    counted: [],
    isComputed: false,
    source: '',
  };
  return {
    paragraphs,
    vals: (said.values ?? []).map((value) => indicatorValueShape.parse({ ...empty, ...value })),
  };
}
