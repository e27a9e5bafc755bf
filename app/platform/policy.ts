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
  viewer.actsFor ??= steadOf(rule, viewer, subject);
}

/** The colleague on whose role alone the rule is passed; undefined when the viewer's own roles do. */
function steadOf<Subject>(rule: Policy<Subject>, viewer: Viewer, subject: Subject): string | undefined {
  const own = viewer.memberships.filter((held) => !held.onBehalfOf);
  if (own.length === viewer.memberships.length) return undefined;
  const passes = (memberships: Viewer['memberships']) => rule.allows({ ...viewer, memberships }, subject);
  if (passes(own)) return undefined;
  return viewer.memberships.find((held) => held.onBehalfOf && passes([...own, held]))?.onBehalfOf?.personId;
}
