// Counting tries in windows of time, each under a name: in memory, and for so many names at most.
import type { Clock } from '../../ports/clock.ts';

/** So many names are remembered at once; beyond that the one that has been counted longest is forgotten. */
const mostNames = 100_000;

interface Window {
  readonly since: number;
  count: number;
}

export interface Windows {
  /** How many are taken of one name in a window. */
  readonly most: number;
  /** Counts one more; where there were as many as are taken, how many seconds to wait. */
  take(name: string): number | undefined;
  /** Counts one less. */
  giveBack(name: string): void;
  forget(name: string): void;
}

export function windows({ most, windowMs }: { most: number; windowMs: number }, clock: Clock): Windows {
  const counted = new Map<string, Window>();
  return {
    most,
    take(name) {
      const now = clock.now().getTime();
      const found = counted.get(name);
      // A clock that was set back begins a new window, instead of one that lasts until it has caught up.
      if (found === undefined || now - found.since >= windowMs || now < found.since) {
        // Removed first, so that the order of the map is that of time.
        counted.delete(name);
        counted.set(name, { since: now, count: 1 });
        forgetOldest(counted);
        return undefined;
      }
      if (found.count >= most) return Math.max(1, Math.ceil((found.since + windowMs - now) / 1000));
      found.count += 1;
      return undefined;
    },
    giveBack(name) {
      const found = counted.get(name);
      if (found !== undefined) found.count = Math.max(0, found.count - 1);
    },
    forget(name) {
      counted.delete(name);
    },
  };
}

function forgetOldest(counted: Map<string, Window>): void {
  const [oldest] = counted.keys();
  if (counted.size > mostNames && oldest !== undefined) counted.delete(oldest);
}
