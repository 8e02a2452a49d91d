// Signing in with a provider: whose account it is, and when one is joined or made.
import type { IdentityView, SecondFactorWanted } from '@mixmodel/contract';
import { v7 } from 'uuid';
import { system } from '../../../http/scope.ts';
import type { Caller } from '../../../http/session.ts';
import { refuse } from '../../../refuse.ts';
import { seal, unseal } from '../../../secrets.ts';
import type { Services } from '../../../services.ts';
import { post } from '../../mailing/actions.ts';
import { registrationNow } from '../actions.ts';
import { emailKey } from '../email-key.ts';
import { enter } from '../factor/actions.ts';
import { safetyNotice } from '../letters/texts.ts';
import { type AccountServices, mustProve } from '../proof.ts';
import { type AccountRow, accountByEmail, accountById } from '../queries.ts';
import type { Acting, OpenedSession } from '../sessions.ts';
import type { Flow, Identity, Provider } from './client.ts';
import {
  accountOfIdentity,
  connect,
  connectInSession,
  disconnect,
  insertConnected,
  listIdentities,
} from './queries.ts';

const flowMs = 10 * 60_000;

interface KeptFlow extends Flow {
  /** Of who wants to connect an account, and the session that asked; null for who wants to sign in. */
  readonly connect: Caller | null;
  readonly until: number;
}

const sealedAs = 'sign-in with a provider';

export interface ProviderServices extends Services {
  readonly provider: Provider | undefined;
}

/** Where to send the browser, and what it keeps meanwhile. */
export async function begin(
  connecting: Caller | null,
  { provider, clock, encryptionKey }: ProviderServices,
): Promise<{ readonly url: string; readonly kept: string; readonly until: Date }> {
  if (provider === undefined) throw refuse('provider_absent');
  const { url, flow } = await provider.begin();
  const until = clock.now().getTime() + flowMs;
  const kept: KeptFlow = { ...flow, connect: connecting, until };
  return { url, kept: seal(JSON.stringify(kept), sealedAs, encryptionKey), until: new Date(until) };
}

interface Return {
  readonly query: string;
  /** What the browser kept; it alone may finish what it began. */
  readonly kept: string | undefined;
  readonly device: string;
}

/** A session or the second step; undefined when an account was connected. */
export async function finish(
  { query, kept, device }: Return,
  services: ProviderServices,
): Promise<OpenedSession | SecondFactorWanted | undefined> {
  const { provider } = services;
  if (provider === undefined) throw refuse('provider_absent');
  const flow = flowIn(kept, services);
  const identity = await provider.finish(query, flow);
  if (flow.connect !== null) return connectWith(flow.connect, identity, device, services);
  const account =
    (await accountOfIdentity(services.database, system, identity)) ??
    (await joinOrMake(identity, device, services));
  return enter(account, device, services);
}

function flowIn(kept: string | undefined, { clock, encryptionKey }: Services): KeptFlow {
  const stale = refuse('provider_refused', {
    facts: { reason: 'it was begun in another browser, or more than ten minutes ago' },
  });
  if (kept === undefined) throw stale;
  let flow: KeptFlow;
  try {
    flow = JSON.parse(unseal(kept, sealedAs, encryptionKey)) as KeptFlow;
  } catch {
    throw stale;
  }
  if (flow.until <= clock.now().getTime()) throw stale;
  return flow;
}

async function connectWith(
  { accountId, sessionId }: Caller,
  identity: Identity,
  device: string,
  services: Services,
): Promise<undefined> {
  const { database, clock } = services;
  const holder = await accountOfIdentity(database, system, identity);
  if (holder !== undefined && holder.id !== accountId) throw refuse('provider_taken');
  const account = await accountById(database, system, accountId);
  if (account === undefined) throw refuse('session_ended');
  const connection = { ...identity, accountId, sessionId, device, at: clock.now() };
  const outcome = await connectInSession(database, system, connection);
  // Whoever has taken the account back meanwhile ended the session that began this.
  if (outcome === 'ended') throw refuse('session_ended');
  if (outcome === 'connected') tellConnected(account.email, services);
}

/**
 * An account is joined by its address only where both sides have seen its holder open a letter: an address that was
 * merely typed may have been typed by somebody who waits for its holder to come.
 */
async function joinOrMake(
  identity: Identity,
  device: string,
  services: Services,
): Promise<Pick<AccountRow, 'id' | 'email'>> {
  const { database, clock } = services;
  if (identity.email === undefined) throw refuse('provider_email_unconfirmed');
  const email = emailKey(identity.email);
  const at = clock.now();
  const holder = await accountByEmail(database, system, email);
  if (holder === undefined) return make({ ...identity, email }, device, services);
  if (holder.emailConfirmedAt === null) throw refuse('provider_not_connected');
  if (await connect(database, system, { ...identity, accountId: holder.id, device, at }))
    tellConnected(holder.email, services);
  return holder;
}

async function make(
  identity: Identity & { readonly email: string },
  device: string,
  services: Services,
): Promise<Pick<AccountRow, 'id' | 'email'>> {
  const { email } = identity;
  if ((await registrationNow(services)) === 'closed') throw refuse('registration_closed');
  const name = identity.name ?? email.split('@', 1).join('');
  const id = v7();
  const at = services.clock.now();
  const outcome = await insertConnected(services.database, system, {
    made: {
      account: { id, email, emailConfirmedAt: at, name, passwordHash: null, createdAt: at },
      workspace: { id: v7(), name: `Workspace of ${name}`.slice(0, 100) },
      asFirst: false,
    },
    connection: { ...identity, accountId: id, device, at },
  });
  if (outcome === 'first_needed')
    throw refuse('owner_code_wrong', { path: 'code', facts: { got: 'the provider knows none' } });
  if (outcome !== 'inserted') throw refuse('provider_not_connected');
  return { id, email };
}

function tellConnected(to: string, services: Services): void {
  const subject = 'Your MixModel account was connected with a provider';
  const what = `your account can now be signed in to with ${services.config.oidc?.name ?? 'a provider'}.`;
  post(safetyNotice(services.config, { to, subject, what }), services);
}

/** A way in that lasts: an access token alone must not make one. */
export async function beginConnecting(
  password: string | null | undefined,
  acting: Acting,
  services: ProviderServices & AccountServices,
): ReturnType<typeof begin> {
  await mustProve({ password, path: 'password' }, acting, services);
  const { accountId, sessionId } = acting;
  return begin({ accountId, sessionId }, services);
}

export async function readIdentities(accountId: string, { database }: Services): Promise<IdentityView[]> {
  const rows = await listIdentities(database, system, accountId);
  return rows.map(({ id, issuer, subject, createdAt }) => ({
    id,
    issuer,
    subject,
    connectedAt: createdAt.toISOString(),
  }));
}

export async function endConnection(
  { identityId, password }: { readonly identityId: string; readonly password?: string | null | undefined },
  acting: Acting,
  services: AccountServices,
): Promise<void> {
  const { database, clock } = services;
  const { email } = await mustProve({ password, path: 'password' }, acting, services);
  const { accountId, device } = acting;
  const outcome = await disconnect(database, system, { accountId, identityId, device, at: clock.now() });
  if (outcome === 'absent') throw refuse('not_found', { facts: { what: 'connection with a provider' } });
  if (outcome === 'only_way') throw refuse('provider_only_way');
  const subject = 'Your MixModel account was disconnected from a provider';
  const what = `your account can no longer be signed in to with ${services.config.oidc?.name ?? 'the provider'}.`;
  post(safetyNotice(services.config, { to: email, subject, what }), services);
}
