// The short form of `npm run chaos`: a kill in an upload and one between draws and results, and the report of the long form.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { type House, killInAssembly, killInUpload } from './kills.ts';
import { randomOf } from './random.ts';
import { chaosKey, reportFile } from './report.ts';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mixmodel-chaos-'));
  house = await openHouse(join(folder, 'data'), 1);
});
afterAll(async () => {
  await house?.server.kill();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['an upload', killInUpload],
  ['the storing of a result', killInAssembly],
])(
  'kill -9 during %s: what was acknowledged is there, to the bit, and nothing is left behind',
  async (_, kill) => {
    house.random = randomOf(1);
    await kill(house);
    expect(house.ledger.datasets.size).toBeGreaterThan(0);
  },
  120_000,
);

test('the report of the long form was made by these faults (npm run chaos -- --rounds 20 --report)', () => {
  const report = readFileSync(reportFile, 'utf8');
  expect(/<!-- chaos ([0-9a-f]{12}) -->/.exec(report)?.[1]).toBe(chaosKey());
  expect(report).not.toContain('not good');
});
