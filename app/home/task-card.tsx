import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import type { Item, TaskKey, Today } from './home.contract.ts';
import { homeWords } from './home.words.ts';
import { inOneGo } from './next-actions.ts';
import { listOf, pageOf } from './task-links.ts';

type Task = Today['tasks'][number];

/** A kind of work that waits: the first few by name, and the way to all of it. `said`: those that stand above already, with their button. */
export function TaskCard({ task, today, said }: { task: Task; today: string; said: readonly string[] }) {
  const t = useWords(homeWords);
  const words = t.tasks[task.key];
  const list = listOf(task.key);
  const isSaid = said.length > 0;
  // What is done in one go names only its first above.
  const isNamed = isSaid && !inOneGo.includes(task.key);
  const items = isNamed ? task.items.filter(({ id }) => !said.includes(id)) : task.items;
  const more = task.count - items.length - (isNamed ? said.length : 0);
  return (
    <section className="paper task-card" aria-labelledby={`task-${task.key}`}>
      <h3 id={`task-${task.key}`}>
        <span className="task-count">{showNumber(task.count)}</span>
        <span>{words.title}</span>
      </h3>
      <ItemList items={items} taskKey={task.key} today={today} />
      {more > 0 ? (
        <Text fz="sm" c="dimmed">
          {list && isSaid ? (
            <Anchor component={Link} to={list.to} search={list.search as never}>
              {t.more(more)}
            </Anchor>
          ) : (
            t.more(more)
          )}
        </Text>
      ) : null}
      {task.key === 'people-without-password' ? (
        <Text fz="sm" c="dimmed">
          {t.linkHelp}
        </Text>
      ) : null}
      {list && !isSaid ? (
        <Button
          component={Link}
          to={list.to}
          search={list.search as never}
          variant="default"
          mt="auto"
          style={{ alignSelf: 'flex-start' }}
        >
          {words.open}
        </Button>
      ) : null}
    </section>
  );
}

export function ItemList({ items, taskKey, today }: { items: Item[]; taskKey: TaskKey; today: string }) {
  return (
    <ul className="task-items">
      {items.map((item) => {
        const page = pageOf(taskKey, item.id);
        return (
          <li key={item.id + item.note}>
            {page ? (
              <Anchor component={Link} to={page} lineClamp={2} className="task-item">
                {item.title}
              </Anchor>
            ) : (
              <span className="task-item">{item.title}</span>
            )}
            <ItemNote item={item} taskKey={taskKey} today={today} />
          </li>
        );
      })}
    </ul>
  );
}

function ItemNote({ item, taskKey, today }: { item: Item; taskKey: TaskKey; today: string }) {
  const t = useWords(homeWords);
  const note = item.note && taskKey.startsWith('documents') ? t.confirmed(item.note) : item.note;
  const isLate = item.dueOn !== null && item.dueOn < today;
  const due = item.dueOn ? (isLate ? t.wasDue(showDay(item.dueOn)) : t.due(showDay(item.dueOn))) : null;
  if (!note && !due) return null;
  return (
    <Text fz="sm" c="dimmed">
      {note}
      {note && due ? ', ' : ''}
      {due ? <span className={isLate ? 'is-late' : undefined}>{due}</span> : null}
    </Text>
  );
}
