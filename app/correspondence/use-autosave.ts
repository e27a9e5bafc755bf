import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call, Refusal } from '#app/web/call.ts';
import { type ContentShown, saveLetter } from './correspondence.contract.ts';

/** How long after the last key a draft is saved, ms. */
const PAUSE = 900;

export type Saving = 'saved' | 'unsaved' | 'saving';

/** Keeps what is being written; says when somebody else saved in between, and then saves no more. */
export function useAutosave(id: string, first: { content: ContentShown; revision: number }) {
  const client = useQueryClient();
  const [content, setContent] = useState(first.content);
  const [saving, setSaving] = useState<Saving>('saved');
  const [fault, setFault] = useState<Error | null>(null);
  const [faults, setFaults] = useState<string[] | null>(null);
  const revision = useRef(first.revision);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const wanted = useRef<ContentShown | null>(null);
  const isStale = fault instanceof Refusal && fault.status === 409;

  const save = async () => {
    const given = wanted.current;
    if (!given) return;
    wanted.current = null;
    setSaving('saving');
    try {
      const answer = await call(saveLetter, {
        params: { id },
        body: { revision: revision.current, content: given },
      });
      revision.current = answer.revision;
      setFaults(answer.faults);
      setFault(null);
      setSaving(wanted.current ? 'unsaved' : 'saved');
      await client.invalidateQueries({ queryKey: ['letters'] });
    } catch (error) {
      wanted.current ??= given;
      setFault(error as Error);
      setSaving('unsaved');
    }
  };
  /** Saves what is not saved yet, one after the other. */
  const flush = () => {
    running.current = running.current.then(save);
    return running.current;
  };

  useEffect(() => {
    if (saving !== 'unsaved' || isStale) return;
    const timer = setTimeout(flush, PAUSE);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (saving === 'saved') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saving]);

  const change = (part: Partial<ContentShown>) => {
    const next = { ...content, ...part };
    setContent(next);
    wanted.current = next;
    setSaving('unsaved');
  };
  return { content, change, saving, fault, isStale, faults, revision, flush };
}
export type Autosave = ReturnType<typeof useAutosave>;
