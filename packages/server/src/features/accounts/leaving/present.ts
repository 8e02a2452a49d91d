// Keys, shared links and webhooks of somebody in the file of their account: no secret, and of an address its host.
import type { AccountExport } from '@mixmodel/contract';
import type { Kept } from './queries.ts';

type MadeForOthers = Pick<AccountExport, 'keys' | 'shares' | 'webhooks'>;

export function madeForOthers({
  keys,
  shares,
  webhooks,
}: Pick<Kept, 'keys' | 'shares' | 'webhooks'>): MadeForOthers {
  return {
    keys: keys.map(({ createdAt, expiresAt, lastUsedAt, revokedAt, ...key }) => ({
      ...key,
      createdAt: createdAt.toISOString(),
      expiresAt: timeOf(expiresAt),
      lastUsedAt: timeOf(lastUsedAt),
      revokedAt: timeOf(revokedAt),
    })),
    shares: shares.map(({ createdAt, expiresAt, revokedAt, lastViewedAt, ...share }) => ({
      ...share,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: timeOf(revokedAt),
      lastViewedAt: timeOf(lastViewedAt),
    })),
    webhooks: webhooks.map(({ url, events, createdAt, ...webhook }) => ({
      ...webhook,
      host: new URL(url).host,
      events: [...events],
      createdAt: createdAt.toISOString(),
    })),
  };
}

const timeOf = (at: Date | null) => at?.toISOString() ?? null;
