import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { documentCitations, type listCitations } from './citation.contract.ts';

export type DocumentCitations = Answer<typeof documentCitations>;
export type CitedHere = DocumentCitations['cited'][number];
export type AllCitations = Answer<typeof listCitations>;

export const documentCitationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', id, 'citations'],
    queryFn: () => call(documentCitations, { params: { id } }),
    // What a text cites never changes; what is in force changes at most daily.
    staleTime: 10 * 60_000,
  });

/** “Chỉ thị 12-CT/TW”. */
export const nameOf = (one: { kind: string | null; symbol: string | null }, unknown = ''): string =>
  [one.kind, one.symbol ?? unknown].filter(Boolean).join(' ');
