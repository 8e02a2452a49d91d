// Invitations over HTTP: made and revoked within a workspace; read and taken by whoever has the token.
import {
  invitationOfferSchema,
  invitationPageSchema,
  invitationTokenSchema,
  inviteSchema,
  madeInvitationSchema,
  workspaceSchema,
} from '@mixmodel/contract';
import { z } from 'zod';
import { accountOf, scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../../http/idempotency.ts';
import { listQuery } from '../../http/list-query.ts';
import { perMinute } from '../../http/rate-limits.ts';
import type { Services } from '../../services.ts';
import { accept, endInvitation, invite, readInvitations, readOffer } from './actions.ts';
import { invitationSorts } from './queries.ts';

const base = '/workspaces/:workspaceId/invitations';
const inWorkspace = z.object({ workspaceId: z.uuid() });

export function invitations(app: App, services: Services): void {
  inviting(app, services);
  taking(app, services);
}

function inviting(app: App, services: Services): void {
  const access = 'invitation.manage' as const;
  app.get(
    base,
    {
      config: { access },
      schema: {
        ...about('The invitations that nobody has taken yet'),
        params: inWorkspace,
        querystring: listQuery(invitationSorts, '-createdAt', {}),
        response: { 200: invitationPageSchema },
      },
    },
    (request) => readInvitations(services, scopeOf(request), request.query),
  );
  app.post(
    base,
    {
      // Each may send a letter.
      config: { access, rateLimit: perMinute(20, services.config) },
      schema: {
        ...about('Invite somebody, by a letter to their address or by a link'),
        params: inWorkspace,
        headers: idempotencyHeaders,
        body: inviteSchema,
        response: { 200: madeInvitationSchema, 201: madeInvitationSchema },
      },
    },
    async (request, reply) => {
      const key = idempotencyKeyOf(request);
      const { made, isNew } = await invite(services, scopeOf(request), request.body, key);
      return reply.code(isNew ? 201 : 200).send(made);
    },
  );
  app.delete(
    `${base}/:invitationId`,
    {
      config: { access },
      schema: {
        ...about('Revoke an invitation'),
        params: inWorkspace.extend({ invitationId: z.uuid() }),
        response: { 204: z.null().meta({ description: 'Revoked' }) },
      },
    },
    async (request, reply) => {
      await endInvitation(services, scopeOf(request), request.params.invitationId);
      return reply.code(204).send(null);
    },
  );
}

function taking(app: App, services: Services): void {
  const rateLimit = perMinute(30, services.config);
  app.post(
    '/invitations/read',
    {
      config: { access: 'anyone', rateLimit },
      schema: {
        ...about('What an invitation is for, before it is taken'),
        body: invitationTokenSchema,
        response: { 200: invitationOfferSchema },
      },
    },
    (request) => readOffer(services, request.body.token),
  );
  app.post(
    '/invitations/accept',
    {
      config: { access: 'account', rateLimit },
      schema: {
        ...about('Join the workspace of an invitation'),
        body: invitationTokenSchema,
        response: { 200: workspaceSchema },
      },
    },
    (request) => accept(services, { accountId: accountOf(request) }, request.body.token),
  );
}

function about(summary: string) {
  return { tags: ['Members'], summary };
}
