import { invalid } from '#app/platform/problem.ts';
import { type Register, sortedBy } from '#libraries/register/index.ts';
import type { ListQuery } from './narrow-rows.store.ts';
import type { ListAsked } from './register.contract.ts';

/** What an address asks of a list: 'filter=country:LA,VN&sort=-expiresOn'. @throws Problem 422 for what it does not know */
export function readAsked(register: Register, asked: ListAsked, reach: ListQuery['reach']): ListQuery {
  return {
    reach,
    words: asked.q,
    agencyId: asked.agency,
    states: asked.state?.split(','),
    conditions: [asked.filter ?? []].flat().map((one) => readFilter(register, one)),
    sort: readSort(register, asked.sort),
  };
}

function readFilter(register: Register, asked: string): ListQuery['conditions'][number] {
  const [field = '', ...rest] = asked.split(':');
  const of = register.filters.includes(field)
    ? register.fields[field]?.filter?.conditions(rest.join(':'))
    : null;
  if (!of) throw invalid(`Bộ lọc “${asked}” không đúng với sổ này: bỏ bộ lọc rồi chọn lại.`);
  return { field, of };
}

function readSort(register: Register, sort: string | undefined): ListQuery['sort'] {
  if (!sort) return register.sort;
  const field = sort.replace(/^-/, '');
  return sortedBy(register).includes(field) ? { field, down: sort.startsWith('-') } : null;
}
