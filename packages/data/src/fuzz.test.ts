// Whatever the bytes, an answer comes back: findings, never a crash.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, csv, healthy } from '../fixtures/weekly.ts';
import { hasErrors } from './finding.ts';
import { prepare } from './prepare.ts';

const answered = async (bytes: Uint8Array) => {
  const { data, findings } = await prepare(bytes);
  expect(data === undefined).toBe(hasErrors(findings));
};

test('any bytes at all are answered', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), answered), { numRuns: 200 });
});

test('any text cut into cells is answered', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'date',
      'revenue',
      'tv_spend',
      'geo',
      '2024-01-01',
      '01/02/2024',
      '1,234',
      '-5',
      '1e999',
      '"',
      'na',
      '__proto__',
    ),
    fc.string({ maxLength: 6 }),
    fc.double().map(String),
  );
  const table = fc.array(
    fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(',')),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(table, (rows) => answered(bytesOf(rows.join('\n')))),
    { numRuns: 400 },
  );
});

test('a healthy file with any byte changed is answered', async () => {
  const good = bytesOf(csv(healthy, { rows: 60 }));
  const spot = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
  const spoil = async (spots: readonly { at: number; byte: number }[]) => {
    const bytes = good.slice();
    for (const { at, byte } of spots) bytes[at] = byte;
    await answered(bytes);
  };
  await fc.assert(fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 8 }), spoil), { numRuns: 150 });
});
