import { Text } from '@mantine/core';
import { useLanguage, useWords } from '#app/web/language.tsx';
import type { FieldGroup } from './personal-data.contract.ts';
import { personalDataWords } from './personal-data.words.ts';

/** What is kept, why, on which basis, for how long; with `count` also how much of it is the reader's. */
export function FieldGroups({ groups }: { groups: (FieldGroup & { count?: number })[] }) {
  const t = useWords(personalDataWords);
  const { language } = useLanguage();
  const articles = groups.map((group) => (
    <article key={group.key} className="data-group" aria-label={group.name[language]}>
      <Text component="h3" fw={600} m={0}>
        {group.name[language]}{' '}
        <Text span fz="sm" c="dimmed">
          ({t.sensitivity[group.sensitivity]})
        </Text>
      </Text>
      <Text fz="sm">{group.fields[language]}</Text>
      <dl className="data-facts">
        <dt>{t.purpose}</dt>
        <dd>{group.purpose[language]}</dd>
        <dt>{t.basis}</dt>
        <dd>{group.basis}</dd>
        <dt>{t.kept}</dt>
        <dd>
          <Kept group={group} /> ({t.marks[group.mark]})
        </dd>
        {group.count === undefined ? null : (
          <>
            <dt>{t.count}</dt>
            <dd>{t.rows(group.count)}</dd>
          </>
        )}
      </dl>
    </article>
  ));
  return <div className="data-groups">{articles}</div>;
}

function Kept({ group: { retention } }: { group: FieldGroup }) {
  const t = useWords(personalDataWords);
  const { language } = useLanguage();
  const after = retention.after[language];
  if (retention.forever) return t.forever(after);
  return retention.years ? t.years(retention.years, after) : t.days(retention.days ?? 0, after);
}
