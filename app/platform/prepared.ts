import pg from 'pg';

/** Statements kept prepared on each connection; each takes memory of the server for as long as the connection lives. */
const MOST = 250;
/** How often a statement must have been asked before it is kept. */
const AFTER = 3;
const MOST_COUNTED = 5_000;

const names = new Map<string, string>();
const asked = new Map<string, number>();

/** Without values; what only begins or ends a transaction is not worth a plan. */
const isQuestion = /^\s*select\b/i;

/**
 * A statement that comes again is sent under a name, so that a connection parses and plans it once. Those with a text
 * of their own at each call (rows of many lengths) never come often enough, and never push out those that do.
 */
export function prepareWhatComesAgain(client: pg.PoolClient): void {
  const ask = (...given: unknown[]) => (pg.Client.prototype.query as Ask).apply(client, given);
  client.query = ((text: unknown, values?: unknown, ...rest: unknown[]) => {
    const name =
      typeof text === 'string' && Array.isArray(values) && (values.length || isQuestion.test(text))
        ? nameOf(text)
        : undefined;
    return name ? ask({ name, text, values }, ...rest) : ask(text, values, ...rest);
  }) as typeof client.query;
}

type Ask = (this: pg.Client, ...given: unknown[]) => unknown;

function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name || names.size >= MOST) return name;
  const times = (asked.get(text) ?? 0) + 1;
  if (times < AFTER) {
    if (asked.size > MOST_COUNTED) asked.clear();
    asked.set(text, times);
    return undefined;
  }
  asked.delete(text);
  names.set(text, `s${names.size}`);
  return names.get(text);
}
