// What is said of operations on accounts, sessions and second factors. They are for people: a program uses an API key.
import type { Operations } from './operation.ts';

const forEveryAddress = 'The answer is the same whether the address has an account or not.';
const cookie =
  'The refresh token comes as a cookie (HttpOnly, SameSite=Strict); `accessToken` is for `Authorization: Bearer …` and lasts fifteen minutes.';
const proof =
  'Asks for the password again; an account without one needs a session that is younger than ten minutes.';
const proofCodes = ['password_wrong', 'sign_in_first', 'too_many_sign_ins'];
const weak = ['password_common', 'password_guessable'];
const factorCodes = ['second_factor_absent', 'second_factor_wrong', 'too_many_codes'];
const ownPage = 'Only from the server’s own pages: another origin is refused.';

export const accountOperations: Operations = {
  'POST /accounts': {
    id: 'register',
    says: `Makes an account with a workspace of its own. The first account of an installation needs the one-time code that is printed at start. Signs in at once (201) or, where \`registration\` of the installation is \`confirmed\`, writes a letter to the address (202), with the same answer whether it has an account or not. ${cookie}`,
    refuses: ['owner_code_wrong', 'owner_code_used', 'registration_closed', 'email_taken', ...weak],
  },
  'POST /accounts/confirmations': {
    id: 'confirmRegistration',
    says: `Makes the account that a letter asked to confirm, and signs in. The link works once and for a day. ${cookie}`,
    refuses: ['letter_link_wrong', 'email_not_changed', 'registration_closed', 'invitation_ended'],
  },
  'POST /accounts/invited': {
    id: 'registerInvited',
    says: `Makes an account without a workspace of its own and joins the one of the invitation; open also where registration is closed. Signs in at once (201) with an invitation that was mailed to the address. With a link that names none, where \`registration\` is \`confirmed\` (or closed, and letters are mailed), a letter is written to the address (202), with the same answer whether it has an account or not; the invitation is taken when its link is used. ${cookie}`,
    refuses: [
      'invitation_ended',
      'invitation_for_another',
      'already_member',
      'email_taken',
      'registration_closed',
      ...weak,
    ],
  },
  'GET /accounts/me': {
    id: 'readAccount',
    says: 'Name, address and the workspaces it is in, with its role in each: the ids for everything below `/workspaces`.',
  },
  'PATCH /accounts/me': { id: 'changeAccount', says: 'The name is what others in its workspaces see.' },
  'PUT /accounts/me/password': {
    id: 'setPassword',
    says: `${proof} Every other session of the account ends; a notice goes to its address.`,
    refuses: [...proofCodes, ...weak],
  },
  'POST /accounts/me/email-changes': {
    id: 'askEmailChange',
    says: `A letter with a link goes to the new address, and a notice to the old. Nothing changes until the link is used. ${proof} ${forEveryAddress}`,
    refuses: proofCodes,
  },
  'POST /email-confirmations': {
    id: 'confirmEmail',
    says: 'With the token of the link, which works once. No sign-in is needed: the link is the proof.',
    refuses: ['letter_link_wrong', 'email_not_changed'],
  },
  'POST /password-resets': {
    id: 'askPasswordReset',
    says: `Writes a letter with a link, if there is such an account. ${forEveryAddress}`,
  },
  'POST /password-resets/redemptions': {
    id: 'resetPassword',
    says: 'With the token of the link, which works once. Every session of the account ends; sign in with the new password. Where the address had not been confirmed before, providers, second factor, recovery codes, API keys and open invitations of the account end too.',
    refuses: ['letter_link_wrong', ...weak],
  },
  'POST /sessions': {
    id: 'signIn',
    says: `${cookie} Where the account has a second factor, the answer (202) is a ticket: hand it back with a code of the app to \`POST /sessions/second-factor\`. An unknown address and a wrong password are refused alike.`,
    refuses: ['sign_in_refused', 'too_many_sign_ins'],
  },
  'POST /sessions/refresh': {
    says: `A new access token for the refresh token of the cookie, which is exchanged for a new one: each is good once. One that comes a second time has been copied, and ends the session. ${ownPage}`,
    refuses: ['signed_out', 'session_ended', 'session_reused', 'foreign_page'],
  },
  'DELETE /sessions': {
    id: 'signOut',
    says: `Ends the session of the cookie and clears it, and that of the access token; without either the answer is the same. ${ownPage}`,
    refuses: ['foreign_page'],
  },
  'GET /sessions': {
    says: 'Every live session with its browser and system, and which of them asks. All of them: there are no pages.',
  },
  'DELETE /sessions/others': {
    id: 'endOtherSessions',
    says: 'Ends every session of the account but the one that asks, at once.',
  },
  'DELETE /sessions/:sessionId': {
    id: 'endSession',
    says: 'Ends one session at once: its access token too is good no more.',
  },
  'POST /sessions/second-factor': {
    id: 'signInWithCode',
    says: `The second step after a 202 of \`POST /sessions\`. A recovery code works in place of one of the app, once. ${cookie}`,
    refuses: ['sign_in_refused', 'sign_in_ticket_ended', 'second_factor_wrong', 'too_many_codes'],
  },
  'GET /accounts/me/second-factor': {
    id: 'readSecondFactor',
    says: 'Since when there is one, and how many recovery codes are left.',
  },
  'POST /accounts/me/second-factor': {
    id: 'beginSecondFactor',
    says: `Answers with the secret for an authenticator app (TOTP). It asks for nothing at sign-in until its first code was confirmed. ${proof}`,
    refuses: [...proofCodes, 'second_factor_exists'],
  },
  'POST /accounts/me/second-factor/confirmation': {
    id: 'confirmSecondFactor',
    says: 'From now on signing in asks for a code. The answer holds the recovery codes, this once.',
    refuses: factorCodes,
  },
  'POST /accounts/me/second-factor/recovery-codes': {
    id: 'replaceRecoveryCodes',
    says: `The ones before are good no more. ${proof}`,
    refuses: [...proofCodes, ...factorCodes],
  },
  'POST /accounts/me/second-factor/removal': {
    id: 'removeSecondFactor',
    says: `From now on the password alone signs in. ${proof}`,
    refuses: [...proofCodes, ...factorCodes],
  },
  'GET /accounts/me/export': {
    id: 'exportAccount',
    says: 'One JSON file: the account, its sessions, what happened to it and what it did. What was made in workspaces is named here, and exported there; keys, shared links and webhooks come without what opens them.',
  },
  'POST /accounts/me/deletion': {
    id: 'deleteAccount',
    says: `Refused while others would be left in a workspace without an owner. Workspaces that nobody else is in are deleted with it, once \`deleteWorkspaces\` says so. Where the account has a second factor, \`code\` is needed as well. Afterwards logs call it a deleted account, also where others wrote its name or address. ${proof}`,
    refuses: [
      ...proofCodes,
      'second_factor_needed',
      'second_factor_wrong',
      'too_many_codes',
      'last_owner_stays',
      'workspaces_would_go',
    ],
  },
  'GET /accounts/me/identities': {
    id: 'listIdentities',
    says: 'By which the provider signs in to this account: its issuer and the name it has there. All of them: there are no pages.',
  },
  'POST /accounts/me/identities/:identityId/removal': {
    id: 'disconnectProvider',
    says: `The provider signs in to this account no more. Not where it is the only way in: an account without a password chooses one first. ${proof}`,
    refuses: [...proofCodes, 'provider_only_way'],
  },
  'POST /sessions/provider/start': {
    id: 'beginProviderSignIn',
    says: 'Send the browser to `url`; the provider sends it back to `/sign-in/return`, whose query goes to `POST /sessions/provider`. A cookie ties the two together.',
    refuses: ['provider_absent', 'provider_unreachable', 'provider_refused'],
  },
  'POST /sessions/provider/connect': {
    id: 'beginProviderConnection',
    says: `As for signing in; afterwards the account can be signed in to with the provider as well. ${proof}`,
    refuses: [...proofCodes, 'provider_absent', 'provider_unreachable', 'provider_refused'],
  },
  'POST /sessions/provider': {
    id: 'finishProviderSignIn',
    says: 'Signs in (200), asks for a second factor (202) or has connected the account (204). Who is not known yet gets an account where registration is open and the provider vouches for the address.',
    refuses: [
      'foreign_page',
      'sign_in_refused',
      'provider_absent',
      'provider_unreachable',
      'provider_refused',
      'provider_taken',
      'provider_not_connected',
      'provider_email_unconfirmed',
      'registration_closed',
      'owner_code_wrong',
      'session_ended',
    ],
  },
};
