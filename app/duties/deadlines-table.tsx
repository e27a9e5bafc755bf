import { Checkbox, Table } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { DeadlineShown } from './publication.contract.ts';
import { publicationWords } from './publication.words.ts';

type Props = {
  deadlines: DeadlineShown[];
  duties: { position: number; path: string }[];
  accepted: string[];
  accept: (words: string[]) => void;
};

/** Dates that the words fix are taken; a date that had to be filled in is taken only when somebody says so. */
export function DeadlinesTable({ deadlines, duties, accepted, accept }: Props) {
  const t = useWords(publicationWords);
  const placesOf = (positions: number[]) =>
    positions
      .slice(0, 6)
      .map((position) => duties.find((duty) => duty.position === position)?.path || String(position))
      .join('; ') + (positions.length > 6 ? ' …' : '');
  return (
    <Table className="paper publish-table" aria-label={t.deadlines}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t.words}</Table.Th>
          <Table.Th scope="col">{t.date}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {deadlines.map(({ words, positions, due, assumption }) => (
          <Table.Tr key={words}>
            <Table.Th scope="row" fw={400}>
              <span className="document-text">{words}</span>
              <div className="duty-soft">{t.dutiesAt(placesOf(positions))}</div>
            </Table.Th>
            <Table.Td>
              {due && assumption ? (
                <Checkbox
                  label={t.accept(showDay(due))}
                  description={assumption}
                  checked={accepted.includes(words)}
                  onChange={(event) =>
                    accept(
                      event.currentTarget.checked
                        ? [...accepted, words]
                        : accepted.filter((one) => one !== words),
                    )
                  }
                />
              ) : due ? (
                <b>{showDay(due)}</b>
              ) : (
                t.noDate
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
