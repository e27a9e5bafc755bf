import { ActionIcon, Button, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useWords } from '#app/web/language.tsx';
import { fileWords } from '../file.words.ts';

const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** How large something is shown: `zoom` 1 is its own size, null fits it to the frame. */
export function ZoomBar({ zoom, onZoom }: { zoom: number | null; onZoom: (zoom: number | null) => void }) {
  const t = useWords(fileWords);
  const now = zoom ?? 1;
  const larger = steps.find((step) => step > now);
  const smaller = steps.findLast((step) => step < now);
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t.smaller}
        disabled={smaller === undefined}
        onClick={() => onZoom(smaller ?? now)}
      >
        <IconZoomOut size={18} aria-hidden />
      </ActionIcon>
      <Text fz="sm" aria-live="polite" miw={64} ta="center">
        {zoom === null ? t.fit : t.percent(Math.round(zoom * 100))}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t.larger}
        disabled={larger === undefined}
        onClick={() => onZoom(larger ?? now)}
      >
        <IconZoomIn size={18} aria-hidden />
      </ActionIcon>
      {zoom === null ? null : (
        <Button variant="default" size="xs" onClick={() => onZoom(null)}>
          {t.fit}
        </Button>
      )}
    </>
  );
}
