// How often signing in with one address may fail: whoever guesses from many machines guesses at one account.
import type { Config } from '../../config.ts';
import type { Clock } from '../../ports/clock.ts';
import { refuse } from '../../refuse.ts';
import { emailKey } from './email-key.ts';

const windowMs = 60_000;
const most = 10;

/** So many addresses are remembered at once; guessing at more makes the oldest be forgotten. */
const mostAddresses = 100_000;

interface Failures {
  readonly since: number;
  count: number;
}

export interface FailedSignIns {
  /** Throws when there were too many. Counted before the password is looked at: guesses may come all at once. */
  begin(email: string): void;
  succeed(email: string): void;
}

/** In memory, and alike for addresses there is no account of: a limit that only accounts have would name them. */
export function failedSignIns({ rateFactor }: Pick<Config, 'rateFactor'>, clock: Clock): FailedSignIns {
  const failures = new Map<string, Failures>();
  const limit = most * rateFactor;
  return {
    begin(email) {
      const key = emailKey(email);
      const now = clock.now().getTime();
      const found = failures.get(key);
      // A clock that was set back begins a new window, instead of one that lasts until it has caught up.
      if (found === undefined || now - found.since >= windowMs || now < found.since) {
        // Removed first, so that the order of the map is that of time.
        failures.delete(key);
        failures.set(key, { since: now, count: 1 });
        forgetOldest(failures);
        return;
      }
      if (found.count >= limit) {
        const seconds = Math.max(1, Math.ceil((found.since + windowMs - now) / 1000));
        throw refuse('too_many_sign_ins', { facts: { most: limit, window: '1 minute', seconds } });
      }
      found.count += 1;
    },
    succeed(email) {
      failures.delete(emailKey(email));
    },
  };
}

function forgetOldest(failures: Map<string, Failures>): void {
  const [oldest] = failures.keys();
  if (failures.size > mostAddresses && oldest !== undefined) failures.delete(oldest);
}
