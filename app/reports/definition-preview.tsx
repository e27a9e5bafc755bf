import { NumberInput, SegmentedControl, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { numberOf } from './filed-slots.tsx';
import { formWords } from './form.words.ts';
import { regimeWords } from './regime.words.ts';
import type { DefinitionContent } from './report.ts';

/** The definition as it is being made, seen from the agency's side and as it prints. */
export function DefinitionPreview({ content }: { content: DefinitionContent }) {
  const g = useWords(regimeWords);
  const f = useWords(formWords);
  const [shows, show] = useState<'form' | 'print'>('form');
  return (
    <aside className="paper report-preview" aria-label={g.preview}>
      <Text component="h2" fw={600} fz="lg" m={0}>
        {g.preview}
      </Text>
      <SegmentedControl
        aria-label={g.preview}
        fullWidth
        my="xs"
        value={shows}
        onChange={(value) => show(value as 'form')}
        data={[
          { value: 'form', label: g.previewForm },
          { value: 'print', label: g.previewPrint },
        ]}
      />
      {shows === 'form' ? (
        <>
          {content.slots.map((slot) => (
            <div key={slot.key} style={{ marginTop: 8 }}>
              <Text fw={600} fz="sm">
                {numberOf(slot)} {slot.heading}
              </Text>
              {slot.writes ? (
                <Textarea
                  readOnly
                  aria-label={`${g.preview}: ${slot.key}`}
                  placeholder={[
                    slot.question,
                    slot.isRequired && f.required,
                    slot.maxWords && f.words(0, slot.maxWords),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ) : null}
            </div>
          ))}
          {content.indicators.map((one) => (
            <NumberInput
              key={one.key}
              mt={6}
              readOnly
              size="xs"
              label={`${one.name} (${one.unit})`}
              placeholder={one.computedBy ? f.computed : ''}
              hideControls
            />
          ))}
        </>
      ) : (
        <div className="document-text" style={{ marginTop: 8 }}>
          <Title order={3} fz="md" ta="center" tt="uppercase">
            Báo cáo
          </Title>
          <Text ta="center" fw={700}>
            {content.letter.title}
          </Text>
          <p>{content.letter.opening}</p>
          {content.slots.map((slot) => (
            <p key={slot.key} style={{ fontWeight: slot.level === 1 ? 700 : 400, margin: '6px 0' }}>
              {numberOf(slot)} {slot.level === 1 ? slot.heading.toLocaleUpperCase('vi') : slot.heading}
            </p>
          ))}
          <p>{content.letter.closing}</p>
        </div>
      )}
    </aside>
  );
}
