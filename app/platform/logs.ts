import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import type { LogLevel } from './settings.ts';

export type LogSettings = {
  level: LogLevel;
  /** Where lines go; standard output by default. */
  stream?: { write: (line: string) => void };
};

/** Keys whose values are somebody's, or open something: they never reach a line, however deep they lie. */
const PRIVATE =
  /^(?:set-)?cookie|^(?:authorization|token|secret|password|passphrase|email|mail|recipient|to|ip|address|remote(?:address|port)|query|body|params|headers|url|detail|where|parameters)$/i;

const HIDDEN = '[ẩn]';
const DEPTH = 5;

/** Options of Fastify's logger (pino): one JSON object a line, without personal data. */
export const logOptions = ({ level, stream }: LogSettings): NonNullable<FastifyServerOptions['logger']> => ({
  level,
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label: string) => ({ level: label }), log: (line) => clean(line, 0) as typeof line },
  // `clean` has told of it already; pino's own would tell it once more, with everything.
  serializers: { err: (told) => told as never },
  hooks: { logMethod: scrubWords },
  ...(stream ? { stream } : {}),
});

/** The words of a line; an error logged without any would lend its own, as they are. */
function scrubWords(this: unknown, given: unknown[], log: (...given: unknown[]) => void): void {
  const [first, ...more] = given;
  const words = more.length || typeof first === 'string' ? given : [first, messageOf(first)];
  log.apply(
    this,
    words.map((one) => (typeof one === 'string' ? scrub(one) : one)),
  );
}

const messageOf = (line: unknown): string =>
  line instanceof Error ? line.message : ((line as { err?: Error } | null)?.err?.message ?? '');

/** The same without what is private; errors as `describeError` tells them. */
function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrub(value);
  if (value instanceof Error) return describeError(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEPTH) return HIDDEN;
  if (Array.isArray(value)) return value.map((one) => clean(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, PRIVATE.test(key) ? HIDDEN : clean(one, depth + 1)]),
  );
}

/** What helps to mend an error. PostgreSQL's `detail` and `where` quote rows, so they stay out. */
function describeError(error: Error): Record<string, unknown> {
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  // Class 22 (data exception) quotes the value that did not fit.
  const hide = (text: string) => scrub(code?.startsWith('22') ? text.replace(/"[^"]*"/g, '"…"') : text);
  return {
    type: error.name,
    message: hide(error.message),
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    stack: hide(error.stack ?? ''),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

const somebodys: [RegExp, string][] = [
  [/[^\s"'<>(),:;=/]+@[^\s"'<>(),:;]+/g, '[thư]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[địa chỉ]'],
  [
    /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?::[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)(?!\w)/gi,
    '[địa chỉ]',
  ],
  [/(?<=\w|\/)\?[^\s"']+=[^\s"']*/g, '?[ẩn]'],
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{32,}(?![\w-])/g, '[mã]'],
  [/(?<![\w+])(?:\+84|0)\d{9}(?!\w)/g, '[số điện thoại]'],
  [/(?<!\w)\d{12}(?!\w)/g, '[số định danh]'],
];

/** A text without addresses, telephone and identity numbers, tokens and what stands behind a question mark. */
export const scrub = (text: string): string =>
  somebodys.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);

/** A proxy's own id of a request is kept where it is nothing but an id; else one short enough to be read aloud. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomBytes(6).toString('hex');
}
