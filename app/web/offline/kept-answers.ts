import { Refusal } from '#app/web/call.ts';

/**
 * Answers of the server that one person at this machine may see again while the server is out of reach: who is signed
 * in, and the reports that this person is writing. They go when somebody signs out.
 */
const shelf = 'nhipcau.kept.';
/** No longer than a session lasts that nobody uses. */
const lasts = 8 * 3_600_000;

type Kept<T> = { at: string; answer: T };
/** `keptAt`: the answer is not the server's of now, but was kept on this machine then. */
export type OrKept<T> = T & { keptAt?: string };

/** Asks the server and keeps its answer where `keeps` says so; out of reach, what was kept under the name. */
export async function orKept<T extends object>(
  name: string,
  ask: () => Promise<T>,
  keeps: (answer: T) => boolean,
): Promise<OrKept<T>> {
  try {
    const answer = await ask();
    if (keeps(answer)) keep(name, answer);
    else forget(name);
    return answer;
  } catch (error) {
    const kept = error instanceof Refusal && error.status === 0 ? find<T>(name) : null;
    if (!kept) throw error;
    return { ...kept.answer, keptAt: kept.at };
  }
}

/** The server took something in: what is kept of it follows, where anything is. */
export function followKept<T extends object>(name: string, part: Partial<T>): void {
  const kept = find<T>(name);
  if (kept) keep(name, { ...kept.answer, ...part });
}

function keep(name: string, answer: object): void {
  try {
    localStorage.setItem(shelf + name, JSON.stringify({ at: new Date().toISOString(), answer }));
  } catch {
    // No room on this machine: without a network the page will not open, nothing else is lost.
  }
}

function find<T>(name: string): Kept<T> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf + name) ?? 'null') as Kept<T> | null;
    return kept && Date.now() - Date.parse(kept.at) < lasts ? kept : null;
  } catch {
    return null;
  }
}

const forget = (name: string) => localStorage.removeItem(shelf + name);

/** What is kept under names that begin so, the newest first. */
export const listKept = <T>(beginning: string): (Kept<T> & { name: string })[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(shelf + beginning))
    .flatMap((key) => {
      const name = key.slice(shelf.length);
      const kept = find<T>(name);
      return kept ? [{ ...kept, name }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));

/** Nobody is signed in any more: nothing opens without the server. Words that were typed and not sent stay. */
export function forgetKept(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(shelf)) localStorage.removeItem(key);
}
