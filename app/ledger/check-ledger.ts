import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { checkSeals } from './check-seals.ts';
import { type BrokenLine, type LedgerEvent, walkChain } from './event.ts';
import { countLines, listChains, listEvents } from './ledger.store.ts';
import type { LedgerBook, Said } from './ledger-book.ts';
import { sayFinding } from './say-finding.ts';

/** Something that is not as it was written. */
export type Finding =
  | {
      what: 'line';
      subjectKind: string;
      subjectId: string;
      seq: number;
      reason: BrokenLine['reason'] | 'cut' | 'rewritten';
    }
  | { what: 'seal'; day: string; reason: 'missing' | 'altered' | 'unsigned' | 'heads' }
  | { what: 'row'; subjectKind: string; subjectId: string; said: Said };

export type ToldFinding = Finding & { said: Said; page: string | null };

export type CheckResult = {
  lines: number;
  chains: number;
  seals: number;
  lastSealedDay: string | null;
  /** The first one is the first broken line; empty when all is as it was written. */
  findings: ToldFinding[];
};
export type Progress = { lines: number; ofLines: number; chains: number };

const PAGE = 2000;
const ROWS_AT_ONCE = 200;
/** A ledger that somebody went through with a pen is told by its first places. */
const MOST = 50;

/**
 * Reads every chain of a province and every seal, and holds the rows against what their events say. Works through
 * short transactions, so that the program goes on; needs the memory of one page whatever the length of the ledger.
 */
export async function checkLedger(
  house: House,
  tenantId: string,
  books: readonly LedgerBook[],
  onProgress: (progress: Progress) => Promise<void> | void = () => {},
): Promise<CheckResult> {
  const work = <T>(task: (tx: Tx) => Promise<T>) => inTenant(house.db, tenantId, task);
  const ofLines = await work(countLines);
  const findings: Finding[] = [];
  const rows = rowCheck(work, books, findings);
  const reader = chainReader(tenantId, rows, findings);
  let last: LedgerEvent | null = null;
  for (;;) {
    const page: LedgerEvent[] = await work((tx) => listChains(tx, last, PAGE));
    for (const line of page) await reader.read(line);
    last = page.at(-1) ?? last;
    await onProgress({
      lines: reader.lines,
      ofLines: Math.max(ofLines, reader.lines),
      chains: reader.chains,
    });
    if (page.length < PAGE) break;
  }
  await reader.end();
  const sealed = await checkSeals(house, tenantId, work, findings);
  const told = await work(async (tx) => {
    const said: ToldFinding[] = [];
    for (const finding of findings.slice(0, MOST)) said.push(await sayFinding(tx, books, finding));
    return said;
  });
  return { lines: reader.lines, chains: reader.chains, ...sealed, findings: told };
}

type Work = <T>(task: (tx: Tx) => Promise<T>) => Promise<T>;
type Rows = ReturnType<typeof rowCheck>;

/** Takes the lines of all chains one after another; notes the first broken line of each chain. */
function chainReader(tenantId: string, rows: Rows, findings: Finding[]) {
  let current: { kind: string; id: string; check: (line: LedgerEvent) => BrokenLine | null } | null = null;
  let isBroken = false;
  const reader = {
    lines: 0,
    chains: 0,
    async read(line: LedgerEvent) {
      if (current?.kind !== line.subjectKind || current.id !== line.subjectId) {
        await rows.close(isBroken);
        current = { kind: line.subjectKind, id: line.subjectId, check: walkChain(tenantId) };
        isBroken = false;
        reader.chains++;
        rows.open(line);
      }
      const broken = isBroken ? null : current.check(line);
      if (broken) {
        isBroken = true;
        findings.push({ what: 'line', subjectKind: line.subjectKind, subjectId: line.subjectId, ...broken });
      }
      reader.lines++;
      rows.step(line);
    },
    async end() {
      await rows.close(isBroken);
      await rows.flush();
    },
  };
  return reader;
}

/** Folds each chain as its concept does and compares with the rows, many subjects at once. A broken chain is not asked. */
function rowCheck(work: Work, books: readonly LedgerBook[], findings: Finding[]) {
  let open: { book: LedgerBook; id: string; state: unknown } | null = null;
  const waiting = new Map<LedgerBook, Map<string, unknown>>();
  const compare = async (book: LedgerBook) => {
    const states = waiting.get(book);
    waiting.delete(book);
    if (!states?.size) return;
    const differing = await work((tx) => book.replay!.compare(tx, states));
    for (const id of new Set(differing.map((one) => one.subjectId)))
      for (const { said } of await work((tx) => compareAlone(tx, book, id)))
        findings.push({ what: 'row', subjectKind: book.subjectKind, subjectId: id, said });
  };
  return {
    open(line: LedgerEvent) {
      const book = books.find((one) => one.subjectKind === line.subjectKind);
      open = book?.replay ? { book, id: line.subjectId, state: book.replay.start() } : null;
    },
    step(line: LedgerEvent) {
      if (open) open.state = open.book.replay!.step(open.state, line);
    },
    async close(isBroken: boolean) {
      if (!open || isBroken) return;
      const states = waiting.get(open.book) ?? new Map<string, unknown>();
      waiting.set(open.book, states.set(open.id, open.state));
      if (states.size >= ROWS_AT_ONCE) await compare(open.book);
    },
    async flush() {
      for (const book of [...waiting.keys()]) await compare(book);
    },
  };
}

/**
 * Lines and rows of one subject at one moment: when the chain has not grown while its rows were read, both are of the
 * same state, as each change commits them together.
 */
async function compareAlone(tx: Tx, book: LedgerBook, id: string) {
  const { start, step, compare } = book.replay!;
  for (let attempt = 0; attempt < 10; attempt++) {
    const chain = await listEvents(tx, book.subjectKind, id);
    const found = await compare(
      tx,
      new Map([[id, chain.reduce((state, line) => step(state, line), start())]]),
    );
    if ((await listEvents(tx, book.subjectKind, id)).length === chain.length) return found;
  }
  return [];
}
