import type { z } from 'zod';
import type { figuresShape, issueLetter, sentenceShape, sourceShape } from './consolidation.contract.ts';

export type Source = z.output<typeof sourceShape>;
export type AgencySource = Extract<Source, { kind: 'agency-report' }>;
export type Sentence = z.output<typeof sentenceShape>;
export type IssueLetter = z.output<typeof issueLetter>;
export type Figures = z.output<typeof figuresShape>;

/** A sentence before it is kept. */
export type DraftSentence = { slot: string; text: string; sources: Source[] } & Partial<
  Pick<Sentence, 'marks' | 'form'>
>;

/** May it be printed as it stands: it has a source, or its editor answers for it. */
export const isSupported = (sentence: Pick<Sentence, 'sources' | 'isEditorial'>): boolean =>
  sentence.isEditorial || sentence.sources.length > 0;

/** The same words of the same paragraph, whichever version of the report they were filed in. */
export const keyOfSource = (source: AgencySource): string =>
  `${source.agencyReportId}:${source.paragraphId}:${source.text}`;

export const agencySources = (sources: readonly Source[]): AgencySource[] =>
  sources.filter((source) => source.kind === 'agency-report');
