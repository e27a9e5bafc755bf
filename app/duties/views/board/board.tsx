import { Anchor, Button, Menu, Modal, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsExchange } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import { actOnAssignment } from '../../assignment.contract.ts';
import { type AssignmentAction, type AssignmentState, needsReason } from '../../assignment.ts';
import { dutyWords } from '../../duty.words.ts';
import type { DutyViewing } from '../../duty-view.ts';
import { stateWords } from '../../duty-words-of-state.ts';
import { ReasonForm } from '../../reason-form.tsx';
import { PrintButton } from '../print-button.tsx';
import { type BoardCard, CARDS, showBoard } from '../views.contract.ts';
import { waysWords } from '../ways.words.ts';
import { actionTo } from './board.ts';

type Plain = Exclude<AssignmentAction, 'log-progress'>;
type Asking = { card: BoardCard; action: Plain };
type Begin = (card: BoardCard, action: AssignmentAction) => void;

/** Parts by state; moving a card is the action that leads there, through the same route as everywhere. */
export function Board({ viewing: { filter, view } }: { viewing: DutyViewing }) {
  const t = useWords(waysWords);
  const d = useWords(dutyWords);
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [dragged, setDragged] = useState<BoardCard | null>(null);
  const query = { ...filter, asOf: view.asOf };
  const { data, error } = useQuery({
    queryKey: ['duties', 'board', query],
    queryFn: () => call(showBoard, { query }),
  });
  const acting = useActing(() => setAsking(null));
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  // Progress wants words and files: its form is on the duty's page.
  const begin: Begin = (card, action) => {
    if (action === 'log-progress') void navigate({ to: `/duties/${card.dutyId}` });
    else if (needsReason(action) || action === 'reassign') setAsking({ card, action });
    else acting.mutate({ id: card.id, body: { action } });
  };
  return (
    <>
      <Text c="dimmed" fz="sm" mb="xs" className="no-print">
        {view.asOf ? t.boardThen : t.boardHelp}
      </Text>
      <PrintButton />
      <ScrollRegion className="board" label={t.board}>
        {data.columns.map((column) => (
          <Column
            key={column.state}
            {...column}
            query={query}
            dragged={dragged}
            drag={setDragged}
            begin={begin}
          />
        ))}
      </ScrollRegion>
      {asking ? (
        <Modal
          opened
          onClose={() => setAsking(null)}
          title={`${d.actions[asking.action]}: ${asking.card.path}, ${asking.card.agencyName}`}
          closeButtonProps={{ 'aria-label': d.cancel }}
        >
          <ReasonForm
            action={asking.action}
            proposedAgencyId={null}
            pending={acting.isPending}
            error={acting.error}
            send={(given) => acting.mutate({ id: asking.card.id, body: { action: asking.action, ...given } })}
            close={() => setAsking(null)}
          />
        </Modal>
      ) : null}
    </>
  );
}

function useActing(done: () => void) {
  const d = useWords(dutyWords);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: {
      id: string;
      body: { action: Plain; reason?: string; agencyId?: string; until?: string };
    }) => call(actOnAssignment, { params: { id: given.id }, body: given.body }),
    onSuccess: async (_answer, { body }) => {
      done();
      notifications.show({ message: d.done[body.action] });
      await client.invalidateQueries({ queryKey: ['duties'] });
    },
  });
}

type Moving = { dragged: BoardCard | null; drag: (card: BoardCard | null) => void; begin: Begin };
type ColumnProps = Moving & {
  state: AssignmentState;
  total: number;
  cards: BoardCard[];
  query: Parameters<typeof call<typeof showBoard>>[1]['query'];
};

/** The cards a column began with, or as many more as were asked for. */
function useCards({ state, cards, query }: Pick<ColumnProps, 'state' | 'cards' | 'query'>) {
  const [most, setMost] = useState(CARDS);
  const wanted = { ...query, state, most: String(most) };
  const { data, isFetching } = useQuery({
    queryKey: ['duties', 'board', wanted],
    queryFn: () => call(showBoard, { query: wanted }),
    enabled: most > CARDS,
    placeholderData: keepPreviousData,
  });
  const more = most > CARDS ? data?.columns.find((column) => column.state === state)?.cards : undefined;
  return { cards: more ?? cards, isFetching, showMore: () => setMost(Math.min(500, most + 2 * CARDS)) };
}

function Column({ state, total, query, dragged, drag, begin, ...given }: ColumnProps) {
  const t = useWords(waysWords);
  const { language } = useLanguage();
  const [isOver, setOver] = useState(false);
  const { cards, isFetching, showMore } = useCards({ state, query, cards: given.cards });
  const name = stateWords[language][state];
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!dragged || dragged.state === state) return;
    const action = actionTo(dragged, state);
    if (action) begin(dragged, action);
    else notifications.show({ color: 'yellow', message: t.cannot });
  };
  return (
    <section
      className="board-column"
      aria-label={name}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Title order={2} fz={15}>
        {name.charAt(0).toUpperCase() + name.slice(1)} <span className="duty-soft">{showNumber(total)}</span>
      </Title>
      {total > cards.length ? (
        <Text fz="xs" c="dimmed">
          {t.shownOf(cards.length, showNumber(total))}
        </Text>
      ) : null}
      {cards.length ? null : (
        <Text fz="sm" c="dimmed">
          {t.emptyColumn}
        </Text>
      )}
      <ul>
        {cards.map((card) => (
          <Card key={card.id} card={card} drag={drag} begin={begin} />
        ))}
      </ul>
      {total > cards.length && cards.length < 500 ? (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          loading={isFetching}
          onClick={showMore}
          className="no-print"
        >
          {t.showMore}
        </Button>
      ) : null}
    </section>
  );
}

function Card({ card, drag, begin }: Pick<Moving, 'drag' | 'begin'> & { card: BoardCard }) {
  const t = useWords(waysWords);
  const d = useWords(dutyWords);
  return (
    <li
      className="paper board-card"
      draggable={card.actions.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', card.id);
        drag(card);
      }}
      onDragEnd={() => drag(null)}
    >
      <Anchor component={Link} to={`/duties/${card.dutyId}`} fw={600} fz="sm">
        {card.path} {card.symbol}
      </Anchor>
      <p>{card.text}</p>
      <p className="duty-soft">{card.agencyName}</p>
      <p className={card.cell.endsWith('late') ? 'late' : 'duty-soft'}>
        {card.dueOn ? showDay(card.dueOn) : d.undatedShort}
        {card.cell.endsWith('late') ? ` · ${d.cells[card.cell]}` : ''}
      </p>
      {card.actions.length ? (
        <Menu withinPortal position="bottom-start">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowsExchange size={14} />}
              aria-label={t.moveOf(card.path, card.agencyName)}
            >
              {t.move}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {card.actions.map((action) => (
              <Menu.Item key={action} onClick={() => begin(card, action)}>
                {action === 'log-progress' ? t.fullPage : d.actions[action]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
