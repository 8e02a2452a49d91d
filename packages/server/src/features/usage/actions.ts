// How much a workspace keeps: its limit goes by rows, which are quick to sum; what is told is what is there.
import type { Usage } from '@mixmodel/contract';
import type { Config } from '../../config.ts';
import type { Database, Transaction } from '../../database/connection.ts';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { keptBytes } from './queries.ts';

const megabyte = 1024 * 1024;

/**
 * Refused where `bytes` more would be more than a workspace may keep. Two pass it together, unless it is asked in a
 * transaction that holds the workspace.
 */
export async function mustHaveRoom(
  database: Database | Transaction,
  scope: Scope,
  bytes: number,
  { workspaceStorageMb: mostMb }: Pick<Config, 'workspaceStorageMb'>,
): Promise<void> {
  const used = await keptBytes(database, scope);
  if (used + bytes > mostMb * megabyte)
    throw refuse('storage_full', { facts: { usedMb: Math.round((used / megabyte) * 10) / 10, mostMb } });
}

export async function readUsage(
  { objects }: Pick<Services, 'objects'>,
  { workspaceId }: Scope,
): Promise<Usage> {
  const folder = `workspaces/${workspaceId}/`;
  const [bytes, datasets, runs] = await Promise.all(
    ['', 'datasets/', 'runs/'].map((part) => objects.size(folder + part)),
  );
  return { bytes: bytes ?? 0, datasets: datasets ?? 0, runs: runs ?? 0 };
}
