// How whoever works on a run hears that it was ended by somebody else: by an event, which only says to look at the row.
import type { SystemScope } from '../../../http/scope.ts';
import { loggable } from '../../../loggable.ts';
import type { Services } from '../../../services.ts';
import { endedTopicOf } from '../events.ts';
import { type Fence, isAtWork } from './queries.ts';

export interface Wanted {
  /** Aborted when the row is no more this attempt's, or with the program's own signal. */
  readonly signal: AbortSignal;
  forget(): void;
}

/**
 * An event may be lost, or come from a process that this one does not hear: then the next progress is refused, and
 * that says the same a quarter of a second later.
 */
export function untilEnded(
  { database, events }: Services,
  scope: SystemScope,
  fence: Fence,
  programEnds: AbortSignal,
): Wanted {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const look = async (): Promise<void> => {
    if (!(await isAtWork(database, scope, fence))) end();
  };
  const hear = (): void => void look().catch((error) => console.error(loggable(error)));
  const leave = events.subscribe(endedTopicOf(fence.runId), hear);
  programEnds.addEventListener('abort', end);
  if (programEnds.aborted) end();
  // Between its beginning and now nobody listened.
  hear();
  return {
    signal: ended.signal,
    forget() {
      leave();
      programEnds.removeEventListener('abort', end);
    },
  };
}
