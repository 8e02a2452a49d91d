// Where each waiting run stands: how many begin before it, and about when its turn comes.
import type { OpenRun } from './queries.ts';

export interface QueuePlace {
  /** Runs of any workspace that are at work or begin before it. */
  readonly ahead: number;
  readonly startsInMs: number;
}

/** By the order in which turns are given, supposing that nobody asks for another run meanwhile. */
export function placesOf(
  open: readonly OpenRun[],
  { now, atOnce }: { readonly now: Date; readonly atOnce: number },
): ReadonlyMap<string, QueuePlace> {
  const atWork = open.filter(({ state }) => state === 'running');
  const places = new Map<string, QueuePlace>();
  const freeInMs = atWork.map((run) => leftMs(run, now));
  while (freeInMs.length < atOnce) freeInMs.push(0);
  for (const [i, run] of inTurns(open).entries()) {
    freeInMs.sort((a, b) => a - b);
    const startsInMs = freeInMs.shift() ?? 0;
    places.set(run.id, { ahead: atWork.length + i, startsInMs });
    freeInMs.push(startsInMs + run.estimateMs);
  }
  return places;
}

function leftMs({ progress, estimateMs, startedAt }: OpenRun, now: Date): number {
  if (progress?.etaMs != null) return progress.etaMs;
  return Math.max(0, estimateMs - (startedAt ? now.getTime() - startedAt.getTime() : 0));
}

/** Round the workspaces, the one that has waited longest first; within one, in the order they were asked for. */
function inTurns(open: readonly OpenRun[]): OpenRun[] {
  const waiting = new Map<string, OpenRun[]>();
  for (const run of open.filter(({ state }) => state === 'queued').sort((a, b) => a.number - b.number))
    waiting.set(run.workspaceId, [...(waiting.get(run.workspaceId) ?? []), run]);
  const rounds = [...waiting.values()].sort((a, b) => lastBegan(a) - lastBegan(b));
  const longest = Math.max(0, ...rounds.map((runs) => runs.length));
  return Array.from({ length: longest }, (_, round) => rounds.flatMap((runs) => runs[round] ?? [])).flat();
}

function lastBegan([first]: readonly OpenRun[]): number {
  return first?.lastRunBeganAt?.getTime() ?? Number.NEGATIVE_INFINITY;
}
