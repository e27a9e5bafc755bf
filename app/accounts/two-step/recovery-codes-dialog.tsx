import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { twoStepWords } from './two-step.words.ts';
import '../account.css';

/** The ten codes, once. It closes only by the button that says they are kept. */
export function RecoveryCodes({ codes, close }: { codes: string[] | null; close: () => void }) {
  const t = useWords(twoStepWords);
  return (
    <Modal
      opened={codes !== null}
      onClose={close}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={t.codesTitle}
      size="lg"
    >
      <Stack className="printed-alone">
        <Text>{t.codesHelp}</Text>
        <ol className="recovery-codes">
          {codes?.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <Group className="not-printed">
          <CopyButton value={codes?.join('\n') ?? ''}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={() => window.print()}>
            {t.print}
          </Button>
          <Button onClick={close}>{t.kept}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
