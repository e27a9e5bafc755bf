import { Anchor, NativeSelect, Table, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import type { registerFigures } from '#app/registers/figures/figure.contract.ts';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { countryNames } from '#libraries/register/index.ts';
import { figuresWords } from './figures.words.ts';
import { hasTile, WorldTiles } from './world-tiles.tsx';

export type Figure = Answer<typeof registerFigures>['figures'][number];

type Props = {
  register: RegisterShown;
  figures: readonly Figure[];
  /** Key of the indicator that is looked at. */
  chosen: string | undefined;
  choose: (key: string) => void;
};

/** Rows behind one indicator by country: on the map of tiles, and in a table. */
export function ByCountry({ register, figures, chosen, choose }: Props) {
  const t = useWords(figuresWords);
  const { language } = useLanguage();
  const figure =
    figures.find(({ key }) => key === chosen) ??
    figures.find(({ byCountry }) => byCountry.length) ??
    figures[0];
  if (!figure) return null;
  return (
    <section className="paper" style={{ padding: '14px 18px', marginTop: 16 }}>
      <Title order={2} fz="lg" mb="sm">
        {t.byCountry}
      </Title>
      <NativeSelect
        label={t.ofFigure}
        value={figure.key}
        onChange={(event) => choose(event.currentTarget.value)}
        data={figures.map(({ key, said }) => ({ value: key, label: said[language] }))}
        maw={520}
        mb="md"
      />
      <div className="world-and-table">
        <div>
          <WorldTiles figure={figure.said[language]} counts={figure.byCountry} />
        </div>
        {figure.byCountry.length ? (
          <CountryTable register={register} figure={figure} />
        ) : (
          <p className="register-soft">{t.noCountry}</p>
        )}
      </div>
    </section>
  );
}

function CountryTable({ register, figure }: { register: RegisterShown; figure: Figure }) {
  const t = useWords(figuresWords);
  const { language } = useLanguage();
  const field = register.fields.find(
    ({ name, kind }) => ['country', 'countries'].includes(kind) && register.filters.includes(name),
  );
  return (
    <Table aria-label={`${t.byCountry}: ${figure.said[language]}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t.country}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t.rows}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figure.byCountry.map(({ country, rows }) => {
          const name = countryNames(country)[language === 'vi' ? 0 : 1];
          return (
            <Table.Tr key={country}>
              <Table.Th scope="row" fw={400}>
                {field ? (
                  <Anchor
                    component={Link}
                    to={`/registers/${register.name}`}
                    search={{ [`f.${field.name}`]: country } as never}
                    underline="always"
                    fz="inherit"
                  >
                    {name}
                  </Anchor>
                ) : (
                  name
                )}
                {hasTile(country) ? null : <span className="register-soft"> ({t.noTile})</span>}
              </Table.Th>
              <Table.Td ta="right">{showNumber(rows)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
