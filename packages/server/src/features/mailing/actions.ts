// Letters on their way: kept sealed until the mail server has them, so that a kill or a mail server that rests loses none.
import { setImmediate } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../database/connection.ts';
import { system } from '../../http/scope.ts';
import { loggable } from '../../loggable.ts';
import type { Letter } from '../../ports/mail.ts';
import { seal, unseal } from '../../secrets.ts';
import type { Services } from '../../services.ts';
import { deleteLetters, insertLetter, type LetterRow, postponeLetter, takeDueLetters } from './queries.ts';

const minute = 60_000;
const hour = 60 * minute;

/** So long a letter is its sender's; a mail server that takes longer, a little at a time, may get it twice. */
const attemptMs = 5 * minute;

/** After an attempt that failed: twice as long each time. */
const longestPauseMs = 4 * hour;
const pauseAfter = (attempts: number) => Math.min(attemptMs * 2 ** attempts, longestPauseMs);

const dayMs = 24 * hour;

export interface Lasting {
  /** So long it is worth sending; a day where nothing is said. */
  readonly lastsMs?: number;
}

/** With a transaction, the letter is there with what it tells or not at all. Whoever keeps it then hands it on. */
export async function keepLetter(
  tx: Database | Transaction,
  { id, letter, lastsMs = dayMs }: Lasting & { readonly id: string; readonly letter: Letter },
  { clock, encryptionKey }: Services,
): Promise<void> {
  const createdAt = clock.now();
  const inMs = (ms: number) => new Date(createdAt.getTime() + ms);
  await insertLetter(tx, system, {
    id,
    letter: seal(JSON.stringify(letter), id, encryptionKey),
    createdAt,
    expiresAt: inMs(lastsMs),
    nextAttemptAt: inMs(attemptMs),
  });
}

/** To the mail server; what it has is kept no more. A letter may go twice, if the program ends in between. */
export async function handOn(letterId: string, letter: Letter, { mail, database }: Services): Promise<void> {
  await mail.send(letter);
  await deleteLetters(database, system, [letterId]);
}

/** Of what is taken back. */
export function dropLetters(tx: Transaction, letterIds: readonly string[]): Promise<void> {
  return deleteLetters(tx, system, letterIds);
}

/** The answer does not wait for it, as only some answers have a letter to wait for. */
export function post(letter: Letter, services: Services, lasting: Lasting = {}): void {
  services.background.start(async () => {
    // The database works in this thread: it begins when the answer has gone.
    await setImmediate();
    const id = v7();
    await keepLetter(services.database, { id, letter, ...lasting }, services);
    await handOn(id, letter, services);
  });
}

/** One round: letters that nobody is sending and that were not sent. */
export async function sendLetters(services: Services): Promise<void> {
  const { database, clock } = services;
  const now = clock.now();
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  const round = { now, until: inMs(attemptMs), beyond: inMs(longestPauseMs) };
  const due = await takeDueLetters(database, system, round);
  await Promise.all(due.map((row) => sendOne(row, services)));
}

async function sendOne(row: LetterRow, services: Services): Promise<void> {
  const { database, clock, encryptionKey } = services;
  if (row.expiresAt <= clock.now()) return deleteLetters(database, system, [row.id]);
  try {
    const letter = JSON.parse(unseal(row.letter, row.id, encryptionKey)) as Letter;
    await handOn(row.id, letter, services);
  } catch (error) {
    console.error(loggable(error));
    const nextAttemptAt = new Date(clock.now().getTime() + pauseAfter(row.attempts));
    await postponeLetter(database, system, row.id, { attempts: row.attempts + 1, nextAttemptAt });
  }
}
