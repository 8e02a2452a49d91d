// Secrets that somebody carries: random, shown once, known here by their hash alone.
import { createHash, randomBytes } from 'node:crypto';

export interface Token {
  readonly token: string;
  readonly tokenHash: string;
}

/** 256 random bits after `prefix`. */
export function newToken(prefix = ''): Token {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOf(token) };
}

/** Random bits need no slow hash. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What API keys begin with: whoever finds one can tell what it is. */
export const keyPrefix = 'mm_';
