// Where the bytes of a run lie among the objects: checkpoints and draws, below the attempt that wrote them.
import type { Objects } from '../../ports/objects.ts';

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

/** Objects on their way to the disk or from it at the same time: each waits for the disk, not for the processor. */
const atOnce = 16;

/** The root's metadata are last: without them nothing counts as stored. */
const root = 'zarr.json';

export async function putDraws(
  objects: Objects,
  prefix: string,
  store: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const parts = [...store].filter(([key]) => key !== root);
  await eachOf(parts, ([key, bytes]) => objects.put(prefix + key, bytes));
  const last = store.get(root);
  if (last) await objects.put(prefix + root, last);
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

/** Keys below `prefix` without it, in their order, so that equal draws make equal files. */
export async function drawsKeys(objects: Objects, prefix: string): Promise<string[]> {
  const keys = await objects.list(prefix);
  return keys.map((key) => key.slice(prefix.length)).sort();
}

/** The draws one object after the other, none of them held. */
export async function* drawsOf(
  objects: Objects,
  prefix: string,
  keys: readonly string[],
): AsyncGenerator<readonly [string, Uint8Array]> {
  for (const key of keys) {
    const bytes = await objects.get(prefix + key);
    // A file that lacks one is worse than none: whoever reads it is cut off.
    if (!bytes) throw new Error(`the draws at ${prefix + key} are not where they were stored`);
    yield [key, bytes];
  }
}

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
