// Leaving over HTTP: everything kept about an account as one file, and its end.
import { accountExportSchema, deleteAccountSchema } from '@mixmodel/contract';
import type { App } from '../../../http/app.ts';
import { perMinute } from '../../../http/rate-limits.ts';
import { cookieName, cookiePath } from '../cookie.ts';
import type { AccountServices } from '../proof.ts';
import { actingOf, done, schemaOf } from '../route-words.ts';
import { deleteAccount, exportAccount } from './actions.ts';

export function leavingRoutes(app: App, services: AccountServices): void {
  const rateLimit = perMinute(10, services.config);
  app.get(
    '/accounts/me/export',
    {
      config: { access: 'account', rateLimit },
      schema: schemaOf('Accounts', 'Everything that is kept about the account', { 200: accountExportSchema }),
    },
    async (request, reply) => {
      void reply.header('content-disposition', 'attachment; filename="mixmodel-account.json"');
      return exportAccount(actingOf(request), services);
    },
  );
  app.post(
    '/accounts/me/deletion',
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...schemaOf('Accounts', 'Delete the account', { 204: done('Deleted; nobody is signed in any more') }),
        body: deleteAccountSchema,
      },
    },
    async (request, reply) => {
      await deleteAccount(request.body, actingOf(request), services);
      return reply.clearCookie(cookieName, { path: cookiePath }).code(204).send(null);
    },
  );
}
