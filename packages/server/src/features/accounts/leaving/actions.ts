// Deleting an account, and taking away what is kept about it.
import { type AccountExport, accountEvents, type DeleteAccount } from '@mixmodel/contract';
import { accessTopic, system } from '../../../http/scope.ts';
import { refuse } from '../../../refuse.ts';
import { tellEnded } from '../../runs/actions.ts';
import { readAccount } from '../actions.ts';
import { given, readFactor, refusalOf } from '../factor/actions.ts';
import { type AccountServices, mustProve } from '../proof.ts';
import { readIdentities } from '../provider/actions.ts';
import { accountById, noteEvent } from '../queries.ts';
import { type Acting, listSessions } from '../sessions.ts';
import { madeForOthers } from './present.ts';
import { keptAbout, leave } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Never so that others are left without an owner; what nobody else is in goes along, once that is confirmed. */
export async function deleteAccount(
  { password, code: asGiven, deleteWorkspaces }: DeleteAccount,
  acting: Acting,
  services: AccountServices,
): Promise<void> {
  const { database, clock, config, events } = services;
  await mustProve({ password, path: 'password' }, acting, services);
  const at = clock.now();
  const sweptAt = new Date(at.getTime() - config.deletedDays * dayMs);
  const code = asGiven === undefined ? undefined : given(asGiven, acting, services);
  const { accountId } = acting;
  const left = await leave(database, system, { accountId, at, deleteWorkspaces, code, sweptAt });
  switch (left.kind) {
    case 'absent':
      throw refuse('session_ended');
    case 'code':
      throw left.outcome === 'needed'
        ? refuse('second_factor_needed', { path: 'code' })
        : refusalOf(left.outcome, at);
    case 'last_owner':
      throw refuse('last_owner_stays', { facts: { workspaces: named(left.workspaces) } });
    case 'alone':
      throw refuse('workspaces_would_go', {
        path: 'deleteWorkspaces',
        facts: { workspaces: named(left.workspaces) },
      });
    case 'left':
      for (const runId of left.cancelled) tellEnded(events, runId);
      for (const { id } of left.from) events.publish(accessTopic({ workspaceId: id }));
  }
}

function named(workspaces: readonly { readonly name: string }[]): string[] {
  return workspaces.map(({ name }) => `\`${name}\``);
}

export async function exportAccount(acting: Acting, services: AccountServices): Promise<AccountExport> {
  const { database, clock } = services;
  const { accountId, device } = acting;
  const at = clock.now();
  await noteEvent(database, system, { accountId, device, kind: 'exported', at });
  const account = await accountById(database, system, accountId);
  if (account === undefined) throw refuse('session_ended');
  const { events, datasets, runs, acts, ...kept } = await keptAbout(database, system, accountId);
  const made = (kind: 'dataset' | 'run') => (row: (typeof runs)[number]) => ({
    ...row,
    kind,
    at: row.at.toISOString(),
  });
  return {
    exportedAt: at.toISOString(),
    account: {
      ...(await readAccount(accountId, services)),
      createdAt: account.createdAt.toISOString(),
      emailConfirmedAt: account.emailConfirmedAt?.toISOString() ?? null,
      hasPassword: account.passwordHash !== null,
    },
    sessions: await listSessions(acting, services),
    secondFactor: await readFactor(accountId, services),
    identities: await readIdentities(accountId, services),
    events: events.map(({ kind, device: by, createdAt }) => ({
      at: createdAt.toISOString(),
      event: kind,
      words: accountEvents[kind],
      device: by,
    })),
    made: [...datasets.map(made('dataset')), ...runs.map(made('run'))],
    ...madeForOthers(kept),
    acts: acts.map((act) => ({ ...act, at: act.at.toISOString() })),
  };
}
