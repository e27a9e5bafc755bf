import { type FileStore, measureContent } from '#app/platform/file-store.ts';

export type NamedFile = { id: string; sha256: string; name: string };
export type Finding = NamedFile & { wrong: 'missing' | 'changed' };

/**
 * Looks for every file that the database names: those whose bytes are gone from the store and, with `deep`, those
 * whose bytes are no longer what they were when they came in.
 */
export async function checkStore(
  files: FileStore,
  named: NamedFile[],
  { deep }: { deep: boolean },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const judged = new Map<string, Finding['wrong'] | null>();
  for (const file of named) {
    if (!judged.has(file.sha256)) judged.set(file.sha256, await judge(files, file.sha256, deep));
    const wrong = judged.get(file.sha256);
    if (wrong) findings.push({ ...file, wrong });
  }
  return findings;
}

async function judge(files: FileStore, sha256: string, deep: boolean): Promise<Finding['wrong'] | null> {
  if (!(await files.has(sha256))) return 'missing';
  if (!deep) return null;
  return (await measureContent(files.read(sha256))).sha256 === sha256 ? null : 'changed';
}
