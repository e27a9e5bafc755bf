import type { Viewer } from './viewer.ts';

/**
 * Who asked never decides: the viewer as they may decide about what `askers` asked for, prepared or reported.
 * An asker holds nothing there; a substitute holds nothing in the name of an asker.
 */
export function otherEyes(viewer: Viewer, askers: readonly (string | null | undefined)[]): Viewer {
  const asked = askers.includes(viewer.personId);
  return {
    ...viewer,
    memberships: asked
      ? []
      : viewer.memberships.filter(({ onBehalfOf }) => !onBehalfOf || !askers.includes(onBehalfOf.personId)),
  };
}
