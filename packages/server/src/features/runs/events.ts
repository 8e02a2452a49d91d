// What a run tells while it works: a snapshot first, then every change, until it has ended.
import { setTimeout as wait } from 'node:timers/promises';
import type { RunEvent } from '@mixmodel/contract';
import { isStillIn } from '../../http/access.ts';
import { accessTopic, type Scope } from '../../http/scope.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { findRun } from './queries.ts';
import { viewOf } from './views.ts';

/** Readers hear of at most four changes a second (CONTRACTS, "Events"). */
const spacingMs = 250;

/** A longer one would go off at once. A clock that was set back makes tokens long. */
const longestTimerMs = 2 ** 31 - 1;

/** Published when a run begins: those that wait move up. */
export const turnsTopic = 'runs/turns';

/** Published after every change of the run's row, for who reads it. */
function topicOf(runId: string): string {
  return `run/${runId}`;
}

/** Published when somebody has ended a run that waits or is at work, for who works on it. */
export function endedTopicOf(runId: string): string {
  return `run/${runId}/ended`;
}

/** Tells readers that the row of a run is another. */
export function tellChanged(events: Events, runId: string): void {
  events.publish(topicOf(runId));
}

/** Tells readers and whoever works on it that a run was ended: cancelled, deleted, or left without its workspace. */
export function tellEnded(events: Events, runId: string): void {
  events.publish(endedTopicOf(runId));
  tellChanged(events, runId);
}

export interface Listening {
  readonly signal: AbortSignal;
  /** Of the access token: whoever listens on comes back with a new one. */
  readonly endsAt: Date;
}

/**
 * The events of a run: ends after its last word, when `signal` is aborted, or when the reader's right to them is over.
 * The first step throws when there is no such run.
 */
export async function* runEvents(
  services: Services,
  scope: Scope,
  runId: string,
  listening: Listening,
): AsyncGenerator<RunEvent> {
  const { clock } = services;
  const { signal, stop } = signalUntil(listening, clock);
  const bell = bellOf(signal);
  // Before the snapshot is read, so that nothing between the two is missed.
  // A run may be silent for long after its reader's right has ended.
  const topics = [topicOf(runId), turnsTopic, accessTopic(scope)];
  const left = topics.map((topic) => services.events.subscribe(topic, bell.ring));
  try {
    const snapshot = await eventOf(services, scope, runId);
    yield { ...snapshot, kind: 'snapshot' };
    // A run that has ended says so in an event of its own, also to who comes afterwards.
    if (snapshot.kind !== 'progress') yield snapshot;
    for (let told = snapshot, at = performance.now(); told.kind === 'progress'; ) {
      await bell.rung();
      await untilTime(at + spacingMs, signal);
      if (signal.aborted || clock.now() >= listening.endsAt) return;
      if (!(await isStillIn(scope, 'run.read', services))) return;
      const now = await eventOf(services, scope, runId);
      if (now.sequence === told.sequence && now.run.queue?.ahead === told.run.queue?.ahead) continue;
      [told, at] = [now, performance.now()];
      yield told;
    }
  } finally {
    for (const leave of left) leave();
    stop();
  }
}

/** Aborted with the reader's own signal, or at the end of the token's time, also when the run is silent. */
function signalUntil({ signal, endsAt }: Listening, clock: Clock) {
  const over = new AbortController();
  const end = (): void => over.abort();
  const ms = endsAt.getTime() - clock.now().getTime();
  const timer = setTimeout(end, Math.min(Math.max(0, ms), longestTimerMs));
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  const stop = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  };
  return { signal: over.signal, stop };
}

async function eventOf(services: Services, scope: Scope, runId: string): Promise<RunEvent> {
  const row = await findRun(services.database, scope, runId);
  if (!row) throw refuse('not_found', { facts: { what: 'run' } });
  const { state, sequence } = row.run;
  const kind = state === 'queued' || state === 'running' ? 'progress' : state;
  return { kind, sequence, run: await viewOf(services, row) };
}

/** Remembers that it rang until somebody has heard it. */
function bellOf(signal: AbortSignal) {
  let rang = false;
  let wake = (): void => {};
  const ring = (): void => {
    rang = true;
    wake();
  };
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    async rung(): Promise<void> {
      if (!rang && !signal.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      rang = false;
    },
  };
}

/** Resolves at `time` of `performance.now()`, or when `signal` is aborted. */
async function untilTime(time: number, signal: AbortSignal): Promise<void> {
  const ms = time - performance.now();
  if (ms <= 0 || signal.aborted) return;
  await wait(ms, undefined, { signal }).catch(() => {});
}
