// Signing in with a provider over HTTP: the page sends the browser there, and brings back what it returns with.
import {
  identitiesSchema,
  proofSchema,
  providerReturnSchema,
  providerStartSchema,
  secondFactorWantedSchema,
  sessionSchema,
} from '@mixmodel/contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accountOf } from '../../../http/access.ts';
import type { App } from '../../../http/app.ts';
import { perMinute } from '../../../http/rate-limits.ts';
import { cookieOf, cookieOptions, sessionAnswer } from '../cookie.ts';
import type { AccountServices } from '../proof.ts';
import { actingOf, deviceIn, done, schemaOf } from '../route-words.ts';
import { begin, beginConnecting, endConnection, finish, readIdentities } from './actions.ts';
import { providerOf } from './client.ts';

const flowCookie = 'mixmodel_provider';

export function providerRoutes(app: App, services: AccountServices): void {
  connectionRoutes(app, services);
  const { config } = services;
  const room = { ...services, provider: providerOf(config) };
  const options = cookieOptions(config);
  const answer = sessionAnswer(services);
  const rateLimit = perMinute(20, config);
  const answerStart = (reply: FastifyReply, { url, kept, until }: Awaited<ReturnType<typeof begin>>) => {
    void reply.setCookie(flowCookie, kept, { ...options, expires: until });
    return { url };
  };
  app.post(
    '/sessions/provider/start',
    {
      config: { access: 'anyone', rateLimit },
      schema: schemaOf('Accounts', 'Begin to sign in with the provider', { 200: providerStartSchema }),
    },
    async (_request, reply) => answerStart(reply, await begin(null, room)),
  );
  app.post(
    '/sessions/provider/connect',
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Begin to connect one’s account with the provider', {
          200: providerStartSchema,
        }),
        body: proofSchema,
      },
    },
    async (request, reply) =>
      answerStart(reply, await beginConnecting(request.body.password, actingOf(request), room)),
  );
  app.post(
    '/sessions/provider',
    {
      config: { access: 'anyone', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Finish what was begun with the provider', {
          200: sessionSchema,
          202: secondFactorWantedSchema,
          204: done('Connected'),
        }),
        body: providerReturnSchema,
      },
    },
    async (request, reply) => {
      const kept = cookieOf(request, config, flowCookie);
      void reply.clearCookie(flowCookie, { path: options.path });
      const { query } = request.body;
      const finished = await finish({ query, kept, device: deviceIn(request) }, room);
      if (finished === undefined) return reply.code(204).send(null);
      if ('ticket' in finished) return reply.code(202).send(finished);
      return answer(reply, finished);
    },
  );
}

function connectionRoutes(app: App, services: AccountServices): void {
  const path = '/accounts/me/identities';
  app.get(
    path,
    {
      config: { access: 'account' },
      schema: schemaOf('Accounts', 'Who one is at the provider', { 200: identitiesSchema }),
    },
    async (request) => ({ items: await readIdentities(accountOf(request), services) }),
  );
  app.post(
    `${path}/:identityId/removal`,
    {
      config: { access: 'account', rateLimit: perMinute(10, services.config) },
      schema: {
        ...schemaOf('Accounts', 'Disconnect one’s account from the provider', { 204: done('Disconnected') }),
        params: z.object({ identityId: z.uuid() }),
        body: proofSchema,
      },
    },
    async (request, reply) => {
      const asked = { ...request.params, ...request.body };
      await endConnection(asked, actingOf(request), services);
      return reply.code(204).send(null);
    },
  );
}
