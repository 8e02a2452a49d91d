// The one-time code of the first owner: printed at start, kept until somebody has used it.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keepSecret } from '../../secrets.ts';

/** Without letters and digits that people take for each other. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const groups = 3;
const lettersEach = 4;

const fileIn = (dataDir: string) => join(dataDir, 'owner-code');

/** The code that waits to be used; made when there is none. */
export function ownerCode(dataDir: string): Promise<string> {
  return keepSecret(fileIn(dataDir), makeCode);
}

export async function forgetOwnerCode(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true });
}

/** Compared in constant time, as people type it: any case, with or without dashes. */
export async function isOwnerCode(given: string, dataDir: string): Promise<boolean> {
  const kept = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined);
  return kept !== undefined && timingSafeEqual(digest(given), digest(kept));
}

function digest(code: string): Buffer {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(letters).digest();
}

function makeCode(): string {
  const letter = () => alphabet[randomInt(alphabet.length)];
  const group = () => Array.from({ length: lettersEach }, letter).join('');
  return Array.from({ length: groups }, group).join('-');
}
