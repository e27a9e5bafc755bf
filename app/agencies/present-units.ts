/** "From `on` on, `toId` stands where `fromId` stood"; a transfer leaves `fromId` standing. */
type Link = { fromId: string; toId: string; kind: string; on: string };

/** The agencies that stand today for one that may have ended: itself, or those after it, however many changes ago. */
export function presentUnits(links: readonly Link[], agencyId: string): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const follow = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const after = links.filter((link) => link.fromId === id && link.kind !== 'transfer');
    // One that was split and goes on beside its offspring stands for itself, as its own successor.
    if (!after.length) found.add(id);
    for (const link of after) follow(link.toId);
  };
  follow(agencyId);
  return [...found];
}
