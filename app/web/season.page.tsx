import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { remindReports } from '#app/notices/remind-reports.contract.ts';
import { regimeWords } from '#app/reports/regime.words.ts';
import { SeasonBoard } from '#app/reports/season-board.tsx';
import { call } from './call.ts';
import { useWords } from './language.tsx';
import { holds, useViewer } from './viewer.ts';

/** The board of owed reports, with the reminder that only a later room can send. */
export function SeasonPage() {
  const t = useWords(regimeWords);
  const mayRemind = holds(useViewer(), 'focal-officer', 'leader');
  const reminding = useMutation({
    mutationFn: (reportIds: string[]) => call(remindReports, { body: { reportIds } }),
    onSuccess: ({ done, refused }) => {
      if (done.length) notifications.show({ message: t.reminded(done.length) });
      if (refused.length)
        notifications.show({ message: t.notReminded(refused.length, refused[0]!.why), color: 'orange' });
    },
  });
  return (
    <SeasonBoard
      remind={mayRemind ? { isPending: reminding.isPending, run: (ids) => reminding.mutate(ids) } : null}
    />
  );
}
