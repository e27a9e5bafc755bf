/** Below this a person should look at the words before confirming; above, remarks are only remarks. */
const SURE = 0.9;

/** Is the reading of a duty worth a close look. `confidence` is 0..1. */
export const isDoubtful = (duty: { confidence: number; doubts: readonly string[] }): boolean =>
  duty.doubts.length > 0 && duty.confidence < SURE;
