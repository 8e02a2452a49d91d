// Making, reading, renaming, deleting and restoring workspaces.
import type {
  DeletedWorkspacePage,
  DeletedWorkspaceView,
  WorkspacePage,
  WorkspaceView,
} from '@mixmodel/contract';
import { v7 } from 'uuid';
import type { Config } from '../../config.ts';
import { type AccountScope, accessTopic, type Scope, system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import type { Made } from '../idempotency/actions.ts';
import { tellEnded } from '../runs/actions.ts';
import {
  claimGone,
  deleteWorkspace,
  findOwn,
  insertWorkspace,
  listDeleted,
  listWorkspaces,
  type OwnRow,
  removeWorkspace,
  renameWorkspace,
  restoreWorkspace,
  type WorkspacesAsked,
  workspaceName,
} from './queries.ts';

export { addWorkspace } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;

export function readWorkspaces(
  { database }: Services,
  scope: AccountScope,
  asked: WorkspacesAsked,
): Promise<WorkspacePage> {
  return listWorkspaces(database, scope, asked, ({ workspace: { id, name }, role }) => ({ id, name, role }));
}

export async function makeWorkspace(
  { database, clock, config }: Services,
  scope: AccountScope,
  { name, idempotencyKey }: { readonly name: string; readonly idempotencyKey: string | undefined },
): Promise<Made<WorkspaceView>> {
  const asked = { id: v7(), name, createdAt: clock.now() };
  const mostOwned = config.accountWorkspaces;
  const inserted = await insertWorkspace(database, scope, asked, { key: idempotencyKey, mostOwned });
  if (inserted === undefined) throw refuse('too_many_workspaces', { facts: { most: mostOwned } });
  const { made: id, isNew } = inserted;
  if (isNew) return { made: { id, name, role: 'owner' }, isNew };
  const made = await findOwn(database, scope, id);
  if (made === undefined) throw refuse('not_found', { facts: { what: 'workspace' } });
  return { made, isNew };
}

export async function readWorkspace(scope: Scope, { database }: Services): Promise<WorkspaceView> {
  const name = await workspaceName(database, scope);
  if (name === undefined) throw refuse('not_found', { facts: { what: 'workspace' } });
  return { id: scope.workspaceId, name, role: scope.role };
}

export async function rename(services: Services, scope: Scope, name: string): Promise<WorkspaceView> {
  await renameWorkspace(services.database, scope, { name, at: services.clock.now() });
  return readWorkspace(scope, services);
}

/** From now on it is there for nobody, and what it computes is cancelled; an owner can restore it for a while. */
export async function deleteByName(
  { database, clock, events, config }: Services,
  scope: Scope,
  typed: string,
): Promise<DeletedWorkspaceView> {
  const at = clock.now();
  const outcome = await deleteWorkspace(database, scope, { typed, at });
  if ('name' in outcome)
    throw refuse('workspace_name_differs', { path: 'name', facts: { wanted: outcome.name, got: typed } });
  for (const runId of outcome.cancelled) tellEnded(events, runId);
  events.publish(accessTopic(scope));
  return { id: scope.workspaceId, name: typed, deletedAt: at.toISOString(), goneAt: goneAt(at, config) };
}

export function readDeleted(
  { database, clock, config }: Services,
  scope: AccountScope,
  asked: WorkspacesAsked,
): Promise<DeletedWorkspacePage> {
  return listDeleted(database, scope, { ...asked, since: restorableSince(clock.now(), config) }, (row) =>
    deletedView(row, config),
  );
}

export async function restore(
  { database, clock, config }: Services,
  scope: AccountScope,
  workspaceId: string,
): Promise<WorkspaceView> {
  const at = clock.now();
  const since = restorableSince(at, config);
  const restored = await restoreWorkspace(database, scope, { workspaceId, since, at });
  if (restored === undefined) throw refuse('not_found', { facts: { what: 'deleted workspace' } });
  return restored;
}

/** Removes what nobody can restore any more: files first, so that a row is there as long as anything is left. */
export async function sweepDeleted({ database, objects, clock, config }: Services): Promise<void> {
  for (const workspaceId of await claimGone(database, system, restorableSince(clock.now(), config))) {
    await objects.remove(`workspaces/${workspaceId}/`);
    await removeWorkspace(database, system, workspaceId);
  }
}

function deletedView({ workspace }: OwnRow, config: Config): DeletedWorkspaceView {
  const { id, name, deletedAt } = workspace;
  if (deletedAt === null) throw new Error(`workspace ${id} is not deleted`);
  return { id, name, deletedAt: deletedAt.toISOString(), goneAt: goneAt(deletedAt, config) };
}

function goneAt(deletedAt: Date, { deletedDays }: Config): string {
  return new Date(deletedAt.getTime() + deletedDays * dayMs).toISOString();
}

/** What was deleted by then is swept, what was deleted later can be restored: never both. */
function restorableSince(now: Date, { deletedDays }: Config): Date {
  return new Date(now.getTime() - deletedDays * dayMs);
}
