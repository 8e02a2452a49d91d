// What a workspace keeps, over HTTP.
import { usageSchema } from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { perMinute } from '../../http/rate-limits.ts';
import type { Services } from '../../services.ts';
import { readUsage } from './actions.ts';

export function usage(app: App, services: Services): void {
  app.get(
    '/workspaces/:workspaceId/usage',
    {
      // Every file is looked at.
      config: { access: 'workspace.read', rateLimit: perMinute(30, services.config) },
      schema: {
        tags: ['Workspaces'],
        summary: 'How much of the disk a workspace takes',
        params: z.object({ workspaceId: z.uuid() }),
        response: { 200: usageSchema },
      },
    },
    (request) => readUsage(services, scopeOf(request)),
  );
}
