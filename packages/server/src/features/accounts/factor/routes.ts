// The second factor over HTTP.
import {
  codeSchema,
  enrolmentSchema,
  proofAndCodeSchema,
  proofSchema,
  recoveryCodesSchema,
  secondFactorSchema,
  secondFactorSignInSchema,
  sessionSchema,
} from '@mixmodel/contract';
import { accountOf } from '../../../http/access.ts';
import type { App } from '../../../http/app.ts';
import { perMinute } from '../../../http/rate-limits.ts';
import { sessionAnswer } from '../cookie.ts';
import type { AccountServices } from '../proof.ts';
import { actingOf, deviceIn, done, schemaOf } from '../route-words.ts';
import { confirm, enrol, enterWithCode, readFactor, removeFactor, replaceRecoveryCodes } from './actions.ts';

const path = '/accounts/me/second-factor';

export function factorRoutes(app: App, services: AccountServices): void {
  const rateLimit = perMinute(10, services.config);
  const answer = sessionAnswer(services);
  app.post(
    '/sessions/second-factor',
    {
      config: { access: 'anyone', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Sign in, second step: a code of the app, or a recovery code', {
          200: sessionSchema,
        }),
        body: secondFactorSignInSchema,
      },
    },
    async (request, reply) => answer(reply, await enterWithCode(request.body, deviceIn(request), services)),
  );
  app.get(
    path,
    {
      config: { access: 'account' },
      schema: schemaOf('Accounts', 'Whether there is a second factor', { 200: secondFactorSchema }),
    },
    (request) => readFactor(accountOf(request), services),
  );
  app.post(
    path,
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Begin to set up a second factor', { 200: enrolmentSchema }),
        body: proofSchema,
      },
    },
    (request) => enrol(request.body.password, actingOf(request), services),
  );
  changeRoutes(app, services);
}

function changeRoutes(app: App, services: AccountServices): void {
  const rateLimit = perMinute(10, services.config);
  app.post(
    `${path}/confirmation`,
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Set it up with the first code of the app', { 200: recoveryCodesSchema }),
        body: codeSchema,
      },
    },
    async (request) => ({
      recoveryCodes: await confirm(request.body.code, actingOf(request), services),
    }),
  );
  app.post(
    `${path}/recovery-codes`,
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Replace the recovery codes', { 200: recoveryCodesSchema }),
        body: proofAndCodeSchema,
      },
    },
    async (request) => ({
      recoveryCodes: await replaceRecoveryCodes(request.body, actingOf(request), services),
    }),
  );
  app.post(
    `${path}/removal`,
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Remove the second factor', { 204: done('Removed') }),
        body: proofAndCodeSchema,
      },
    },
    async (request, reply) => {
      await removeFactor(request.body, actingOf(request), services);
      return reply.code(204).send(null);
    },
  );
}
