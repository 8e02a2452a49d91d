// Letters as files keep the port's promises, and those that only files can break.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailSuite } from '../../ports/mail.suite.ts';
import { lettersIn } from '../../testing/letters.ts';
import { systemClock } from '../clock.ts';
import { outboxMail } from './outbox.ts';

let folder: string;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'mixmodel-mail-')), 'outbox');
});
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

mailSuite('letters as files', () => ({
  mail: outboxMail(folder, systemClock),
  received: async (to) => (await lettersIn(folder)).filter((letter) => letter.to === to),
}));

test('only the owner of the folder may read them', async () => {
  await outboxMail(folder, systemClock).send({ to: 'a@example.com', subject: 'Secret', text: 'x\n' });
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  for (const name of await readdir(folder)) {
    expect(name).toMatch(/\.eml$/);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  }
});

test('what a killed process left half written is gone with the next letter', async () => {
  await writeFile(join(folder, 'half.eml.part'), 'Subject: Sec');
  await outboxMail(folder, systemClock).send({ to: 'a@example.com', subject: 'Whole', text: 'x\n' });
  expect((await readdir(folder)).filter((name) => !name.endsWith('.eml'))).toEqual([]);
});
