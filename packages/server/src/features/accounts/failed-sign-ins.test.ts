// Counting failed sign-ins: ten a minute, and no longer than that where the clock is set back.
import { expect, test } from 'vitest';
import { failedSignIns } from './failed-sign-ins.ts';

test('a clock that is set back lets nobody wait until it has caught up', () => {
  let time = 10_000_000;
  const failed = failedSignIns({ rateFactor: 1 }, { now: () => new Date(time) });
  const begin = () => failed.begin('anna@example.com');
  for (let i = 0; i < 10; i++) begin();
  expect(begin).toThrow('too_many_sign_ins');
  time -= 3_600_000;
  expect(begin).not.toThrow();
  for (let i = 1; i < 10; i++) begin();
  expect(begin).toThrow('too_many_sign_ins');
});
