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
    // Who was not known before (a reload) and is known now finds what was typed.
    const goneOn = state.status === 'signed_out' || (before !== null && now !== before);
    before = now;
    if (!goneOn) return;
    queryClient.clear();
    forgetAllSettings();
    then();
  });
}
