import { Button, Group, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { readTwoStepOf, resetTwoStep } from './two-step.contract.ts';
import { twoStepWords } from './two-step.words.ts';

/** For the page of a person, seen by an administrator: their two steps, where they are on, and the reset. */
export function ResetTwoStep({ personId }: { personId: string }) {
  const t = useWords(twoStepWords).reset;
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const queryKey = ['people', personId, 'two-step'];
  const params = { personId };
  const { data } = useQuery({ queryKey, queryFn: () => call(readTwoStepOf, { params }) });
  const resetting = useMutation({
    mutationFn: (reason: string) => call(resetTwoStep, { params, body: { reason } }),
    onSuccess: async () => {
      close();
      notifications.show({ message: t.done });
      await client.invalidateQueries({ queryKey });
    },
    meta: { shownOnPage: true },
  });
  if (!data?.isOn) return null;
  return (
    <Group justify="space-between" mt="md">
      <Text fz="sm" flex="1 1 260px">
        {data.mayReset ? t.isOn : t.own}
      </Text>
      {data.mayReset ? (
        <Button variant="default" onClick={open}>
          {t.ask}
        </Button>
      ) : null}
      <FormDialog
        opened={opened}
        close={close}
        title={t.title}
        act={t.do}
        isFinal
        isSending={resetting.isPending}
        send={(form) => resetting.mutate(textOf(form, 'reason'))}
        error={resetting.error?.message}
      >
        <Textarea
          name="reason"
          label={t.reason}
          required
          minLength={5}
          maxLength={500}
          autosize
          minRows={2}
        />
      </FormDialog>
    </Group>
  );
}
