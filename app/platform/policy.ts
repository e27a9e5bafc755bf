import { Problem } from './problem.ts';
import type { Viewer } from './viewer.ts';

/** A permission that reads as a sentence: `sentence` is what a refused user is told, `allows` decides. */
export type Policy<Subject = void> = {
  sentence: string;
  allows: (viewer: Viewer, subject: Subject) => boolean;
};

export const policy = <Subject = void>(
  sentence: string,
  allows: Policy<Subject>['allows'],
): Policy<Subject> => ({ sentence, allows });

/** @throws Problem 403 that quotes the sentence */
export function requirePolicy<Subject>(rule: Policy<Subject>, viewer: Viewer, subject: Subject): void {
  if (!rule.allows(viewer, subject))
    throw new Problem(403, 'forbidden', `Bạn chưa được phép làm việc này: ${rule.sentence}.`);
}
