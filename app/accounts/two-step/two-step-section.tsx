import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { useViewer } from '#app/web/viewer.ts';
import { EndTwoStep, RenewCodes } from './code-dialogs.tsx';
import { EnrolTwoStep } from './enrol-two-step.tsx';
import { RecoveryCodes } from './recovery-codes-dialog.tsx';
import { beginTwoStep } from './two-step.contract.ts';
import { twoStepWords } from './two-step.words.ts';

type State = { isOn: boolean; since: string | null; codesLeft: number };

/** Two-step sign-in of one's own: switching it on, the printed codes, switching it off. */
export function TwoStepSection({ state, refresh }: { state: State; refresh: () => Promise<unknown> }) {
  const t = useWords(twoStepWords);
  const { twoStep } = useViewer();
  const [codes, setCodes] = useState<string[] | null>(null);
  const beginning = useMutation({ mutationFn: () => call(beginTwoStep, {}) });
  const show = async (given: string[]) => {
    beginning.reset();
    setCodes(given);
    await refresh();
  };
  return (
    <section className="paper account-part">
      <Group justify="space-between" align="start">
        <Title order={2} fz={18}>
          {t.title}
        </Title>
        <Badge
          variant="outline"
          color={state.isOn ? 'river' : 'gray'}
          tt="none"
          c="var(--mantine-color-text)"
        >
          {state.isOn && state.since ? t.on(showInstant(state.since)) : t.off}
        </Badge>
      </Group>
      {twoStep.isWanted ? (
        <Text className="gentle-note">{twoStep.isForced ? t.forced : t.wanted}</Text>
      ) : null}
      {state.isOn ? (
        <Stack gap="xs">
          <Text>{t.codesLeft(state.codesLeft)}</Text>
          <Group>
            <RenewCodes show={show} />
            <EndTwoStep refresh={refresh} />
          </Group>
        </Stack>
      ) : beginning.data ? (
        <EnrolTwoStep begun={beginning.data} show={show} cancel={() => beginning.reset()} />
      ) : (
        <Stack gap="xs" align="start">
          <Text>{t.why}</Text>
          <Button onClick={() => beginning.mutate()} loading={beginning.isPending}>
            {t.turnOn}
          </Button>
        </Stack>
      )}
      <RecoveryCodes codes={codes} close={() => setCodes(null)} />
    </section>
  );
}
