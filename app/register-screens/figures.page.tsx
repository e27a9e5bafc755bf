import { Anchor, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { registerFigures } from '#app/registers/figures/figure.contract.ts';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { officeToday } from '#app/web/past-day.ts';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import { useAsOf } from '#app/web/use-as-of.ts';
import { ByCountry, type Figure } from './by-country.tsx';
import { readWindow } from './figure-window.ts';
import { figuresWords } from './figures.words.ts';
import { screenWords } from './screens.words.ts';
import { useRegister } from './use-register.ts';
import { WindowPicker } from './window-picker.tsx';
import './figures.css';
import './screens.css';

/** What a register counts over a window of days, as it stands or as it stood on a day; money by currency. */
export function RegisterFiguresPage() {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const { register: name } = useParams({ strict: false }) as { register: string };
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const register = useRegister(name);
  const { asOf } = useAsOf();
  const window = readWindow(search, officeToday());
  const { data, error } = useFigures(name, window.days, asOf);
  const before = useFigures(name, window.before, asOf);
  if (error) throw error;
  if (!register || !data) return <Waiting />;
  const change = (given: Record<string, unknown>) =>
    navigate({
      to: `/registers/${name}/figures`,
      search: Object.fromEntries(
        Object.entries({ ...search, ...given }).filter(([, value]) => value !== undefined),
      ) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <Anchor component={Link} to={`/registers/${name}`} fz="sm">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader title={`${t.figures}: ${register.said[language]}`}>
        <AsOfControl />
      </PageHeader>
      <AsOfNotice />
      <WindowPicker window={window} change={change} />
      <FigureTable
        figures={data.figures}
        days={window.days}
        before={window.before && before.data ? { days: window.before, figures: before.data.figures } : null}
      />
      {data.hasCountries ? (
        <ByCountry
          register={register}
          figures={data.figures}
          chosen={search.figure as string | undefined}
          choose={(figure) => change({ figure })}
        />
      ) : null}
    </>
  );
}

type Days = { from: string; to: string };

/** Figures over a window; none where there is no window. */
const useFigures = (name: string, days: Days | null, asOf: string | undefined) =>
  useQuery({
    queryKey: ['registers', name, 'figures', days, asOf ?? null],
    queryFn: () =>
      call(registerFigures, { params: { register: name }, query: { ...days!, ...(asOf ? { asOf } : {}) } }),
    enabled: days !== null,
    placeholderData: keepPreviousData,
  });

type TableProps = {
  figures: readonly Figure[];
  days: Days;
  before: { days: Days; figures: readonly Figure[] } | null;
};

function FigureTable({ figures, days, before }: TableProps) {
  const t = useWords(screenWords);
  const w = useWords(figuresWords);
  const { language } = useLanguage();
  const head = (said: string, { from, to }: Days) => (
    <Table.Th scope="col">
      {said}
      <div className="register-soft">{w.span(showDay(from), showDay(to))}</div>
    </Table.Th>
  );
  return (
    <ScrollRegion className="paper" label={t.figures}>
      <Table miw={before ? 520 : undefined}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.figure}</Table.Th>
            {head(w.thisWindow, days)}
            {before ? head(w.windowBefore, before.days) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => (
            <Table.Tr key={figure.key}>
              <Table.Th scope="row" fw={400}>
                {figure.said[language]}
                <div className="register-soft">{t.rules[figure.rule]}</div>
              </Table.Th>
              <Table.Td>
                <Amounts figure={figure} />
              </Table.Td>
              {before ? (
                <Table.Td className="register-soft">
                  <Amounts figure={before.figures.find(({ key }) => key === figure.key)} />
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function Amounts({ figure }: { figure: Figure | undefined }) {
  if (!figure?.amounts.length) return <Text span>{showNumber(0)}</Text>;
  return figure.amounts.map((amount) => <div key={amount.currency ?? ''}>{sayAmount(figure, amount)}</div>);
}

function sayAmount({ unit }: Figure, { amount, whole, currency }: Figure['amounts'][number]): string {
  if (whole === null) return `${showNumber(amount)} ${currency ?? unit}`;
  // A share of nothing is no share.
  if (!whole) return '—';
  const share = Math.round((1000 * amount) / whole) / 10;
  return `${showNumber(amount)}/${showNumber(whole)} (${showNumber(share)}%)`;
}
