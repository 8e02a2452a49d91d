// Accounts and sessions: what the installation is, registering, signing in and out, who is signed in.
import { answerOf } from '@mixmodel/client';
import type { Register, SessionView, SignIn, WorkspaceView } from '@mixmodel/contract';
import { queryOptions } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, openApi } from './client.ts';
import { type SessionState, session } from './session.ts';

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: ({ signal }) => answerOf(openApi.GET('/api/v1/installation', { signal })),
  staleTime: 60_000,
});

/** Makes the account and its workspace, and signs in. */
export async function register(body: Register): Promise<SessionView> {
  return begun(await answerOf(openApi.POST('/api/v1/accounts', { body })));
}

export async function signIn(body: SignIn): Promise<SessionView> {
  return begun(await answerOf(openApi.POST('/api/v1/sessions', { body })));
}

/** Ends the session on the server, then here; throws, still signed in, when the server cannot be reached. */
export async function signOut(): Promise<void> {
  await answerOf(api.DELETE('/api/v1/sessions'));
  session.end();
}

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);

/** Who is signed in, or was until the session ended under the open page; empty for nobody. */
export function useAccountId(): string {
  const state = useSession();
  return 'account' in state ? state.account.id : '';
}

/** The workspace of an address, with the role one has in it; null when it is not one's own. */
export function useWorkspace(workspaceId: string): WorkspaceView | null {
  const state = useSession();
  if (state.status !== 'signed_in' && state.status !== 'expired') return null;
  return state.account.workspaces.find((workspace) => workspace.id === workspaceId) ?? null;
}

function begun(answer: SessionView): SessionView {
  session.begin(answer);
  return answer;
}
