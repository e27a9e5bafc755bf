import { Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import './tree.css';
import { hierarchyNames } from '#app/agencies/agency-terms.ts';
import type { Hierarchy } from '#app/agencies/hierarchy.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty } from '#app/web/page-states.tsx';
import { countAgencies, type TreeNode, treeOf } from './agency-tree.ts';
import type { Register } from './register.contract.ts';
import { registerWords } from './register.words.ts';
import { firstOpen, moveOn, visibleLines } from './tree-lines.ts';

/** One hierarchy as a tree, walked by the arrow keys. */
export function RegisterTree({ register, hierarchy }: { register: Register; hierarchy: Hierarchy }) {
  const t = useWords(registerWords);
  const { language } = useLanguage();
  const roots = useMemo(() => treeOf(register.agencies, hierarchy), [register, hierarchy]);
  const name = hierarchyNames[language][hierarchy];
  if (!roots.length)
    return (
      <Empty title={t.nothingHere(name)}>
        <Text c="dimmed">{t.nothingHereHelp}</Text>
      </Empty>
    );
  return (
    <div className="paper agency-tree-paper">
      <Text fz="sm" c="dimmed" mb={6} id="tree-help">
        {t.treeHelp}
      </Text>
      <Tree key={`${hierarchy} ${register.day}`} roots={roots} label={t.treeLabel(name)} />
    </div>
  );
}

function Tree({ roots, label }: { roots: TreeNode[]; label: string }) {
  const navigate = useNavigate();
  const { asOf } = useSearch({ strict: false }) as { asOf?: string };
  const [open, setOpen] = useState(() => firstOpen(roots));
  const [at, setAt] = useState(roots[0]!.id);
  const items = useRef(new Map<string, HTMLElement>());
  const lines = useMemo(() => visibleLines(roots, open), [roots, open]);
  const current = lines.some(({ node }) => node.id === at) ? at : lines[0]!.node.id;
  const toggle = (id: string) => setOpen((before) => before.symmetricDifference(new Set([id])));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const line = lines.find(({ node }) => node.id === current)!;
    if (event.key === 'Enter' && line.node.agency)
      void navigate({ to: `/agencies/${line.node.id}`, search: { asOf } as never });
    else if (event.key === 'Enter' || event.key === ' ') toggle(line.node.id);
    else {
      const move = moveOn(event.key, lines, current, open);
      if (!move) return;
      if (move.toggle) toggle(move.toggle);
      if (move.to) {
        setAt(move.to);
        items.current.get(move.to)?.focus();
      }
    }
    event.preventDefault();
  };
  return (
    <div role="tree" aria-label={label} aria-describedby="tree-help" onKeyDown={onKeyDown}>
      {lines.map(({ node, level, place, siblings }) => (
        <div
          key={node.id}
          ref={(element) => {
            if (element) items.current.set(node.id, element);
            else items.current.delete(node.id);
          }}
          role="treeitem"
          className="agency-tree-line"
          style={{ paddingInlineStart: 8 + (level - 1) * 22 }}
          tabIndex={node.id === current ? 0 : -1}
          aria-level={level}
          aria-posinset={place}
          aria-setsize={siblings}
          aria-selected={node.id === current}
          {...(node.children.length ? { 'aria-expanded': open.has(node.id) } : {})}
          onFocus={() => setAt(node.id)}
        >
          <Line node={node} isOpen={open.has(node.id)} toggle={() => toggle(node.id)} asOf={asOf} />
        </div>
      ))}
    </div>
  );
}

type LineGiven = { node: TreeNode; isOpen: boolean; toggle: () => void; asOf: string | undefined };

function Line({ node, isOpen, toggle, asOf }: LineGiven) {
  const t = useWords(registerWords);
  const inside = countAgencies(node.children);
  return (
    <>
      {inside ? (
        <span className="agency-tree-toggle" aria-hidden="true" onClick={toggle}>
          {isOpen ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
        </span>
      ) : (
        <span className="agency-tree-toggle" aria-hidden="true" />
      )}
      {node.agency ? (
        <Link to={`/agencies/${node.id}`} search={{ asOf } as never} tabIndex={-1}>
          {node.name}
        </Link>
      ) : (
        <span className="agency-tree-kind">
          {t.group(node.name, inside)} <small>{t.withoutParent}</small>
        </span>
      )}
      {node.agency && inside ? <small>{inside}</small> : null}
    </>
  );
}
