// How often one network address may ask: seldom where passwords are tried and files are sent, freely elsewhere.
import rateLimit from '@fastify/rate-limit';
import type { Config } from '../config.ts';
import { refuse } from '../refuse.ts';
import type { App } from './app.ts';
import { networkOf } from './network.ts';
import { RequestCounts } from './request-counts.ts';

const minute = 60_000;

/** Pages that watch a run ask every second or so; several tabs do. */
const everywhere = 1200;

export async function rateLimits(app: App, config: Config): Promise<void> {
  await app.register(rateLimit, {
    ...perMinute(everywhere, config),
    keyGenerator: ({ ip }) => networkOf(ip),
    store: RequestCounts,
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
    errorResponseBuilder: (_request, { max, ttl }) =>
      refuse('too_many_requests', {
        facts: { most: max, window: '1 minute', seconds: Math.max(1, Math.ceil(ttl / 1000)) },
      }),
  });
}

/** For `config.rateLimit` of a route: its own count for each address. */
export function perMinute(most: number, { rateFactor }: Config): { max: number; timeWindow: number } {
  return { max: most * rateFactor, timeWindow: minute };
}
