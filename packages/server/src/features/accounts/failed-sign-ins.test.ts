// Counting failed sign-ins: so many a minute, and no longer than that where the clock is set back; who holds up whom.
import { expect, test } from 'vitest';
import { failedSignIns, type Tried } from './failed-sign-ins.ts';

test('a clock that is set back lets nobody wait until it has caught up', () => {
  let time = 10_000_000;
  const failed = failedSignIns({ rateFactor: 1 }, { now: () => new Date(time) });
  const begin = () => failed.begin('anna@example.com', { network: '10.0.0.1' });
  for (let i = 0; i < 10; i++) begin();
  expect(begin).toThrow('too_many_sign_ins');
  time -= 3_600_000;
  expect(begin).not.toThrow();
  for (let i = 1; i < 10; i++) begin();
  expect(begin).toThrow('too_many_sign_ins');
});

test('strangers together have twenty tries, one of them ten; a known browser has its own, and gives none away', () => {
  const failed = failedSignIns({ rateFactor: 1 }, { now: () => new Date(0) });
  const attempt = (by: Tried, email = 'anna@example.com') => failed.begin(email, by);
  const tries = (by: Tried) => {
    for (let i = 0; ; i++)
      try {
        attempt(by);
      } catch {
        return i;
      }
  };
  expect(tries({ network: '10.0.0.1' })).toBe(10);
  // Right passwords are no failures, and forgive no others.
  for (let i = 0; i < 30; i++) attempt({ network: '10.0.0.2' })();
  expect(tries({ network: '10.0.0.3' })).toBe(10);
  expect(tries({ network: '10.0.0.4' })).toBe(0);
  for (const known of ['a session', 'a browser']) expect(tries({ known })).toBe(10);
  expect(() => attempt({ network: '10.0.0.4' }, 'boris@example.com')).not.toThrow();
});
