// How often each address has asked, by a time that never goes back.
import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** Addresses remembered at once; beyond that the one that has been counted longest is forgotten. */
const mostAddresses = 5000;

interface Count {
  readonly since: number;
  current: number;
}

type Told = (error: Error | null, result?: { current: number; ttl: number }) => void;

/**
 * A window for each address, as the plugin's own store has. Its own goes by the clock of the system: where that is set
 * back an hour, a window of a minute lasts an hour and a minute.
 */
export class RequestCounts implements FastifyRateLimitStore {
  readonly #counts = new Map<string, Count>();

  incr(address: string, tell: Told, windowMs: number): void {
    const now = performance.now();
    const found = this.#counts.get(address);
    if (found !== undefined && now - found.since < windowMs) {
      found.current += 1;
      tell(null, { current: found.current, ttl: windowMs - (now - found.since) });
      return;
    }
    // Removed first, so that the order of the map is that of time.
    this.#counts.delete(address);
    this.#counts.set(address, { since: now, current: 1 });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > mostAddresses && oldest !== undefined) this.#counts.delete(oldest);
    tell(null, { current: 1, ttl: windowMs });
  }

  child(): RequestCounts {
    return new RequestCounts();
  }
}
