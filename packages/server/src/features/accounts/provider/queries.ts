// Who is who at the provider.
import { and, asc, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../../database/connection.ts';
import { accounts, identities } from '../../../database/schema.ts';
import { isLive } from '../../../http/queries.ts';
import type { SystemScope } from '../../../http/scope.ts';
import {
  type AccountRow,
  heldAccount,
  type Inserted,
  insertAccount,
  type NewAccount,
  noteEvent,
} from '../queries.ts';

export interface Known {
  readonly issuer: string;
  readonly subject: string;
}

export async function accountOfIdentity(
  database: Database,
  _scope: SystemScope,
  { issuer, subject }: Known,
): Promise<AccountRow | undefined> {
  const [row] = await database
    .select({ account: accounts })
    .from(identities)
    .innerJoin(accounts, eq(accounts.id, identities.accountId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return row?.account;
}

interface Connection extends Known {
  readonly accountId: string;
  readonly device: string;
  readonly at: Date;
}

/** False when the identity is connected already, or the account was deleted meanwhile. */
export function connect(database: Database, scope: SystemScope, connection: Connection): Promise<boolean> {
  return database.transaction(
    async (tx) =>
      (await heldAccount(tx, scope, connection.accountId)) !== undefined &&
      insertIdentity(tx, scope, connection),
  );
}

/** For a session that still holds: a new password at this moment waits, and then finds the identity. */
export function connectInSession(
  database: Database,
  scope: SystemScope,
  connection: Connection & { readonly sessionId: string },
): Promise<'connected' | 'known' | 'ended'> {
  const { accountId, sessionId, at } = connection;
  return database.transaction(async (tx) => {
    await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('update');
    if (!(await isLive(tx, { accountId, sessionId, now: at }))) return 'ended';
    return (await insertIdentity(tx, scope, connection)) ? 'connected' : 'known';
  });
}

/** Account and identity, or nothing. */
export function insertConnected(
  database: Database,
  scope: SystemScope,
  { made, connection }: { readonly made: NewAccount; readonly connection: Connection },
): Promise<Inserted> {
  return database.transaction(async (tx) => {
    const outcome = await insertAccount(tx, scope, made);
    if (outcome === 'inserted') await insertIdentity(tx, scope, connection);
    return outcome;
  });
}

async function insertIdentity(
  tx: Transaction,
  scope: SystemScope,
  { issuer, subject, accountId, device, at }: Connection,
): Promise<boolean> {
  const inserted = await tx
    .insert(identities)
    .values({ id: v7(), accountId, issuer, subject, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: identities.id });
  if (inserted.length === 0) return false;
  await noteEvent(tx, scope, { accountId, device, kind: 'provider_connected', at });
  return true;
}

export function listIdentities(
  database: Database,
  _scope: SystemScope,
  accountId: string,
): Promise<(typeof identities.$inferSelect)[]> {
  return database
    .select()
    .from(identities)
    .where(eq(identities.accountId, accountId))
    .orderBy(asc(identities.createdAt), asc(identities.id));
}

interface Disconnection {
  readonly accountId: string;
  readonly identityId: string;
  readonly device: string;
  readonly at: Date;
}

/** Never the only way in: whoever has no password would be locked out. */
export function disconnect(
  database: Database,
  scope: SystemScope,
  { accountId, identityId, device, at }: Disconnection,
): Promise<'gone' | 'absent' | 'only_way'> {
  return database.transaction(async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
    const mine = and(eq(identities.accountId, accountId), eq(identities.id, identityId));
    if ((await tx.$count(identities, mine)) === 0) return 'absent';
    if (!account?.passwordHash) return 'only_way';
    await tx.delete(identities).where(mine);
    await noteEvent(tx, scope, { accountId, device, kind: 'provider_disconnected', at });
    return 'gone';
  });
}
