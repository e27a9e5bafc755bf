import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import type { Span } from '#libraries/document/index.ts';
import { showPages } from './document-page.contract.ts';
import { scanWords } from './scan.words.ts';
import { unsureSpans, withUnsureWords } from './unsure-words.ts';
import type { ShownDocument } from './use-review.ts';

export type ShownPage = Answer<typeof showPages>['pages'][number];

/** What is known of the paper a document was read from; both empty for text. They never change once read. */
export type Paper = { pages: ShownPage[]; unsure: Span[] };

const none: ShownPage[] = [];

/** The pages of a document, and the document with its unsurely recognised duties marked as doubtful. */
export function usePaper(shown: ShownDocument): { paper: Paper; document: ShownDocument } {
  const t = useWords(scanWords);
  const { id, text } = shown;
  const { data } = useQuery({
    queryKey: ['documents', 'pages', id],
    queryFn: () => call(showPages, { params: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const pages = data?.pages ?? none;
  const paper = useMemo(() => ({ pages, unsure: unsureSpans(pages, text) }), [pages, text]);
  const document = useMemo(
    () =>
      paper.unsure.length
        ? { ...shown, duties: withUnsureWords(shown.duties, paper.unsure, text, t.doubt) }
        : shown,
    [shown, paper, text, t],
  );
  return { paper, document };
}
