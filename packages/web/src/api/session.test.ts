// The session: one refresh for all who wait, and what happens when it has ended.
import type { SessionView } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { offline } from './problem.ts';
import { createSession, type SessionOptions } from './session.ts';

type Outcome = Awaited<ReturnType<SessionOptions['renew']>>;

const account = { id: 'a', email: 'ana@example.com', name: 'Ana', operator: true, workspaces: [] };
const sessionWith = (accessToken: string): SessionView => ({
  accessToken,
  expiresAt: '2026-01-01T00:15:00.000Z',
  account,
});
const given = (accessToken: string): Outcome => ({ kind: 'session', session: sessionWith(accessToken) });
const ended: Outcome = { kind: 'ended', reason: 'The session has ended.' };

/** A session whose refreshes are answered by hand, and whose clock is set by hand. */
function sessionByHand() {
  const asked: { answer: (outcome: Outcome) => void }[] = [];
  const clock = { ms: 0 };
  const remembered: boolean[] = [];
  const session = createSession({
    renew: () => new Promise((answer) => asked.push({ answer })),
    now: () => clock.ms,
    remember: (signedIn) => remembered.push(signedIn),
  });
  return { session, asked, clock, remembered };
}

test('many requests that were refused at once wait for one refresh and get the same new token', async () => {
  const { session, asked } = sessionByHand();
  session.begin(sessionWith('old'));
  const waiting = [session.renewed('old'), session.renewed('old'), session.renewed('old')];
  expect(asked).toHaveLength(1);
  asked[0]?.answer(given('new'));
  expect(await Promise.all(waiting)).toEqual(['new', 'new', 'new']);
});

test('a request refused with a token that has been replaced meanwhile takes the present one without asking', async () => {
  const { session, asked } = sessionByHand();
  session.begin(sessionWith('old'));
  session.begin(sessionWith('new'));
  expect(await session.renewed('old')).toBe('new');
  expect(asked).toHaveLength(0);
});

test('when the session ends under an open page, requests wait until the person signs in again', async () => {
  const { session, asked } = sessionByHand();
  session.begin(sessionWith('old'));
  const first = session.renewed('old');
  asked[0]?.answer(ended);
  await expect.poll(() => session.state().status).toBe('expired');
  const second = session.renewed(null);
  expect(asked).toHaveLength(1);
  session.begin(sessionWith('again'));
  expect(await Promise.all([first, second])).toEqual(['again', 'again']);
  expect(session.state()).toEqual({ status: 'signed_in', account });
});

test('who leaves instead of signing in again ends the waiting requests without a token', async () => {
  const { session, asked, remembered } = sessionByHand();
  session.begin(sessionWith('old'));
  const waiting = session.renewed('old');
  asked[0]?.answer(ended);
  await expect.poll(() => session.state().status).toBe('expired');
  session.end();
  expect(await waiting).toBeNull();
  expect(session.state().status).toBe('signed_out');
  expect(remembered).toEqual([true, false]);
});

test('a refresh token that ended before the first page means signed out, not expired', async () => {
  const { session, asked } = sessionByHand();
  const restored = session.restore();
  asked[0]?.answer(ended);
  await restored;
  expect(session.state()).toEqual({ status: 'signed_out' });
});

test('a server that does not answer ends nothing: the next request asks again', async () => {
  const { session, asked } = sessionByHand();
  session.begin(sessionWith('old'));
  const first = session.renewed('old');
  asked[0]?.answer({ kind: 'problem', problem: offline() });
  await expect(first).rejects.toMatchObject({ code: 'web.offline' });
  expect(session.state().status).toBe('signed_in');
  const second = session.renewed('old');
  asked[1]?.answer(given('new'));
  expect(await second).toBe('new');
});

test('a long upload takes a fresh token once most of the old one’s life is over', async () => {
  const { session, asked, clock } = sessionByHand();
  session.begin(sessionWith('old'));
  clock.ms = 9 * 60_000;
  expect(await session.freshToken()).toBe('old');
  clock.ms = 11 * 60_000;
  const fresh = session.freshToken();
  asked[0]?.answer(given('new'));
  expect(await fresh).toBe('new');
});
