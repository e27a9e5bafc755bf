import { Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { checkWords } from './check.words.ts';
import type { Finding } from './check-report.ts';

/** What a check found at one place of the form, in words. */
export function FindingLines({ findings }: { findings: readonly Finding[] }) {
  const t = useWords(checkWords);
  return findings.map((one) => (
    <Text
      key={`${one.rule}${JSON.stringify(one.facts)}`}
      fz="sm"
      mt={4}
      className={one.level === 'error' ? 'report-mistake' : ''}
    >
      {t[one.rule](one.facts)}
    </Text>
  ));
}
