// Making an account, and reading one.
import type { AccountView, InstallationView, LetterSent, Register } from '@mixmodel/contract';
import { v7 } from 'uuid';
import type { Config } from '../../config.ts';
import { system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { version } from '../../version.ts';
import { emailKey } from './email-key.ts';
import { askToConfirm, finishRegistration, isOfInvitation, tellHolder } from './letters/actions.ts';
import { forgetOwnerCode, isOwnerCode, ownerCode } from './owner-code.ts';
import { hashPassword } from './password.ts';
import { presentAccount } from './present.ts';
import type { AccountServices } from './proof.ts';
import {
  accountById,
  insertAccount,
  isClaimed,
  keepSetting,
  membershipsOf,
  renameAccount,
  setting,
} from './queries.ts';
import { refuseWeak } from './weak-password.ts';

/** Made at once, or by a letter. */
export type Registered = { readonly accountId: string } | { readonly letter: LetterSent };

export async function readInstallation(services: Services): Promise<InstallationView> {
  const { database, config } = services;
  return {
    version,
    claimed: await isClaimed(database, system),
    registration: await registrationNow(services),
    mail: config.smtp === undefined ? 'outbox' : 'smtp',
    provider: config.oidc?.name ?? null,
  };
}

/** The settings of the server come first: what they close, no page opens. */
export async function registrationNow({ database, config }: Services): Promise<Config['registration']> {
  if (config.registration === 'closed') return 'closed';
  return (await setting(database, system, 'registration')) === 'closed' ? 'closed' : config.registration;
}

export async function switchRegistration(value: 'open' | 'closed', services: Services): Promise<void> {
  if (value === 'open' && services.config.registration === 'closed')
    throw refuse('registration_fixed', { path: 'registration' });
  await keepSetting(services.database, system, { name: 'registration', value });
}

/** The code to print at start; undefined once somebody has used it. */
export async function unclaimedCode({ database, config }: Services): Promise<string | undefined> {
  if (!(await isClaimed(database, system))) return ownerCode(config.dataDir);
  // Killed between the registration and this: the code is worth nothing any more.
  await forgetOwnerCode(config.dataDir);
  return undefined;
}

/**
 * The first account owns the installation and needs its code; every account owns the workspace made for it. Where
 * addresses are confirmed, the others are made by the link of a letter, and the answer is the same for every address.
 */
export async function register(
  asked: Register,
  network: string,
  services: AccountServices,
): Promise<Registered> {
  const { database, config, clock } = services;
  const asFirst = await mayRegister(asked, services);
  refuseWeak(asked.password, asked);
  if (!asFirst && config.registration === 'confirmed')
    return {
      letter: await askToConfirm(asked, { place: { workspace: asked.workspace }, network }, services),
    };
  const account = {
    id: v7(),
    email: emailKey(asked.email),
    emailConfirmedAt: null,
    name: asked.name,
    passwordHash: await hashPassword(asked.password),
    createdAt: clock.now(),
  };
  const workspace = { id: v7(), name: asked.workspace };
  const outcome = await insertAccount(database, system, { account, workspace, asFirst });
  if (outcome === 'email_taken') {
    await tellHolder(account.email, network, services);
    throw refuse('email_taken', { path: 'email', facts: { email: asked.email } });
  }
  if (outcome === 'first_exists') throw refuse('owner_code_used', { path: 'code' });
  if (outcome === 'first_needed') throw codeWrong('none was given');
  if (asFirst) await forgetOwnerCode(config.dataDir);
  return { accountId: account.id };
}

/** Finishes what a letter asked to confirm, while registration is still open; for who is invited it always is. */
export async function finish(token: string, services: Services): Promise<string> {
  const closed = (await registrationNow(services)) === 'closed';
  if (closed && !(await isOfInvitation(token, services))) throw refuse('registration_closed');
  return finishRegistration(token, services);
}

/** Whether the account will be the first; throws when it may not be made. */
async function mayRegister({ code }: Register, services: Services): Promise<boolean> {
  const { database, config } = services;
  if (await isClaimed(database, system)) {
    if (code) throw refuse('owner_code_used', { path: 'code' });
    if ((await registrationNow(services)) === 'closed') throw refuse('registration_closed');
    return false;
  }
  if (!code) throw codeWrong('none was given');
  if (!(await isOwnerCode(code, config.dataDir))) throw codeWrong('the code given is another');
  return true;
}

const codeWrong = (got: string) => refuse('owner_code_wrong', { path: 'code', facts: { got } });

export async function readAccount(accountId: string, { database }: Services): Promise<AccountView> {
  const account = await accountById(database, system, accountId);
  if (account === undefined) throw refuse('session_ended');
  return presentAccount(account, await membershipsOf(database, system, accountId));
}

export async function editAccount(
  accountId: string,
  { name }: { readonly name: string },
  services: Services,
): Promise<AccountView> {
  await renameAccount(services.database, system, { accountId, name });
  return readAccount(accountId, services);
}
