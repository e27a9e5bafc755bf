import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call, sendForm } from '#app/web/call.ts';
import { droppedCopyKey } from '../comparison/compare-offer.tsx';
import { dropImport, importDocument, listImports } from './import.contract.ts';

export type ShownImport = Answer<typeof listImports>['imports'][number];

export const isRunning = (job: Pick<ShownImport, 'state'>): boolean =>
  job.state === 'waiting' || job.state === 'running';

/** A reading this quick is waited for: the document opens by itself, as text does. In milliseconds. */
const QUICK = 10_000;

const importsQuery = queryOptions({
  queryKey: ['documents', 'imports'],
  queryFn: () => call(listImports, {}),
  refetchInterval: ({ state }) => (state.data?.imports.some(isRunning) ? 1_000 : false),
});

/** Files being read and just read; asked for every second while one is being read. */
export function useImports(): ShownImport[] {
  const queries = useQueryClient();
  const { data } = useQuery(importsQuery);
  const imports = data?.imports ?? [];
  const finished = imports.filter((job) => job.state === 'done').length;
  const before = useRef(finished);
  useEffect(() => {
    if (finished > before.current) void queries.invalidateQueries({ queryKey: ['documents', 'list'] });
    before.current = finished;
  }, [finished, queries]);
  return imports;
}

/** Cancels a running import, or takes a finished one off the list. */
export function useDropImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(dropImport, { params: { id } }),
    onMutate: (id) =>
      queries.setQueryData(
        importsQuery.queryKey,
        (shown) => shown && { imports: shown.imports.filter((job) => job.id !== id) },
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: importsQuery.queryKey }),
  });
}

/** Conclusions of a meeting as pasted; `heldOn` is an ISO day. */
export type GivenMeeting = { text: string; meeting: string; heldOn: string };

/** Sends a file, a text or a meeting's conclusions. Opens the document at once, or as soon as it has been read where that is quick. */
export function useImportDocument() {
  const queries = useQueryClient();
  const open = useOpenDocument();
  const sent = useRef<{ jobId: string; at: number; given: File | string } | null>(null);
  const { data } = useQuery({ ...importsQuery, enabled: false });
  const job = data?.imports.find((one) => one.id === sent.current?.jobId);
  useEffect(() => {
    if (!job?.documentId || !sent.current) return;
    const { at, given } = sent.current;
    sent.current = null;
    const answer = { id: job.documentId, known: job.known ?? false };
    if (Date.now() - at < QUICK) open(answer, given);
  }, [job, open]);
  return useMutation({
    mutationFn: (given: File | string | GivenMeeting) => {
      const form = new FormData();
      if (given instanceof File) form.set('file', given);
      else if (typeof given === 'string') form.set('text', given);
      else for (const [field, value] of Object.entries(given)) form.set(field, value);
      return sendForm<Answer<typeof importDocument>>(importDocument.path, form);
    },
    onSuccess: async (answer, sentIn) => {
      const given = typeof sentIn === 'string' || sentIn instanceof File ? sentIn : sentIn.text;
      if (!('jobId' in answer)) {
        await queries.invalidateQueries({ queryKey: ['documents', 'list'] });
        return open(answer, given);
      }
      sent.current = { jobId: answer.jobId, at: Date.now(), given };
      await queries.invalidateQueries({ queryKey: importsQuery.queryKey });
    },
    meta: { shownOnPage: true },
  });
}

function useOpenDocument() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useCallback(
    ({ id, known }: { id: string; known: boolean }, given: File | string) => {
      // What was dropped can be compared with what is here.
      if (known) queries.setQueryData(droppedCopyKey(id), given);
      void navigate({
        to: '/documents/$id',
        params: { id } as never,
        search: (known ? { known: true } : {}) as never,
      });
    },
    [navigate, queries],
  );
}
