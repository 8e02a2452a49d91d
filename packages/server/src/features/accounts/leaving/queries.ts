// An account that leaves, and all that is kept about one.
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../../../database/connection.ts';
import {
  accountEvents,
  accounts,
  accountTokens,
  apiKeys,
  auditEvents,
  datasets,
  idempotencyKeys,
  identities,
  invitations,
  members,
  recoveryCodes,
  runs,
  secondFactors,
  sessions,
  workspaces,
} from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';
import { record } from '../../audit/actions.ts';
import { cancelOpenRuns } from '../../runs/actions.ts';

interface Leaving {
  readonly accountId: string;
  readonly at: Date;
  /** Whether workspaces that nobody else is in may go as well. */
  readonly deleteWorkspaces: boolean;
  /** What was deleted then, the next sweep removes: nobody is left who could restore it. */
  readonly sweptAt: Date;
}

interface Place {
  readonly id: string;
  readonly name: string;
}

export type Left =
  /** Workspaces that others would be left in without an owner. */
  | { readonly kind: 'last_owner'; readonly workspaces: readonly Place[] }
  | { readonly kind: 'alone'; readonly workspaces: readonly Place[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'left'; readonly from: readonly Place[]; readonly cancelled: readonly string[] };

/** All of it, or nothing. */
export function leave(database: Database, scope: SystemScope, leaving: Leaving): Promise<Left> {
  const { accountId, deleteWorkspaces } = leaving;
  return database.transaction(async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
    if (account === undefined || account.deletedAt !== null) return { kind: 'absent' };
    const places = await lockedPlaces(tx, scope, accountId);
    const orphaned = places.filter(({ stays }) => stays === 'without owner');
    if (orphaned.length > 0) return { kind: 'last_owner', workspaces: orphaned };
    const alone = places.filter(({ stays }) => stays === 'empty');
    if (alone.length > 0 && !deleteWorkspaces) return { kind: 'alone', workspaces: alone };
    const cancelled: string[] = [];
    for (const place of places)
      cancelled.push(...(await leavePlace(tx, place, { ...leaving, name: account.name })));
    await forget(tx, scope, leaving);
    return { kind: 'left', from: places, cancelled };
  });
}

type PlaceLeft = Place & { readonly stays: 'in hands' | 'without owner' | 'empty' };

/** In one order, so that two who leave at once do not wait for each other for ever. */
async function lockedPlaces(tx: Transaction, _scope: SystemScope, accountId: string): Promise<PlaceLeft[]> {
  const mine = tx.select({ id: members.workspaceId }).from(members).where(eq(members.accountId, accountId));
  const places = await tx
    .select({ id: workspaces.id, name: workspaces.name })
    .from(workspaces)
    .where(and(inArray(workspaces.id, mine), isNull(workspaces.deletedAt)))
    .orderBy(asc(workspaces.id))
    .for('no key update');
  return Promise.all(
    places.map(async (place) => {
      const others = (await tx.select().from(members).where(eq(members.workspaceId, place.id))).filter(
        (member) => member.accountId !== accountId,
      );
      const owned = others.some(({ role }) => role === 'owner');
      const stays = others.length === 0 ? 'empty' : owned ? 'in hands' : 'without owner';
      return { ...place, stays } as const;
    }),
  );
}

/** Ids of the runs that were cancelled. */
async function leavePlace(
  tx: Transaction,
  { id, name, stays }: PlaceLeft,
  { accountId, at, sweptAt, name: person }: Leaving & { readonly name: string },
): Promise<readonly string[]> {
  const acting = { workspaceId: id, accountId };
  if (stays !== 'empty') {
    const facts = { name: person };
    await record(tx, acting, { action: 'member.left', subjectId: accountId, facts, at });
    return [];
  }
  await tx.update(workspaces).set({ deletedAt: sweptAt }).where(eq(workspaces.id, id));
  await record(tx, acting, { action: 'workspace.deleted', subjectId: id, facts: { name }, at });
  return cancelOpenRuns(tx, acting, at);
}

/** The row stays: what the account made for others names it. Nothing of the person does. */
async function forget(tx: Transaction, _scope: SystemScope, { accountId, at }: Leaving): Promise<void> {
  for (const table of [
    members,
    sessions,
    accountTokens,
    secondFactors,
    recoveryCodes,
    identities,
    accountEvents,
    idempotencyKeys,
  ])
    await tx.delete(table).where(eq(table.accountId, accountId));
  for (const table of [apiKeys, invitations])
    await tx
      .update(table)
      .set({ revokedAt: at })
      .where(and(eq(table.createdBy, accountId), isNull(table.revokedAt)));
  await tx
    .update(accounts)
    .set({
      email: `${accountId}@deleted.invalid`,
      emailConfirmedAt: null,
      name: 'Deleted account',
      passwordHash: null,
      operator: false,
      deletedAt: at,
    })
    .where(eq(accounts.id, accountId));
}

/** What is kept besides account, sessions, second factor and identities. */
export async function keptAbout(database: Database, _scope: SystemScope, accountId: string) {
  const made = (table: typeof datasets | typeof runs) => ({
    id: table.id,
    workspaceId: table.workspaceId,
    name: table.name,
    at: table.createdAt,
  });
  return {
    events: await database
      .select()
      .from(accountEvents)
      .where(eq(accountEvents.accountId, accountId))
      .orderBy(desc(accountEvents.id)),
    datasets: await database.select(made(datasets)).from(datasets).where(eq(datasets.createdBy, accountId)),
    runs: await database.select(made(runs)).from(runs).where(eq(runs.createdBy, accountId)),
    acts: await database
      .select({ at: auditEvents.at, workspaceId: auditEvents.workspaceId, action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.accountId, accountId))
      .orderBy(desc(auditEvents.id)),
  };
}
