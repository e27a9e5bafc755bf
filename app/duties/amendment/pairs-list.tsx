import { Select, Text } from '@mantine/core';
import type { Answer } from '#app/platform/contract.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { previewAmendment } from './amendment.contract.ts';
import type { Pair, Relation } from './amendment.ts';
import { amendmentWords } from './amendment.words.ts';

type Preview = Answer<typeof previewAmendment>;
type Props = { data: Preview; pairs: Pair[]; relation: Relation; change: (pairs: Pair[]) => void };

/** Old beside new, with what happens to each; another partner or fate is a choice away. */
export function PairsList({ data, pairs, relation, change }: Props) {
  const t = useWords(amendmentWords);
  return (
    <ul className="amendment-pairs" aria-label={t.list}>
      {pairs.map((pair, index) => (
        <PairRow
          key={`${pair.oldId} ${pair.newId}`}
          {...{ data, pair, index, relation }}
          repair={(newId) => change(withPartner(pairs, pair, newId, relation))}
          decide={(as) => change(pairs.map((one) => (one === pair ? { ...pair, as } : one)))}
        />
      ))}
    </ul>
  );
}

/** The pairs after an old duty got another partner: whoever loses theirs is alone. */
function withPartner(pairs: Pair[], pair: Pair, newId: string | null, relation: Relation): Pair[] {
  const alone = relation === 'replaces' ? ('withdrawn' as const) : ('kept' as const);
  const freed =
    pair.newId && pair.newId !== newId ? [{ oldId: null, newId: pair.newId, as: 'new' as const }] : [];
  const others = pairs.flatMap((one): Pair[] => {
    if (one === pair) return [{ oldId: pair.oldId, newId, as: newId ? 'changed' : alone }];
    if (!newId || one.newId !== newId) return [one];
    return one.oldId ? [{ oldId: one.oldId, newId: null, as: alone }] : [];
  });
  return [...others, ...freed];
}

type RowProps = {
  data: Preview;
  pair: Pair;
  index: number;
  relation: Relation;
  repair: (newId: string | null) => void;
  decide: (as: Pair['as']) => void;
};

function PairRow({ data, pair, index, repair, decide }: RowProps) {
  const t = useWords(amendmentWords);
  const old = data.old.find(({ id }) => id === pair.oldId);
  const fresh = data.fresh.find(({ id }) => id === pair.newId);
  const fates = !old
    ? (['new'] as const)
    : fresh
      ? (['kept', 'changed'] as const)
      : (['kept', 'withdrawn'] as const);
  return (
    <li className="paper amendment-pair">
      <div className="amendment-side">
        <Text fz="sm" fw={600}>
          {t.old}
        </Text>
        <Said said={old} />
      </div>
      <div className="amendment-side">
        <Text fz="sm" fw={600}>
          {t.fresh}
        </Text>
        <Said said={fresh} stays={old !== undefined && pair.as === 'kept'} />
        {old ? (
          <Select
            mt={6}
            aria-label={t.partnerOf(old.path || String(index + 1))}
            placeholder={t.none}
            data={data.fresh.map((one) => ({
              value: one.id,
              label: [one.path, one.text].filter(Boolean).join('. ').slice(0, 90),
            }))}
            value={pair.newId}
            onChange={repair}
            clearable
            searchable
          />
        ) : null}
      </div>
      <Select
        className="amendment-fate"
        aria-label={t.fateOf(index + 1)}
        data={fates.map((value) => ({ value, label: t.fates[value] }))}
        value={pair.as}
        allowDeselect={false}
        onChange={(as) => as && decide(as)}
      />
    </li>
  );
}

function Said({ said, stays }: { said: Preview['fresh'][number] | undefined; stays?: boolean }) {
  const t = useWords(amendmentWords);
  if (!said) return <Text className="duty-soft">{stays ? t.stays : t.none}</Text>;
  return (
    <>
      <Text className="document-text">{[said.path, said.text].filter(Boolean).join('. ')}</Text>
      <Text className="duty-soft">
        {[said.agencies.join('; '), t.due(said.dueOn ? showDay(said.dueOn) : t.noDay)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}
