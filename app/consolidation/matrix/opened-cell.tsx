import { Anchor, Button, Checkbox, Group, Loader, Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { AskBack } from '../ask/ask-back.tsx';
import { listParagraphs, placeParagraph } from './matrix.contract.ts';
import type { Chosen, Matrix } from './matrix.page.tsx';
import { matrixWords } from './matrix.words.ts';

/** Which paragraphs: of a cell, of a whole heading, or those without a place. */
export type Asked = { slot?: string | undefined; report?: string | undefined; waiting?: string | undefined };
type Placed = Answer<typeof listParagraphs>['paragraphs'][number];
type Choosing = { chosen: Chosen; onChoose: (chosen: Chosen) => void };

const short = (text: string, most = 90) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The paragraphs of a cell, each with where it went and what may be done with it. */
export function OpenedCell({
  id,
  asked,
  matrix,
  chosen,
  onChoose,
  onClose,
}: { id: string; asked: Asked | null; matrix: Matrix; onClose: () => void } & Choosing) {
  const t = useWords(matrixWords);
  const agency = matrix.agencies.find(({ agencyReportId }) => agencyReportId === asked?.report);
  const slot = matrix.slots.find(({ key }) => key === asked?.slot);
  const title = asked?.waiting
    ? t.placement.waiting
    : [slot ? `${slot.key}. ${slot.heading}` : '', agency?.name].filter(Boolean).join(' · ');
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      size="xl"
      title={title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {asked ? (
        <Paragraphs id={id} asked={asked} mayEdit={matrix.mayEdit} chosen={chosen} onChoose={onChoose} />
      ) : null}
    </Modal>
  );
}

function Paragraphs({
  id,
  asked,
  mayEdit,
  ...choosing
}: { id: string; asked: Asked; mayEdit: boolean } & Choosing) {
  const t = useWords(matrixWords);
  const { slot, report } = asked;
  const query = { slot, report, ...(asked.waiting ? { placement: 'waiting' as const } : {}) };
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['consolidation', id, 'paragraphs', query],
    queryFn: ({ pageParam }) =>
      call(listParagraphs, { params: { id }, query: { ...query, page: pageParam } }),
    initialPageParam: 1,
    getNextPageParam: (last, all) => (all.length * 100 < last.total ? all.length + 1 : undefined),
  });
  if (error && !data) throw error;
  if (!data) return <Loader size="sm" aria-label={t.noneHere} />;
  const found = data.pages.flatMap(({ paragraphs }) => paragraphs);
  return (
    <>
      {found.length ? null : <Text>{t.noneHere}</Text>}
      {found.map((one) => (
        <OneParagraph
          key={one.agencyReportId + one.paragraphId}
          id={id}
          one={one}
          mayEdit={mayEdit}
          {...choosing}
        />
      ))}
      {hasNextPage ? (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
    </>
  );
}

function OneParagraph({
  id,
  one,
  mayEdit,
  chosen,
  onChoose,
}: { id: string; one: Placed; mayEdit: boolean } & Choosing) {
  const t = useWords(matrixWords);
  const { sentence, placement } = one;
  const isKept = sentence !== null && placement !== 'aside';
  const isChosen = isKept && chosen.some((each) => each.id === sentence.id);
  const choose = () =>
    sentence &&
    onChoose(
      isChosen
        ? chosen.filter((each) => each.id !== sentence.id)
        : [...chosen, { id: sentence.id, text: sentence.text }],
    );
  return (
    <div className="placed">
      <Text fz="sm" fw={600}>
        {one.agency} · {t.placement[placement]}
      </Text>
      <p className="document-text" style={{ margin: '4px 0' }}>
        {one.text}
      </p>
      {sentence?.reason ? <Text fz="sm">{t.because(sentence.reason)}</Text> : null}
      {placement === 'merged' && sentence ? (
        <Text fz="sm">{t.inSentence(short(sentence.text, 160))}</Text>
      ) : null}
      <Group gap="xs" mt={4}>
        {isKept ? (
          <Anchor component={Link} to={`/consolidation/${id}`} hash={`s-${sentence.id}`} fz="sm">
            {t.openSentence}
          </Anchor>
        ) : null}
        {mayEdit && isKept ? (
          <Checkbox
            size="sm"
            checked={isChosen}
            onChange={choose}
            label={t.choose(short(sentence.text, 40))}
          />
        ) : null}
      </Group>
      {mayEdit ? <Placing id={id} one={one} /> : null}
      <div style={{ marginTop: 6 }}>
        <AskBack id={id} choices={[{ agency: one.agency, quote: one.text, of: placeOf(one) }]} />
      </div>
    </div>
  );
}

const placeOf = ({ agencyReportId, paragraphId }: Placed) => ({ agencyReportId, paragraphId });

function Placing({ id, one }: { id: string; one: Placed }) {
  const t = useWords(matrixWords);
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { agencyReportId, paragraphId, placement } = one;
  const placing = useMutation({
    mutationFn: (to: { do: 'use' } | { do: 'aside'; reason: string }) =>
      call(placeParagraph, { params: { id }, body: { agencyReportId, paragraphId, to } }),
    onSuccess: async () => {
      setAsking(false);
      notifications.show({ message: t.did });
      await client.invalidateQueries({ queryKey: ['consolidation', id] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    placing.mutate({ do: 'aside', reason });
  };
  const isAlone = placement === 'used' && one.sentence?.sources === 1;
  return (
    <>
      <Group gap="xs" mt={6}>
        {isAlone ? null : (
          <Button
            size="compact-sm"
            variant="default"
            loading={placing.isPending}
            onClick={() => placing.mutate({ do: 'use' })}
          >
            {t.use}
          </Button>
        )}
        {placement === 'aside' || isAsking ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t.setAside}
          </Button>
        )}
      </Group>
      {isAsking ? (
        <form onSubmit={submit}>
          <TextInput
            label={t.reason}
            required
            minLength={3}
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap="xs" mt={6}>
            <Button size="compact-sm" type="submit" loading={placing.isPending}>
              {t.setAside}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
              {t.cancel}
            </Button>
          </Group>
        </form>
      ) : null}
    </>
  );
}
