import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { chooseSuccessor } from './succession.contract.ts';
import type { Shown } from './succession.page.tsx';
import { successionWords } from './succession.words.ts';

/** One line for everything that could go to more than one body, with what is proposed. */
export function ChoiceList({ change }: { change: Shown }) {
  const t = useWords(successionWords);
  const { roles } = useWords(shellWords);
  const client = useQueryClient();
  const choosing = useMutation({
    mutationFn: (choices: Record<string, string>) =>
      call(chooseSuccessor, { params: { id: change.id }, body: { choices } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['successions', change.id] }),
  });
  return (
    <ul className="succession-choices">
      {change.choices.map((choice) => (
        <li key={choice.key}>
          <div>
            <span className="succession-soft">{t.groups[choice.what]}: </span>
            <b>{choice.label}</b>
            {choice.what === 'row' ? (
              <span className="succession-soft"> ({t.count(Number(choice.note))})</span>
            ) : choice.what === 'part' || choice.what === 'report' ? (
              <div className="succession-soft succession-words">{choice.note}</div>
            ) : choice.what === 'membership' ? (
              <span className="succession-soft"> ({roles[choice.note as keyof typeof roles]})</span>
            ) : null}
          </div>
          <NativeSelect
            aria-label={t.chooseFor(choice.label)}
            disabled={!change.mayChange}
            value={choice.chosen}
            onChange={(event) => choosing.mutate({ [choice.key]: event.currentTarget.value })}
            data={choice.options.map((option) => ({
              value: option,
              label:
                option === 'stay'
                  ? t.stay(change.names[choice.fromId] ?? '')
                  : (change.names[option] ?? option),
            }))}
          />
        </li>
      ))}
    </ul>
  );
}
