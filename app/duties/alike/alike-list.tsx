import { Anchor, Radio, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import '../amendment/amendment.css';
import { listAlike } from './alike.contract.ts';
import { alikeWords } from './alike.words.ts';

/** Id within the reading → the duty that it is. */
export type SameAs = Record<string, string>;
type Props = {
  id: string;
  same: SameAs;
  choose: (same: SameAs) => void;
  /** A document whose duties are not compared. */
  apart?: string | undefined;
  /** Only these duties are given. */
  among?: readonly string[] | undefined;
};

/** Duties about to be given beside those very like them that an agency has: the same, or not. */
export function AlikeList({ id, same, choose, apart, among }: Props) {
  const t = useWords(alikeWords);
  const { data } = useQuery({
    queryKey: ['duties', 'publication', id, 'alike', apart],
    queryFn: () => call(listAlike, { params: { id }, query: apart ? { apart } : {} }),
  });
  const alike = data?.alike.filter((one) => !among || among.includes(one.id)) ?? [];
  if (!alike.length) return null;
  return (
    <section>
      <Title order={2} fz="lg">
        {t.title(alike.length)}
      </Title>
      <Text className="duty-soft" mb="xs">
        {t.help}
      </Text>
      <ul className="amendment-pairs">
        {alike.map(({ id: dutyId, path, text, match }) => {
          const { [dutyId]: chosen, ...others } = same;
          return (
            <li key={dutyId} className="paper amendment-pair">
              <div className="amendment-side">
                <Text fz="sm" fw={600}>
                  {t.here}
                </Text>
                <Text className="document-text">{[path, text].filter(Boolean).join('. ')}</Text>
              </div>
              <div className="amendment-side">
                <Text fz="sm" fw={600}>
                  {t.there}
                </Text>
                <Anchor component={Link} to={`/duties/${match.id}`} className="document-text">
                  {[match.path, match.text].filter(Boolean).join('. ')}
                </Anchor>
                <Text className="duty-soft">
                  {[
                    match.symbol,
                    match.agencies.slice(0, 4).join('; '),
                    t.due(match.dueOn ? showDay(match.dueOn) : t.noDay),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              <Radio.Group
                aria-label={t.choice(path || dutyId)}
                value={chosen ? 'same' : 'other'}
                onChange={(value) => choose(value === 'same' ? { ...others, [dutyId]: match.id } : others)}
              >
                <Stack gap={6}>
                  <Radio value="other" label={t.other} />
                  <Radio value="same" label={t.same} />
                </Stack>
              </Radio.Group>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
