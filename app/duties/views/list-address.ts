const place = 'nhipcau.duties';

/** Keeps how the list was narrowed last in this window, so that a duty's way back leads there. */
export function keepListAddress(search: Record<string, unknown>): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(search));
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}

/** The list as it was left; the whole list when none was seen in this window. */
export function lastListAddress(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '{}');
    return kept && typeof kept === 'object' ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
