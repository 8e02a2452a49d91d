// An account that leaves, and all that is kept about one.
import { and, asc, desc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
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
  shares,
  webhooks,
  workspaces,
} from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';
import { forgetPerson, record } from '../../audit/actions.ts';
import { forgetInvited } from '../../invitations/actions.ts';
import { takeOut } from '../../members/actions.ts';
import { cancelOpenRuns } from '../../runs/actions.ts';
import { factorOf, type GivenCode, type Outcome, tryCode } from '../factor/queries.ts';

interface Leaving {
  readonly accountId: string;
  readonly at: Date;
  /** Whether workspaces that nobody else is in may go as well. */
  readonly deleteWorkspaces: boolean;
  /** Asked for where there is a second factor. */
  readonly code: GivenCode | undefined;
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
  | { readonly kind: 'code'; readonly outcome: Exclude<Outcome, 'good'> | 'needed' }
  | { readonly kind: 'left'; readonly from: readonly Place[]; readonly cancelled: readonly string[] };

/** All of it, or nothing. */
export function leave(database: Database, scope: SystemScope, leaving: Leaving): Promise<Left> {
  const { accountId, deleteWorkspaces } = leaving;
  return database.transaction(async (tx) => {
    // No stronger: acts in workspaces name the account while they hold what is locked next.
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('no key update');
    if (account === undefined || account.deletedAt !== null) return { kind: 'absent' };
    const places = await lockedPlaces(tx, scope, accountId);
    const orphaned = places.filter(({ stays }) => stays === 'without owner');
    if (orphaned.length > 0) return { kind: 'last_owner', workspaces: orphaned };
    const alone = places.filter(({ stays }) => stays === 'empty');
    if (alone.length > 0 && !deleteWorkspaces) return { kind: 'alone', workspaces: alone };
    // Last: a code is good once.
    const outcome = await codeOutcome(tx, scope, leaving);
    if (outcome !== 'good') return { kind: 'code', outcome };
    const cancelled: string[] = [];
    for (const place of places) cancelled.push(...(await leavePlace(tx, place, leaving)));
    // Of an address that nobody has confirmed, this may not be the person.
    const address = account.emailConfirmedAt === null ? undefined : account.email;
    await forget(tx, scope, { ...leaving, address });
    return { kind: 'left', from: places, cancelled };
  });
}

async function codeOutcome(
  tx: Transaction,
  scope: SystemScope,
  { accountId, code }: Pick<Leaving, 'accountId' | 'code'>,
): Promise<Outcome | 'needed'> {
  const factor = await factorOf(tx, scope, accountId);
  if (!factor?.confirmedAt) return 'good';
  return code === undefined ? 'needed' : tryCode(tx, scope, code);
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
  { accountId, at, sweptAt }: Leaving,
): Promise<readonly string[]> {
  const acting = { workspaceId: id, accountId };
  if (stays !== 'empty') {
    await takeOut(tx, acting, { accountId, action: 'member.left', facts: { name: nameOfGone }, at });
    return [];
  }
  await tx.update(workspaces).set({ deletedAt: sweptAt }).where(eq(workspaces.id, id));
  await record(tx, acting, { action: 'workspace.deleted', subjectId: id, facts: { name }, at });
  return cancelOpenRuns(tx, acting, at);
}

const nameOfGone = 'Deleted account';

/** The row stays: what the account made for others names it. Nothing of the person does. */
async function forget(
  tx: Transaction,
  scope: SystemScope,
  { accountId, at, address }: Pick<Leaving, 'accountId' | 'at'> & { readonly address: string | undefined },
): Promise<void> {
  const addressOfGone = `${accountId}@deleted.invalid`;
  const invited = await forgetInvited(tx, scope, { accountId, address, at, instead: addressOfGone });
  await forgetPerson(tx, scope, { accountId, invitations: invited, instead: nameOfGone });
  // Links that were written to the address before it had an account.
  if (address !== undefined) await tx.delete(accountTokens).where(eq(accountTokens.email, address));
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
  for (const table of [apiKeys, invitations, shares])
    await tx
      .update(table)
      .set({ revokedAt: at })
      .where(and(eq(table.createdBy, accountId), isNull(table.revokedAt)));
  await tx
    .update(accounts)
    .set({
      email: addressOfGone,
      emailConfirmedAt: null,
      name: nameOfGone,
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
  const { keyHash: _key, createdBy: _by, ...ofKey } = getTableColumns(apiKeys);
  const { tokenHash: _token, createdBy: _of, ...ofShare } = getTableColumns(shares);
  return {
    keys: await database.select(ofKey).from(apiKeys).where(eq(apiKeys.createdBy, accountId)),
    shares: await database.select(ofShare).from(shares).where(eq(shares.createdBy, accountId)),
    webhooks: await database
      .select({
        id: webhooks.id,
        workspaceId: webhooks.workspaceId,
        url: webhooks.url,
        events: webhooks.events,
        active: webhooks.active,
        createdAt: webhooks.createdAt,
      })
      .from(webhooks)
      .where(eq(webhooks.createdBy, accountId)),
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

export type Kept = Awaited<ReturnType<typeof keptAbout>>;
