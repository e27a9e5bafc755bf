import {
  consolidationBook,
  consolidationReaders,
  getConsolidation,
  mayReadConsolidations,
} from '#app/consolidation/index.ts';
import { dutyBook, getDuty, listAssignments } from '#app/duties/index.ts';
import type { LedgerBook } from '#app/ledger/index.ts';
import type { NewNotice } from '#app/notices/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Policy } from '#app/platform/policy.ts';
import type { Role, Viewer } from '#app/platform/viewer.ts';
import {
  agencyReportBook,
  getAgencyReport,
  getPeriod,
  mayReadReport,
  overseers,
} from '#app/reports/index.ts';
import type { SubjectKind } from './conversation.contract.ts';
import { mayWriteOnConsolidation, mayWriteOnDuty, mayWriteOnReport } from './conversation.policy.ts';

/** Who reads a piece of work, by what they hold: one of these roles, or anything in one of these agencies. */
export type Readers = { roles: readonly Role[]; agencyIds: readonly string[] };

export type Talked = {
  /** 'III.2.c, 217/KH-UBND'. */
  label: string;
  /** Its words. */
  title: string;
  /** Who has a part in it. */
  agencyIds: string[];
  /** Null: all of the province. */
  readers: Readers | null;
  /** Keys of the headings that can be talked about by themselves. */
  places: string[];
};

type Kind = {
  /** @throws Problem 404 where the viewer's province has no such thing */
  open: (tx: Tx, id: string) => Promise<Talked>;
  /** Null: all of the province reads it. */
  mayRead: { sentence: string; allows: (viewer: Viewer, subject: Talked) => boolean } | null;
  mayWrite: Policy<{ agencyIds: readonly string[]; isNamed: boolean }>;
  /** What it is called among notices. */
  noticeKind: NewNotice['subjectKind'];
  book: LedgerBook;
  /** Is its follower told of such a step? */
  tells: (step: string) => boolean;
};

/** Figures of an agency's report are talked about beside its headings. */
const FIGURES = 'figures';
/** Of a report that is being written, sentence by sentence: what matters to who reads along. */
const stepsOfConsolidation = ['drafted', 'gathered', 'issued', 'corrected', 'signed-attached', 'sent'];

const keysOf = (slots: readonly { key: string; writes: boolean }[]): string[] =>
  slots.filter(({ writes }) => writes).map(({ key }) => key);

/** What can be talked about: a new kind is one more entry. All of the province reads published duties. */
export const subjects: Record<SubjectKind, Kind> = {
  duty: {
    open: async (tx, id) => {
      const duty = await getDuty(tx, id);
      const parts = await listAssignments(tx, id);
      return {
        label: [duty.path || String(duty.position), duty.symbol].filter(Boolean).join(', '),
        title: duty.text,
        agencyIds: parts.filter(({ state }) => state !== 'withdrawn').map(({ agencyId }) => agencyId),
        readers: null,
        places: [],
      };
    },
    mayRead: null,
    mayWrite: mayWriteOnDuty,
    noticeKind: 'duty',
    book: dutyBook,
    tells: () => true,
  },
  consolidation: {
    open: async (tx, id) => {
      const { periodId, letter } = await getConsolidation(tx, id);
      const { name, definition } = await getPeriod(tx, periodId);
      return {
        label: `Báo cáo tổng hợp ${name}`,
        title: letter.title,
        agencyIds: [],
        readers: { roles: consolidationReaders, agencyIds: [] },
        places: keysOf(definition.slots),
      };
    },
    mayRead: {
      sentence: mayReadConsolidations.sentence,
      allows: (viewer) => mayReadConsolidations.allows(viewer),
    },
    mayWrite: mayWriteOnConsolidation,
    noticeKind: 'consolidation',
    book: consolidationBook,
    tells: (step) => stepsOfConsolidation.includes(step.split('.')[1] ?? ''),
  },
  'agency-report': {
    open: async (tx, id) => {
      const { periodId, agencyId, agencyName } = await getAgencyReport(tx, id);
      const { name, definition } = await getPeriod(tx, periodId);
      return {
        label: `Báo cáo ${name} của ${agencyName}`,
        title: definition.name,
        agencyIds: [agencyId],
        readers: { roles: overseers, agencyIds: [agencyId] },
        places: [...keysOf(definition.slots), FIGURES],
      };
    },
    mayRead: {
      sentence: mayReadReport.sentence,
      allows: (viewer, { agencyIds }) => mayReadReport.allows(viewer, { agencyId: agencyIds[0]! }),
    },
    mayWrite: mayWriteOnReport,
    noticeKind: 'report',
    book: agencyReportBook,
    tells: () => true,
  },
};
