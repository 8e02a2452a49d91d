// Now and then: what was deleted long enough ago is removed.
import { loggable } from '../../loggable.ts';
import { periodically } from '../../periodically.ts';
import type { Services } from '../../services.ts';
import { sweepDatasets } from '../datasets/actions.ts';
import { sweepDeleted } from './actions.ts';

const everyMs = 60 * 60 * 1000;

export interface Sweeper {
  /** Waits for a sweep that is under way. */
  close(): Promise<void>;
}

/** At once, for a server that is started more often than it sweeps, and then every hour. */
export function startSweeper(services: Services): Sweeper {
  const sweep = async (): Promise<void> => {
    await sweepDeleted(services);
    await sweepDatasets(services);
  };
  const first = sweep().catch((error: unknown) => console.error(loggable(error)));
  const later = periodically(everyMs, sweep);
  return {
    async close() {
      await first;
      await later.close();
    },
  };
}
