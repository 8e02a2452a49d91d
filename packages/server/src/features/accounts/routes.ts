// Accounts and sessions over HTTP: the refresh token only ever travels in a cookie.
import {
  accountSchema,
  installationSchema,
  registerSchema,
  sessionSchema,
  signInSchema,
} from '@mixmodel/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { accountOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { perMinute } from '../../http/rate-limits.ts';
import { signAccess } from '../../http/session.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { readAccount, readInstallation, register } from './actions.ts';
import { failedSignIns } from './failed-sign-ins.ts';
import { presentSession } from './present.ts';
import { checkPassword, continueSession, endSession, type OpenedSession, openSession } from './sessions.ts';

const cookieName = 'mixmodel_refresh';
const cookiePath = '/api/v1/sessions';
const signedOut = z.null().meta({ description: 'Signed out' });

export function accounts(app: App, services: Services): void {
  const { config } = services;
  const answer = sessionAnswer(services);
  const failed = failedSignIns(config, services.clock);
  app.get(
    '/installation',
    {
      config: { access: 'anyone' },
      schema: schemaOf('Installation', 'What is known before signing in', { 200: installationSchema }),
    },
    () => readInstallation(services),
  );
  app.post(
    '/accounts',
    {
      config: { access: 'anyone', rateLimit: perMinute(10, config) },
      schema: { ...schemaOf('Accounts', 'Register', { 201: sessionSchema }), body: registerSchema },
    },
    async (request, reply) => {
      const account = await register(request.body, services);
      return reply.code(201).send(await answer(reply, await openSession(account.id, services)));
    },
  );
  app.post(
    '/sessions',
    {
      config: { access: 'anyone', rateLimit: perMinute(10, config) },
      schema: { ...schemaOf('Accounts', 'Sign in', { 200: sessionSchema }), body: signInSchema },
    },
    async (request, reply) => {
      const { email } = request.body;
      failed.begin(email);
      const accountId = await checkPassword(request.body, services);
      failed.succeed(email);
      return answer(reply, await openSession(accountId, services));
    },
  );
  app.post(
    '/sessions/refresh',
    {
      config: { access: 'anyone', rateLimit: perMinute(60, config) },
      schema: schemaOf('Accounts', 'Go on with the session of the cookie', { 200: sessionSchema }),
    },
    async (request, reply) => {
      const token = cookieOf(request, config);
      if (token === undefined) throw refuse('signed_out');
      return answer(reply, await continueSession(token, services));
    },
  );
  app.delete(
    '/sessions',
    {
      config: { access: 'anyone', rateLimit: perMinute(60, config) },
      schema: schemaOf('Accounts', 'Sign out', { 204: signedOut }),
    },
    async (request, reply) => {
      const token = cookieOf(request, config);
      if (token !== undefined) await endSession(token, services);
      return reply.clearCookie(cookieName, { path: cookiePath }).code(204).send(null);
    },
  );
  app.get(
    '/accounts/me',
    {
      config: { access: 'account' },
      schema: schemaOf('Accounts', 'The account that asks', { 200: accountSchema }),
    },
    (request) => readAccount(accountOf(request), services),
  );
}

function schemaOf<Response>(tag: string, summary: string, response: Response) {
  return { tags: [tag], summary, response };
}

/** Sets the cookie and gives the body of a session that was opened or continued. */
function sessionAnswer(services: Services) {
  const secure = services.config.publicUrl?.startsWith('https://') === true;
  return async (reply: FastifyReply, { accountId, refreshToken, expiresAt }: OpenedSession) => {
    void reply.setCookie(cookieName, refreshToken, {
      path: cookiePath,
      httpOnly: true,
      sameSite: 'strict',
      secure,
      expires: expiresAt,
    });
    return presentSession(await signAccess(accountId, services), await readAccount(accountId, services));
  };
}

/**
 * The cookie, where the page that sends it is this server's own. SameSite=Strict keeps it from other sites already; a
 * page of the same site on another port is told by its Origin, which browsers send with every POST and DELETE.
 */
function cookieOf(request: FastifyRequest, { publicUrl }: Config): string | undefined {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== publicUrl && origin.replace(/^https?:\/\//, '') !== request.host)
    throw refuse('foreign_page', { facts: { got: origin.slice(0, 100) } });
  return request.cookies[cookieName];
}
