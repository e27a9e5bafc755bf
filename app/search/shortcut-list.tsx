import { Modal, Stack, Switch, Table } from '@mantine/core';
import { bulkWords } from '#app/duties/bulk/bulk.words.ts';
import { useWords } from '#app/web/language.tsx';
import { navigation } from '#app/web/navigation.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { searchWords } from './search.words.ts';
import { type KeyCommand, shortcuts } from './shortcut-keys.ts';
import { useSingleKeys } from './shortcuts.tsx';

const entries = navigation.flatMap((group) => group.entries);

/** What the keys do, and a switch for the single ones. */
export function ShortcutList({ close }: { close: () => void }) {
  const t = useWords(searchWords);
  const list = useWords(bulkWords);
  const pages = useWords(shellWords);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const nameOf = (to: string) => pages[entries.find((entry) => entry.to === to)!.label] as string;
  const said = (command: KeyCommand) =>
    command.does === 'go' ? t.goTo(`“${nameOf(command.to)}”`) : t.keyCommands[command.does];
  const everywhere = shortcuts.map(({ keys, joined, command }) => ({
    keys,
    joined: joined === '+' ? '+' : ` ${t.andThen} `,
    does: said(command),
  }));
  const rows = [
    ...everywhere,
    { keys: ['↓', '↑'], joined: ' ', does: list.keys.move },
    { keys: ['Space'], joined: '', does: list.keys.toggle },
    { keys: ['Shift', '↓ ↑'], joined: '+', does: list.keys.extend },
    { keys: ['Enter'], joined: '', does: list.keys.open },
    { keys: ['Ctrl', 'A'], joined: '+', does: list.keys.all },
    { keys: ['Esc'], joined: '', does: list.keys.clear },
  ];
  return (
    <Modal opened onClose={close} title={t.shortcuts}>
      <Stack>
        <Table aria-label={t.shortcuts}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w={140}>
                {t.shortcut}
              </Table.Th>
              <Table.Th scope="col">{t.does}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ keys, joined, does }) => (
              <Table.Tr key={does}>
                <Table.Td>
                  {keys.map((key, at) => (
                    <span key={key}>
                      {at ? joined : ''}
                      <kbd className="search-key">{key}</kbd>
                    </span>
                  ))}
                </Table.Td>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          checked={singleKeys}
          onChange={({ currentTarget }) => setSingleKeys(currentTarget.checked)}
          label={t.singleKeys}
          description={t.singleKeysHelp}
        />
      </Stack>
    </Modal>
  );
}
