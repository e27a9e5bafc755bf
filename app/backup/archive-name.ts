/** Names of archives tell their moment in office time: 'nhipcau-2026-11-22-020005.tar.zst.age'. */
export function nameOfArchive(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return `nhipcau-${local.slice(0, 10)}-${local.slice(11, 19).replaceAll(':', '')}.tar.zst.age`;
}

/** The moment an archive was made, or null for a file that is none of ours. */
export function momentOfArchive(name: string): Date | null {
  const found = /^nhipcau-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)\.tar\.zst\.age$/.exec(name);
  if (!found) return null;
  const at = new Date(`${found[1]}T${found[2]}:${found[3]}:${found[4]}+07:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}
