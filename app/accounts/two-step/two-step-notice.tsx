import { Anchor, Text } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { useViewer } from '#app/web/viewer.ts';
import { twoStepWords } from './two-step.words.ts';

/** Above every page of a person whose role asks for two steps, until they are on. */
export function TwoStepNotice() {
  const t = useWords(twoStepWords);
  const { twoStep } = useViewer();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (!twoStep.isWanted || path === '/account' || path === '/password') return null;
  return (
    <Text className="gentle-note" role="note" mb="md" fz="sm">
      {t.notice}{' '}
      <Anchor component={Link} to="/account" underline="always" fz="sm" fw={600}>
        {t.noticeDo}
      </Anchor>
    </Text>
  );
}
