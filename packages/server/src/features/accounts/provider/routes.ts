// Signing in with a provider over HTTP: the page sends the browser there, and brings back what it returns with.
import {
  providerReturnSchema,
  providerStartSchema,
  secondFactorWantedSchema,
  sessionSchema,
} from '@mixmodel/contract';
import type { FastifyReply } from 'fastify';
import { accountOf } from '../../../http/access.ts';
import type { App } from '../../../http/app.ts';
import { perMinute } from '../../../http/rate-limits.ts';
import type { Services } from '../../../services.ts';
import { cookieOf, cookieOptions, sessionAnswer } from '../cookie.ts';
import { deviceIn, done, schemaOf } from '../route-words.ts';
import { begin, finish, type ProviderServices } from './actions.ts';
import { providerOf } from './client.ts';

const flowCookie = 'mixmodel_provider';

export function providerRoutes(app: App, services: Services): void {
  const { config } = services;
  const room: ProviderServices = { ...services, provider: providerOf(config) };
  const options = cookieOptions(config);
  const answer = sessionAnswer(services);
  const rateLimit = perMinute(20, config);
  const start = async (reply: FastifyReply, connecting: string | null) => {
    const { url, kept, until } = await begin(connecting, room);
    void reply.setCookie(flowCookie, kept, { ...options, expires: until });
    return { url };
  };
  app.post(
    '/sessions/provider/start',
    {
      config: { access: 'anyone', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Begin to sign in with the provider', { 200: providerStartSchema }),
        operationId: 'beginProviderSignIn',
      },
    },
    (_request, reply) => start(reply, null),
  );
  app.post(
    '/sessions/provider/connect',
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Begin to connect one’s account with the provider', {
          200: providerStartSchema,
        }),
        operationId: 'beginProviderConnection',
      },
    },
    (request, reply) => start(reply, accountOf(request)),
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
        operationId: 'finishProviderSignIn',
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
