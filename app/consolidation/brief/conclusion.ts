type Slot = { key: string; heading: string; writes: boolean };

/** Headings under which a report concludes and asks, as the outlines of work reports name them (handbook §2.4). */
const concludes = /kết luận|đánh giá|nhận xét|kiến nghị|đề xuất/i;

/**
 * The headings whose words a leader reads before signing: those that conclude, and what stands under them; the last
 * that is written under when none is called so.
 */
export function concludingSlots<S extends Slot>(slots: readonly S[]): S[] {
  const isCalledSo = new Set(slots.filter(({ heading }) => concludes.test(heading)).map(({ key }) => key));
  const parentOf = (key: string) => key.split('.').slice(0, -1).join('.');
  const found = slots.filter(
    ({ key, writes }) => writes && (isCalledSo.has(key) || isCalledSo.has(parentOf(key))),
  );
  return found.length ? found : slots.filter(({ writes }) => writes).slice(-1);
}
