import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { listLinksTo } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { screenWords } from './screens.words.ts';

type Props = { dutyId: string; section: (props: { title: string; children: ReactNode }) => ReactNode };

/** Rows of registers that are linked to a duty, on its page; nothing where there are none. */
export function DutyRegisterRows({ dutyId, section }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['registers', 'links', 'duty', dutyId],
    queryFn: () => call(listLinksTo, { query: { target: 'duty', id: dutyId } }),
  });
  if (!data?.links.length) return null;
  return section({
    title: t.inRegisters,
    children: (
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {data.links.map((link) => (
          <li key={link.register + link.id}>
            <Anchor component={Link} to={link.address}>
              {link.title}
            </Anchor>{' '}
            <span style={{ color: 'var(--ink-soft)' }}>({link.said[language]})</span>
          </li>
        ))}
      </ul>
    ),
  });
}
