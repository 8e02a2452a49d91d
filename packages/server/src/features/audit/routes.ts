// The audit log over HTTP.
import { auditPageSchema } from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import type { Services } from '../../services.ts';
import { readAudit } from './actions.ts';

const pageQuery = z.object({
  cursor: z.uuid().optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export function audit(app: App, services: Services): void {
  app.get(
    '/workspaces/:workspaceId/audit',
    {
      config: { access: 'audit.read' },
      schema: {
        tags: ['Workspaces'],
        operationId: 'listAuditEvents',
        summary: 'Who did what in a workspace, newest first',
        params: z.object({ workspaceId: z.uuid() }),
        querystring: pageQuery,
        response: { 200: auditPageSchema },
      },
    },
    (request) => {
      const { cursor, limit } = request.query;
      return readAudit(services, scopeOf(request), { cursor, limit });
    },
  );
}
