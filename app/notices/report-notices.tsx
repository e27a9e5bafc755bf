import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { listReportNotices } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { Receipts } from './receipts.tsx';

/** Who was reminded of a report, with the proof of it; nothing where nobody was. */
export function ReportNotices({ reportId }: { reportId: string }) {
  const t = useWords(noticeWords);
  const { data } = useQuery({
    queryKey: ['notices', 'report', reportId],
    queryFn: () => call(listReportNotices, { params: { id: reportId } }),
  });
  if (!data?.rows.length) return null;
  return (
    <section className="paper" style={{ padding: '14px 18px', marginTop: 16 }}>
      <Title order={2} fz="lg" mb="xs">
        {t.dutySection}
      </Title>
      <Receipts rows={data.rows} />
    </section>
  );
}
