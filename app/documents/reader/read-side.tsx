import { Tabs } from '@mantine/core';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import { useWords } from '#app/web/language.tsx';
import { documentWords } from '../document.words.ts';
import { DutyList } from './duty-list.tsx';
import { HeaderPanel } from './header-panel.tsx';
import { CitationsPanel, OutlinePanel } from './outline-panel.tsx';
import type { ReaderProps } from './reader-header.tsx';
import { ReviewKeys } from './review-keys.tsx';
import type { useDutyActions } from './use-duty-actions.ts';
import { type ReaderTab, readerTabs, useReaderView } from './use-reader-view.ts';
import type { ShownDocument } from './use-review.ts';

/** What was read, in four tabs. */
export function ReadSide({
  document: d,
  mayReview,
  review,
  duties,
  mark,
  onShow,
}: ReaderProps & {
  duties: ReturnType<typeof useDutyActions>;
  mark: string | null;
  onShow: (mark: string) => void;
}) {
  const t = useWords(documentWords);
  const [{ tab = 'duties', order = 'text' }, changeView] = useReaderView();
  return (
    <section className="reader-right" aria-label={t.readRegion}>
      <Tabs
        value={tab}
        onChange={(value) => changeView({ tab: value === 'duties' ? undefined : (value as ReaderTab) })}
        keepMounted={false}
      >
        <Tabs.List>
          {readerTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t.tabs[name]}
              {countOf(d, name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className="reader-scroll reader-cards">
          <Tabs.Panel value="duties">
            {mayReview ? <ReviewKeys actions={duties.keys} /> : null}
            <DutyList
              duties={duties.arranged}
              all={d.duties}
              order={order}
              onOrder={(value) => changeView({ order: value === 'text' ? undefined : value })}
              current={duties.current}
              editing={duties.editing}
              splitting={duties.splitting}
              mayReview={mayReview}
              actions={duties.actions}
            />
          </Tabs.Panel>
          <Tabs.Panel value="info">
            <HeaderPanel document={d} mayReview={mayReview} onPatch={review.patchHeader} onShow={onShow} />
          </Tabs.Panel>
          <Tabs.Panel value="outline">
            <OutlinePanel document={d} onShow={onShow} />
          </Tabs.Panel>
          <Tabs.Panel value="citations">
            <CitationsPanel document={d} current={mark} onShow={onShow} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <LedgerOf subjectKind="document" subjectId={d.id} />
          </Tabs.Panel>
        </div>
      </Tabs>
    </section>
  );
}

const countOf = (d: ShownDocument, tab: ReaderTab): string => {
  if (tab === 'duties') return ` (${d.duties.filter((duty) => !duty.removed).length})`;
  return tab === 'citations' ? ` (${d.citations.length})` : '';
};
