// What is sealed opens with its key and in its place only.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './secrets.ts';

const key = randomBytes(32);

test('a sealed text opens where it belongs, and nowhere else', () => {
  const sealed = seal('größe', 'account 1', key);
  expect(unseal(sealed, 'account 1', key)).toBe('größe');
  expect(seal('größe', 'account 1', key)).not.toBe(sealed);
  expect(() => unseal(sealed, 'account 2', key)).toThrow();
  expect(() => unseal(sealed, 'account 1', randomBytes(32))).toThrow();
  const changed = Buffer.from(sealed, 'base64url').map((byte, i) => (i === 28 ? byte ^ 1 : byte));
  expect(() => unseal(Buffer.from(changed).toString('base64url'), 'account 1', key)).toThrow();
});
