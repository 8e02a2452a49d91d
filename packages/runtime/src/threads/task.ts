// One job on its way through the pool: waiting, running, then ended, exactly once.
import type { ChainJob } from '@mixmodel/engine';
import type { Thread, ThreadEvent } from './thread.ts';

export interface TaskEvent {
  readonly job: ChainJob;
  readonly event: ThreadEvent;
}

export interface Task {
  /** Runs the job; `onEnd` is called when the thread is free again. */
  runOn(thread: Thread, onEnd: () => void): void;
  /** Ends a task that never ran. */
  lose(reason: string): void;
  /** Resolves when no thread works on the job; the caller has set its stop flag. */
  left(): Promise<void>;
}

/** Long beside the 50 ms between two breaths of a chain: only a thread that hangs is ended by force. */
const stopGraceMs = 1000;

export function taskOf(
  job: ChainJob,
  stop: Int32Array<SharedArrayBuffer>,
  listener: (event: TaskEvent) => void,
): Task {
  let running: { readonly thread: Thread; readonly ended: Promise<void> } | undefined;
  return {
    runOn(thread, onEnd) {
      const ended = new Promise<void>((resolve) => {
        thread.run({ job, stop: stop.buffer }, (event) => {
          listener({ job, event });
          if (event.kind === 'progress') return;
          running = undefined;
          resolve();
          onEnd();
        });
      });
      running = { thread, ended };
    },
    lose: (reason) => listener({ job, event: { kind: 'lost', reason } }),
    async left() {
      if (running) await endedOrKilled(running.thread, running.ended);
    },
  };
}

async function endedOrKilled(thread: Thread, ended: Promise<void>): Promise<void> {
  const timer = setTimeout(() => void thread.terminate(), stopGraceMs);
  await ended;
  clearTimeout(timer);
}
