// The audit log over HTTP.
import { auditPageSchema } from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { logQuery } from '../../http/list-query.ts';
import type { Services } from '../../services.ts';
import { readAudit } from './actions.ts';

export function audit(app: App, services: Services): void {
  app.get(
    '/workspaces/:workspaceId/audit',
    {
      config: { access: 'audit.read' },
      schema: {
        tags: ['Workspaces'],
        summary: 'Who did what in a workspace, newest first',
        params: z.object({ workspaceId: z.uuid() }),
        querystring: logQuery,
        response: { 200: auditPageSchema },
      },
    },
    (request) => readAudit(services, scopeOf(request), request.query),
  );
}
