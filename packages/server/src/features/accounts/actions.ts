// Making an account, and reading one.
import type { AccountView, InstallationView, Register } from '@mixmodel/contract';
import { v7 } from 'uuid';
import { system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { version } from '../../version.ts';
import { forgetOwnerCode, isOwnerCode, ownerCode } from './owner-code.ts';
import { hashPassword } from './password.ts';
import { presentAccount } from './present.ts';
import { type AccountRow, accountById, insertAccount, isClaimed, membershipsOf } from './queries.ts';

export async function readInstallation({ database }: Services): Promise<InstallationView> {
  return { version, claimed: await isClaimed(database, system) };
}

/** The code to print at start; undefined once somebody has used it. */
export async function unclaimedCode({ database, config }: Services): Promise<string | undefined> {
  if (!(await isClaimed(database, system))) return ownerCode(config.dataDir);
  // Killed between the registration and this: the code is worth nothing any more.
  await forgetOwnerCode(config.dataDir);
  return undefined;
}

/** The first account owns the installation and needs its code; every account owns the workspace made for it. */
export async function register(asked: Register, services: Services): Promise<AccountRow> {
  const { database, config, clock } = services;
  const asFirst = await mayRegister(asked, services);
  const account = {
    id: v7(),
    email: emailKey(asked.email),
    name: asked.name,
    passwordHash: await hashPassword(asked.password),
    createdAt: clock.now(),
  };
  const workspace = { id: v7(), name: asked.workspace };
  const outcome = await insertAccount(database, system, { account, workspace, asFirst });
  if (outcome === 'email_taken')
    throw refuse('email_taken', { path: 'email', facts: { email: asked.email } });
  if (outcome === 'first_exists') throw refuse('owner_code_used', { path: 'code' });
  if (outcome === 'first_needed') throw codeWrong('none was given');
  if (asFirst) await forgetOwnerCode(config.dataDir);
  return { ...account, operator: asFirst };
}

/** Whether the account will be the first; throws when it may not be made. */
async function mayRegister({ code }: Register, { database, config }: Services): Promise<boolean> {
  if (await isClaimed(database, system)) {
    if (code) throw refuse('owner_code_used', { path: 'code' });
    if (config.registration === 'closed') throw refuse('registration_closed');
    return false;
  }
  if (!code) throw codeWrong('none was given');
  if (!(await isOwnerCode(code, config.dataDir))) throw codeWrong('the code given is another');
  return true;
}

const codeWrong = (got: string) => refuse('owner_code_wrong', { path: 'code', facts: { got } });

/** Addresses differ by more than case nowhere that matters, and people type them in any. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

export async function readAccount(accountId: string, { database }: Services): Promise<AccountView> {
  const account = await accountById(database, system, accountId);
  if (account === undefined) throw refuse('session_ended');
  return presentAccount(account, await membershipsOf(database, system, accountId));
}
