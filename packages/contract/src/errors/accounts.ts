// Sentences for what keeps an account safe: letters, second factor, provider, leaving.
import { amount, type Catalogue, count, error, fact, list, listFact, numberFact } from './entry.ts';

export const accountErrors = {
  letter_link_wrong: error(
    () =>
      'The link of the letter is not good any more: it was used, is too old, or was not copied whole. Ask for a new letter.',
    { path: 'token' },
    410,
  ),
  password_wrong: error(
    (p) => `\`${p.path}\` is not the password of this account. Type it again, or ask for a new one by mail.`,
    { path: 'password' },
    403,
  ),
  sign_in_first: error(
    () =>
      'This account has no password, so this needs a sign-in of the last ten minutes. Sign out and in again, then repeat it.',
    {},
    403,
  ),
  email_not_changed: error(
    () =>
      'The address could not be changed: another account has taken it since the letter was written. Choose another.',
    {},
    409,
  ),
  second_factor_wrong: error(
    () =>
      'The code is not good: it is wrong, too old, or was used before. Wait for the next one of the app, or use a recovery code.',
    { path: 'code' },
    403,
  ),
  second_factor_needed: error(
    () =>
      'The account has a second factor, and no code came with the password. Give the code that the app shows now, or a recovery code.',
    { path: 'code' },
    403,
  ),
  sign_in_ticket_ended: error(
    () => 'Too much time or too many codes have passed since the password. Sign in again.',
    { path: 'ticket' },
    401,
  ),
  too_many_codes: error(
    (p) =>
      `Too many wrong codes: ${amount(numberFact(p, 'most'))} are taken in ${fact(p, 'window')}. Try again in ${count(numberFact(p, 'minutes'), 'minute')}.`,
    { path: 'code', facts: { most: 10, window: '15 minutes', minutes: 12 } },
    429,
  ),
  second_factor_exists: error(
    () => 'The account has a second factor already. Remove it first to set up another.',
    {},
    409,
  ),
  second_factor_absent: error(
    () => 'The account has no second factor that waits for a code. Set one up first.',
    {},
    409,
  ),
  last_owner_stays: error(
    (p) =>
      `You are the last owner of ${list(listFact(p, 'workspaces'))}, and others are in it. Make one of them owner, or delete it; then delete the account.`,
    { facts: { workspaces: ['`Acme`'] } },
    409,
  ),
  workspaces_would_go: error(
    (p) =>
      `Nobody else is in ${list(listFact(p, 'workspaces'))}: all data and results in it are deleted with the account. Confirm that with \`deleteWorkspaces\`.`,
    { path: 'deleteWorkspaces', facts: { workspaces: ['`Acme`'] } },
    409,
  ),
  operators_only: error(
    () => 'This belongs to the operator of the installation: the account made first, with the one-time code.',
    {},
    403,
  ),
  registration_fixed: error(
    () =>
      'Registration is closed in the settings of the server, which a page cannot change. Whoever runs it can: REGISTRATION=open.',
    { path: 'registration' },
    409,
  ),
  password_common: error(
    () =>
      'This password is one of the most common, which are tried first. Choose another: a few words that do not belong together are easy to keep in mind.',
    { path: 'password' },
  ),
  password_guessable: error(
    (p) =>
      `The password is made of words that others know: your name, your address, your workspace or this product. Add at least ${count(numberFact(p, 'least'), 'letter')} of your own.`,
    { path: 'password', facts: { least: 6 } },
  ),
  provider_only_way: error(
    () =>
      'The account has no password, so the provider is its only way in. Choose a password first, then disconnect the provider.',
    {},
    409,
  ),
  provider_absent: error(
    () =>
      'This server knows no provider to sign in with. Use your password, or have OIDC_ISSUER_URL set by whoever runs it.',
    {},
    404,
  ),
  provider_unreachable: error(
    () =>
      'The provider that signs people in does not answer as it should. Try again in a minute, or sign in with a password.',
    {},
    502,
  ),
  provider_refused: error(
    (p) => `Signing in with the provider was not completed: ${fact(p, 'reason')}. Begin again.`,
    { facts: { reason: 'the answer belongs to no sign-in that was begun here' } },
    401,
  ),
  provider_email_unconfirmed: error(
    () =>
      'The provider does not vouch for your address, and an account needs one that does. Confirm it there, or register with a password.',
    {},
    403,
  ),
  provider_not_connected: error(
    () =>
      'An account with your address exists here that was never connected with the provider. Sign in with its password (a letter brings a new one), then connect it.',
    {},
    409,
  ),
  provider_taken: error(
    () =>
      'Your identity at the provider is connected with another account. Sign in with the provider to use that one.',
    {},
    409,
  ),
} satisfies Catalogue;
