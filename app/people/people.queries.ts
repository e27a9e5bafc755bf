import { queryOptions } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { listPeople, type PeopleState, showPerson } from './people.contract.ts';

export type PeopleView = { text?: string; agency?: string; role?: string; state?: PeopleState };

export const peopleQuery = (view: PeopleView) =>
  queryOptions({
    queryKey: ['people', 'list', view],
    queryFn: () => call(listPeople, { query: view as never }),
    placeholderData: (before) => before,
  });

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['people', id], queryFn: () => call(showPerson, { params: { id } }) });
