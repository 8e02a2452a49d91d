// Who is signed in: the access token in memory, one silent refresh for everyone who waits, and what happens when it ends.
import type { AccountView, SessionView } from '@mixmodel/contract';
import { type ApiProblem, offline, problemFrom } from './problem.ts';

export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed_out' }
  | { readonly status: 'signed_in'; readonly account: AccountView }
  /** The refresh token ended under an open page: requests wait until the same person signs in again. */
  | { readonly status: 'expired'; readonly account: AccountView; readonly reason: string | null };

type Outcome =
  | { readonly kind: 'session'; readonly session: SessionView }
  | { readonly kind: 'ended'; readonly reason: string | null }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };

export interface SessionOptions {
  /** Asks for a new access token; `ended` when the refresh token is no longer good. */
  readonly renew: () => Promise<Outcome>;
  /** Milliseconds that only grow; differences are used. */
  readonly now: () => number;
  readonly remember?: (signedIn: boolean) => void;
}

/** Tokens live 15 minutes; long uploads and streams take a fresh one rather than be cut off at the start. */
const freshForMs = 10 * 60_000;

export function createSession({ renew, now, remember }: SessionOptions) {
  let state: SessionState = { status: 'unknown' };
  let token: { value: string; at: number } | null = null;
  let renewing: Promise<string | null> | null = null;
  let waiting: ((token: string | null) => void)[] = [];
  const listeners = new Set<() => void>();

  function become(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function begin(session: SessionView): void {
    token = { value: session.accessToken, at: now() };
    remember?.(true);
    become({ status: 'signed_in', account: session.account });
    settle(session.accessToken);
  }

  function settle(value: string | null): void {
    const those = waiting;
    waiting = [];
    for (const go of those) go(value);
  }

  function end(): void {
    token = null;
    remember?.(false);
    become({ status: 'signed_out' });
    settle(null);
  }

  async function renewOnce(): Promise<string | null> {
    const outcome = await renew();
    if (outcome.kind === 'problem') throw outcome.problem;
    if (outcome.kind === 'session') {
      begin(outcome.session);
      return outcome.session.accessToken;
    }
    token = null;
    if (state.status !== 'signed_in' && state.status !== 'expired') {
      end();
      return null;
    }
    become({ status: 'expired', account: state.account, reason: outcome.reason });
    return new Promise((resolve) => waiting.push(resolve));
  }

  /** A token other than `stale`, or null when nobody is signed in. Everyone who asks meanwhile gets the same answer. */
  function renewed(stale: string | null): Promise<string | null> {
    if (token && token.value !== stale) return Promise.resolve(token.value);
    if (state.status === 'expired') return new Promise((resolve) => waiting.push(resolve));
    renewing ??= renewOnce().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  return {
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The token to send now, without asking anyone. */
    token: () => token?.value ?? null,
    /** A token with most of its life ahead. */
    async freshToken(): Promise<string | null> {
      if (token && now() - token.at < freshForMs) return token.value;
      return renewed(token?.value ?? null);
    },
    renewed,
    begin,
    end,
    /** Once at start: is there a refresh cookie that still holds? */
    async restore(): Promise<void> {
      if (state.status === 'unknown') await renewed(null);
    },
    /** Known without asking: nobody has signed in with this browser. */
    nobody: end,
  };
}

const mark = 'mixmodel.signed_in';

/** Only whether somebody signed in here, so that a first visit asks for no token. The token itself is never stored. */
function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(mark) === '1';
  } catch {
    return true;
  }
}

function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(mark, '1');
    else localStorage.removeItem(mark);
  } catch {
    // Storage is blocked: the next start asks the server.
  }
}

/** Protects nothing, as the server does not read it: SameSite=Strict and the Origin it checks keep other sites out. */
export const ownPage = { 'x-requested-with': 'mixmodel' } as const;

async function askForToken(): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch('/api/v1/sessions/refresh', { method: 'POST', headers: ownPage });
  } catch {
    return { kind: 'problem', problem: offline() };
  }
  if (response.ok) return { kind: 'session', session: (await response.json()) as SessionView };
  const problem = problemFrom(response.status, await response.text());
  if (problem.status !== 401) return { kind: 'problem', problem };
  // That it ended needs no reason; that someone else may hold its token does.
  return { kind: 'ended', reason: problem.code === 'session_reused' ? problem.message : null };
}

/** Refresh tokens rotate: two tabs that used the same one at once would look like theft. So tabs take turns. */
const renewInTurn = () =>
  'locks' in navigator ? navigator.locks.request('mixmodel.refresh', askForToken) : askForToken();

export const session = createSession({
  renew: renewInTurn,
  now: () => performance.now(),
  remember: rememberSignedIn,
});

/** Before the first page: settles who is signed in. Throws only when the server cannot be reached. */
export async function restoreSession(): Promise<SessionState> {
  if (session.state().status === 'unknown') {
    if (wasSignedIn()) await session.restore();
    else session.nobody();
  }
  return session.state();
}

/** Signing out in one tab signs out the others. */
export function followOtherTabs(): void {
  addEventListener('storage', (event) => {
    if (event.key === mark && event.newValue === null && session.state().status === 'signed_in')
      session.end();
  });
}
