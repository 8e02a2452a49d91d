// How much a workspace keeps: what is there counts, not what rows say of it.
import type { Usage } from '@mixmodel/contract';
import type { Scope } from '../../http/scope.ts';
import type { Services } from '../../services.ts';

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
