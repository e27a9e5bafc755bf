import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '#app/platform/house.ts';
import { parseToken } from './session.ts';

/** Three cookies, each an opaque secret: the session; the wait for a code; the way to a provider and back. */
export type CookieKind = 'session' | 'step' | 'sso';

const names: Record<CookieKind, string> = {
  session: 'nhipcau',
  step: 'nhipcau-step',
  sso: 'nhipcau-sso',
};

export const readToken = (house: House, request: FastifyRequest, kind: CookieKind) =>
  parseToken(request.cookies[nameOf(house, request, kind)]);

export function putToken(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: CookieKind,
  token: { tenantId: string; secret: string; life: number },
): void {
  reply.setCookie(nameOf(house, request, kind), `${token.tenantId}.${token.secret}`, {
    ...options(house, request),
    maxAge: Math.floor(token.life / 1000),
  });
}

export function dropToken(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: CookieKind,
): void {
  reply.clearCookie(nameOf(house, request, kind), options(house, request));
}

/** Browsers keep `Secure` cookies for https and for this very machine; elsewhere, in a plain-http trial, the prefix must go. */
const isSecure = (house: House, request: FastifyRequest) =>
  house.origin.startsWith('https:') || ['127.0.0.1', 'localhost'].includes(request.hostname);
const nameOf = (house: House, request: FastifyRequest, kind: CookieKind) =>
  `${isSecure(house, request) ? '__Host-' : ''}${names[kind]}`;
const options = (house: House, request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure(house, request),
});
