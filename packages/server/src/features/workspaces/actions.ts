// Reading a workspace.
import type { WorkspaceView } from '@mixmodel/contract';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { workspaceName } from './queries.ts';

export async function readWorkspace(scope: Scope, { database }: Services): Promise<WorkspaceView> {
  const name = await workspaceName(database, scope);
  if (name === undefined) throw refuse('not_found', { facts: { what: 'workspace' } });
  return { id: scope.workspaceId, name, role: scope.role };
}
