// Now and then: what was deleted long enough ago is removed.
import { loggable } from '../../loggable.ts';
import type { Services } from '../../services.ts';
import { sweepDatasets } from '../datasets/actions.ts';
import { sweepDeleted } from './actions.ts';

const everyMs = 60 * 60 * 1000;

export interface Sweeper {
  /** Waits for a sweep that is under way. */
  close(): Promise<void>;
}

export function startSweeper(services: Services): Sweeper {
  let sweeping = Promise.resolve();
  const sweep = (): void => {
    sweeping = sweeping
      .then(() => sweepDeleted(services))
      .then(() => sweepDatasets(services))
      .catch((error: unknown) => console.error(loggable(error)));
  };
  sweep();
  const timer = setInterval(sweep, everyMs);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await sweeping;
    },
  };
}
