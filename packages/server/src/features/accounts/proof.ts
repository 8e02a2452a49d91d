// Asking again who it is, before what a stolen access token alone must not do.
import { system } from '../../http/scope.ts';
import type { Caller } from '../../http/session.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import type { FailedSignIns } from './failed-sign-ins.ts';
import type { LettersAsked } from './letters/asked.ts';
import { isPassword } from './password.ts';
import { type AccountRow, accountById, sessionBegunAt } from './queries.ts';

/** What the feature's own routes are given: passwords are guessed wherever one is asked for. */
export interface AccountServices extends Services {
  readonly failed: FailedSignIns;
  readonly letters: LettersAsked;
}

/** Who has no password shows a sign-in that is no older. */
const freshMs = 10 * 60_000;

export interface Proof {
  readonly password: string | null | undefined;
  /** Of the field it came in. */
  readonly path: string;
}

export async function mustProve(
  { password, path }: Proof,
  { accountId, sessionId }: Caller,
  services: AccountServices,
): Promise<AccountRow> {
  const { database, clock, failed } = services;
  const account = await accountById(database, system, accountId);
  if (account === undefined) throw refuse('session_ended');
  if (account.passwordHash === null) {
    const begunAt = await sessionBegunAt(database, system, sessionId);
    if (begunAt === undefined || clock.now().getTime() - begunAt.getTime() > freshMs)
      throw refuse('sign_in_first');
    return account;
  }
  const succeed = failed.begin(account.email, { known: sessionId });
  if (!(await isPassword(password ?? '', account.passwordHash))) throw refuse('password_wrong', { path });
  succeed();
  return account;
}
