// What shared links ask of the database: those of a run by their scope, one of them by the hash of its token.
import { permissions } from '@mixmodel/contract';
import { and, eq, getTableColumns, gt, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, fits, members, runs, shares, workspaces } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import { mustStillBe } from '../../http/queries.ts';
import type { Scope, SystemScope } from '../../http/scope.ts';
import { type ActingScope, record } from '../audit/actions.ts';

export const shareSorts = ['createdAt', 'expiresAt'] as const;

type ShareSort = (typeof shareSorts)[number];

const { tokenHash: _tokenHash, ...listed } = getTableColumns(shares);

function selectShares(database: Database | Transaction) {
  return database
    .select({ share: listed, createdBy: accounts.name })
    .from(shares)
    .innerJoin(accounts, eq(accounts.id, shares.createdBy))
    .$dynamic();
}

export type ShareRow = Awaited<ReturnType<typeof selectShares>>[number];

const listing: Listing<ShareRow, ShareSort> = {
  id: shares.id,
  idOf: ({ share }) => share.id,
  sorts: {
    createdAt: byTime(shares.createdAt, ({ share }) => share.createdAt),
    expiresAt: byTime(shares.expiresAt, ({ share }) => share.expiresAt),
  },
};

export type NewShareRow = Omit<typeof shares.$inferInsert, 'workspaceId' | 'createdBy'>;

/** The run must be of the scope's workspace: whoever calls has just read it. */
export async function insertShare(database: Database, scope: Scope, made: NewShareRow): Promise<ShareRow> {
  return database.transaction(async (tx) => {
    const { workspaceId, accountId } = scope;
    await mustStillBe(tx, scope, permissions['share.manage']);
    await tx.insert(shares).values({ ...made, workspaceId, createdBy: accountId });
    await record(tx, scope, {
      action: 'share.created',
      subjectId: made.id,
      facts: { name: made.name, run: made.runId, expiresAt: made.expiresAt.toISOString() },
      at: made.createdAt,
    });
    const [row] = await selectShares(tx).where(eq(shares.id, made.id));
    if (!row) throw new Error(`share ${made.id} is not there after it was written`);
    return row;
  });
}

export async function listShares<Item>(
  database: Database,
  scope: Scope,
  asked: ListAsked<ShareSort> & { readonly runId: string },
  present: (row: ShareRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const rows = await selectShares(database)
    .where(
      and(
        eq(shares.workspaceId, scope.workspaceId),
        eq(shares.runId, asked.runId),
        holding(shares.name, asked.q),
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

/** False when there is no such link, or it was revoked before. */
export async function revokeShare(
  database: Database,
  scope: Scope,
  { runId, shareId, at }: { readonly runId: string; readonly shareId: string; readonly at: Date },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [revoked] = await tx
      .update(shares)
      .set({ revokedAt: at })
      .where(
        and(
          eq(shares.id, shareId),
          eq(shares.runId, runId),
          eq(shares.workspaceId, scope.workspaceId),
          isNull(shares.revokedAt),
        ),
      )
      .returning({ name: shares.name });
    if (!revoked) return false;
    const facts = { name: revoked.name, run: runId };
    await record(tx, scope, { action: 'share.revoked', subjectId: shareId, facts, at });
    return true;
  });
}

/** Those that somebody made who leaves: who stays would not know of a way to a result that is open. */
export async function revokeSharesOf(
  tx: Transaction,
  scope: ActingScope,
  { accountId, at }: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  const theirs = and(eq(shares.workspaceId, scope.workspaceId), eq(shares.createdBy, accountId));
  const revoked = await tx
    .update(shares)
    .set({ revokedAt: at })
    .where(and(theirs, isNull(shares.revokedAt), gt(shares.expiresAt, at)))
    .returning({ id: shares.id, name: shares.name, run: shares.runId });
  for (const { id, ...facts } of revoked)
    await record(tx, scope, { action: 'share.revoked', subjectId: id, facts, at });
}

/**
 * What a token opens now, counted as seen: nothing once it has ended, its run or workspace was deleted, or whoever made
 * it is in the workspace no more.
 */
export async function openShare(
  database: Database,
  _scope: SystemScope,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
) {
  const [found] = await database
    .select({
      id: shares.id,
      expiresAt: shares.expiresAt,
      name: runs.name,
      margin: runs.margin,
      result: runs.result,
      insights: runs.insights,
      resultKey: runs.resultKey,
      insightsKey: runs.insightsKey,
      resultsSha256: runs.resultsSha256,
      fit: { id: fits.id, attempt: fits.attempt },
    })
    .from(shares)
    .innerJoin(runs, and(eq(runs.id, shares.runId), isNull(runs.deletedAt)))
    .innerJoin(workspaces, and(eq(workspaces.id, shares.workspaceId), isNull(workspaces.deletedAt)))
    .innerJoin(
      members,
      and(eq(members.workspaceId, shares.workspaceId), eq(members.accountId, shares.createdBy)),
    )
    .innerJoin(fits, and(eq(fits.runId, runs.id), eq(fits.purpose, 'main')))
    .where(and(eq(shares.tokenHash, tokenHash), isNull(shares.revokedAt), gt(shares.expiresAt, at)));
  if (found)
    await database
      .update(shares)
      .set({ views: sql`${shares.views} + 1`, lastViewedAt: at })
      .where(eq(shares.id, found.id));
  return found;
}
