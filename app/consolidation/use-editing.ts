import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import {
  addSentence,
  changeSentence,
  type getConsolidation,
  moveSentence,
  removeSentence,
  restoreSentence,
} from './consolidation.contract.ts';
import { splitSentence } from './matrix/matrix.contract.ts';
import type { Sentence } from './sentence.ts';
import type { Written } from './sentence-form.tsx';

export type Shown = Answer<typeof getConsolidation>;

type Edit =
  | ({ do: 'add'; slot: string; after: string | null } & Written)
  | {
      do: 'change';
      sentence: Sentence;
      written?: Written;
      base?: string;
      dropSource?: string;
      isEditorial?: boolean;
    }
  | { do: 'move'; id: string; to: 'up' | 'down' | { slot: string } }
  | { do: 'remove'; id: string; reason: string }
  | { do: 'restore'; id: string }
  | { do: 'split'; id: string };

/** One edit of a draft at a time; the page shows what the server kept. */
export function useEditing(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: Edit): Promise<unknown> => {
      if (edit.do === 'add') {
        const { do: _, ...body } = edit;
        return call(addSentence, { params: { id }, body });
      }
      if (edit.do === 'change') {
        const { sentence, written, base, dropSource, isEditorial } = edit;
        const body = { revision: sentence.revision, ...written, base, dropSource, isEditorial };
        return call(changeSentence, { params: { id, sentenceId: sentence.id }, body });
      }
      const params = { id, sentenceId: edit.id };
      if (edit.do === 'move') return call(moveSentence, { params, body: { to: edit.to } });
      if (edit.do === 'remove') return call(removeSentence, { params, body: { reason: edit.reason } });
      if (edit.do === 'split') return call(splitSentence, { params });
      return call(restoreSentence, { params });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['consolidation', id] }),
  });
}
export type Editing = ReturnType<typeof useEditing>;
