import { Text, UnstyledButton } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useWords } from './language.tsx';
import { shellWords } from './shell.words.ts';
import { useViewer } from './viewer.ts';

/** Who is signed in; pressed, it opens the menu of the account. */
export function AccountButton(given: ComponentPropsWithRef<'button'>) {
  const t = useWords(shellWords);
  const viewer = useViewer();
  return (
    <UnstyledButton
      aria-haspopup="menu"
      aria-expanded={false}
      {...given}
      aria-label={`${t.account}: ${viewer.name}`}
      className="account-button"
    >
      <Text fz="sm" visibleFrom="md" truncate maw={180}>
        {viewer.name}
      </Text>
      <IconUserCircle size={26} stroke={1.6} />
    </UnstyledButton>
  );
}
