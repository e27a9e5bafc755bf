/**
 * The program cannot go on for a reason its operator can mend. The message is one plain sentence;
 * `cli.ts` prints it alone, without a stack, and exits 1.
 */
export class Stop extends Error {
  override name = 'Stop';
}
