import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { listLinksTo } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { LinkRow } from './link-row.tsx';
import { screenWords } from './screens.words.ts';

type Props = { dutyId: string; section: (props: { title: string; children: ReactNode }) => ReactNode };

/** Rows of registers that are linked to a duty, on its page, and one more for those who keep registers. */
export function DutyRegisterRows({ dutyId, section }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['registers', 'links', 'duty', dutyId],
    queryFn: () => call(listLinksTo, { query: { target: 'duty', id: dutyId } }),
  });
  const mayLink = holds(useViewer(), 'focal-officer', 'agency-focal', 'agency-head', 'staff');
  const [isLinking, setLinking] = useState(false);
  if (!data || (!data.links.length && !mayLink)) return null;
  // A row that names the duty in two of its fields stands once.
  const rows = [...new Map(data.links.map((link) => [link.register + link.id, link]))];
  return section({
    title: t.inRegisters,
    children: (
      <Stack gap="sm">
        {rows.length ? (
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {rows.map(([key, link]) => (
              <li key={key}>
                <Anchor component={Link} to={link.address}>
                  {link.title}
                </Anchor>{' '}
                <span style={{ color: 'var(--ink-soft)' }}>({link.said[language]})</span>
              </li>
            ))}
          </ul>
        ) : (
          <Text>{t.noRowsYet}</Text>
        )}
        {isLinking ? (
          <LinkRow dutyId={dutyId} close={() => setLinking(false)} />
        ) : mayLink ? (
          <div className="no-print">
            <Button variant="default" onClick={() => setLinking(true)}>
              {t.linkRow}
            </Button>
          </div>
        ) : null}
      </Stack>
    ),
  });
}
