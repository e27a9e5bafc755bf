import { NativeSelect, NumberInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { matrixWords } from '../matrix/matrix.words.ts';
import { getTotals } from '../totals/totals.contract.ts';
import type { Shown } from './open-finding.tsx';

export type Deducting = {
  agencyReportId: string;
  indicator: string;
  amount: number;
  currency: string | null;
};

/** What is taken off an agency's figure when it named no things; offered where the agencies did not. */
export function DeductForm({
  id,
  finding,
  onChange,
}: {
  id: string;
  finding: Shown;
  onChange: (deduct: Deducting | null) => void;
}) {
  const t = useWords(matrixWords);
  const [isOpen, setOpen] = useState(false);
  if (finding.told.filter(({ kind }) => kind === 'counted').length > 1) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ minHeight: 26, cursor: 'pointer' }}>{t.deduct}</summary>
      {isOpen ? <Fields id={id} finding={finding} onChange={onChange} /> : null}
    </details>
  );
}

function Fields({
  id,
  finding,
  onChange,
}: {
  id: string;
  finding: Shown;
  onChange: (deduct: Deducting | null) => void;
}) {
  const t = useWords(matrixWords);
  const { data } = useQuery({
    queryKey: ['consolidation', id, 'totals'],
    queryFn: () => call(getTotals, { params: { id } }),
  });
  const agencies = finding.told.filter(({ agencyReportId }) => agencyReportId !== null);
  const [given, setGiven] = useState({
    report: agencies.at(-1)?.agencyReportId ?? '',
    indicator: '',
    amount: 1,
  });
  const say = (next: typeof given) => {
    setGiven(next);
    const said = data?.indicators
      .find(({ indicator }) => indicator.key === next.indicator)
      ?.values.find(({ agencyReportId }) => agencyReportId === next.report);
    onChange(
      next.indicator && next.amount > 0
        ? {
            agencyReportId: next.report,
            indicator: next.indicator,
            amount: next.amount,
            currency: said?.currency ?? null,
          }
        : null,
    );
  };
  const told = data?.indicators.filter(
    ({ indicator, values }) =>
      indicator.rule !== 'ratio' && values.some(({ agencyReportId }) => agencyReportId === given.report),
  );
  return (
    <>
      <Text fz="sm" c="dimmed">
        {t.deductHelp}
      </Text>
      <NativeSelect
        size="sm"
        label={t.deductAgency}
        value={given.report}
        data={[...new Map(agencies.map((one) => [one.agencyReportId, one])).values()].map(
          ({ agencyReportId, agency }) => ({
            value: agencyReportId!,
            label: agency,
          }),
        )}
        onChange={(event) => say({ ...given, report: event.currentTarget.value, indicator: '' })}
      />
      <NativeSelect
        size="sm"
        label={t.deductIndicator}
        value={given.indicator}
        data={[
          { value: '', label: t.none },
          ...(told ?? []).map(({ indicator }) => ({
            value: indicator.key,
            label: `${indicator.name} (${indicator.unit})`,
          })),
        ]}
        onChange={(event) => say({ ...given, indicator: event.currentTarget.value })}
      />
      <NumberInput
        size="sm"
        label={t.deductAmount}
        min={0}
        decimalSeparator=","
        value={given.amount}
        onChange={(value) => say({ ...given, amount: Number(value) || 0 })}
      />
    </>
  );
}
