import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showNumber } from '#app/web/show.ts';
import world from '#data/world-tiles.json' with { type: 'json' };
import { countryNames } from '#libraries/register/index.ts';
import { figuresWords } from './figures.words.ts';

const STEP = 26;
const SIDE = 24;
const tiles = Object.entries(world.tiles as unknown as Record<string, [number, number]>);

/** Countries drawn with more than one tile: Việt Nam with its archipelagos. */
const home = new Set(world.parts.map(({ of }) => of));

export const hasTile = (code: string): boolean => code in world.tiles;

export type OfCountry = { country: string; rows: number };

/** A world of tiles, one for each country, shaded by how many rows are of it. The table beside it says the same. */
export function WorldTiles({ figure, counts }: { figure: string; counts: readonly OfCountry[] }) {
  const t = useWords(figuresWords);
  const { language } = useLanguage();
  const said = (code: string) => countryNames(code)[language === 'vi' ? 0 : 1];
  const byCode = new Map(counts.map(({ country, rows }) => [country, rows]));
  const { some, many } = levelsOf(counts);
  const levelOf = (rows: number) => (!rows ? 'none' : rows < some ? 'few' : rows < many ? 'some' : 'many');
  const [first] = counts;
  const label = t.map(
    figure,
    counts.length,
    first ? `${said(first.country)} (${showNumber(first.rows)})` : '',
  );
  return (
    <>
      <ScrollRegion label={t.byCountry}>
        <svg
          className="world-tiles"
          viewBox={`0 0 ${world.columns * STEP} ${world.rows * STEP}`}
          role="img"
          aria-label={label}
        >
          {tiles.map(([code, at]) => {
            const rows = byCode.get(code) ?? 0;
            return (
              <Tile
                key={code}
                at={at}
                level={`${levelOf(rows)} ${home.has(code) ? 'home' : ''}`}
                title={`${said(code)}: ${showNumber(rows)}`}
              >
                {code}
                {rows ? showNumber(rows) : null}
              </Tile>
            );
          })}
          {world.parts.map(({ of, said: name, short, at }) => (
            <Tile
              key={short}
              at={at as [number, number]}
              level={`${levelOf(byCode.get(of) ?? 0)} home`}
              title={name[language === 'vi' ? 0 : 1]!}
            >
              {short}
              {null}
            </Tile>
          ))}
        </svg>
      </ScrollRegion>
      <ul className="world-levels">
        <li className="none">{t.levels.none}</li>
        <li className="few">{spanOf(1, some - 1)}</li>
        <li className="some">{spanOf(some, many - 1)}</li>
        <li className="many">{t.levels.many(showNumber(many))}</li>
      </ul>
      <p className="register-soft">{t.mapNote}</p>
    </>
  );
}

/** '1', or '2–5'. */
const spanOf = (from: number, to: number) =>
  from === to ? showNumber(from) : `${showNumber(from)}–${showNumber(to)}`;

/** From how many rows a tile is darker: thirds of the most, at least 2 and 3. */
function levelsOf(counts: readonly OfCountry[]): { some: number; many: number } {
  const most = Math.max(0, ...counts.map(({ rows }) => rows));
  const some = Math.max(2, Math.ceil(most / 3));
  return { some, many: Math.max(some + 1, Math.ceil((2 * most) / 3)) };
}

function Tile({
  at: [column, row],
  level,
  title,
  children: [code, rows],
}: {
  at: readonly [number, number];
  level: string;
  title: string;
  children: [string, string | null];
}) {
  const middle = SIDE / 2;
  return (
    <g className={level} transform={`translate(${column * STEP} ${row * STEP})`}>
      <title>{title}</title>
      <rect width={SIDE} height={SIDE} rx={3} />
      <text x={middle} y={rows ? 10 : 15}>
        {code}
      </text>
      {rows ? (
        <text x={middle} y={20} className="rows">
          {rows}
        </text>
      ) : null}
    </g>
  );
}
