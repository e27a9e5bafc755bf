import { Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import type { DefectShown } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';

/** What departs from the form, by box, with how to mend it. */
export function DefectsTable({ defects, label }: { defects: DefectShown[]; label: string }) {
  const t = useWords(letterWords);
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const boxOf = ({ box }: DefectShown) => t.boxes[box] ?? box;
  if (narrow)
    return (
      <ul className="letter-cards" aria-label={label}>
        {defects.map((one) => (
          <li key={`${one.code} ${one.sentence}`}>
            <Text fz="sm" c="dimmed">
              {t.boxes[one.box] ?? t.boxNamed(one.box)}
            </Text>
            <Text>{one.sentence}</Text>
            <Text fz="sm" mt={2}>
              <b>{t.defectColumns.mend}:</b> {one.remedy}
            </Text>
          </li>
        ))}
      </ul>
    );
  return (
    <ScrollRegion label={label}>
      <Table aria-label={label} miw={520}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={76}>
              {t.defectColumns.box}
            </Table.Th>
            <Table.Th scope="col">{t.defectColumns.wrong}</Table.Th>
            <Table.Th scope="col">{t.defectColumns.mend}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {defects.map((one) => (
            <Table.Tr key={`${one.code} ${one.sentence}`}>
              <Table.Td>{boxOf(one)}</Table.Td>
              <Table.Td>{one.sentence}</Table.Td>
              <Table.Td>{one.remedy}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
