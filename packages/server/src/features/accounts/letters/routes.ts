// Passwords and addresses over HTTP: what letters ask for and what their links do.
import {
  askResetSchema,
  changeEmailSchema,
  changePasswordSchema,
  letterSentSchema,
  resetPasswordSchema,
  tokenSchema,
} from '@mixmodel/contract';
import { accountOf } from '../../../http/access.ts';
import type { App } from '../../../http/app.ts';
import { networkOf } from '../../../http/network.ts';
import { perMinute } from '../../../http/rate-limits.ts';
import { markDevice } from '../cookie.ts';
import type { AccountServices } from '../proof.ts';
import { actingOf, deviceIn, done, schemaOf } from '../route-words.ts';
import { askEmail, askReset, confirmEmail, reset, setPassword } from './actions.ts';

export function letterRoutes(app: App, services: AccountServices): void {
  passwordRoutes(app, services);
  emailRoutes(app, services);
}

function passwordRoutes(app: App, services: AccountServices): void {
  const rateLimit = perMinute(10, services.config);
  app.post(
    '/password-resets',
    {
      config: { access: 'anyone', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Ask for a new password by mail', { 202: letterSentSchema }),
        body: askResetSchema,
      },
    },
    async (request, reply) =>
      reply.code(202).send(await askReset(request.body, networkOf(request.ip), services)),
  );
  app.post(
    '/password-resets/redemptions',
    {
      config: { access: 'anyone', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Choose a new password with the link of the letter', {
          204: done('Changed; every session has ended'),
        }),
        body: resetPasswordSchema,
      },
    },
    async (request, reply) => {
      // Who has the letter is its holder: whatever others guess meanwhile, the next sign-in here is not held up by it.
      const accountId = await reset(request.body, deviceIn(request), services);
      await markDevice(reply, accountId, services);
      return reply.code(204).send(null);
    },
  );
  app.put(
    '/accounts/me/password',
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Change one’s password', { 204: done('Changed; other sessions have ended') }),
        body: changePasswordSchema,
      },
    },
    async (request, reply) => {
      await setPassword(request.body, actingOf(request), services);
      await markDevice(reply, accountOf(request), services);
      return reply.code(204).send(null);
    },
  );
}

function emailRoutes(app: App, services: AccountServices): void {
  const rateLimit = perMinute(10, services.config);
  app.post(
    '/accounts/me/email-changes',
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Ask for another address', { 202: letterSentSchema }),
        body: changeEmailSchema,
      },
    },
    async (request, reply) => reply.code(202).send(await askEmail(request.body, actingOf(request), services)),
  );
  app.post(
    '/email-confirmations',
    {
      config: { access: 'anyone', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Confirm an address with the link of the letter', { 204: done('Confirmed') }),
        body: tokenSchema,
      },
    },
    async (request, reply) => {
      await confirmEmail(request.body.token, deviceIn(request), services);
      return reply.code(204).send(null);
    },
  );
}
