// The mark of a browser that has signed in to an account before, whose tries nobody else can use up.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Services } from '../../services.ts';
import type { AccountRow } from './queries.ts';

const yearMs = 365 * 24 * 3_600_000;

type Holder = Pick<AccountRow, 'id' | 'passwordHash'>;

type Needs = Pick<Services, 'clock' | 'encryptionKey'>;

/** For one account, a year, and as long as its password stays: marks cannot be collected under one and used on the next. */
export function newMark(holder: Holder, needs: Needs): { readonly mark: string; readonly until: Date } {
  const until = new Date(needs.clock.now().getTime() + yearMs);
  const about = `${until.getTime()}.${randomBytes(12).toString('base64url')}`;
  return { mark: `${about}.${signed(about, holder, needs)}`, until };
}

/** What tells the browser from others of the account; undefined where the mark is none of the account, or too old. */
export function deviceOfMark(
  mark: string | undefined,
  holder: Holder | undefined,
  needs: Needs,
): string | undefined {
  const [, about = '', until = '', signature = ''] = /^((\d+)\.[\w-]+)\.([\w-]+)$/.exec(mark ?? '') ?? [];
  if (holder === undefined || Number(until) <= needs.clock.now().getTime()) return undefined;
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signed(about, holder, needs))];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? about : undefined;
}

function signed(about: string, { id, passwordHash }: Holder, { encryptionKey }: Needs): string {
  const parts = ['known device', id, passwordHash ?? '', about];
  return createHmac('sha256', encryptionKey).update(parts.join('\0')).digest('base64url');
}
