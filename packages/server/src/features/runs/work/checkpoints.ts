// Checkpoints of a fit: bytes among the objects first, then the row that says they are there.
import { type SegmentPlace, type SegmentStore, segmentBytes, segmentFrom, sha256 } from '@mixmodel/runtime';
import type { SystemScope } from '../../../http/scope.ts';
import type { Objects } from '../../../ports/objects.ts';
import type { Services } from '../../../services.ts';
import { type AttemptPlace, attemptPrefix, checkpointsPrefix, runPrefix } from '../objects.ts';
import {
  claimTidying,
  deletedRuns,
  findSegment,
  forgetRun,
  insertSegment,
  noteTidied,
  untidyFits,
} from './queries.ts';

export function checkpointsOf(
  { database, objects, clock }: Services,
  scope: SystemScope,
  place: AttemptPlace,
): SegmentStore {
  return {
    async load(at) {
      const stored = await findSegment(database, scope, place.fitId, at);
      const bytes = stored && (await objects.get(stored.objectKey));
      // Bytes that are lost or damaged cost time, not numbers: the stretch is drawn again, the same.
      return bytes && sha256(bytes) === stored.sha256 ? segmentFrom(bytes) : undefined;
    },
    async save(at, segment) {
      const bytes = segmentBytes(segment);
      const stored = { objectKey: checkpointsPrefix(place) + nameOf(at), sha256: sha256(bytes) };
      await objects.put(stored.objectKey, bytes);
      if (!(await insertSegment(database, scope, place, { place: at, stored, at: clock.now() })))
        throw new Error('a later attempt has begun');
    },
  };
}

function nameOf({ rung, chain, ordinal }: SegmentPlace): string {
  return `rung-${rung}/chain-${chain}/${ordinal}`;
}

/**
 * Tidies after runs that have had their last word, also what a process that was killed had no time for, and makes an
 * end of those that were deleted. Runs in `atWork` are left alone: somebody may still write.
 */
export async function tidy(
  { database, objects, config, clock }: Services,
  scope: SystemScope,
  atWork: readonly string[],
): Promise<void> {
  const cancelledBefore = new Date(clock.now().getTime() - config.keepCancelledHours * 3_600_000);
  for (const place of await untidyFits(database, scope, { cancelledBefore, atWork })) {
    if (!(await claimTidying(database, scope, place))) continue;
    await removeObjects(objects, place);
    // Last, because it is by this note that a fit is found untidy.
    await noteTidied(database, scope, place);
  }
  for (const place of await deletedRuns(database, scope, atWork)) {
    await objects.remove(runPrefix(place));
    await forgetRun(database, scope, place.runId);
  }
}

/** Of a completed run the draws of its last attempt stay, of others nothing; later attempts are none of its business. */
async function removeObjects(objects: Objects, place: AttemptPlace & { readonly state: string }) {
  const isCompleted = place.state === 'completed';
  const last = isCompleted ? place.attempt - 1 : place.attempt;
  for (let attempt = 1; attempt <= last; attempt++)
    await objects.remove(attemptPrefix({ ...place, attempt }));
  if (isCompleted) await objects.remove(checkpointsPrefix(place));
}
