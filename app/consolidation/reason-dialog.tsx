import { Textarea } from '@mantine/core';
import { FormDialog, type FormDialogProps, textOf } from '#app/web/form-dialog.tsx';

type Given = Pick<FormDialogProps, 'title' | 'act' | 'opened' | 'close'> & {
  label: string;
  help: string;
  isSending?: boolean;
  because: (reason: string) => void;
};

/** Asks why before something is done; the reason is kept with it. */
export function ReasonDialog({ label, help, because, isSending = false, ...dialog }: Given) {
  return (
    <FormDialog {...dialog} isSending={isSending} send={(form) => because(textOf(form, 'reason'))}>
      <Textarea
        name="reason"
        label={label}
        description={help}
        required
        minLength={3}
        maxLength={1000}
        autosize
        minRows={2}
        data-autofocus
      />
    </FormDialog>
  );
}
