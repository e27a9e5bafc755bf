import { Button } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { documentWords } from '../document.words.ts';

/** What can be done with words selected in the text. Pressing keeps the selection. */
export function SelectionBar({
  words,
  onAdd,
  onUse,
}: {
  words: string;
  onAdd: () => void;
  /** null while no duty is being edited. */
  onUse: (() => void) | null;
}) {
  const t = useWords(documentWords);
  return (
    <div className="selection-bar" role="status">
      <span className="selection-words">
        {t.selected}: “{words.replace(/\s+/g, ' ').slice(0, 90)}”
      </span>
      <Button size="compact-sm" onMouseDown={(event) => event.preventDefault()} onClick={onUse ?? onAdd}>
        {onUse ? t.useAsText : t.addDuty}
      </Button>
    </div>
  );
}
