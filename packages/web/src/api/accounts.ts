// Accounts and sessions: what the installation is, registering, signing in and out, who is signed in.
import { answerOf, type components } from '@mixmodel/client';
import type { Register, SignIn, WorkspaceView } from '@mixmodel/contract';
import { queryOptions } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, openApi } from './client.ts';
import { type SessionState, session } from './session.ts';

type LetterSent = components['schemas']['LetterSent'];
type SecondFactorWanted = components['schemas']['SecondFactorWanted'];

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: ({ signal }) => answerOf(openApi.GET('/api/v1/installation', { signal })),
  staleTime: 60_000,
});

/** Makes the account and its workspace, and signs in; where addresses are confirmed first, tells where the letter went. */
export async function register(body: Register): Promise<LetterSent | null> {
  const answer = await answerOf(openApi.POST('/api/v1/accounts', { body }));
  if (!('accessToken' in answer)) return answer;
  session.begin(answer);
  return null;
}

/** Signs in; an account with a second factor gets a ticket for its code instead. */
export async function signIn(body: SignIn): Promise<SecondFactorWanted | null> {
  const answer = await answerOf(openApi.POST('/api/v1/sessions', { body }));
  if (!('accessToken' in answer)) return answer;
  session.begin(answer);
  return null;
}

/** The second step where the account has a second factor. */
export async function confirmSignIn(body: { ticket: string; code: string }): Promise<void> {
  session.begin(await answerOf(openApi.POST('/api/v1/sessions/second-factor', { body })));
}

/** Makes the account that a letter asked to confirm, and signs in. */
export async function confirmRegistration(token: string): Promise<void> {
  session.begin(await answerOf(openApi.POST('/api/v1/accounts/confirmations', { body: { token } })));
}

export function askReset(email: string): Promise<LetterSent> {
  return answerOf(openApi.POST('/api/v1/password-resets', { body: { email } }));
}

export async function resetPassword(body: { token: string; password: string }): Promise<void> {
  await answerOf(openApi.POST('/api/v1/password-resets/redemptions', { body }));
}

export async function confirmEmail(token: string): Promise<void> {
  await answerOf(openApi.POST('/api/v1/email-confirmations', { body: { token } }));
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
