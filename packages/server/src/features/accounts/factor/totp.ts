// Codes of authenticator apps (RFC 6238), and the recovery codes that stand in for a lost one.
import { createHmac, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

/** A code of the half minute before and after counts as well: clocks differ, and people type. */
const toleratedSteps = 1;

function totpOf(secret: string, label: string): TOTP {
  // What every app understands: SHA-1, six digits, half a minute.
  return new TOTP({ issuer: 'MixModel', label, secret: Secret.fromBase32(secret), period: periodSeconds });
}

export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What a QR code holds. */
export function enrolmentUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** Number of the half minute the code belongs to; undefined when it is of none that counts. */
export function stepOf(code: string, secret: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: toleratedSteps });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

export const recoveryCodeCount = 10;

/** Without letters and digits that people take for each other. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function newRecoveryCodes(): string[] {
  const letters = (n: number) =>
    Array.from({ length: n }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => `${letters(5)}-${letters(5)}`);
}

/** In any case, with or without what stands between the groups. */
function plain(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Digits only: of an app. Recovery codes are longer. */
export function appCode(code: string): string | undefined {
  const digits = plain(code);
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** With a key: fifty random bits alone could be found again from a hash that leaked. */
export function recoveryHash(code: string, accountId: string, key: Uint8Array): string {
  return createHmac('sha256', key)
    .update(`recovery code of ${accountId}: ${plain(code)}`)
    .digest('hex');
}
