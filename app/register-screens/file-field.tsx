import { Anchor, Button, FileInput, Group, Input } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addressOf } from '#app/platform/contract.ts';
import { uploadRegisterFile } from '#app/registers/register.contract.ts';
import { sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { screenWords } from './screens.words.ts';
import { type FieldProps, useAround } from './use-around.ts';

/** A file: sent in when it is chosen, kept by the row when that is saved. */
export function FileField(props: FieldProps) {
  const t = useWords(screenWords);
  const { register, value, onChange, names } = props;
  const around = useAround(props);
  const sending = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return sendForm<{ id: string; name: string }>(
        addressOf(uploadRegisterFile, { params: { register } }),
        form,
      );
    },
    onSuccess: ({ id }) => onChange(id),
  });
  if (!value)
    return (
      <FileInput
        {...around}
        placeholder={t.chooseFile}
        disabled={sending.isPending}
        onChange={(file) => file && sending.mutate(file)}
      />
    );
  const name = sending.data?.id === value ? sending.data?.name : names[value];
  return (
    <Input.Wrapper label={around.label} labelElement="div" error={around.error}>
      <Group gap="xs">
        <Anchor component={Link} to={`/files/${value}`}>
          {name ?? t.file}
        </Anchor>
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(null)}>
          {t.removeFile}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}
