// Where the bytes of a run lie among the objects: checkpoints and draws, below the attempt that wrote them.
import { missingKey } from '@mixmodel/runtime';
import { eachOf } from '../../each-of.ts';
import type { Objects } from '../../ports/objects.ts';
import { refuse } from '../../refuse.ts';

export interface FitPlace {
  readonly workspaceId: string;
  readonly runId: string;
  readonly fitId: string;
}

export interface AttemptPlace extends FitPlace {
  readonly attempt: number;
}

/** Everything of a run. */
export function runPrefix({ workspaceId, runId }: Omit<FitPlace, 'fitId'>): string {
  return `workspaces/${workspaceId}/runs/${runId}/`;
}

/** Everything of a fit. */
function fitPrefix({ workspaceId, runId, fitId }: FitPlace): string {
  return `${runPrefix({ workspaceId, runId })}fits/${fitId}/`;
}

export function attemptPrefix(place: AttemptPlace): string {
  return `${fitPrefix(place)}${place.attempt}/`;
}

export function checkpointsPrefix(place: AttemptPlace): string {
  return `${attemptPrefix(place)}checkpoints/`;
}

export function drawsPrefix(place: AttemptPlace): string {
  return `${attemptPrefix(place)}draws/`;
}

/** Of those that are too large for the row. */
export function resultsPrefix(place: AttemptPlace): string {
  return `${attemptPrefix(place)}results/`;
}

const root = 'zarr.json';

/** How many bytes they are. The root's metadata are last: without them nothing counts as stored. */
export async function putDraws(
  objects: Objects,
  prefix: string,
  store: ReadonlyMap<string, Uint8Array>,
): Promise<number> {
  const parts = [...store].filter(([key]) => key !== root);
  await eachOf(parts, ([key, bytes]) => objects.put(prefix + key, bytes));
  const last = store.get(root);
  if (last) await objects.put(prefix + root, last);
  return [...store.values()].reduce((sum, { length }) => sum + length, 0);
}

/** Every key of the draws with its bytes, in the order of the keys. */
export async function getDraws(objects: Objects, prefix: string): Promise<Map<string, Uint8Array>> {
  const keys = [...(await objects.list(prefix))].sort();
  const found = new Map<string, Uint8Array>(keys.map((key) => [key, new Uint8Array(0)]));
  await eachOf(keys, async (key) => {
    const bytes = await objects.get(key);
    if (bytes) found.set(key, bytes);
  });
  return new Map([...found].map(([key, bytes]) => [key.slice(prefix.length), bytes]));
}

/**
 * Keys below `prefix` without it, in their order, so that equal draws make equal files. Refused where one is gone:
 * before the answer begins, which could only be cut off later.
 */
export async function drawsKeys(objects: Objects, prefix: string): Promise<string[]> {
  const found = await objects.list(prefix);
  const keys = found.map((key) => key.slice(prefix.length)).sort();
  if (missingKey(await objects.get(prefix + root), keys) !== undefined) throw drawsMissing();
  return keys;
}

/** One object of the draws; refused where it is gone. */
export async function drawsPart(objects: Objects, prefix: string, key: string): Promise<Uint8Array> {
  const bytes = await objects.get(prefix + key);
  if (!bytes) throw drawsMissing();
  return bytes;
}

const drawsMissing = () => refuse('object_missing', { facts: { of: 'draws' } });

/** The draws one object after the other, none of them held. */
export async function* drawsOf(
  objects: Objects,
  prefix: string,
  keys: readonly string[],
): AsyncGenerator<readonly [string, Uint8Array]> {
  // A file that lacks one is worse than none: whoever reads it is cut off.
  for (const key of keys) yield [key, await drawsPart(objects, prefix, key)];
}
