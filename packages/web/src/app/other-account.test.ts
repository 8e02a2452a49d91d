// What one account has seen or typed is not there for the next.
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { createSession } from '../api/session.ts';
import { placeOf, readSettings, untouched } from '../features/runs/configure/stored.ts';
import { forgetWithAccount } from './other-account.ts';

const sessionOf = (id: string) => ({
  accessToken: `token of ${id}`,
  expiresAt: '2026-01-01T00:15:00.000Z',
  account: { id, email: `${id}@example.com`, name: id, operator: false, workspaces: [] },
});

/** A tab in which Ana has read `runs` and typed a name. */
function tab() {
  const kept = new Map([[placeOf('ana', 'd'), JSON.stringify({ name: 'Secret' })]]);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  });
  const session = createSession({ renew: async () => ({ kind: 'ended', reason: null }), now: () => 0 });
  const queryClient = new QueryClient();
  const then = vi.fn();
  forgetWithAccount(session, queryClient, then);
  session.begin(sessionOf('ana'));
  queryClient.setQueryData(['runs'], 'seen by Ana');
  const left = () => ({
    seen: queryClient.getQueryData(['runs']),
    typed: readSettings(placeOf('ana', 'd')).name,
    told: then.mock.calls.length,
  });
  return { session, left };
}

afterEach(() => vi.unstubAllGlobals());

test('signing out forgets both', () => {
  const { session, left } = tab();
  session.end();
  expect(left()).toEqual({ seen: undefined, typed: untouched.name, told: 1 });
});

test('so does signing in as another, with no signing out between', () => {
  const { session, left } = tab();
  session.begin(sessionOf('bo'));
  expect(left()).toEqual({ seen: undefined, typed: untouched.name, told: 1 });
});

test('a new token, or the same person signing in again after the session ended, forgets nothing', async () => {
  const { session, left } = tab();
  session.begin(sessionOf('ana'));
  void session.renewed('token of ana');
  await expect.poll(() => session.state().status).toBe('expired');
  session.begin(sessionOf('ana'));
  expect(left()).toEqual({ seen: 'seen by Ana', typed: 'Secret', told: 0 });
});
