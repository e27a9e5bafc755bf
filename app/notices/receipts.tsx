import { Table, Text } from '@mantine/core';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showInstant } from '#app/web/show.ts';
import type { Delivery } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { sayNotice } from './say-notice.ts';

/** Who was reminded, and when it was sent, shown, mailed and read. */
export function Receipts({ rows }: { rows: Delivery[] }) {
  const t = useWords(noticeWords);
  const { language } = useLanguage();
  const at = (instant: string | null) => (instant ? showInstant(instant) : t.not);
  return (
    <ScrollRegion label={t.receipts}>
      <Table miw={760} aria-label={t.receipts}>
        <Table.Thead>
          <Table.Tr>
            {[t.person, t.what, t.sentAt, t.shownAt, t.mailedAt, t.readAt].map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" fw={500}>
                {row.personName}
                {row.muted ? (
                  <Text fz="sm" c="dimmed">
                    {t.muted}
                  </Text>
                ) : null}
              </Table.Th>
              <Table.Td>{sayNotice(row, language)}</Table.Td>
              {[row.sentAt, row.shownAt, row.mailedAt, row.readAt].map((instant, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns.
                <Table.Td key={index} style={{ whiteSpace: 'nowrap' }}>
                  {at(instant)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
