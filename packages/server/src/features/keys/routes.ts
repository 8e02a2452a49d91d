// API keys over HTTP: for people only, so that a key that was copied makes no other.
import { keyPageSchema, keyRequestSchema, keySchema, madeKeySchema } from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../../http/idempotency.ts';
import { listQuery } from '../../http/list-query.ts';
import type { Services } from '../../services.ts';
import { endKey, makeKey, readKeys } from './actions.ts';
import { keySorts } from './queries.ts';

const base = '/workspaces/:workspaceId/keys';
const inWorkspace = z.object({ workspaceId: z.uuid() });
const config = { access: 'key.manage' as const };

export function keys(app: App, services: Services): void {
  app.get(
    base,
    {
      config,
      schema: {
        ...about('The API keys of a workspace, also those that ended'),
        params: inWorkspace,
        querystring: listQuery(keySorts, '-createdAt', {}),
        response: { 200: keyPageSchema },
      },
    },
    (request) => readKeys(services, scopeOf(request), request.query),
  );
  app.post(
    base,
    {
      config,
      schema: {
        ...about('Make an API key; the answer shows it this once'),
        params: inWorkspace,
        headers: idempotencyHeaders,
        body: keyRequestSchema,
        response: { 200: madeKeySchema, 201: madeKeySchema },
      },
    },
    async (request, reply) => {
      const key = idempotencyKeyOf(request);
      const { made, isNew } = await makeKey(services, scopeOf(request), request.body, key);
      return reply.code(isNew ? 201 : 200).send(made);
    },
  );
  app.delete(
    `${base}/:keyId`,
    {
      config,
      schema: {
        ...about('Revoke an API key'),
        params: inWorkspace.extend({ keyId: z.uuid() }),
        response: { 200: keySchema },
      },
    },
    (request) => endKey(services, scopeOf(request), request.params.keyId),
  );
}

function about(summary: string) {
  return { tags: ['API keys'], summary };
}
