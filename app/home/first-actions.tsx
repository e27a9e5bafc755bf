import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { actionWords } from './action.words.ts';
import type { ActionShown, TaskKey } from './home.contract.ts';
import { sayAction } from './say-action.ts';
import { listOf, pageOf } from './task-links.ts';

/** What to do first today: at most three sentences, each with the one button that leads to where it is done. */
export function FirstActions({ actions, today }: { actions: ActionShown[]; today: string }) {
  const t = useWords(actionWords);
  const { language } = useLanguage();
  if (!actions.length) return null;
  return (
    <section aria-labelledby="first-actions">
      <h2 id="first-actions" className="first-actions-title">
        {t.title(actions.length)}
      </h2>
      <ol className="paper first-actions">
        {actions.map((action, at) => {
          const { sentence, button, when } = sayAction(action, language);
          const isLate = action.dueOn !== null && action.dueOn < today && !action.isRequest;
          const { to, search } = placeOf(action);
          return (
            <li key={action.key + action.id} className="first-action">
              <span className="first-action-number" aria-hidden>
                {at + 1}
              </span>
              <div>
                <Text fw={at ? 500 : 600} lh={1.4}>
                  {sentence}
                </Text>
                {when ? (
                  <Text fz="sm" {...(isLate ? { className: 'is-late' } : { c: 'dimmed' })}>
                    {when}
                  </Text>
                ) : null}
              </div>
              <Button
                component={Link}
                to={to}
                search={search as never}
                variant={at ? 'default' : 'filled'}
                aria-label={`${button}: ${sentence}`}
              >
                {button}
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Progress is logged on the duty's page with its form open; what is done in one go is a list. */
function placeOf({ key, id, count, documentId }: ActionShown): {
  to: string;
  search: Record<string, string>;
} {
  if (key === 'remind-overdue')
    return { to: '/duties', search: { whose: 'all', cell: 'open-late', sort: 'due' } };
  if (['returned', 'to-start', 'in-progress'].includes(key))
    return { to: `/duties/${id}`, search: { do: 'log-progress' } };
  const list = listOf(key as TaskKey);
  const isOneGo = ['not-received', 'parts-to-confirm'].includes(key) && count > 1;
  if (
    list &&
    (isOneGo || ['people-without-password', 'agencies-without-people', 'data-requests'].includes(key))
  )
    return {
      to: list.to,
      search: { ...list.search, ...(key === 'not-received' && documentId ? { document: documentId } : {}) },
    };
  return { to: pageOf(key as TaskKey, id) ?? list?.to ?? '/', search: {} };
}
