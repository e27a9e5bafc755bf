import type { Answer } from '#app/platform/contract.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { listProposedPeriods } from './open-by-calendar.ts';
import { presentPeriod } from './period.routes.ts';
import { type BoardRow, listBoard, listPeriods, type Period } from './period.store.ts';
import { listProposed, reportSeason } from './regime.contract.ts';
import { maySeeBoard } from './report.policy.ts';
import { asContent, type KeptContent } from './report.ts';
import { listCollecting, listDrafts } from './season.store.ts';
import { isGiven } from './values.ts';

/** Who owes which report when several are due at once, and which periods ought to be opened. */
export function seasonRoutes(web: Web, house: House): void {
  const today = () => officeDay(house.now());
  mount(web, house, reportSeason, async ({ viewer, tx }) => {
    requirePolicy(maySeeBoard, viewer, undefined);
    return season(tx, viewer, today());
  });
  mount(web, house, listProposed, async ({ viewer, tx }) => {
    requirePolicy(maySeeBoard, viewer, undefined);
    const found = await listProposedPeriods(tx, today());
    return {
      periods: found.map(({ definition, ...which }) => ({
        definitionId: definition.id,
        reportName: definition.content.name,
        byItself: definition.content.opens === 'by-itself',
        ...which,
      })),
    };
  });
}

async function season(tx: Tx, viewer: Viewer, today: string): Promise<Answer<typeof reportSeason>> {
  const ids = new Set(await listCollecting(tx, today));
  const periods = (await listPeriods(tx, null)).filter(({ id }) => ids.has(id));
  const board = await listBoard(tx, [...ids]);
  const drafts = await listDrafts(tx, [...ids]);
  const byDay = Map.groupBy(periods, ({ dueOn }) => dueOn);
  const deadlines = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    today,
    deadlines: deadlines.map(([dueOn, own]) => {
      const rows = board.filter((row) => own.some(({ id }) => id === row.periodId));
      return {
        dueOn,
        periods: own.map((period) => {
          const { counts } = presentPeriod(
            viewer,
            period,
            rows.filter((row) => row.periodId === period.id),
            today,
          );
          return { id: period.id, name: period.name, reportName: period.definition.name, counts };
        }),
        agencies: agenciesOf(rows, own, drafts),
      };
    }),
  };
}

function agenciesOf(
  rows: readonly BoardRow[],
  periods: readonly Period[],
  drafts: ReadonlyMap<string, KeptContent | null>,
) {
  return [...Map.groupBy(rows, (row) => row.agencyId)].map(([agencyId, own]) => ({
    agencyId,
    agencyName: own[0]!.agencyName,
    reports: own.map((row) => {
      const draft = drafts.get(row.id) ?? null;
      const period = periods.find(({ id }) => id === row.periodId)!;
      return {
        id: row.id,
        periodId: row.periodId,
        state: row.state,
        isLate: row.isLate,
        isAsked: row.isAsked,
        isBegun: row.savedAt !== null,
        missing: draft ? missingIn(draft, period) : [],
      };
    }),
  }));
}

/** Headings and figures that must be filled and are not, by name. */
function missingIn(kept: KeptContent, { definition }: Period): string[] {
  const { paragraphs, values } = asContent(kept);
  const told = new Set(paragraphs.filter((one) => one.text.trim()).map((one) => one.slot));
  const required = new Set(
    definition.checks.filter((one) => one.kind === 'required').map((one) => one.indicator),
  );
  return [
    ...definition.slots.filter((slot) => slot.isRequired && !told.has(slot.key)).map((slot) => slot.heading),
    ...definition.indicators
      .filter((one) => required.has(one.key) && !one.computedBy)
      .filter(
        (one) =>
          !isGiven(
            one,
            values.find((value) => value.indicator === one.key),
          ),
      )
      .map((one) => one.name),
  ];
}
