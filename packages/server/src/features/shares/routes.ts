// Shared links over HTTP: made and ended by who may, opened by who has one.
import {
  newShareSchema,
  openSharedSchema,
  sharedSchema,
  sharePageSchema,
  shareRequestSchema,
} from '@mixmodel/contract';
import * as z from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { asSent, jsonType } from '../../http/as-sent.ts';
import { listQuery } from '../../http/list-query.ts';
import { perMinute } from '../../http/rate-limits.ts';
import type { Services } from '../../services.ts';
import { endShare, readShared, readShares, share } from './actions.ts';
import { shareSorts } from './queries.ts';

const base = '/workspaces/:workspaceId/runs/:runId/shares';
const ofRun = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

export function shares(app: App, services: Services): void {
  managing(app, services);
  app.post(
    '/shared/read',
    {
      config: { access: 'anyone', rateLimit: perMinute(30, services.config) },
      schema: {
        ...about('The result a shared link shows; its token is in the body, so that no log holds it'),
        body: openSharedSchema,
        response: { 200: sharedSchema },
      },
    },
    async (request, reply) => {
      const body = await readShared(services, request.body.token);
      return reply.type(jsonType).send(asSent(body));
    },
  );
}

function managing(app: App, services: Services): void {
  app.post(
    base,
    {
      config: { access: 'share.manage' },
      schema: {
        ...about('Make a link that shows this result, and nothing else, to whoever has it'),
        params: ofRun,
        body: shareRequestSchema,
        response: { 201: newShareSchema },
      },
    },
    async (request, reply) => {
      const made = await share(services, scopeOf(request), request.params.runId, request.body);
      return reply.code(201).send(made);
    },
  );
  app.get(
    base,
    {
      config: { access: 'share.manage' },
      schema: {
        ...about('The links that show this result, and how often they were opened'),
        params: ofRun,
        querystring: listQuery(shareSorts, '-createdAt', {}),
        response: { 200: sharePageSchema },
      },
    },
    (request) => readShares(services, scopeOf(request), request.params.runId, request.query),
  );
  app.delete(
    `${base}/:shareId`,
    {
      config: { access: 'share.manage' },
      schema: {
        ...about('End a link'),
        params: ofRun.extend({ shareId: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { runId, shareId } = request.params;
      await endShare(services, scopeOf(request), runId, shareId);
      return reply.code(204).send(null);
    },
  );
}

function about(summary: string) {
  return { tags: ['Shares'], summary };
}
