import { Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { bulkWords } from './bulk.words.ts';
import type { PlanOutcome } from './bulk-plan.ts';

const NAMED = 4;
const byPlace = (a: string, b: string) => a.localeCompare(b, 'vi', { numeric: true });
type Props = { refused: PlanOutcome['refused']; title: (n: string) => string };

/** Lines that are not done, under the sentence that says why. */
export function LeftOut({ refused, title }: Props) {
  const t = useWords(bulkWords);
  if (!refused.length) return null;
  const byWhy = [...Map.groupBy(refused, ({ why }) => why)];
  return (
    <>
      <Text mt={6}>{title(showNumber(refused.length))}</Text>
      <ul className="left-out">
        {byWhy.map(([why, lines]) => {
          const names = [...new Set(lines.flatMap(({ label }) => (label ? [label] : [])))].sort(byPlace);
          return (
            <li key={why}>
              {why}{' '}
              <span className="duty-soft">
                ({names.length ? names.slice(0, NAMED).join('; ') : t.lines(showNumber(lines.length))}
                {names.length > NAMED ? ` ${t.more(showNumber(names.length - NAMED))}` : ''})
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
