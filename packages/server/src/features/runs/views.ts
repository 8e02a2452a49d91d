// Runs as the API shows them, those that wait with their place in the queue.
import type { RunView } from '@mixmodel/contract';
import { system } from '../../http/scope.ts';
import type { Services } from '../../services.ts';
import { runView } from './present.ts';
import type { RunRow } from './queries.ts';
import { placesOf } from './turns/places.ts';
import { openRuns } from './turns/queries.ts';

/** In the order of `rows`. */
export async function viewsOf(services: Services, rows: readonly RunRow[]): Promise<RunView[]> {
  const places = rows.some(({ run }) => run.state === 'queued') ? await placesIn(services) : undefined;
  return rows.map((row) => runView(row, places?.get(row.run.id)));
}

export async function viewOf(services: Services, row: RunRow): Promise<RunView> {
  const [view] = await viewsOf(services, [row]);
  if (!view) throw new Error('a row without a view');
  return view;
}

async function placesIn({ database, clock, config }: Services) {
  const open = await openRuns(database, system);
  const { runsAtOnce: atOnce, workspaceRunsAtOnce: mostOfOne } = config;
  return placesOf(open, { now: clock.now(), atOnce, mostOfOne });
}
