// Workspaces over HTTP: one's own, one of them, and those that can be restored.
import {
  deletedWorkspacePageSchema,
  deletedWorkspaceSchema,
  workspaceDeletionSchema,
  workspaceNameSchema,
  workspacePageSchema,
  workspaceSchema,
} from '@mixmodel/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountOf, scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../../http/idempotency.ts';
import { listQuery } from '../../http/list-query.ts';
import { perMinute } from '../../http/rate-limits.ts';
import type { AccountScope } from '../../http/scope.ts';
import type { Services } from '../../services.ts';
import {
  deleteByName,
  makeWorkspace,
  readDeleted,
  readWorkspace,
  readWorkspaces,
  rename,
  restore,
} from './actions.ts';
import { workspaceSorts } from './queries.ts';

const one = '/workspaces/:workspaceId';
const inWorkspace = z.object({ workspaceId: z.uuid() });
const listed = listQuery(workspaceSorts, 'createdAt', {});

export function workspaces(app: App, services: Services): void {
  own(app, services);
  oneOf(app, services);
  deleted(app, services);
}

function own(app: App, services: Services): void {
  app.get(
    '/workspaces',
    {
      config: { access: 'account' },
      schema: {
        ...about('The workspaces you are in'),
        querystring: listed,
        response: { 200: workspacePageSchema },
      },
    },
    (request) => readWorkspaces(services, whoOf(request), request.query),
  );
  app.post(
    '/workspaces',
    {
      config: { access: 'account', rateLimit: perMinute(20, services.config) },
      schema: {
        ...about('Make a workspace, which you own'),
        headers: idempotencyHeaders,
        body: workspaceNameSchema,
        response: { 200: workspaceSchema, 201: workspaceSchema },
      },
    },
    async (request, reply) => {
      const { name } = request.body;
      const asked = { name, idempotencyKey: idempotencyKeyOf(request) };
      const { made, isNew } = await makeWorkspace(services, whoOf(request), asked);
      return reply.code(isNew ? 201 : 200).send(made);
    },
  );
}

function oneOf(app: App, services: Services): void {
  app.get(
    one,
    {
      config: { access: 'workspace.read' },
      schema: {
        ...about('A workspace and your role in it'),
        params: inWorkspace,
        response: { 200: workspaceSchema },
      },
    },
    (request) => readWorkspace(scopeOf(request), services),
  );
  app.patch(
    one,
    {
      config: { access: 'workspace.edit' },
      schema: {
        ...about('Rename a workspace'),
        params: inWorkspace,
        body: workspaceNameSchema,
        response: { 200: workspaceSchema },
      },
    },
    (request) => rename(services, scopeOf(request), request.body.name),
  );
  app.post(
    `${one}/delete`,
    {
      config: { access: 'workspace.delete' },
      schema: {
        ...about('Delete a workspace: it is gone for everyone, and an owner can restore it for some days'),
        params: inWorkspace,
        body: workspaceDeletionSchema,
        response: { 200: deletedWorkspaceSchema },
      },
    },
    (request) => deleteByName(services, scopeOf(request), request.body.name),
  );
}

function deleted(app: App, services: Services): void {
  app.get(
    '/deleted-workspaces',
    {
      config: { access: 'account' },
      schema: {
        ...about('The deleted workspaces that you own and can restore'),
        querystring: listed,
        response: { 200: deletedWorkspacePageSchema },
      },
    },
    (request) => readDeleted(services, whoOf(request), request.query),
  );
  app.post(
    '/deleted-workspaces/:workspaceId/restore',
    {
      config: { access: 'account' },
      schema: {
        ...about('Restore a deleted workspace that you own'),
        params: inWorkspace,
        response: { 200: workspaceSchema },
      },
    },
    (request) => restore(services, whoOf(request), request.params.workspaceId),
  );
}

function whoOf(request: FastifyRequest): AccountScope {
  return { accountId: accountOf(request) };
}

function about(summary: string) {
  return { tags: ['Workspaces'], summary };
}
