// Registering, signing in, going on and signing out over HTTP.
import {
  accountSchema,
  editAccountSchema,
  installationSchema,
  letterSentSchema,
  liveSessionsSchema,
  registerInvitedSchema,
  registerSchema,
  registrationSwitchSchema,
  secondFactorWantedSchema,
  sessionSchema,
  signInSchema,
  tokenSchema,
} from '@mixmodel/contract';
import { z } from 'zod';
import { accountOf, callerOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { networkOf } from '../../http/network.ts';
import { perMinute } from '../../http/rate-limits.ts';
import { callerIfAny } from '../../http/session.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import {
  editAccount,
  finish,
  readAccount,
  readInstallation,
  register,
  switchRegistration,
} from './actions.ts';
import { cookieName, cookieOf, cookiePath, markIn, sessionAnswer } from './cookie.ts';
import { enter } from './factor/actions.ts';
import { factorRoutes } from './factor/routes.ts';
import { failedSignIns } from './failed-sign-ins.ts';
import { registerInvited } from './invited.ts';
import { leavingRoutes } from './leaving/routes.ts';
import { lettersAsked } from './letters/asked.ts';
import { letterRoutes } from './letters/routes.ts';
import type { AccountServices } from './proof.ts';
import { providerRoutes } from './provider/routes.ts';
import { actingOf, deviceIn, done, schemaOf } from './route-words.ts';
import {
  checkPassword,
  continueSession,
  endOwnSession,
  endSession,
  listSessions,
  openSession,
  revokeOtherSessions,
  revokeSession,
} from './sessions.ts';

export function accounts(app: App, services: Services): void {
  const { config } = services;
  const { clock } = services;
  const room: AccountServices = {
    ...services,
    failed: failedSignIns(config, clock),
    letters: lettersAsked(config, clock),
  };
  installationRoutes(app, services);
  accountRoutes(app, room);
  sessionRoutes(app, room);
  liveSessionRoutes(app, services);
  letterRoutes(app, room);
  factorRoutes(app, room);
  leavingRoutes(app, room);
  providerRoutes(app, room);
}

function installationRoutes(app: App, services: Services): void {
  app.get(
    '/installation',
    {
      config: { access: 'anyone' },
      schema: schemaOf('Installation', 'What is known before signing in', { 200: installationSchema }),
    },
    () => readInstallation(services),
  );
  app.put(
    '/installation/registration',
    {
      config: { access: 'operator' },
      schema: {
        ...schemaOf('Installation', 'Open or close registration', { 200: installationSchema }),
        body: registrationSwitchSchema,
      },
    },
    async (request) => {
      await switchRegistration(request.body.registration, services);
      return readInstallation(services);
    },
  );
}

function accountRoutes(app: App, services: AccountServices): void {
  const { config } = services;
  const answer = sessionAnswer(services);
  app.post(
    '/accounts',
    {
      config: { access: 'anyone', rateLimit: perMinute(10, config) },
      schema: {
        ...schemaOf('Accounts', 'Register', { 201: sessionSchema, 202: letterSentSchema }),
        body: registerSchema,
      },
    },
    async (request, reply) => {
      const made = await register(request.body, networkOf(request.ip), services);
      if ('letter' in made) return reply.code(202).send(made.letter);
      const opened = await openSession(made.accountId, deviceIn(request), services);
      return reply.code(201).send(await answer(reply, opened));
    },
  );
  app.post(
    '/accounts/confirmations',
    {
      config: { access: 'anyone', rateLimit: perMinute(10, config) },
      schema: {
        ...schemaOf('Accounts', 'Finish a registration with the link of its letter', { 201: sessionSchema }),
        body: tokenSchema,
      },
    },
    async (request, reply) => {
      const accountId = await finish(request.body.token, services);
      const opened = await openSession(accountId, deviceIn(request), services);
      return reply.code(201).send(await answer(reply, opened));
    },
  );
  app.post(
    '/accounts/invited',
    {
      config: { access: 'anyone', rateLimit: perMinute(10, config) },
      schema: {
        ...schemaOf('Accounts', 'Register with an invitation, and join its workspace', {
          201: sessionSchema,
          202: letterSentSchema,
        }),
        body: registerInvitedSchema,
      },
    },
    async (request, reply) => {
      const made = await registerInvited(request.body, networkOf(request.ip), services);
      if ('letter' in made) return reply.code(202).send(made.letter);
      const opened = await openSession(made.accountId, deviceIn(request), services);
      return reply.code(201).send(await answer(reply, opened));
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
  app.patch(
    '/accounts/me',
    {
      config: { access: 'account' },
      schema: {
        ...schemaOf('Accounts', 'Change one’s name', { 200: accountSchema }),
        body: editAccountSchema,
      },
    },
    (request) => editAccount(accountOf(request), request.body, services),
  );
}

function sessionRoutes(app: App, services: AccountServices): void {
  const { config } = services;
  const answer = sessionAnswer(services);
  app.post(
    '/sessions',
    {
      config: { access: 'anyone', rateLimit: perMinute(10, config) },
      schema: {
        ...schemaOf('Accounts', 'Sign in', { 200: sessionSchema, 202: secondFactorWantedSchema }),
        body: signInSchema,
      },
    },
    async (request, reply) => {
      const from = { network: networkOf(request.ip), mark: markIn(request) };
      const account = await checkPassword(request.body, from, services);
      const entered = await enter(account, deviceIn(request), services);
      if ('ticket' in entered) return reply.code(202).send(entered);
      return answer(reply, entered);
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
      schema: schemaOf('Accounts', 'Sign out', { 204: done('Signed out') }),
    },
    async (request, reply) => {
      const token = cookieOf(request, config);
      if (token !== undefined) await endSession(token, services);
      const caller = await callerIfAny(request, services);
      if (caller !== undefined) await endOwnSession(caller, services);
      return reply.clearCookie(cookieName, { path: cookiePath }).code(204).send(null);
    },
  );
}

function liveSessionRoutes(app: App, services: Services): void {
  app.get(
    '/sessions',
    {
      config: { access: 'account' },
      schema: schemaOf('Accounts', 'Where the account is signed in', { 200: liveSessionsSchema }),
    },
    async (request) => ({ items: await listSessions(callerOf(request), services) }),
  );
  app.delete(
    '/sessions/others',
    {
      config: { access: 'account' },
      schema: schemaOf('Accounts', 'Sign out everywhere else', { 204: done('Only this session is left') }),
    },
    async (request, reply) => {
      await revokeOtherSessions(actingOf(request), services);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/sessions/:sessionId',
    {
      config: { access: 'account' },
      schema: {
        ...schemaOf('Accounts', 'Sign out of one session', { 204: done('Signed out there') }),
        params: z.object({ sessionId: z.uuid() }),
      },
    },
    async (request, reply) => {
      await revokeSession(actingOf(request), request.params.sessionId, services);
      return reply.code(204).send(null);
    },
  );
}
