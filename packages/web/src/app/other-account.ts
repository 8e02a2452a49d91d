// What one account has seen and typed is gone before the next one looks: at signing out, and at signing in as another.
import type { QueryClient } from '@tanstack/react-query';
import type { SessionState } from '../api/session.ts';
import { forgetAllSettings } from '../features/runs/configure/stored.ts';

interface Watched {
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
}

const accountOf = (state: SessionState): string | null => ('account' in state ? state.account.id : null);

/** `then` is called after everything is forgotten; returns what ends the watch. */
export function forgetWithAccount(session: Watched, queryClient: QueryClient, then: () => void): () => void {
  let before = accountOf(session.state());
  return session.subscribe(() => {
    const state = session.state();
    const now = accountOf(state);
    const left = before !== null && now !== before;
    before = now;
    if (!left && state.status !== 'signed_out') return;
    queryClient.clear();
    // A reload that finds its session ended is not a sign-out: what was typed waits, under its account, for who comes back.
    if (left) forgetAllSettings();
    then();
  });
}
