// What API keys ask of the database: always within the workspace of their scope.
import { keyScopes } from '@mixmodel/contract';
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { byText, byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, apiKeys } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import { mustStillBe } from '../../http/queries.ts';
import type { Scope } from '../../http/scope.ts';
import { type ActingScope, record } from '../audit/actions.ts';
import { forget, type Made, madeBefore, type Wish } from '../idempotency/actions.ts';

export const keySorts = ['createdAt', 'name'] as const;

export type KeysAsked = ListAsked<(typeof keySorts)[number]>;

const { keyHash: _keyHash, ...listed } = getTableColumns(apiKeys);

function selectKeys(database: Database | Transaction) {
  return database
    .select({ key: listed, createdBy: accounts.name })
    .from(apiKeys)
    .innerJoin(accounts, eq(accounts.id, apiKeys.createdBy))
    .$dynamic();
}

export type KeyRow = Awaited<ReturnType<typeof selectKeys>>[number];

const listing: Listing<KeyRow, (typeof keySorts)[number]> = {
  id: apiKeys.id,
  idOf: ({ key }) => key.id,
  sorts: {
    createdAt: byTime(apiKeys.createdAt, ({ key }) => key.createdAt),
    name: byText(apiKeys.name, ({ key }) => key.name),
  },
};

export async function listKeys<Item>(
  database: Database,
  scope: Scope,
  asked: KeysAsked,
  present: (row: KeyRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const rows = await selectKeys(database)
    .where(and(eq(apiKeys.workspaceId, scope.workspaceId), holding(apiKeys.name, asked.q), where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

export async function findKey(
  database: Database | Transaction,
  scope: Scope,
  keyId: string,
): Promise<KeyRow | undefined> {
  const [row] = await selectKeys(database).where(within(scope, keyId));
  return row;
}

export type NewKey = Omit<typeof apiKeys.$inferInsert, 'workspaceId' | 'createdBy'>;

/** Id of the key: of the one that its idempotency key has made before, if it has. */
export function insertKey(
  database: Database,
  scope: Scope,
  asked: NewKey,
  { key, request }: Pick<Wish, 'key' | 'request'>,
): Promise<Made<string>> {
  const { workspaceId, accountId } = scope;
  const { id, name, createdAt } = asked;
  return database.transaction(async (tx) => {
    const wish = { key, request: { apiKey: request }, id, at: createdAt };
    // First: it waits for whoever removes them, who may delete the account, which the idempotency key names.
    await mustStillBe(tx, scope, { least: keyScopes[asked.scope], path: 'scope' });
    const earlier = await madeBefore(tx, scope, wish);
    if (earlier !== undefined) return { made: earlier, isNew: false };
    await tx.insert(apiKeys).values({ ...asked, workspaceId, createdBy: accountId });
    const facts = { name, scope: asked.scope };
    await record(tx, scope, { action: 'key.created', subjectId: id, facts, at: createdAt });
    return { made: id, isNew: true };
  });
}

/** Undefined when there is no such key; one that was revoked before stays as it is. */
export function revokeKey(
  database: Database,
  scope: Scope,
  { keyId, at }: { readonly keyId: string; readonly at: Date },
): Promise<KeyRow | undefined> {
  return database.transaction(async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: at })
      .where(and(within(scope, keyId), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    for (const { name } of revoked)
      await record(tx, scope, { action: 'key.revoked', subjectId: keyId, facts: { name }, at });
    await forget(tx, scope, keyId);
    return findKey(tx, scope, keyId);
  });
}

/** Those that somebody made who leaves: a key of nobody opens nothing, and is not to wake when they come back. */
export async function revokeKeysOf(
  tx: Transaction,
  scope: ActingScope,
  { accountId, at }: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  const theirs = and(eq(apiKeys.workspaceId, scope.workspaceId), eq(apiKeys.createdBy, accountId));
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(theirs, isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id, name: apiKeys.name });
  for (const { id, name } of revoked)
    await record(tx, scope, { action: 'key.revoked', subjectId: id, facts: { name }, at });
}

function within(scope: Scope, keyId: string) {
  return and(eq(apiKeys.workspaceId, scope.workspaceId), eq(apiKeys.id, keyId));
}
