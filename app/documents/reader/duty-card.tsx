import { Badge, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconTrash } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { documentWords } from '../document.words.ts';
import { isDoubtful } from '../doubt.ts';
import { DutyForm } from './duty-form.tsx';
import { splitWords } from './split.words.ts';
import { type SplitPlace, Splitter } from './splitter.tsx';
import type { DutyPatch, ShownDuty } from './use-review.ts';

export type CardActions = {
  choose: (duty: ShownDuty) => void;
  accept: (duty: ShownDuty) => void;
  edit: (duty: ShownDuty | null) => void;
  patch: (duty: ShownDuty, patch: DutyPatch) => void;
  showInText: (duty: ShownDuty) => void;
  /** Asks where to split the duty; null: no longer. */
  askSplit: (duty: ShownDuty | null) => void;
  splitPlaces: (duty: ShownDuty) => SplitPlace[];
  splitAt: (duty: ShownDuty, at: number) => void;
  merge: (duty: ShownDuty) => void;
};

type CardProps = {
  duty: ShownDuty;
  current: boolean;
  editing: boolean;
  splitting: boolean;
  mayReview: boolean;
  bodies: string[];
  actions: CardActions;
};

/** One duty: short in the list, whole when it is the current one. */
export const DutyCard = memo(function DutyCard(props: CardProps) {
  const t = useWords(documentWords);
  const { duty, current, editing, splitting, actions } = props;
  return (
    <li className="paper duty-card" id={`card-${duty.id}`} data-current={current || undefined}>
      <div className="duty-top">
        <button
          type="button"
          className="duty-open"
          aria-expanded={current}
          aria-label={t.show(duty.path ?? t.noPath)}
          onClick={() => actions.choose(duty)}
        >
          {duty.path ?? t.noPath}
        </button>
        <State duty={duty} />
      </div>
      <Text className="document-text" fz="sm" lh={1.45} lineClamp={current ? 6 : 2}>
        {duty.text}
      </Text>
      {current && editing ? (
        <DutyForm duty={duty} bodies={props.bodies} actions={actions} />
      ) : current && splitting ? (
        <Splitter
          places={actions.splitPlaces(duty)}
          onSplit={(at) => actions.splitAt(duty, at)}
          onCancel={() => actions.askSplit(null)}
        />
      ) : current ? (
        <Whole {...props} />
      ) : (
        <Brief duty={duty} />
      )}
    </li>
  );
});

function State({ duty }: { duty: ShownDuty }) {
  const t = useWords(documentWords);
  const [icon, label] = duty.removed
    ? [<IconTrash key="i" size={15} />, t.removed]
    : duty.confirmed
      ? [<IconCheck key="i" size={15} />, t.confirmed]
      : isDoubtful(duty)
        ? [<IconAlertTriangle key="i" size={15} />, t.doubtful]
        : [<IconCircleDashed key="i" size={15} />, t.open];
  const kind = duty.removed ? 'removed' : duty.confirmed ? 'confirmed' : isDoubtful(duty) ? 'doubt' : 'open';
  return (
    <span className="duty-state" data-kind={kind}>
      {icon} {label}
      {duty.correctedBy ? <span className="duty-by"> · {t.correctedBy(duty.correctedBy)}</span> : null}
      {duty.added ? <span className="duty-by"> · {t.addedByHand}</span> : null}
    </span>
  );
}

function Brief({ duty }: { duty: ShownDuty }) {
  const t = useWords(documentWords);
  const parts = [
    duty.holders.join(', ') || t.noHolder,
    duty.coordinators.length ? `${t.coordinators}: ${duty.coordinators.join(', ')}` : null,
    duty.deadline ? `${t.deadline}: ${duty.deadline.text}` : null,
  ];
  return (
    <Text fz="sm" c="dimmed" lineClamp={2}>
      {parts.filter(Boolean).join(' · ')}
    </Text>
  );
}

function Whole({ duty, mayReview, actions }: CardProps) {
  const t = useWords(documentWords);
  return (
    <>
      <Fields duty={duty} />
      {duty.doubts.length ? (
        <div className="duty-doubts" data-strong={isDoubtful(duty) || undefined}>
          <strong>{isDoubtful(duty) ? t.doubts : t.remarks}</strong>
          <ul>
            {duty.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <SixClear duty={duty} />
      <Group gap="xs">
        {mayReview ? <Buttons duty={duty} actions={actions} /> : null}
        <Button size="xs" variant="subtle" className="only-narrow" onClick={() => actions.showInText(duty)}>
          {t.inText}
        </Button>
      </Group>
    </>
  );
}

function Buttons({ duty, actions }: { duty: ShownDuty; actions: CardActions }) {
  const t = useWords(documentWords);
  const splitting = useWords(splitWords);
  if (duty.removed)
    return (
      <Button size="xs" onClick={() => actions.patch(duty, { removed: false })}>
        {t.restore}
      </Button>
    );
  return (
    <>
      {duty.confirmed ? (
        <Button size="xs" variant="default" onClick={() => actions.patch(duty, { confirmed: false })}>
          {t.takeBack}
        </Button>
      ) : (
        <Button size="xs" leftSection={<IconCheck size={15} />} onClick={() => actions.accept(duty)}>
          {t.confirm}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => actions.edit(duty)}>
        {t.edit}
      </Button>
      <Button size="xs" variant="default" onClick={() => actions.askSplit(duty)}>
        {splitting.split}
      </Button>
      <Button size="xs" variant="default" onClick={() => actions.merge(duty)}>
        {splitting.merge}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => actions.patch(duty, { removed: true })}>
        {t.remove}
      </Button>
    </>
  );
}

function Fields({ duty }: { duty: ShownDuty }) {
  const t = useWords(documentWords);
  const { evidence, deadline } = duty;
  const from = (one: { inheritedFrom: { path: string | null } | null } | null | undefined) =>
    one?.inheritedFrom?.path ? t.inherited(one.inheritedFrom.path) : null;
  const saysTheDay = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(deadline?.text ?? '');
  const limit =
    deadline?.due && !saysTheDay
      ? `${deadline.text} (${t.due(showDay(deadline.due))})`
      : (deadline?.text ?? t.noDeadline);
  return (
    <dl className="duty-fields">
      <Field label={duty.lead ? t.holders : t.helpers} note={from(evidence.holders[0])}>
        {duty.holders.join(', ') || t.noHolder}{' '}
        {duty.request ? (
          <Badge variant="outline" size="sm" tt="none">
            {t.request}
          </Badge>
        ) : null}
      </Field>
      {duty.coordinators.length ? (
        <Field label={t.coordinators} note={from(evidence.coordinators[0])}>
          {duty.coordinators.join(', ')}
        </Field>
      ) : null}
      <Field label={t.deadline} note={deadline?.assumption ?? from(evidence.deadline)}>
        {limit}
      </Field>
      {duty.reportTo ? (
        <Field label={t.reportTo} note={from(evidence.reportTo)}>
          {duty.reportTo}
        </Field>
      ) : null}
      {duty.product ? (
        <Field label={t.product} note={from(evidence.product)}>
          {duty.product}
        </Field>
      ) : null}
      {duty.serves.length ? (
        <Field label={t.serves}>{duty.serves.map((served) => served.path).join(', ')}</Field>
      ) : null}
    </dl>
  );
}

function Field({ label, note, children }: { label: string; note?: string | null; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children} {note ? <span className="duty-note">({note})</span> : null}
      </dd>
    </div>
  );
}

const aspects = ['person', 'work', 'time', 'responsibility', 'product', 'authority'] as const;

function SixClear({ duty }: { duty: ShownDuty }) {
  const t = useWords(documentWords);
  return (
    <ul className="six-clear" aria-label={t.six}>
      {aspects.map((aspect) => {
        const { state, reason } = duty.sixClear[aspect];
        return (
          <li key={aspect} data-state={state} title={reason ?? undefined}>
            {t.aspects[aspect]}: {t.clarity[state]}
          </li>
        );
      })}
    </ul>
  );
}
