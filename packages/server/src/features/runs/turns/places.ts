// Where each waiting run stands: how many begin before it, and about when its turn comes.
import type { OpenRun } from './queries.ts';

export interface QueuePlace {
  /** Runs of any workspace that are at work or begin before it. */
  readonly ahead: number;
  readonly startsInMs: number;
}

export interface Turns {
  readonly now: Date;
  /** Runs at work at a time, in all and of one workspace. */
  readonly atOnce: number;
  readonly mostOfOne: number;
}

/** By the order in which turns are given, supposing that nobody asks for another run meanwhile. */
export function placesOf(
  open: readonly OpenRun[],
  { now, atOnce, mostOfOne }: Turns,
): ReadonlyMap<string, QueuePlace> {
  const begun = open.filter(({ state }) => state === 'running');
  let atWork = begun.map((run) => ({ workspaceId: run.workspaceId, endsInMs: leftMs(run, now) }));
  const waiting = waitingOf(open, now);
  const places = new Map<string, QueuePlace>();
  let startsInMs = 0;
  for (;;) {
    const free = waiting.filter(
      ({ workspaceId, runs }) => runs.length > 0 && countOf(atWork, workspaceId) < mostOfOne,
    );
    const next = atWork.length < atOnce ? longestWaiting(free) : undefined;
    const run = next?.runs.shift();
    if (next && run) {
      places.set(run.id, { ahead: begun.length + places.size, startsInMs });
      atWork.push({ workspaceId: run.workspaceId, endsInMs: startsInMs + run.estimateMs });
      next.lastBeganMs = startsInMs;
    } else if (waiting.every(({ runs }) => runs.length === 0)) {
      return places;
    } else {
      const ended = Math.min(...atWork.map(({ endsInMs }) => endsInMs));
      startsInMs = Math.max(startsInMs, ended);
      atWork = atWork.filter(({ endsInMs }) => endsInMs > startsInMs);
    }
  }
}

function leftMs({ progress, estimateMs, startedAt }: OpenRun, now: Date): number {
  if (progress?.etaMs != null) return progress.etaMs;
  return Math.max(0, estimateMs - (startedAt ? now.getTime() - startedAt.getTime() : 0));
}

interface Waiting {
  readonly workspaceId: string;
  /** In the order they were asked for. */
  readonly runs: OpenRun[];
  /** From now on; before now below 0. */
  lastBeganMs: number;
}

function waitingOf(open: readonly OpenRun[], now: Date): Waiting[] {
  const waiting = new Map<string, Waiting>();
  const queued = open.filter(({ state }) => state === 'queued');
  for (const run of queued.sort((a, b) => a.number - b.number)) {
    const { workspaceId, lastRunBeganAt } = run;
    const lastBeganMs = lastRunBeganAt ? lastRunBeganAt.getTime() - now.getTime() : Number.NEGATIVE_INFINITY;
    const of = waiting.get(workspaceId) ?? { workspaceId, runs: [], lastBeganMs };
    of.runs.push(run);
    waiting.set(workspaceId, of);
  }
  return [...waiting.values()];
}

function countOf(atWork: readonly { readonly workspaceId: string }[], workspaceId: string): number {
  return atWork.filter((one) => one.workspaceId === workspaceId).length;
}

/** Of equals the one whose next run has the smaller number. */
function longestWaiting(free: readonly Waiting[]): Waiting | undefined {
  const numberOf = ({ runs }: Waiting) => runs[0]?.number ?? Number.POSITIVE_INFINITY;
  return [...free].sort((a, b) => sign(a.lastBeganMs, b.lastBeganMs) || numberOf(a) - numberOf(b))[0];
}

/** Also of infinities. */
function sign(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
