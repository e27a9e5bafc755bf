import { getDuty, listAssignments } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Policy } from '#app/platform/policy.ts';
import type { SubjectKind } from './conversation.contract.ts';
import { mayWriteOnDuty } from './conversation.policy.ts';

export type Talked = {
  /** 'III.2.c, 217/KH-UBND'. */
  label: string;
  /** Its words. */
  title: string;
  /** Who has a part in it. */
  agencyIds: string[];
};

type Kind = {
  /** @throws Problem 404 where the viewer's province has no such thing */
  open: (tx: Tx, id: string) => Promise<Talked>;
  mayWrite: Policy<{ agencyIds: readonly string[]; isNamed: boolean }>;
};

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
      };
    },
    mayWrite: mayWriteOnDuty,
  },
};
