// Webhooks over HTTP.
import {
  deliveryPageSchema,
  deliverySchema,
  editWebhookSchema,
  madeWebhookSchema,
  newWebhookSchema,
  webhookSchema,
  webhooksSchema,
} from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { logQuery } from '../../http/list-query.ts';
import { perMinute } from '../../http/rate-limits.ts';
import type { Services } from '../../services.ts';
import {
  changeWebhook,
  makeWebhook,
  readDeliveries,
  readWebhook,
  readWebhooks,
  removeWebhook,
  sendAgain,
  tryWebhook,
} from './actions.ts';

const all = '/workspaces/:workspaceId/webhooks';
const one = `${all}/:webhookId`;
const inWorkspace = z.object({ workspaceId: z.uuid() });
const ofOne = inWorkspace.extend({ webhookId: z.uuid() });
const tags = ['Webhooks'];

export function webhooks(app: App, services: Services): void {
  managing(app, services);
  messages(app, services);
}

function managing(app: App, services: Services): void {
  const config = { access: 'webhook.manage' as const };
  const making = { ...config, rateLimit: perMinute(30, services.config) };
  app.get(
    all,
    {
      config,
      schema: { tags, summary: 'The webhooks', params: inWorkspace, response: { 200: webhooksSchema } },
    },
    (request) => readWebhooks(services, scopeOf(request)),
  );
  app.post(
    all,
    {
      config: making,
      schema: {
        tags,
        summary: 'Be told when runs end',
        params: inWorkspace,
        body: newWebhookSchema,
        response: { 201: madeWebhookSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await makeWebhook(services, scopeOf(request), request.body)),
  );
  app.get(
    one,
    { config, schema: { tags, summary: 'One webhook', params: ofOne, response: { 200: webhookSchema } } },
    (request) => readWebhook(services, scopeOf(request), request.params.webhookId),
  );
  app.patch(
    one,
    {
      config: making,
      schema: {
        tags,
        summary: 'Change a webhook, or stop and start it',
        params: ofOne,
        body: editWebhookSchema,
        response: { 200: webhookSchema },
      },
    },
    (request) => changeWebhook(services, scopeOf(request), request.params.webhookId, request.body),
  );
  app.delete(
    one,
    {
      config,
      schema: {
        tags,
        summary: 'Delete a webhook with its messages',
        params: ofOne,
        response: { 204: z.null().meta({ description: 'Deleted' }) },
      },
    },
    async (request, reply) => {
      await removeWebhook(services, scopeOf(request), request.params.webhookId);
      return reply.code(204).send(null);
    },
  );
}

function messages(app: App, services: Services): void {
  const config = { access: 'webhook.manage' as const };
  const sending = { ...config, rateLimit: perMinute(30, services.config) };
  app.post(
    `${one}/test`,
    {
      config: sending,
      schema: {
        tags,
        summary: 'Send a message that is only a test',
        params: ofOne,
        response: { 202: deliverySchema },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await tryWebhook(services, scopeOf(request), request.params.webhookId)),
  );
  app.get(
    `${one}/deliveries`,
    {
      config,
      schema: {
        tags,
        summary: 'What was sent and what became of it, newest first',
        params: ofOne,
        querystring: logQuery,
        response: { 200: deliveryPageSchema },
      },
    },
    (request) => readDeliveries(services, scopeOf(request), request.params.webhookId, request.query),
  );
  app.post(
    `${one}/deliveries/:deliveryId/again`,
    {
      config: sending,
      schema: {
        tags,
        summary: 'Send a message once more',
        params: ofOne.extend({ deliveryId: z.uuid() }),
        response: { 202: deliverySchema },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await sendAgain(services, scopeOf(request), request.params)),
  );
}
