import { ActionIcon, Paper, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isWithin, type Period } from '#app/agencies/period.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { recordWords } from './record.words.ts';

export function Facts({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <Paper component="section" className="paper" p="md">
      <Title order={2} fz={16}>
        {title}
      </Title>
      {help ? (
        <Text fz="sm" c="dimmed">
          {help}
        </Text>
      ) : null}
      <div style={{ marginTop: 8 }}>{children}</div>
    </Paper>
  );
}

type RowGiven = {
  row: Period;
  day: string;
  label: string;
  shown?: ReactNode;
  note: string;
  strong?: boolean;
  edit?: () => void;
  remove?: () => void;
};

/** A row of an agency with its days; what does not hold on the day looked at stands back and says so in dates. */
export function DatedRow({ row, day, label, shown, note, strong, edit, remove }: RowGiven) {
  const t = useWords(recordWords);
  const holds = isWithin(row, day);
  return (
    <li>
      <div>
        <Text fw={strong && holds ? 600 : 400} {...(holds ? {} : { c: 'dimmed' })}>
          {shown ?? label}
        </Text>
        <Text fz="sm" c="dimmed">
          {[note, ...useDays(row)].join(' · ')}
        </Text>
      </div>
      {edit && remove ? (
        <div className="agency-row-actions">
          <ActionIcon variant="subtle" size={30} aria-label={t.editOf(label)} onClick={edit}>
            <IconPencil size={17} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t.removeOf(label)} onClick={remove}>
            <IconTrash size={17} />
          </ActionIcon>
        </div>
      ) : null}
    </li>
  );
}

/** 'từ 01/03/2025', 'đến hết 28/02/2025'; nothing where no day is known. */
export function useDays({ validFrom, validTo }: Period): string[] {
  const t = useWords(recordWords);
  return [
    ...(validFrom ? [t.fromDay(showDay(validFrom))] : []),
    ...(validTo ? [t.untilDay(showDay(validTo))] : []),
  ];
}
