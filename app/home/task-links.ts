import type { TaskKey } from './home.contract.ts';

/** Where a task's list is; null where the list is what the task itself shows. */
export function listOf(key: TaskKey): { to: string; search: Record<string, string> } | null {
  const mine = (search: Record<string, string>) => ({ to: '/duties', search: { whose: 'mine', ...search } });
  switch (key) {
    case 'returned':
      return mine({ state: 'returned' });
    case 'not-received':
      return mine({ state: 'assigned' });
    case 'to-start':
      return mine({ state: 'received' });
    case 'in-progress':
      return mine({ state: 'in-progress' });
    case 'own-late':
      return mine({ cell: 'open-late' });
    case 'difficulties-to-answer':
      return { to: '/difficulties', search: {} };
    case 'consolidations-to-sign':
      return { to: '/consolidation', search: {} };
    case 'asks-to-answer':
    case 'asks-to-close':
    case 'own-tasks':
    case 'extensions-to-decide':
      return null;
    case 'parts-to-confirm':
      return { to: '/duties', search: { state: 'awaiting-confirmation' } };
    case 'parts-refused':
      return { to: '/duties', search: { state: 'refused' } };
    case 'letters-to-issue':
      return { to: '/letters', search: { state: 'draft' } };
    case 'documents-to-confirm':
    case 'documents-to-publish':
      return { to: '/documents', search: { state: 'draft' } };
    case 'reports-to-file':
    case 'reports-to-decide':
      return { to: '/reports', search: {} };
    case 'agencies-without-people':
      return { to: '/agencies', search: { users: 'none' } };
    case 'hand-overs-to-receive':
      return { to: '/hand-overs', search: {} };
    case 'data-requests':
      return { to: '/personal-data', search: {} };
    case 'people-without-password':
      return { to: '/people', search: { state: 'new' } };
  }
}

/** The page of one item of a task. */
export function pageOf(key: TaskKey, id: string): string | null {
  if (key === 'people-without-password') return `/people/${id}`;
  if (key === 'hand-overs-to-receive') return `/hand-overs/${id}`;
  if (key === 'data-requests') return '/personal-data';
  if (key === 'agencies-without-people') return `/agencies/${id}`;
  if (key === 'letters-to-issue') return `/letters/${id}`;
  if (key.startsWith('asks')) return `/asks/${id}`;
  if (key === 'consolidations-to-sign') return `/consolidation/${id}/brief`;
  if (key.startsWith('documents')) return `/documents/${id}`;
  return key.startsWith('reports') ? `/reports/agency/${id}` : `/duties/${id}`;
}
