import { Badge } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import type { ReportState } from './period.contract.ts';
import { reportWords } from './report.words.ts';
import './reports.css';

/** The state of an agency's report in words; its colour only repeats them. */
export function StateLabel({ state }: { state: ReportState }) {
  const t = useWords(reportWords);
  return (
    <Badge className="state-label" data-state={state} variant="outline" radius="sm" tt="none" fw={600}>
      {t.states[state]}
    </Badge>
  );
}
