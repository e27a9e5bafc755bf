import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { listDutyDifficulties } from './difficulty.contract.ts';
import { difficultyWords } from './difficulty.words.ts';
import { DifficultyCard } from './difficulty-card.tsx';
import { RaiseForm } from './raise-form.tsx';
import './difficulties.css';

type Props = { dutyId: string; section: (props: { title: string; children: ReactNode }) => ReactNode };

/** A duty's difficulties on its page; nothing where there are none and the viewer can raise none. */
export function DutyDifficulties({ dutyId, section }: Props) {
  const t = useWords(difficultyWords);
  const { data } = useQuery({
    queryKey: ['difficulties', 'duty', dutyId],
    queryFn: () => call(listDutyDifficulties, { params: { id: dutyId } }),
  });
  if (!data || (!data.difficulties.length && !data.mayRaise.length)) return null;
  return section({
    title: t.title,
    children: (
      <Stack gap="md">
        {data.mayRaise.map((part) => (
          <RaiseForm key={part.assignmentId} part={part} causes={data.causes} />
        ))}
        <div>
          {data.difficulties.map((one) => (
            <DifficultyCard key={one.id} one={one} causes={data.causes} />
          ))}
        </div>
      </Stack>
    ),
  });
}
