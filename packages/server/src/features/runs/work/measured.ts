// What runs of before keep: they completed when nobody counted it, or counted other bytes than were stored.
import type { SystemScope } from '../../../http/scope.ts';
import type { Services } from '../../../services.ts';
import { runPrefix } from '../objects.ts';
import { noteStoredBytes, unmeasuredRuns } from './queries.ts';

/** In one round: with a bucket every run is a request or more, and whoever closes the server waits for a round. */
const mostAtOnce = 100;

/** Only after tidying: what is about to be removed is not kept. */
export async function measureStored({ database, objects }: Services, scope: SystemScope): Promise<void> {
  for (const place of await unmeasuredRuns(database, scope, mostAtOnce))
    await noteStoredBytes(database, scope, place.runId, await objects.size(runPrefix(place)));
}
