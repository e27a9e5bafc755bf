import { Alert, Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { RecordHistory } from '#app/ledger/record-history.tsx';
import { ProjectMoney } from '#app/registers/aid/project-money.tsx';
import { partRows } from '#app/registers/likeness/likeness.contract.ts';
import {
  changeRow,
  type RegisterShown,
  type RowShown,
  removeRow,
  restoreRow,
  showRow,
} from '#app/registers/register.contract.ts';
import { AsOfControl } from '#app/web/as-of.tsx';
import { call, type Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { useAsOf } from '#app/web/use-as-of.ts';
import { Achievements } from './achievements.tsx';
import { RowFacts } from './row-facts.tsx';
import { RowForm, type RowFormGiven } from './row-form.tsx';
import { RowPapers } from './row-papers.tsx';
import { RowThen } from './row-then.tsx';
import { screenWords } from './screens.words.ts';
import { SealedButton } from './sealed-button.tsx';
import { Steps } from './steps.tsx';
import { fieldOf, useRefresh, useRegister } from './use-register.ts';
import './screens.css';

/** One row of any register: what stands in it, its days, links both ways, steps and history. */
export function RowPage() {
  const { register: name, id } = useParams({ strict: false }) as { register: string; id: string };
  const { language } = useLanguage();
  const register = useRegister(name);
  const { data, error } = useQuery({
    queryKey: ['registers', name, 'row', id, language],
    queryFn: () => call(showRow, { params: { register: name, id }, query: { language } }),
  });
  const { asOf } = useAsOf();
  if (error) throw error;
  if (!register || !data) return <Waiting />;
  return asOf ? <RowThen register={register} id={id} day={asOf} /> : <Row register={register} row={data} />;
}

type Shown = { register: RegisterShown; row: RowShown };

function Row({ register, row }: Shown) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const state = register.states.find(({ value }) => value === row.state);
  return (
    <>
      <Anchor component={Link} to={`/registers/${register.name}`} fz="sm" className="no-print">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader
        title={row.title}
        lead={[row.agencyName, state ? `${state.said[language]} ${t.since(showDay(row.stateOn))}` : null]
          .filter(Boolean)
          .join(' · ')}
      >
        <AsOfControl />
        {row.may.write && !isEditing ? <Button onClick={() => setEditing(true)}>{t.edit}</Button> : null}
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t.print}
        </Button>
        <RowPapers register={register.name} id={row.id} />
        <RemoveButton register={register} row={row} />
      </PageHeader>
      <Notes register={register} row={row} />
      {isEditing ? (
        <Edit register={register} row={row} close={() => setEditing(false)} />
      ) : (
        <Stack gap="md">
          <Steps register={register} row={row} />
          <Timers row={row} />
          <RowFacts register={register} row={row} />
          {register.name === 'aid-project' ? <ProjectMoney id={row.id} /> : null}
          {register.name === 'award' ? <Achievements id={row.id} revision={row.revision} /> : null}
          {row.sealed.length && row.may.readSealed ? <SealedButton register={register} row={row} /> : null}
          <Begins register={register} row={row} />
          <Links row={row} />
        </Stack>
      )}
      <Text c="dimmed" fz="sm" mt="md">
        {t.created(row.createdByName ?? t.program, showInstant(row.createdAt))};{' '}
        {t.changed(row.changedByName ?? t.program, showInstant(row.changedAt))}
      </Text>
      <RecordHistory key={row.revision} subjectKind={register.name} subjectId={row.id} />
    </>
  );
}

function Notes({ register, row }: Shown) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const refresh = useRefresh();
  const parting = useMutation({
    mutationFn: (id: string) => call(partRows, { params: { register: register.name, id } }),
    onSuccess: refresh,
  });
  return (
    <Stack gap="xs" mb="md">
      {row.isRemoved ? <Alert color="gray">{t.removed}</Alert> : null}
      {row.mergedInto ? (
        <Alert color="gray">
          {t.mergedInto}{' '}
          <Anchor component={Link} to={`/registers/${register.name}/${row.mergedInto}`}>
            {t.openMerged}
          </Anchor>{' '}
          {register.may.merge ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={parting.isPending}
              onClick={() => parting.mutate(row.id)}
            >
              {t.part}
            </Button>
          ) : null}
        </Alert>
      ) : null}
      {row.warnings.length ? (
        <div className="gentle-note">
          <b>{t.warnings}.</b>{' '}
          {row.warnings.map(({ field, message }) => (
            <span key={field + message}>
              {fieldOf(register, field).said[language]}: {message}{' '}
            </span>
          ))}
        </div>
      ) : null}
      {row.mergedFrom.length ? (
        <Text fz="sm">
          {t.mergedFrom}:{' '}
          {row.mergedFrom.map((one) => (
            <Anchor key={one.id} component={Link} to={`/registers/${register.name}/${one.id}`} mr={8}>
              {one.title} ({one.agencyName})
            </Anchor>
          ))}
        </Text>
      ) : null}
    </Stack>
  );
}

function Edit({ register, row, close }: Shown & { close: () => void }) {
  const t = useWords(screenWords);
  const refresh = useRefresh();
  const saving = useMutation({
    mutationFn: ({ values, agencyId }: RowFormGiven) =>
      call(changeRow, {
        params: { register: register.name, id: row.id },
        body: { revision: row.revision, values, ...(agencyId ? { agencyId } : {}) },
      }),
    onSuccess: async () => {
      await refresh();
      notifications.show({ message: t.saved });
      close();
    },
    meta: { shownOnPage: true },
  });
  return (
    <RowForm
      register={register}
      before={{ values: row.values, names: row.names, agencyId: row.agencyId }}
      isNew={false}
      error={saving.error as Refusal | null}
      isSaving={saving.isPending}
      save={saving.mutate}
      cancel={close}
    />
  );
}

function Timers({ row }: { row: RowShown }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  if (!row.timers.length) return null;
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="md" mb="sm">
        {t.timers}
      </Title>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {row.timers.map((timer) => (
          <li key={timer.name + timer.dueOn} style={{ marginBottom: 6 }}>
            <b>{timer.said[language]}</b>: {showDay(timer.dueOn)}{' '}
            <span className={timer.isLate ? 'register-late' : 'register-soft'}>
              {timer.isDone ? t.done : timer.clock}
            </span>{' '}
            {timer.dutyId ? (
              <Anchor component={Link} to={`/duties/${timer.dutyId}`} fz="sm">
                {t.duty}
              </Anchor>
            ) : null}
            <div className="register-soft">
              {timer.source} ({t.marks[timer.mark]})
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is entered in other registers of this row: an opinion on a project, an award for an organisation. */
function Begins({ register, row }: Shown) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  if (!row.begins.length) return null;
  return (
    <Group className="no-print">
      {row.begins.map((one) => (
        <Button
          key={one.register}
          component={Link}
          to={`/registers/${one.register}/new`}
          search={{ from: register.name, id: row.id } as never}
          variant="default"
        >
          {t.beginOne(one.one[language])}
        </Button>
      ))}
    </Group>
  );
}

function Links({ row }: { row: RowShown }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  if (!row.linksIn.length && !row.linksOut.length) return null;
  const listOf = (links: RowShown['linksOut']) => (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {links.map((link) => (
        <li key={link.field.vi + link.id}>
          {link.address ? (
            <Anchor component={Link} to={link.address}>
              {link.title}
            </Anchor>
          ) : (
            link.title
          )}{' '}
          <Badge variant="default" tt="none">
            {link.said[language]}
          </Badge>
        </li>
      ))}
    </ul>
  );
  // On paper what the row points at stands among its fields already.
  return (
    <section className={row.linksIn.length ? 'paper' : 'paper no-print'} style={{ padding: '14px 18px' }}>
      <Title order={2} fz="md" mb="sm">
        {t.links}
      </Title>
      {row.linksOut.length ? <div className="no-print">{listOf(row.linksOut)}</div> : null}
      {row.linksIn.length ? (
        <>
          <Text fw={600} fz="sm" mt="sm">
            {t.linksIn}
          </Text>
          {listOf(row.linksIn)}
        </>
      ) : null}
    </section>
  );
}

function RemoveButton({ register, row }: Shown) {
  const t = useWords(screenWords);
  const refresh = useRefresh();
  const params = { register: register.name, id: row.id };
  const acting = useMutation({
    mutationFn: () => (row.isRemoved ? call(restoreRow, { params }) : call(removeRow, { params })),
    onSuccess: refresh,
  });
  if (!row.may.remove) return null;
  const act = () => {
    if (row.isRemoved || window.confirm(t.removeAsk)) acting.mutate();
  };
  return (
    <Group className="no-print">
      <Button variant="default" onClick={act} loading={acting.isPending}>
        {row.isRemoved ? t.restore : t.remove}
      </Button>
    </Group>
  );
}
