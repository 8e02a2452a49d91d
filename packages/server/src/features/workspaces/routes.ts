// Workspaces over HTTP.
import { workspaceSchema } from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import type { Services } from '../../services.ts';
import { readWorkspace } from './actions.ts';

export function workspaces(app: App, services: Services): void {
  app.get(
    '/workspaces/:workspaceId',
    {
      config: { access: 'workspace.read' },
      schema: {
        tags: ['Workspaces'],
        summary: 'A workspace and your role in it',
        params: z.object({ workspaceId: z.uuid() }),
        response: { 200: workspaceSchema },
      },
    },
    (request) => readWorkspace(scopeOf(request), services),
  );
}
