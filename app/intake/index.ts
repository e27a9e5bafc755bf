export { IntakeRefusal, type IntakeRefusalCode } from './intake-refusal.ts';
export type { IntakeForm, IntakePage, IntakeProgress, IntakeText, IntakeWord } from './intake-text.ts';
export { limits } from './limits.ts';
export { type PagePicture, picturePages } from './picture-pages.ts';
export { type ReadFileOptions, readFile } from './read-file.ts';
export { findSecrecyMark, type SecrecyLevel, type SecrecyMark } from './secrecy-gate.ts';
export { sniff } from './sniff.ts';
export { tidyText } from './text.ts';
