import type { ZodType, z } from 'zod';

/** One route of the program, shared by the server that answers it and the page that calls it. */
export type Route = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** e.g. `/api/duties/:id` */
  path: string;
  /** One Vietnamese sentence for the page /api. */
  summary: string;
  /** Heading under which /api lists it, e.g. 'Nhiệm vụ'. */
  tag: string;
  params?: ZodType;
  query?: ZodType;
  body?: ZodType;
  response: ZodType;
  /** May be called without signing in. */
  open?: true;
  /** A GET that notes something (that a notice was shown); any other works on connections that cannot write. */
  notes?: true;
};

type In<T> = T extends ZodType ? z.input<T> : undefined;
type Out<T> = T extends ZodType ? z.output<T> : undefined;
type Given<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a caller gives. */
export type CallArguments<R extends Route> = Given<{
  params: In<R['params']>;
  query: In<R['query']>;
  body: In<R['body']>;
}>;
/** What a handler receives, parsed. */
export type HandlerArguments<R extends Route> = {
  params: Out<R['params']>;
  query: Out<R['query']>;
  body: Out<R['body']>;
};
export type Answer<R extends Route> = z.output<R['response']>;

export const route = <const R extends Route>(declared: R): R => declared;

/** The address of a route with its parameters filled in: links and tests use it, nobody concatenates. */
export function addressOf<R extends Route>(
  declared: R,
  given: { params?: unknown; query?: unknown },
): string {
  const params = (given.params ?? {}) as Record<string, unknown>;
  const query = Object.entries((given.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [key, String(one)] as [string, string]),
    );
  const path = declared.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  return query.length ? `${path}?${new URLSearchParams(query)}` : path;
}
