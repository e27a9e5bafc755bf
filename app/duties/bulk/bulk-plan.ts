/** What is filled in before doing it. */
export type Given = {
  reason?: string | undefined;
  until?: string | undefined;
  dueOn?: string | undefined;
  agencyId?: string | undefined;
  insteadOf?: string | undefined;
};

export type PlanOutcome = {
  done: { dutyId: string }[];
  refused: { dutyId: string; label?: string; agencyName: string | null; why: string }[];
  /** By which all of it can be taken back together. */
  batch?: string | null;
};

/** One thing that can be done to many duties; later concepts bring theirs to the list of duties. */
export type BulkPlan = {
  key: string;
  /** On its button: 'Tạm dừng'. */
  name: string;
  asks: readonly ('reason' | 'until' | 'deadline' | 'coordinator')[];
  /** 'back': by the step that leads back; 'no': what is done is done. */
  undo: 'yes' | 'back' | 'no';
  /** Who cooperates in the chosen duties now, the most frequent first. */
  coordinators?: readonly { id: string; name: string; duties: number }[];
  /** Does it to some duties, or only tries; `batch`: going on with what was begun. */
  act: (
    dutyIds: string[],
    given: Given,
    how: { rehearse: boolean; batch?: string | undefined },
  ) => Promise<PlanOutcome>;
};

const AT_ONCE = 200;
/** Words that stand for a reason while it is only tried. */
const ANY_REASON = '…';

/** Is everything there that decides which lines can be done? */
export const canTry = ({ asks }: BulkPlan, given: Given): boolean =>
  (!asks.includes('deadline') || Boolean(given.dueOn)) &&
  (!asks.includes('coordinator') || Boolean(given.agencyId));

/** Tries it on all of them, in pieces. */
export async function tryPlan(plan: BulkPlan, ids: readonly string[], given: Given): Promise<PlanOutcome> {
  const tried: PlanOutcome = { done: [], refused: [] };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const one = await plan.act(
      ids.slice(from, from + AT_ONCE),
      { ...given, reason: given.reason || ANY_REASON },
      { rehearse: true },
    );
    tried.done.push(...one.done);
    tried.refused.push(...one.refused);
  }
  return tried;
}

/**
 * Does it to all of them, each piece in one transaction. When a piece cannot be sent, what was done stands and each
 * line that was not says why; a first piece that fails did nothing, and its refusal is thrown.
 */
export async function doPlan(
  plan: BulkPlan,
  ids: readonly string[],
  given: Given,
  { told, stopped }: { told: (done: number) => void; stopped: (why: string) => string },
): Promise<PlanOutcome> {
  const outcome: PlanOutcome = { done: [], refused: [] };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    try {
      const batch = outcome.batch ?? undefined;
      const one = await plan.act(ids.slice(from, from + AT_ONCE), given, { rehearse: false, batch });
      outcome.done.push(...one.done);
      outcome.refused.push(...one.refused);
      outcome.batch = one.batch ?? outcome.batch ?? null;
      told(Math.min(ids.length, from + AT_ONCE));
    } catch (error) {
      if (!from) throw error;
      const why = stopped((error as Error).message);
      outcome.refused.push(...ids.slice(from).map((dutyId) => ({ dutyId, agencyName: null, why })));
      break;
    }
  }
  return outcome;
}
