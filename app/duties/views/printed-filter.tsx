import { useQuery } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { listDutyFilters, NO_GROUP } from '../duty.contract.ts';
import { dutyWords } from '../duty.words.ts';
import type { DutyView } from '../duty-view.ts';
import { stateWords } from '../duty-words-of-state.ts';
import { viewsWords } from './views.words.ts';

/** Under the heading of a printed list: what it was narrowed by. */
export function PrintedFilter({ view }: { view: DutyView }) {
  const v = useWords(viewsWords);
  const conditions = useConditions(view);
  return conditions.length ? (
    <p className="print-only">
      {v.printedFilter} {conditions.map(([name, value]) => `${name}: ${value}`).join('; ')}.
    </p>
  ) : null;
}

/** Each condition as its name and its value, in words. */
function useConditions(view: DutyView): [string, string][] {
  const t = useWords(dutyWords);
  const v = useWords(viewsWords);
  const { language } = useLanguage();
  const { data } = useQuery({ queryKey: ['duties', 'filters'], queryFn: () => call(listDutyFilters, {}) });
  const agency = data?.agencies.find(({ id }) => id === view.agency)?.name;
  const document = data?.documents.find(({ id }) => id === view.document);
  const said: [string, string | undefined | null][] = [
    [t.search, view.text && `“${view.text}”`],
    [t.agency, agency],
    [t.document, document?.symbol ?? document?.title],
    [t.group, view.group === NO_GROUP ? t.noGroup : view.group],
    [t.state, view.state && stateWords[language][view.state]],
    [v.columnNames.cell, view.cell && t.cells[view.cell]],
    [v.role, view.role && v.roles[view.role]],
    [v.due, view.due && v.dues[view.due]],
    [v.dueFrom, view.dueFrom && showDay(view.dueFrom)],
    [v.dueTo, view.dueTo && showDay(view.dueTo)],
    [v.requests, view.requests && v.requestChoices[view.requests]],
    [v.waiting, view.waiting ? '✓' : null],
  ];
  return said.filter((one): one is [string, string] => Boolean(one[1]));
}
