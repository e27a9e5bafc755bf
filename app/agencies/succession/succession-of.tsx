import { Anchor, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { Facts } from '../record/facts.tsx';
import { type LinkShown, showSuccessionOf } from './succession-of.contract.ts';
import { successionOfWords } from './succession-of.words.ts';

/** Leads to the mergers, splits and new names of the province, for those who may see them. */
export function ChangesButton() {
  const t = useWords(successionOfWords);
  const viewer = useViewer();
  if (!holds(viewer, 'administrator', 'focal-officer', 'leader', 'inspector')) return null;
  return (
    <Button component={Link} to="/agencies/changes" variant="default">
      {t.changes}
    </Button>
  );
}

/** Who came before this agency and who after it; nothing where nothing changed. */
export function SuccessionOf({ agencyId }: { agencyId: string }) {
  const t = useWords(successionOfWords);
  const { data } = useQuery({
    queryKey: ['agencies', agencyId, 'successions'],
    queryFn: () => call(showSuccessionOf, { params: { id: agencyId } }),
  });
  if (!data || !(data.before.length + data.after.length)) return null;
  const isGone = !data.today.some((one) => one.id === agencyId);
  return (
    <Facts title={t.title}>
      {isGone ? (
        <Text mb={6}>
          {t.today}:{' '}
          {data.today.map((one, index) => (
            <span key={one.id}>
              {index ? '; ' : ''}
              <Anchor component={Link} to={`/agencies/${one.id}`} underline="always">
                {one.name}
              </Anchor>
            </span>
          ))}
        </Text>
      ) : null}
      <ul className="agency-dated-rows">
        {data.before.map((link) => (
          <Line key={link.agencyId + link.on} link={link} said={t.before(showDay(link.on))} />
        ))}
        {data.after.map((link) => (
          <Line key={link.agencyId + link.on} link={link} said={t.after(showDay(link.on))} />
        ))}
      </ul>
    </Facts>
  );
}

function Line({ link, said }: { link: LinkShown; said: string }) {
  const t = useWords(successionOfWords);
  return (
    <li>
      <div>
        <Anchor component={Link} to={`/agencies/${link.agencyId}`} underline="always">
          {link.name}
        </Anchor>
        <Text fz="sm" c="dimmed">
          {[said, ...(link.share ? [t.share(link.share)] : []), t.basis(link.basis)].join(' · ')}
        </Text>
      </div>
    </li>
  );
}
