// Base64 against Node's own decoder.
import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { decodeBase64 } from './base64.ts';

test.each([0, 1, 2, 3, 4, 5, 255, 256])('%i bytes of every value come back', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 167 + 250) % 256);
  expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
});
