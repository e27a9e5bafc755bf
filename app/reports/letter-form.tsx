import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import type { Letter } from './report.ts';
import { reportWords } from './report.words.ts';

/** Form of the consolidated report, NĐ 30/2020: who issues it, to whom, how it opens and closes, who signs. */
export function LetterForm<L extends Letter>({ letter, change }: { letter: L; change: (letter: L) => void }) {
  const t = useWords(reportWords);
  const set = (part: Partial<Letter>) => change({ ...letter, ...part });
  const sign = (part: Partial<Letter['signature']>) => set({ signature: { ...letter.signature, ...part } });
  const text = (label: string, value: string, onChange: (value: string) => void, required = false) => (
    <TextInput
      label={label}
      value={value}
      required={required}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
  const area = (label: string, value: string, onChange: (value: string) => void) => (
    <Textarea
      label={label}
      value={value}
      autosize
      minRows={2}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {text(t.superior, letter.superior, (superior) => set({ superior }))}
        {text(t.issuer, letter.issuer, (issuer) => set({ issuer }), true)}
        {text(t.notation, letter.notation, (notation) => set({ notation }), true)}
        {text(t.place, letter.place, (place) => set({ place }))}
      </SimpleGrid>
      {area(t.letterTitle, letter.title, (title) => set({ title }))}
      {area(t.addressees, letter.addressees.join('\n'), (all) => set({ addressees: all.split('\n') }))}
      {area(t.bases, letter.bases.join('\n'), (all) => set({ bases: all.split('\n') }))}
      {area(t.opening, letter.opening, (opening) => set({ opening }))}
      {area(t.closing, letter.closing, (closing) => set({ closing }))}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {area(t.authority, letter.signature.authority.join('\n'), (all) =>
          sign({ authority: all.split('\n') }),
        )}
        {area(t.recipients, letter.recipients.join('\n'), (all) => set({ recipients: all.split('\n') }))}
        {text(t.position, letter.signature.position, (position) => sign({ position }))}
        {text(t.signer, letter.signature.name, (name) => sign({ name }))}
      </SimpleGrid>
    </>
  );
}

/** Without the empty lines that writing leaves behind. */
export function tidyLetter<L extends Letter>(letter: L): L {
  const lines = (all: readonly string[]) => all.map((line) => line.trim()).filter(Boolean);
  return {
    ...letter,
    addressees: lines(letter.addressees),
    bases: lines(letter.bases),
    recipients: lines(letter.recipients),
    signature: { ...letter.signature, authority: lines(letter.signature.authority) },
  };
}
