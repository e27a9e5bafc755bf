import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { DutyOrder } from './duty-list.tsx';

export const readerTabs = ['duties', 'info', 'outline', 'citations', 'history'] as const;
export type ReaderTab = (typeof readerTabs)[number];
/** What the address keeps of the reader. `known`: an import found this document here already. `left`: the scanned pages instead of the text. */
export type ReaderView = { tab?: ReaderTab; order?: DutyOrder; known?: boolean; left?: 'scan' };

/** What the address says is shown, and how to change it; undefined takes a part out of the address. */
export function useReaderView() {
  const view = useSearch({ strict: false }) as ReaderView;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: { [K in keyof ReaderView]: ReaderView[K] | undefined }) =>
      void navigate({
        to: '.',
        search: ((before: ReaderView) => ({ ...before, ...changes })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [view, change] as const;
}
