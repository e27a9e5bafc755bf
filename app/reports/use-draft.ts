import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call, Refusal } from '#app/web/call.ts';
import { followKept } from '#app/web/offline/kept-answers.ts';
import { useViewer } from '#app/web/viewer.ts';
import { getAgencyReport, saveAgencyReport } from './agency-report.contract.ts';
import { keptReport } from './kept-report.ts';
import { dropDraft, isSameDraft, keepDraft, type LocalDraft, readDraft, shelfKey } from './local-draft.ts';
import type { ReportContent } from './report.ts';

export type ShownReport = Answer<typeof getAgencyReport>;
export type SaveStatus =
  | { kind: 'untouched' | 'unsaved' | 'saving' }
  | { kind: 'saved'; at: string }
  /** The network is away: what was typed is kept on this machine since `at`. */
  | { kind: 'offline'; at: string }
  | { kind: 'failed'; message: string };
/** Another wrote meanwhile: nothing is saved until somebody has chosen. */
export type Clash = { mine: LocalDraft; theirs: ReportContent; revision: number };

const quiet = 1200;
const retryAfter = 10_000;

const contentOf = ({ paragraphs, values, seen }: ShownReport): ReportContent => ({
  paragraphs,
  values,
  seen,
});

/**
 * A report while it is being written. Every change is kept on this machine at once and saved once its writer has
 * paused for a moment, one save at a time. Without a network it stays here, over a closed tab too, and goes when the
 * network is back. What another saved meanwhile is shown, never overwritten.
 */
export function useDraft(report: ShownReport) {
  const { personId } = useViewer();
  const key = shelfKey(personId, report.id);
  const [begun] = useState(() => begin(report, readDraft(localStorage, key)));
  const [content, setContent] = useState<ReportContent>(begun.content);
  const [clash, setClash] = useState<Clash | null>(begun.clash);
  const [status, setStatus] = useState<SaveStatus>(begun.status);
  const latest = useRef(content);
  const revision = useRef(report.revision);
  const isDirty = useRef(begun.isDirty);
  const isKept = useRef(true);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const halted = useRef(begun.clash !== null);

  const keep = useCallback(() => {
    const draft = { content: latest.current, revision: revision.current, at: new Date().toISOString() };
    isKept.current = keepDraft(localStorage, key, draft);
    return draft;
  }, [key]);

  const save = useCallback(async (): Promise<boolean> => {
    while (isDirty.current && !halted.current) {
      isDirty.current = false;
      setStatus({ kind: 'saving' });
      try {
        const body = { revision: revision.current, ...latest.current };
        const saved = await call(saveAgencyReport, { params: { id: report.id }, body });
        revision.current = saved.revision;
        followKept<ShownReport>(keptReport(personId, report.id), { ...body, ...saved });
        if (isDirty.current) keep();
        else dropDraft(localStorage, key);
        setStatus(isDirty.current ? { kind: 'unsaved' } : { kind: 'saved', at: saved.savedAt });
      } catch (error) {
        isDirty.current = true;
        await whatWentWrong(error as Error);
        return false;
      }
    }
    return !halted.current;
    async function whatWentWrong(error: Error) {
      const mine = keep();
      const gone = error instanceof Refusal && error.status === 0;
      setStatus(gone ? { kind: 'offline', at: mine.at } : { kind: 'failed', message: error.message });
      if (!(error instanceof Refusal) || error.problem.revision === undefined) return;
      const theirs = await call(getAgencyReport, { params: { id: report.id } }).catch(() => null);
      if (!theirs) return;
      halted.current = true;
      setStatus({ kind: 'unsaved' });
      setClash({ mine, theirs: contentOf(theirs), revision: theirs.revision });
    }
  }, [report.id, personId, key, keep]);

  /** Saves what is not saved yet; true when everything is. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    running.current = save().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [save]);

  const change = useCallback(
    (make: (before: ReportContent) => ReportContent) => {
      latest.current = make(latest.current);
      isDirty.current = true;
      keep();
      setContent(latest.current);
      setStatus((before) =>
        before.kind === 'offline' ? { ...before, at: new Date().toISOString() } : { kind: 'unsaved' },
      );
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quiet);
    },
    [flush, keep],
  );

  /** Goes on with what was chosen of a clash: it is what is saved over the server's. */
  const settle = (chosen: ReportContent) => {
    revision.current = clash!.revision;
    halted.current = false;
    setClash(null);
    change(() => chosen);
  };

  /** Somebody else changed it with our knowledge: it stands as the server has it. */
  const takeOver = (from: ShownReport) => {
    revision.current = from.revision;
    latest.current = contentOf(from);
    isDirty.current = false;
    dropDraft(localStorage, key);
    setContent(latest.current);
  };

  useEffect(() => {
    if (begun.isDirty && !begun.clash) void flush();
  }, [begun, flush]);

  useEffect(() => {
    const again = () => void (isDirty.current && !halted.current && flush());
    const every = setInterval(() => status.kind === 'offline' && again(), retryAfter);
    window.addEventListener('online', again);
    return () => {
      clearInterval(every);
      window.removeEventListener('online', again);
    };
  }, [status.kind, flush]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      // Kept on this machine, nothing is lost by closing; a machine that keeps nothing asks first.
      if (isDirty.current && !isKept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      // Going to another page of the program keeps what was typed.
      if (isDirty.current) void flush();
    };
  }, [flush]);

  return {
    content,
    status,
    clash,
    restoredAt: begun.restoredAt,
    change,
    settle,
    takeOver,
    flush,
    currentRevision: () => revision.current,
  };
}

/** Where writing goes on: with what this machine kept, unless the server has other words since then. */
function begin(report: ShownReport, kept: LocalDraft | null) {
  const theirs = contentOf(report);
  const status: SaveStatus = report.savedAt ? { kind: 'saved', at: report.savedAt } : { kind: 'untouched' };
  const fresh = { content: theirs, clash: null, status, isDirty: false, restoredAt: null };
  if (!kept || isSameDraft(kept.content, theirs)) return fresh;
  if (kept.revision !== report.revision)
    return { ...fresh, clash: { mine: kept, theirs, revision: report.revision } };
  const unsaved: SaveStatus = { kind: 'unsaved' };
  return { content: kept.content, clash: null, status: unsaved, isDirty: true, restoredAt: kept.at };
}
