// The refresh token only ever travels in a cookie.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import { system } from '../../http/scope.ts';
import { signAccess } from '../../http/session.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { readAccount } from './actions.ts';
import { deviceOfMark, newMark } from './known-device.ts';
import { presentSession } from './present.ts';
import { accountById } from './queries.ts';
import { endSession, type OpenedSession } from './sessions.ts';

export const cookieName = 'mixmodel_refresh';
export const cookiePath = '/api/v1/sessions';

/** Of a browser that is known (`known-device.ts`); it opens nothing. */
const markName = 'mixmodel_device';

/** Kept from scripts and from other sites, and sent to the addresses of sessions only. */
export function cookieOptions({ publicUrl }: Config) {
  const secure = publicUrl?.startsWith('https://') === true;
  return { path: cookiePath, httpOnly: true, sameSite: 'strict', secure } as const;
}

/** Sets the cookie and gives the body of a session that was opened or continued. */
export function sessionAnswer(services: Services) {
  const options = cookieOptions(services.config);
  return async (reply: FastifyReply, { refreshToken, expiresAt, ...caller }: OpenedSession) => {
    const before = reply.request.cookies[cookieName];
    // Who signs in where somebody is signed in takes their place: a session without its cookie would only wait to be found.
    if (before !== undefined) await endSession(before, services, caller.sessionId);
    void reply.setCookie(cookieName, refreshToken, { ...options, expires: expiresAt });
    await markDevice(reply, caller.accountId, services);
    const account = await readAccount(caller.accountId, services);
    return presentSession(await signAccess(caller, services), account);
  };
}

/** Knows the browser from now on as one of the account's, unless it does already. */
export async function markDevice(reply: FastifyReply, accountId: string, services: Services): Promise<void> {
  const holder = await accountById(services.database, system, accountId);
  if (holder === undefined || deviceOfMark(markIn(reply.request), holder, services) !== undefined) return;
  const { mark, until } = newMark(holder, services);
  void reply.setCookie(markName, mark, { ...cookieOptions(services.config), expires: until });
}

export function markIn(request: FastifyRequest): string | undefined {
  return request.cookies[markName];
}

/**
 * The cookie, where the page that sends it is this server's own. SameSite=Strict keeps it from other sites already; a
 * page of the same site on another port is told by its Origin, which browsers send with every POST and DELETE.
 */
export function cookieOf(
  request: FastifyRequest,
  { publicUrl }: Config,
  name: string = cookieName,
): string | undefined {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== publicUrl && origin.replace(/^https?:\/\//, '') !== request.host)
    throw refuse('foreign_page', { facts: { got: origin.slice(0, 100) } });
  return request.cookies[name];
}
