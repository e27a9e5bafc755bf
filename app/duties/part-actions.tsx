import { Button, Group, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { actOnAssignment } from './assignment.contract.ts';
import { type AssignmentAction, needsReason } from './assignment.ts';
import type { AssignmentShown } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { LogForm } from './log-form.tsx';
import { ReasonForm } from './reason-form.tsx';

type Plain = Exclude<AssignmentAction, 'log-progress'>;
const asksMore = (action: AssignmentAction) =>
  action === 'log-progress' || action === 'reassign' || needsReason(action);
const isGrave = (action: AssignmentAction) => ['refuse', 'return', 'reopen', 'recall'].includes(action);
/** Seldom wanted and not on every row: behind "Việc khác". */
const isSeldom = (action: AssignmentAction) => ['pause', 'withdraw', 'reinstate', 'reopen'].includes(action);

/** Buttons for what the viewer may do to a part; those that need words open a form in place. */
export function PartActions({ part, big = false }: { part: AssignmentShown; big?: boolean }) {
  const t = useWords(dutyWords);
  const wanted = (useSearch({ strict: false }) as { do?: string }).do;
  const [open, setOpen] = useState<AssignmentAction | null>(
    big && wanted === 'log-progress' && part.actions.includes(wanted) ? wanted : null,
  );
  const acting = useAction(part.id, () => setOpen(null));
  if (!part.actions.length) return null;
  // Only the usual step stands out; taking something back never does.
  const usual = part.actions.includes('report-done')
    ? 'report-done'
    : part.actions.find((action) => !isGrave(action));
  return (
    <>
      <Group gap="xs" mt={big ? 'sm' : 6}>
        {part.actions
          .filter((action) => !isSeldom(action))
          .map((action) => (
            <Button
              key={action}
              size={big ? 'md' : 'compact-sm'}
              variant={action === usual ? 'filled' : 'default'}
              {...(isGrave(action) && big ? { ml: { sm: 'auto' } } : {})}
              aria-expanded={asksMore(action) ? open === action : undefined}
              aria-label={big ? undefined : `${t.actions[action]}: ${part.agencyName}`}
              loading={acting.isPending && acting.variables?.action === action}
              onClick={() =>
                asksMore(action)
                  ? setOpen(open === action ? null : action)
                  : acting.mutate({ action: action as Plain })
              }
            >
              {t.actions[action]}
            </Button>
          ))}
        <Seldom part={part} choose={setOpen} />
      </Group>
      {open === 'log-progress' ? <LogForm part={part} close={() => setOpen(null)} /> : null}
      {open && open !== 'log-progress' ? (
        <ReasonForm
          key={open}
          action={open}
          proposedAgencyId={part.proposedAgencyId}
          pending={acting.isPending}
          error={acting.error}
          send={(given) => acting.mutate({ action: open, ...given })}
          close={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function Seldom({ part, choose }: { part: AssignmentShown; choose: (action: AssignmentAction) => void }) {
  const t = useWords(dutyWords);
  const seldom = part.actions.filter(isSeldom);
  if (!seldom.length) return null;
  return (
    <Menu withinPortal position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" aria-label={t.moreActions(part.agencyName)}>
          {t.otherActions}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {seldom.map((action) => (
          <Menu.Item key={action} onClick={() => choose(action)}>
            {t.actions[action]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useAction(id: string, done: () => void) {
  const t = useWords(dutyWords);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { action: Plain; reason?: string; agencyId?: string; until?: string }) =>
      call(actOnAssignment, { params: { id }, body }),
    onSuccess: async (_answer, { action }) => {
      done();
      notifications.show({ message: t.done[action] });
      await Promise.all([
        client.invalidateQueries({ queryKey: ['duties'] }),
        client.invalidateQueries({ queryKey: ['ledger'] }),
      ]);
    },
  });
}
