import {
  IconCalendarMonth,
  IconChartBar,
  IconGridDots,
  IconLayoutKanban,
  IconTable,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import { type DutyView, type Mode, modes } from '../duty-view.ts';
import { viewsWords } from './views.words.ts';

const icons = {
  table: IconTable,
  board: IconLayoutKanban,
  matrix: IconGridDots,
  calendar: IconCalendarMonth,
  gantt: IconChartBar,
} satisfies Record<Mode, unknown>;

/** The same duties, under the same conditions, looked at in another way. */
export function ModeSwitch({ view }: { view: DutyView }) {
  const t = useWords(viewsWords);
  const nav = useRef<HTMLElement>(null);
  const chosen = view.mode ?? 'table';
  // On a phone the ways stand in one line that scrolls: the chosen one is in sight.
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>(`[data-mode="${chosen}"]`);
    if (nav.current && link) nav.current.scrollLeft = link.offsetLeft - nav.current.offsetLeft;
  }, [chosen]);
  return (
    <nav ref={nav} aria-label={t.modesLabel} className="duty-modes no-print">
      {modes.map((mode) => {
        const Icon = icons[mode];
        const search = { ...view, page: undefined, mode: mode === 'table' ? undefined : mode };
        return (
          <Link
            key={mode}
            to="/duties"
            search={search as never}
            replace
            resetScroll={false}
            activeOptions={{ exact: true, includeSearch: true }}
            activeProps={{}}
            data-mode={mode}
            data-chosen={chosen === mode}
            aria-current={chosen === mode ? 'page' : undefined}
          >
            <Icon size={17} aria-hidden /> {t.modes[mode]}
          </Link>
        );
      })}
    </nav>
  );
}
