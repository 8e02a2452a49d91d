// Sharing one result with whoever has a link: read-only, for some days, until somebody ends it.
import type { NewShare, SharedView, SharePage, ShareRequest, ShareView } from '@mixmodel/contract';
import { v7 } from 'uuid';
import { homeOf } from '../../config.ts';
import type { ListAsked } from '../../http/list-query.ts';
import { type Scope, system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { hashOf, newToken } from '../../tokens.ts';
import { completedRun, readRow, readStored } from '../runs/actions.ts';
import {
  insertShare,
  listShares,
  openShare,
  revokeShare,
  type ShareRow,
  type shareSorts,
} from './queries.ts';

export { revokeSharesOf } from './queries.ts';

const dayMs = 24 * 3_600_000;

export async function share(
  services: Services,
  scope: Scope,
  runId: string,
  { name, expiresInDays }: ShareRequest,
): Promise<NewShare> {
  const { database, clock, config } = services;
  const { row } = await completedRun(services, scope, runId);
  const { token, tokenHash } = newToken();
  const createdAt = clock.now();
  const made = await insertShare(database, scope, {
    ...{ id: v7(), runId, tokenHash, createdAt, name: name ?? row.run.name },
    expiresAt: new Date(createdAt.getTime() + expiresInDays * dayMs),
  });
  // In the fragment, which no server is told and no log holds.
  return { share: shareView(made), url: `${homeOf(config)}/shared#${token}` };
}

export async function readShares(
  services: Services,
  scope: Scope,
  runId: string,
  asked: ListAsked<(typeof shareSorts)[number]>,
): Promise<SharePage> {
  await readRow(services, scope, runId);
  return listShares(services.database, scope, { ...asked, runId }, shareView);
}

export async function endShare(
  services: Services,
  scope: Scope,
  runId: string,
  shareId: string,
): Promise<void> {
  await readRow(services, scope, runId);
  const at = services.clock.now();
  const revoked = await revokeShare(services.database, scope, { runId, shareId, at });
  if (!revoked) throw refuse('not_found', { facts: { what: 'shared link' } });
}

/** To whoever has the token: what is unknown, over and revoked is answered alike. */
export async function readShared(services: Services, token: string): Promise<SharedView> {
  const { database, clock } = services;
  const found = await openShare(database, system, { tokenHash: hashOf(token), at: clock.now() });
  const results = found && (await readStored(services, found));
  if (!results) throw refuse('share_ended', { path: 'token' });
  const { name, margin, expiresAt } = found;
  const { result, insights } = results;
  return { name, margin, expiresAt: expiresAt.toISOString(), result, insights };
}

function shareView({ share: row, createdBy }: ShareRow): ShareView {
  const { id, runId, name, createdAt, expiresAt, revokedAt, views, lastViewedAt } = row;
  return {
    ...{ id, runId, name, createdBy, views },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastViewedAt: lastViewedAt?.toISOString() ?? null,
  };
}
