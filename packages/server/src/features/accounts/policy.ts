// What a refresh token is worth when it comes: a pure decision over its row.
import type { sessions } from '../../database/schema.ts';

export type SessionRow = typeof sessions.$inferSelect;

/**
 * `continue`: the next token of its family. `ended`: nothing any more. `stolen`: a token that was exchanged long ago
 * came again, so two hold it; the family is revoked.
 */
export type Verdict = 'continue' | 'ended' | 'stolen';

const dayMs = 24 * 60 * 60_000;

/** Since it was last gone on with, and since its sign-in: then somebody signs in again. */
const idleDays = 7;
const mostDays = 30;

/** Until when a token holds that is made now. */
export function holdsUntil({ begunAt, now }: { readonly begunAt: Date; readonly now: Date }): Date {
  return new Date(Math.min(now.getTime() + idleDays * dayMs, begunAt.getTime() + mostDays * dayMs));
}

/** Two tabs that wake up together send the same token; both are the same person, and neither is signed out. */
const tabsGraceMs = 10_000;

/** Two processes on one database, whose clocks are not quite alike. */
const clocksApartMs = 2_000;

export function judge(row: SessionRow, now: Date): Verdict {
  if (row.revokedAt !== null || row.expiresAt <= now) return 'ended';
  if (row.usedAt === null) return 'continue';
  const since = now.getTime() - row.usedAt.getTime();
  // A clock that was set back says nothing about how long ago it was: then nothing is taken for two tabs.
  return since >= -clocksApartMs && since <= tabsGraceMs ? 'continue' : 'stolen';
}
