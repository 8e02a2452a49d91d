// How accounts look to the API.
import type { AccountView, SessionView } from '@mixmodel/contract';
import type { AccessToken } from '../../http/session.ts';
import type { AccountRow, Membership } from './queries.ts';

export function presentAccount(
  { id, email, name, operator }: AccountRow,
  workspaces: readonly Membership[],
): AccountView {
  return { id, email, name, operator, workspaces: [...workspaces] };
}

export function presentSession(access: AccessToken, account: AccountView): SessionView {
  return { accessToken: access.token, expiresAt: access.expiresAt.toISOString(), account };
}
