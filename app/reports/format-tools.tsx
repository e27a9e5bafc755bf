import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import './reports.css';
import { useWords } from '#app/web/language.tsx';
import { formWords } from './form.words.ts';
import { MarkedText } from './marked-text.tsx';
import { type Mark, toggleMark } from './marks.ts';
import type { Paragraph } from './report.ts';

type Formatted = Pick<Paragraph, 'text' | 'marks' | 'form'>;

/** What NĐ 30 prints besides plain words: bold and italic over what is selected (else over all), a point of a list. */
export function FormatTools({
  of,
  area,
  put,
  nameOf,
}: {
  of: Formatted;
  /** Where the words are written. */
  area: RefObject<HTMLTextAreaElement | null>;
  put: (part: Partial<Pick<Formatted, 'marks' | 'form'>>) => void;
  /** The full name of a button, of whatever it formats. */
  nameOf: (what: string) => string;
}) {
  const f = useWords(formWords);
  const { text, marks, form } = of;
  const mark = (kind: Mark['kind']) => {
    const field = area.current!;
    const [begin, end] =
      field.selectionStart < field.selectionEnd
        ? [field.selectionStart, field.selectionEnd]
        : [0, text.length];
    if (begin < end) put({ marks: toggleMark(marks, kind, begin, end) });
    field.focus();
  };
  const tool = (what: string, isOn: boolean, onClick: () => void, face: React.ReactNode) => (
    <Button
      size="compact-sm"
      variant={isOn ? 'light' : 'subtle'}
      aria-label={nameOf(what)}
      aria-pressed={isOn}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {face}
    </Button>
  );
  const has = (kind: Mark['kind']) => marks.some((one) => one.kind === kind);
  return (
    <>
      {tool(f.bold, has('bold'), () => mark('bold'), <b>B</b>)}
      {tool(
        f.italic,
        has('italic'),
        () => mark('italic'),
        <i style={{ fontFamily: 'serif', paddingInline: 3 }}>I</i>,
      )}
      {tool(f.point, form === 'point', () => put({ form: form === 'point' ? 'text' : 'point' }), 'a)')}
    </>
  );
}

/** The words as they print, under the field in which they are written; nothing while they are plain. */
export function AsPrinted({ of: { text, marks }, label }: { of: Formatted; label: string | null }) {
  const f = useWords(formWords);
  if (!marks.length && !label) return null;
  return (
    <p className="document-text report-printed">
      <span className="report-hidden">{f.printed}: </span>
      {label ? `${label} ` : ''}
      <MarkedText text={text} marks={marks} />
    </p>
  );
}
