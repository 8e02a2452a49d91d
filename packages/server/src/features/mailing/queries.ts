// What the sending of letters asks of the database.
import { asc, eq, gt, inArray, lte, or } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { outgoingLetters } from '../../database/schema.ts';
import type { SystemScope } from '../../http/scope.ts';

export type LetterRow = typeof outgoingLetters.$inferSelect;

const most = 20;

export async function insertLetter(
  tx: Database | Transaction,
  _scope: SystemScope,
  row: Omit<LetterRow, 'attempts'>,
): Promise<void> {
  await tx.insert(outgoingLetters).values(row);
}

interface Round {
  readonly now: Date;
  /** Until when they are the taker's. */
  readonly until: Date;
  /** What lies further ahead was set by a clock that has been set back since. */
  readonly beyond: Date;
}

/** Letters whose time has come, the oldest first; to another taker they are not due meanwhile. */
export async function takeDueLetters(
  database: Database,
  _scope: SystemScope,
  { now, until, beyond }: Round,
): Promise<LetterRow[]> {
  const isDue = or(lte(outgoingLetters.nextAttemptAt, now), gt(outgoingLetters.nextAttemptAt, beyond));
  const due = database
    .select({ id: outgoingLetters.id })
    .from(outgoingLetters)
    .where(isDue)
    .orderBy(asc(outgoingLetters.createdAt))
    .limit(most);
  return database
    .update(outgoingLetters)
    .set({ nextAttemptAt: until })
    .where(inArray(outgoingLetters.id, due))
    .returning();
}

export async function postponeLetter(
  database: Database,
  _scope: SystemScope,
  letterId: string,
  later: Pick<LetterRow, 'attempts' | 'nextAttemptAt'>,
): Promise<void> {
  await database.update(outgoingLetters).set(later).where(eq(outgoingLetters.id, letterId));
}

export async function deleteLetters(
  tx: Database | Transaction,
  _scope: SystemScope,
  letterIds: readonly string[],
): Promise<void> {
  if (letterIds.length > 0)
    await tx.delete(outgoingLetters).where(inArray(outgoingLetters.id, [...letterIds]));
}
