// Letters on their way: a row until the mail server has them.
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at, id } from './columns.ts';

/** Of an invitation with its id. A kill between what a letter tells and its sending loses none that has a row. */
export const outgoingLetters = pgTable(
  'outgoing_letters',
  {
    id: id(),
    /** Sealed: links in it let people in. */
    letter: text('letter').notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: at('created_at').notNull(),
    /** A letter whose link is good no more is not sent. */
    expiresAt: at('expires_at').notNull(),
    /** Whoever sends it has until then. */
    nextAttemptAt: at('next_attempt_at').notNull(),
  },
  (table) => [index('outgoing_letters_due').on(table.nextAttemptAt)],
);
