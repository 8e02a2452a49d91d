// What a run tells while it works: the stream of its events, taken up again when the connection breaks.
import { eventsOf } from '@mixmodel/client';
import type { RunEvent } from '@mixmodel/contract';
import { api } from './client.ts';
import { mayPass } from './problem.ts';

export interface RunEventsOptions {
  readonly signal?: AbortSignal;
  /** Told when the stream breaks (true) and when it is back (false), so that a page can say so. */
  readonly onBroken?: (broken: boolean) => void;
}

const ended = new Set<RunEvent['kind']>(['completed', 'failed', 'cancelled']);
const finalStates = new Set(['completed', 'failed', 'cancelled']);

/** Doubles from half a second to fifteen, so that a server that restarts is not stormed. */
export const pauseMs = (failures: number) => Math.min(15_000, 500 * 2 ** Math.max(0, failures - 1));

/** Every event of a run, the snapshot first; ends with the run. A lost connection is taken up again by itself. */
export async function* runEvents(
  workspaceId: string,
  runId: string,
  { signal, onBroken }: RunEventsOptions = {},
): AsyncGenerator<RunEvent> {
  let last: string | null = null;
  let failures = 0;
  while (!signal?.aborted) {
    try {
      for await (const event of connect(workspaceId, runId, last, signal)) {
        if (failures > 0) onBroken?.(false);
        failures = 0;
        last = String(event.sequence);
        yield event;
        if (ended.has(event.kind) || finalStates.has(event.run.state)) return;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (!mayPass(error) && !(error instanceof TypeError)) throw error;
    }
    failures += 1;
    onBroken?.(true);
    await pause(pauseMs(failures), signal);
  }
}

async function* connect(
  workspaceId: string,
  runId: string,
  last: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<RunEvent> {
  const { data } = await api.GET('/api/v1/workspaces/{workspaceId}/runs/{runId}/events', {
    params: { path: { workspaceId, runId } },
    headers: { accept: 'text/event-stream', ...(last !== null && { 'last-event-id': last }) },
    parseAs: 'stream',
    ...(signal && { signal }),
  });
  if (!data) return;
  for await (const event of eventsOf(data)) yield JSON.parse(event.data) as RunEvent;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
