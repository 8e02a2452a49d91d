// Members over HTTP: who is in a workspace, as what; changing that, and leaving.
import {
  memberPageSchema,
  memberSchema,
  roleChangeSchema,
  roles,
  workspaceHandoverSchema,
} from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { anyOf, listQuery } from '../../http/list-query.ts';
import type { Services } from '../../services.ts';
import { changeRole, leave, readMembers, removeMember, transfer } from './actions.ts';
import { memberSorts } from './queries.ts';

const base = '/workspaces/:workspaceId';
const inWorkspace = z.object({ workspaceId: z.uuid() });
const ofMember = inWorkspace.extend({ accountId: z.uuid() });
const done = z.null().meta({ description: 'Done' });

export function members(app: App, services: Services): void {
  app.get(
    `${base}/members`,
    {
      config: { access: 'member.read' },
      schema: {
        ...about('Who is in a workspace'),
        params: inWorkspace,
        querystring: listQuery(memberSorts, 'joinedAt', { role: anyOf(roles) }),
        response: { 200: memberPageSchema },
      },
    },
    (request) => readMembers(services, scopeOf(request), request.query),
  );
  app.patch(
    `${base}/members/:accountId`,
    {
      config: { access: 'member.manage' },
      schema: {
        ...about('Give a member another role'),
        params: ofMember,
        body: roleChangeSchema,
        response: { 200: memberSchema },
      },
    },
    (request) => changeRole(services, scopeOf(request), request.params.accountId, request.body.role),
  );
  app.delete(
    `${base}/members/:accountId`,
    {
      config: { access: 'member.manage' },
      schema: {
        ...about('Remove a member, whose API keys, shared links and open invitations end too'),
        params: ofMember,
        response: { 204: done },
      },
    },
    async (request, reply) => {
      await removeMember(services, scopeOf(request), request.params.accountId);
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${base}/leave`,
    {
      config: { access: 'workspace.leave' },
      schema: {
        ...about('Leave a workspace'),
        params: inWorkspace,
        response: { 204: done },
      },
    },
    async (request, reply) => {
      await leave(services, scopeOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${base}/transfer`,
    {
      config: { access: 'workspace.transfer' },
      schema: {
        ...about('Make a member an owner in your place; you become an admin'),
        params: inWorkspace,
        body: workspaceHandoverSchema,
        response: { 204: done },
      },
    },
    async (request, reply) => {
      await transfer(services, scopeOf(request), request.body.accountId);
      return reply.code(204).send(null);
    },
  );
}

function about(summary: string) {
  return { tags: ['Members'], summary };
}
