import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { type getAgencyReport, saveAgencyReport } from './report.contract.ts';
import type { ReportContent } from './report.ts';

export type ShownReport = Answer<typeof getAgencyReport>;
export type SaveStatus =
  | { kind: 'untouched' | 'unsaved' | 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; message: string };

const quiet = 1200;

/**
 * A report while it is being written: every change is saved once its writer has paused for a moment, one save at
 * a time; what is typed meanwhile goes with the next. Leaving with unsaved words asks first.
 */
export function useDraft(report: ShownReport) {
  const [content, setContent] = useState<ReportContent>({
    paragraphs: report.paragraphs,
    values: report.values,
    seen: report.seen,
  });
  const [status, setStatus] = useState<SaveStatus>(
    report.savedAt ? { kind: 'saved', at: report.savedAt } : { kind: 'untouched' },
  );
  const latest = useRef(content);
  const revision = useRef(report.revision);
  const isDirty = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(async (): Promise<boolean> => {
    while (isDirty.current) {
      isDirty.current = false;
      setStatus({ kind: 'saving' });
      try {
        const body = { revision: revision.current, ...latest.current };
        const saved = await call(saveAgencyReport, { params: { id: report.id }, body });
        revision.current = saved.revision;
        setStatus(isDirty.current ? { kind: 'unsaved' } : { kind: 'saved', at: saved.savedAt });
      } catch (error) {
        isDirty.current = true;
        setStatus({ kind: 'failed', message: (error as Error).message });
        return false;
      }
    }
    return true;
  }, [report.id]);

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
      setContent(latest.current);
      setStatus({ kind: 'unsaved' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quiet);
    },
    [flush],
  );

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty.current || running.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      // Going to another page of the program keeps what was typed.
      if (isDirty.current) void flush();
    };
  }, [flush]);

  return { content, status, change, flush, currentRevision: () => revision.current };
}
