import { type Answer, addressOf, type CallArguments, type Route } from '#app/platform/contract.ts';
import type { FieldError } from '#app/platform/problem.ts';
import { noteReached } from './offline/away.ts';

/** A refusal of the server, with its plain sentence as message. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly errors: FieldError[];
  readonly problem: Record<string, unknown>;

  constructor(status: number, problem: Record<string, unknown>) {
    super(String(problem.title));
    this.status = status;
    this.problem = problem;
    this.errors = (problem.errors as FieldError[] | undefined) ?? [];
  }
}

/** What a refusal says of one field. */
export const faultAt = (error: unknown, path: string): string | undefined =>
  error instanceof Refusal ? error.errors.find((fault) => fault.path === path)?.message : undefined;

/** What is wrong as a whole: nothing when each fault is said at its field. */
export const faultBeside = (error: Error | null): string | undefined =>
  error instanceof Refusal && error.errors.length ? undefined : error?.message;

/** Calls a route of our own server, arguments and answer typed by its contract. */
export async function call<R extends Route>(route: R, given: CallArguments<R>): Promise<Answer<R>> {
  const body = (given as { body?: unknown }).body;
  return send(addressOf(route, given), {
    method: route.method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
}

/** Sends a form with files to one of our own addresses. */
export const sendForm = <T>(address: string, form: FormData): Promise<T> =>
  send(address, { method: 'POST', body: form });

async function send<T>(address: string, request: RequestInit): Promise<T> {
  const response = await fetch(address, request).catch(() => {
    noteReached(false);
    throw new Refusal(0, {
      title:
        'Không kết nối được với máy chủ: kiểm tra mạng rồi thử lại. Nội dung đang nhập vẫn còn trên trang.',
    });
  });
  noteReached(true);
  const answer = await response
    .json()
    .catch(() => ({ title: 'Máy chủ trả lời không đúng dạng: tải lại trang rồi thử lại.' }));
  if (!response.ok) throw new Refusal(response.status, withRequestId(response.status, answer));
  return answer as T;
}

/** A fault of the server carries the mark under which its operator finds it in the log. */
const withRequestId = (status: number, problem: Record<string, unknown>) =>
  status >= 500 && problem.requestId
    ? { ...problem, title: `${problem.title} (Mã yêu cầu: ${problem.requestId})` }
    : problem;
