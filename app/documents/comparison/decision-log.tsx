import { Text, Title } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { comparisonWords } from './comparison.words.ts';
import type { ShownComparison } from './use-comparison.ts';

/** Who chose what, when and why, newest first. */
export function DecisionLog({ data }: { data: ShownComparison }) {
  const t = useWords(comparisonWords);
  const differences = new Map(data.differences.map((one) => [one.id, one]));
  return (
    <section className="paper comparison-log" aria-labelledby="comparison-log">
      <Title order={2} fz={17} id="comparison-log">
        {t.log}
      </Title>
      {data.log.length ? (
        <ol>
          {data.log.toReversed().map((one) => (
            <li key={`${one.differenceId} ${one.at}`}>
              <b>{one.by}</b>, {showInstant(one.at)}: {t.chosen[one.choice]}{' '}
              {about(differences.get(one.differenceId))}
              {one.words ? ` → “${one.words}”` : ''}
              {one.reason ? (
                <span className="difference-detail"> ({one.reason.replace(/\.$/, '')})</span>
              ) : null}
            </li>
          ))}
        </ol>
      ) : (
        <Text fz="sm" c="dimmed">
          {t.logNone}
        </Text>
      )}
    </section>
  );
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words || '∅');

const about = (one: ShownComparison['differences'][number] | undefined): string =>
  one ? `(“${short(one.ours.words)}” | “${short(one.theirs.words)}”)` : '';
