import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { workingAs } from './acting.ts';
import type { HandlerArguments, Route } from './contract.ts';
import { inTenant, reading, type Tx } from './database.ts';
import type { House } from './house.ts';
import { type LogSettings, logOptions, requestIdOf } from './logs.ts';
import { Problem } from './problem.ts';
import { logRequests, routeOf } from './request-log.ts';
import { strictHeaders } from './strict-headers.ts';
import type { Viewer } from './viewer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | null;
  }
}

export type Web = FastifyInstance;

/** Largest file a person may send, in bytes. */
export const LARGEST_UPLOAD = 50 * 1024 * 1024;

export async function openWeb({
  logger,
  origin = '',
  proxy,
}: {
  logger?: LogSettings | undefined;
  /** What users type to reach the program. */
  origin?: string;
  /** Addresses whose word on who is calling is believed, comma-separated. */
  proxy?: string | undefined;
} = {}): Promise<Web> {
  const web = Fastify({
    logger: logger ? logOptions(logger) : false,
    requestIdHeader: false,
    genReqId: (request) => requestIdOf(request as IncomingMessage),
    logController: new LogController({ requestIdLogLabel: 'requestId', disableRequestLogging: true }),
    trustProxy: proxy ?? false,
    bodyLimit: 5 * 1024 * 1024,
    forceCloseConnections: true,
  });
  web.setValidatorCompiler(validatorCompiler);
  web.setSerializerCompiler(serializerCompiler);
  web.decorateRequest('viewer', null);
  await web.register(cookie);
  await web.register(multipart, { limits: { fileSize: LARGEST_UPLOAD, files: 20 } });
  await strictHeaders(web, origin.startsWith('https:'));
  await web.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Nhịp Cầu', version: '0.1.0', description: 'Từ kế hoạch đã ký đến báo cáo đã ký.' },
    },
    transform: jsonSchemaTransform,
  });
  logRequests(web);
  web.addHook('onRequest', refuseForeignSites);
  web.setErrorHandler(answerWithProblem);
  return web;
}

/** A change may only be asked for by our own pages: browsers say where a request comes from. */
async function refuseForeignSites(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  // 'null' is what a sandboxed frame says it is.
  const host = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : null;
  const foreign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== undefined && host !== request.headers.host;
  if (foreign)
    throw new Problem(
      403,
      'foreign-site',
      'Yêu cầu đến từ một trang khác nên bị từ chối: hãy thao tác trong trang của Nhịp Cầu.',
    );
}

function answerWithProblem(
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error, route: routeOf(request) }, 'request failed');
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ ...problem.toJSON(), requestId: request.id });
}

function toProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((v) => ({
      path: v.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: v.message ?? '',
    }));
    return new Problem(422, 'invalid', 'Dữ liệu gửi lên chưa đúng: xem từng ô được đánh dấu rồi gửi lại.', {
      errors,
    });
  }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE')
    return new Problem(413, 'too-large', 'Tệp vượt quá 50 MB: hãy chia nhỏ hoặc nén lại rồi gửi.');
  if (error.statusCode && error.statusCode < 500)
    return new Problem(
      error.statusCode,
      'bad-request',
      'Yêu cầu không đúng dạng nên máy chủ không nhận: tải lại trang rồi thử lại.',
    );
  return new Problem(
    500,
    'internal',
    'Máy chủ gặp lỗi khi xử lý: dữ liệu chưa bị thay đổi, hãy thử lại sau ít phút.',
  );
}

export type Call<R extends Route> = HandlerArguments<R> & {
  house: House;
  request: FastifyRequest;
  reply: FastifyReply;
};
/** What a handler of a signed-in route works with: `tx` sees the viewer's province only; what it wrote is committed on return. */
export type SignedCall<R extends Route> = Call<R> & { viewer: Viewer; tx: Tx };

/** Answers a route for signed-in people: a GET by statements that only read, anything else in one transaction. */
export function mount<R extends Route>(
  web: Web,
  house: House,
  declared: R,
  handle: (call: SignedCall<R>) => Promise<z.input<R['response']>>,
): void {
  register(web, house, declared, (call) => {
    const viewer = requireViewer(call.request);
    const answer = (tx: Tx) => handle({ ...call, viewer, tx } as unknown as SignedCall<R>);
    return declared.method === 'GET' && !declared.notes
      ? answer(reading(house.db, viewer.tenantId))
      : inTenant(house.db, viewer.tenantId, answer);
  });
}

/** Answers a route for signed-in people that may take long: the handler opens its own short transactions. */
export function mountLong<R extends Route>(
  web: Web,
  house: House,
  declared: R,
  handle: (call: Call<R> & { viewer: Viewer }) => Promise<z.input<R['response']>>,
): void {
  register(web, house, declared, (call) =>
    handle({ ...call, viewer: requireViewer(call.request) } as unknown as Call<R> & { viewer: Viewer }),
  );
}

/** Answers a route that may be called before signing in; the handler opens its own transactions. */
export function mountOpen<R extends Route>(
  web: Web,
  house: House,
  declared: R & { open: true },
  handle: (call: Call<R>) => Promise<z.input<R['response']>>,
): void {
  register(web, house, declared, handle as (call: Call<Route>) => Promise<unknown>);
}

/** @throws Problem 401 when nobody is signed in */
export function requireViewer(request: FastifyRequest): Viewer {
  if (!request.viewer)
    throw new Problem(401, 'sign-in', 'Bạn chưa đăng nhập hoặc phiên đã hết hạn: hãy đăng nhập lại.');
  return request.viewer;
}

function register(
  web: Web,
  house: House,
  declared: Route,
  handle: (call: Call<Route>) => Promise<unknown>,
): void {
  const { method, path, summary, tag, params, query, body, response } = declared;
  web.route({
    method,
    url: path,
    schema: {
      summary,
      tags: [tag],
      response: { 200: response },
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
    },
    // Before anything is parsed: a stranger learns nothing, not even what a route would have wanted.
    onRequest: declared.open ? [] : async (request) => void requireViewer(request),
    handler: (request, reply) =>
      workingAs(request.viewer, () =>
        handle({
          params: request.params,
          query: request.query,
          body: request.body,
          house,
          request,
          reply,
        } as unknown as Call<Route>),
      ),
  });
}
