import { Table } from '@mantine/core';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import type { AssignmentShown, DutyShown } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { stateWords } from './duty-words-of-state.ts';
import { handoverWords } from './handover.words.ts';
import { PartActions } from './part-actions.tsx';
import { SignalSaid } from './signal/signal-form.tsx';

/** Every agency with a part, its state and dates; who confirms does it here. */
export function PartsTable({ duty }: { duty: DutyShown }) {
  const t = useWords(dutyWords);
  const unnamed = [
    ...duty.unnamedHolders.map((name) => ({ name, role: duty.summary.led ? t.leads : t.takesPart })),
    ...duty.unnamedCoordinators.map((name) => ({ name, role: t.coordinates })),
  ];
  return (
    <Table aria-label={t.parts}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="38%">
            {t.agency}
          </Table.Th>
          <Table.Th scope="col">{t.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {duty.parts.map((part) => (
          <PartRow key={part.id} part={part} />
        ))}
        {unnamed.map(({ name, role }) => (
          <Table.Tr key={role + name}>
            <Table.Th scope="row" fw={400}>
              {name}
              <div className="duty-soft">{role}</div>
            </Table.Th>
            <Table.Td className="duty-soft">{t.unnamed}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PartRow({ part }: { part: AssignmentShown }) {
  const t = useWords(dutyWords);
  const h = useWords(handoverWords);
  const { language } = useLanguage();
  const state = stateWords[language][part.state];
  // The plan's words stand; beside them who it is today.
  const named = part.firstAgencyName ?? part.agencyName;
  const today = part.presentUnits.length ? part.presentUnits : part.firstAgencyName ? [part.agencyName] : [];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} style={{ verticalAlign: 'top' }}>
        {named}
        <div className="duty-soft">{roleOf(part, t)}</div>
        {today.length ? <div>{h.today(today.join('; '))}</div> : null}
        {part.printedName !== named ? <div className="duty-soft">{t.printed(part.printedName)}</div> : null}
      </Table.Th>
      <Table.Td style={{ verticalAlign: 'top' }}>
        {state.charAt(0).toUpperCase() + state.slice(1)}
        {part.cell.endsWith('late') ? <span className="late"> · {t.cells[part.cell]}</span> : null}
        <SignalSaid part={part} />
        <PartDates part={part} />
        {part.isOwn ? null : <PartActions part={part} />}
      </Table.Td>
    </Table.Tr>
  );
}

type Roles = { leads: string; takesPart: string; coordinates: string };
export const roleOf = (part: Pick<AssignmentShown, 'role' | 'leads'>, t: Roles): string =>
  part.role === 'coordinator' ? t.coordinates : part.leads ? t.leads : t.takesPart;

export function PartDates({ part }: { part: AssignmentShown }) {
  const t = useWords(dutyWords);
  const said = [
    part.dueOn && (part.clock || part.dueOn !== part.firstDueOn) ? t.partDue(showDay(part.dueOn)) : null,
    part.clock,
    part.pausedUntil ? t.pausedUntil(showDay(part.pausedUntil)) : null,
    part.stoppedOn && part.state !== 'withdrawn' ? t.stoppedOn(showDay(part.stoppedOn)) : null,
    part.receivedAt ? t.receivedAt(showInstant(part.receivedAt)) : null,
    part.completedAt ? t.completedAt(showInstant(part.completedAt)) : null,
    part.confirmedAt ? t.confirmedAt(showInstant(part.confirmedAt)) : null,
    part.reason ? t.reason(part.reason) : null,
    part.proposedAgencyName ? t.proposed(part.proposedAgencyName) : null,
  ].filter((line) => line !== null);
  return said.map((line) => (
    <div key={line} className="duty-soft">
      {line}
    </div>
  ));
}
