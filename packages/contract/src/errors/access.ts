// Sentences for who may come in, and for requests that cannot be read.
import { amount, type Catalogue, count, error, fact, listFact, numberFact, type Told } from './entry.ts';

export const accessErrors = {
  signed_out: error(
    () => 'This is shown only to those who are signed in, and the request carries no valid session. Sign in.',
    {},
    401,
  ),
  session_ended: error(() => 'The session has ended. Sign in again; what you have saved is kept.', {}, 401),
  session_reused: error(
    () =>
      'This session was continued from elsewhere with the same token, which may mean that someone has copied it, so it was ended everywhere. Sign in again.',
    {},
    401,
  ),
  sign_in_refused: error(
    () => 'No account has this address and password. Correct them, or register.',
    {},
    401,
  ),
  email_taken: error(
    (p) => `An account with the address ${fact(p, 'email')} exists. Sign in, or register with another.`,
    { path: 'email', facts: { email: 'anna@example.com' } },
    409,
  ),
  owner_code_wrong: error(
    (p) =>
      `The first account needs the one-time code, and ${fact(p, 'got')}. Copy it from where the server was started: it is printed at every start until it is used.`,
    { path: 'code', facts: { got: 'the code given is another' } },
    403,
  ),
  owner_code_used: error(
    () =>
      'The one-time code has been used: this installation has its first owner. Register again without a code.',
    { path: 'code' },
    409,
  ),
  registration_closed: error(
    () => 'New accounts are not taken here. Ask the owner of this installation.',
    {},
    403,
  ),
  role_too_low: error(
    (p) =>
      `Your role in the workspace is ${fact(p, 'role')}, and this takes ${whoMay(fact(p, 'needed'))}. ${p.facts?.needed === 'owner' ? 'Ask an owner of it.' : 'Ask one of its owners or admins to do it, or for another role.'}`,
    { facts: { needed: 'member', role: 'viewer' } },
    403,
  ),
  foreign_page: error(
    (p) =>
      `Sessions are continued and ended only from this server's own pages; this request came from a page of \`${fact(p, 'got')}\`. Open MixModel at its own address; behind a proxy, set PUBLIC_URL to it.`,
    { facts: { got: 'http://localhost:8080' } },
    403,
  ),
  not_found: error(
    (p) =>
      p.path
        ? `\`${p.path}\` names no ${fact(p, 'what')}, or one that is not yours to see. Take an id from the list.`
        : `There is no ${fact(p, 'what')} at this address, or it is not yours to see. Check the address, or go back to the list.`,
    { facts: { what: 'run' } },
    404,
  ),
  route_unknown: error(
    (p) =>
      `The API has no ${fact(p, 'method')} \`${fact(p, 'path')}\`. Its addresses are listed at \`/docs\`.`,
    { facts: { method: 'GET', path: '/api/v1/modells' } },
    404,
  ),
  idempotency_key_wrong: error(
    (p) =>
      `The header \`idempotency-key\` wants 1 to ${fact(p, 'most')} letters, digits or signs; got ${fact(p, 'got')} characters. Send a random id, such as a UUID.`,
    { facts: { most: 200, got: 900 } },
    400,
  ),
  idempotency_key_taken: error(
    () =>
      'This idempotency key belongs to another request of yours. Ask for each thing under a key of its own.',
    {},
    409,
  ),
  body_syntax: error(
    () => 'The body of the request is not valid JSON. Check quotes, commas and brackets.',
    {},
    400,
  ),
  body_type: error(
    (p) =>
      `The request's content type is ${fact(p, 'got')}, which is not read here. Send \`${fact(p, 'wanted')}\`.`,
    { facts: { got: '`text/plain`', wanted: 'application/json' } },
    415,
  ),
  body_too_large: error(
    (p) => `The request is larger than the ${fact(p, 'most')} that are read here. Send less.`,
    { facts: { most: '1 MB' } },
    413,
  ),
  request_unreadable: error(
    (p) => `The request cannot be read: ${fact(p, 'detail')}. Correct it and send it again.`,
    { facts: { detail: 'the header content-length does not match the body' } },
    400,
  ),
  field_missing: error((p) => `\`${p.path}\` is missing: ${fact(p, 'wanted')} is wanted.`, {
    path: 'password',
    facts: { wanted: 'text' },
  }),
  field_unknown: error(
    (p) =>
      `\`${p.path}\` is not known here. ${p.facts?.suggestion === undefined ? known(p) : `Did you mean \`${fact(p, 'suggestion')}\`?`}`,
    { path: 'pasword', facts: { suggestion: 'password' } },
  ),
  field_wrong: error((p) => `\`${p.path}\` wants ${fact(p, 'wanted')}; got ${fact(p, 'got')}.`, {
    path: 'email',
    facts: { wanted: 'an e-mail address', got: '`anna`' },
  }),
  cursor_wrong: error(
    (p) =>
      `The cursor is no page of this list sorted by \`${fact(p, 'sort')}\`. Take \`next\` of the page before, with the same \`sort\`, or leave it out to begin at the first page.`,
    { path: 'cursor', facts: { sort: '-createdAt' } },
  ),
  text_unstorable: error(
    (p) => `\`${p.path}\` holds ${fact(p, 'got')}, which no text can keep. Remove it, or type the text anew.`,
    { path: 'name', facts: { got: 'a zero character (U+0000)' } },
  ),
  too_many_sign_ins: error(
    (p) =>
      `Signing in with this address failed ${amount(numberFact(p, 'most'))} times in ${fact(p, 'window')}. Try again in ${count(numberFact(p, 'seconds'), 'second')}. A browser that has signed in to it before is not held up by others, nor is one in which a letter has brought a new password.`,
    { facts: { most: 10, window: '1 minute', seconds: 24 } },
    429,
  ),
  too_many_requests: error(
    (p) =>
      `Too many requests: ${amount(numberFact(p, 'most'))} are taken in ${fact(p, 'window')}. Try again in ${count(numberFact(p, 'seconds'), 'second')}.`,
    { facts: { most: 10, window: '1 minute', seconds: 24 } },
    429,
  ),
  internal_error: error(
    (p) =>
      `Something went wrong on our side; nothing you saved is lost. Try again, and if it stays, give whoever runs this server the request number ${fact(p, 'request')}.`,
    { facts: { request: '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10' } },
    500,
  ),
} satisfies Catalogue;

function known(told: Told): string {
  const names = listFact(told, 'known');
  return names.length === 0 ? 'Leave it out.' : `Known are ${names.map((name) => `\`${name}\``).join(', ')}.`;
}

const takes: Readonly<Record<string, string>> = {
  member: 'a member, an admin or an owner',
  admin: 'an admin or an owner',
  owner: 'an owner',
};

/** Whoever has more than the least role may do it too. */
function whoMay(least: string): string {
  return takes[least] ?? `the role ${least}`;
}
