/** A command was called with words it does not know: its usage is printed and the exit code is 2. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}
