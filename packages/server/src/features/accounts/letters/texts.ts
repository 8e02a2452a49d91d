// What letters say: what happened, what to do, how long that lasts, and what to do if it was somebody else.
import { type Config, homeOf } from '../../../config.ts';
import type { Letter } from '../../../ports/mail.ts';

/** A token stands behind the `#`: browsers keep that part to themselves, so no log and no other site sees it. */
function link(config: Config, page: string, token?: string): string {
  return `${homeOf(config)}/${page}${token === undefined ? '' : `#${token}`}`;
}

function letter(to: string, subject: string, paragraphs: readonly string[]): Letter {
  return { to, subject, text: `${['Hello,', ...paragraphs, 'MixModel'].join('\n\n')}\n` };
}

interface WithToken {
  readonly to: string;
  readonly token: string;
}

export function confirmRegistration(config: Config, { to, token }: WithToken): Letter {
  return letter(to, 'Confirm your address to begin with MixModel', [
    'someone, probably you, wants to make a MixModel account with this address. Open this link to finish:',
    link(config, 'confirm-registration', token),
    'It works once, for 24 hours. If it was not you, do nothing: no account is made.',
  ]);
}

export function accountExists(config: Config, to: string): Letter {
  return letter(to, 'You have a MixModel account already', [
    'someone, probably you, wanted to make a MixModel account with this address. It has one. Sign in here:',
    link(config, 'sign-in'),
    'Whoever came with an invitation signs in and takes it then: it is still good.',
    `If you have forgotten the password, ask for a new one here:\n\n${link(config, 'forgot-password')}`,
    'If it was not you, there is nothing to do: nothing was changed, and whoever it was has learned nothing from us by this letter.',
  ]);
}

export function resetPassword(config: Config, { to, token }: WithToken): Letter {
  return letter(to, 'Choose a new password for MixModel', [
    'someone, probably you, has asked for a new password for the MixModel account with this address. Open this link and choose one:',
    link(config, 'reset-password', token),
    'It works once, for one hour. Every session is signed out when the password is changed.',
    'If it was not you, do nothing: the password stays as it is.',
  ]);
}

export function confirmEmail(config: Config, { to, token }: WithToken): Letter {
  return letter(to, 'Confirm your new address for MixModel', [
    'this is to become the address of a MixModel account. Open this link to confirm that it is yours:',
    link(config, 'confirm-email', token),
    'It works once, for 24 hours. Until then the old address is used. If you have not asked for this, do nothing.',
  ]);
}

export function emailChangeAsked(config: Config, { to, next }: { to: string; next: string }): Letter {
  return letter(to, 'Your MixModel account is to get another address', [
    `someone who knows your password, probably you, wants to use ${next} instead of this address. It is used once it has been confirmed.`,
    ...unlessYou(config),
  ]);
}

export function emailChanged(config: Config, { to, next }: { to: string; next: string }): Letter {
  return letter(to, 'Your MixModel account has another address', [
    `the account now signs in with ${next}; this address is no longer used.`,
    `If it was not you, write to whoever runs ${homeOf(config)}: only they can give the account back.`,
  ]);
}

/** To the address another account wanted to have. */
export function emailWanted(config: Config, to: string): Letter {
  return letter(to, 'Your address was wanted for another MixModel account', [
    'someone, perhaps you, wanted to use this address for another MixModel account. It has an account of its own, so nothing was changed.',
    `If it was you, sign in with it here:\n\n${link(config, 'sign-in')}`,
    'If it was not you, there is nothing to do.',
  ]);
}

/** `what`: a sentence about what has happened to the account. */
export function safetyNotice(
  config: Config,
  { to, subject, what }: { to: string; subject: string; what: string },
): Letter {
  return letter(to, subject, [what, ...unlessYou(config)]);
}

/** After the password: what else opens the account. */
export const waysInStay =
  'Connections with a provider, a second factor and API keys stay as they were: look through those that your account has.';
export const waysInGone =
  'As nobody had confirmed this address before, whatever else opened the account was taken away: connections with a provider, second factor and recovery codes, API keys and open invitations. Look through who is in your workspaces as well.';

function unlessYou(config: Config): readonly string[] {
  return [
    `If it was you, there is nothing to do. If it was not, choose a new password at once, which signs everyone out:\n\n${link(config, 'forgot-password')}`,
  ];
}
