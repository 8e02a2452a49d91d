// The second factor: a code is wanted after the password, is taken once, and cannot be guessed.
import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '../../../http/scope.ts';
import { type Client, clientOf, type TestServer, testServer } from '../../../testing/server.ts';
import { accountByEmail } from '../queries.ts';
import { enter as enterAs, rescue } from './actions.ts';
import { stepOf } from './totp.ts';

const minute = 60_000;
const password = 'correct horse battery';
const path = '/api/v1/accounts/me/second-factor';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.register();
});
afterAll(() => server.close());

const post = (url: string, payload: object) =>
  server.app.inject({ method: 'POST', url: `/api/v1${url}`, payload });
const signIn = (email: string) => post('/sessions', { email, password });
const ticketIn = async (email: string) => (await signIn(email)).json<{ ticket: string }>().ticket;
const enter = (ticket: string, code: string) => post('/sessions/second-factor', { ticket, code });
const codeIn = (answer: LightMyRequestResponse) => [
  answer.statusCode,
  answer.statusCode < 400 ? undefined : answer.json().code,
];

/** As an app on a phone would. */
const codeOf = (secret: string, addedMs = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: server.clock.now().getTime() + addedMs,
  });
/** Codes are taken once: the next one is of the next half minute. */
const nextCode = (secret: string) => {
  server.clock.advance(30_000);
  return codeOf(secret);
};

interface Enrolled {
  readonly client: Client;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

async function enrolled(email: string): Promise<Enrolled> {
  const client = await server.register({ email, password });
  const { secret } = (await client.post(path, { password })).json<{ secret: string }>();
  const answer = await client.post(`${path}/confirmation`, { code: codeOf(secret) });
  return { client, secret, ...answer.json<{ recoveryCodes: string[] }>() };
}

describe('codes of the app', () => {
  // RFC 6238, appendix B: the SHA-1 rows, of whose eight digits apps show the last six.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('are those of RFC 6238 at %i s', (seconds, code) => {
    const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
    const at = (added: number) => stepOf(code, secret, new Date((seconds + added) * 1000));
    const step = Math.floor(seconds / 30);
    expect([at(0), at(30), at(90), at(-90)]).toEqual([step, step, undefined, undefined]);
  });
});

describe('setting it up', () => {
  test('wants the password, and counts with the first code only', async () => {
    const client = await server.register({ email: 'setup@example.com', password });
    expect(codeIn(await client.post(path, { password: 'a guess' }))).toEqual([403, 'password_wrong']);
    expect(codeIn(await client.post(`${path}/confirmation`, { code: '123456' }))).toEqual([
      409,
      'second_factor_absent',
    ]);
    const { secret, uri } = (await client.post(path, { password })).json();
    expect(uri).toMatch(/^otpauth:\/\/totp\/MixModel:setup%40example\.com\?.*secret=/);
    expect((await client.get(path)).json()).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
    expect((await signIn('setup@example.com')).statusCode).toBe(200);
    const wrong = codeOf(secret) === '000000' ? '000001' : '000000';
    expect(codeIn(await client.post(`${path}/confirmation`, { code: wrong }))).toEqual([
      403,
      'second_factor_wrong',
    ]);
    const code = codeOf(secret);
    const answers = await Promise.all([1, 2].map(() => client.post(`${path}/confirmation`, { code })));
    // The second one comes when the factor is there, or when its code has been used.
    const [first, second] = answers.map(({ statusCode }) => statusCode).sort();
    expect([first, [403, 409].includes(second ?? 0)]).toEqual([200, true]);
    expect((await client.get(path)).json()).toEqual({
      enabledAt: expect.any(String),
      recoveryCodesLeft: 10,
    });
    expect(codeIn(await client.post(path, { password }))).toEqual([409, 'second_factor_exists']);
  });

  test('keeps secret and recovery codes from whoever reads the database', async () => {
    const { secret, recoveryCodes } = await enrolled('sealed@example.com');
    const { rows } = await server.services.database.$client.query(
      'select f.*, r.* from second_factors f join recovery_codes r on r.account_id = f.account_id',
    );
    const stored = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const hidden of [secret, ...recoveryCodes]) expect(stored).not.toContain(hidden);
  });
});

describe('signing in', () => {
  test('has a second step, which opens the session', async () => {
    const { secret } = await enrolled('steps@example.com');
    const first = await signIn('steps@example.com');
    expect(first.statusCode).toBe(202);
    expect(first.cookies).toEqual([]);
    expect(Object.keys(first.json()).sort()).toEqual(['expiresAt', 'ticket']);
    const second = await enter(first.json().ticket, nextCode(secret));
    expect(second.statusCode).toBe(200);
    const client = clientOf(server.app, second);
    expect((await client.get('/api/v1/accounts/me')).json().email).toBe('steps@example.com');
  });

  test('gives no ticket for a password that was changed since it was compared', async () => {
    const email = 'changed@example.com';
    const { client } = await enrolled(email);
    const { database } = server.services;
    const compared = await accountByEmail(database, system, email);
    const change = { current: password, password: 'another password entirely' };
    expect((await client.put('/api/v1/accounts/me/password', change)).statusCode).toBe(204);
    if (!compared) throw new Error('the account is not there');
    await expect(enterAs(compared, 'a device', server.services)).rejects.toMatchObject({
      problems: [{ code: 'sign_in_refused' }],
    });
  });

  test('takes a code once, and a ticket once', async () => {
    const { secret } = await enrolled('replay@example.com');
    const tickets = [await ticketIn('replay@example.com'), await ticketIn('replay@example.com')];
    const code = nextCode(secret);
    const answers = await Promise.all(tickets.map((ticket) => enter(ticket, code)));
    expect(answers.map(codeIn).sort()).toEqual([
      [200, undefined],
      [403, 'second_factor_wrong'],
    ]);
    const used = tickets[answers.findIndex(({ statusCode }) => statusCode === 200)] ?? '';
    expect(codeIn(await enter(used, nextCode(secret)))).toEqual([401, 'sign_in_ticket_ended']);
    // The code that set it up is as used as any.
    expect(codeIn(await enter(await ticketIn('replay@example.com'), codeOf(secret, -60_000)))).toEqual([
      403,
      'second_factor_wrong',
    ]);
  });

  test('gives a ticket five minutes and five codes', async () => {
    const { secret } = await enrolled('ticket@example.com');
    const late = await ticketIn('ticket@example.com');
    server.clock.advance(5 * minute);
    expect(codeIn(await enter(late, codeOf(secret)))).toEqual([401, 'sign_in_ticket_ended']);
    const ticket = await ticketIn('ticket@example.com');
    for (let i = 0; i < 5; i++)
      expect(codeIn(await enter(ticket, 'WRONG-CODES'))).toEqual([403, 'second_factor_wrong']);
    expect(codeIn(await enter(ticket, nextCode(secret)))).toEqual([401, 'sign_in_ticket_ended']);
    expect(codeIn(await enter('made-up', nextCode(secret)))).toEqual([401, 'sign_in_ticket_ended']);
  });

  test('cannot be guessed with many tickets: ten codes in fifteen minutes', async () => {
    const { secret, recoveryCodes } = await enrolled('guess@example.com');
    for (let i = 0; i < 2; i++) {
      const ticket = await ticketIn('guess@example.com');
      const answers = await Promise.all(Array.from({ length: 5 }, () => enter(ticket, 'WRONG-CODES')));
      expect(answers.map(codeIn)).toEqual(Array(5).fill([403, 'second_factor_wrong']));
    }
    const refused = await enter(await ticketIn('guess@example.com'), nextCode(secret));
    expect(codeIn(refused)).toEqual([429, 'too_many_codes']);
    expect(refused.json().detail).toMatch(/10 are taken in 15 minutes\. Try again in 1[45] minutes\./);
    const recovery = await enter(await ticketIn('guess@example.com'), recoveryCodes[0] ?? '');
    expect(codeIn(recovery)).toEqual([429, 'too_many_codes']);
    server.clock.advance(15 * minute);
    expect((await enter(await ticketIn('guess@example.com'), nextCode(secret))).statusCode).toBe(200);
  });
});

describe('recovery codes', () => {
  test('stand in for the app once each, typed in any way', async () => {
    const { client, recoveryCodes } = await enrolled('recover@example.com');
    const [first = ''] = recoveryCodes;
    const tickets = [await ticketIn('recover@example.com'), await ticketIn('recover@example.com')];
    const typed = ` ${first.toLowerCase().replace('-', ' ')} `;
    const answers = await Promise.all(tickets.map((ticket) => enter(ticket, typed)));
    expect(answers.map(codeIn).sort()).toEqual([
      [200, undefined],
      [403, 'second_factor_wrong'],
    ]);
    expect((await client.get(path)).json().recoveryCodesLeft).toBe(9);
  });

  test('can be replaced, which ends the old ones', async () => {
    const { client, secret, recoveryCodes } = await enrolled('replace@example.com');
    const ask = (code: string) => client.post(`${path}/recovery-codes`, { password, code });
    expect(codeIn(await ask('WRONG-CODES'))).toEqual([403, 'second_factor_wrong']);
    const fresh: string[] = (await ask(nextCode(secret))).json().recoveryCodes;
    expect(fresh).toHaveLength(10);
    const ticket = await ticketIn('replace@example.com');
    expect(codeIn(await enter(ticket, recoveryCodes[1] ?? ''))).toEqual([403, 'second_factor_wrong']);
    expect((await enter(ticket, fresh[1] ?? '')).statusCode).toBe(200);
  });

  test('of one account are worth nothing to another', async () => {
    const { recoveryCodes } = await enrolled('theirs@example.com');
    await enrolled('mine@example.com');
    const ticket = await ticketIn('mine@example.com');
    expect(codeIn(await enter(ticket, recoveryCodes[0] ?? ''))).toEqual([403, 'second_factor_wrong']);
  });
});

describe('taking it away', () => {
  test('wants password and code, and is told by a letter', async () => {
    const { client, secret } = await enrolled('away@example.com');
    const remove = (given: string, code: string) => client.post(`${path}/removal`, { password: given, code });
    expect(codeIn(await remove('a guess', nextCode(secret)))).toEqual([403, 'password_wrong']);
    expect(codeIn(await remove(password, 'WRONG-CODES'))).toEqual([403, 'second_factor_wrong']);
    expect((await remove(password, nextCode(secret))).statusCode).toBe(204);
    expect((await signIn('away@example.com')).statusCode).toBe(200);
    expect((await client.get(path)).json()).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
    expect((await server.letters('away@example.com')).map(({ text }) => text)).toEqual([
      expect.stringContaining('your account now asks for a code of an app'),
      expect.stringContaining('the second factor of your account was removed'),
    ]);
  });

  test('does not come with a new password by letter', async () => {
    const { client } = await enrolled('letter@example.com');
    await server.services.database.$client.query(
      'update accounts set email_confirmed_at = now() where id = $1',
      [client.account.id],
    );
    const ticket = await ticketIn('letter@example.com');
    await post('/password-resets', { email: 'letter@example.com' });
    const letter = (await server.letters('letter@example.com')).at(-1);
    const token = /#(\S+)/.exec(letter?.text ?? '')?.[1];
    await post('/password-resets/redemptions', { token, password });
    expect((await signIn('letter@example.com')).statusCode).toBe(202);
    expect(codeIn(await enter(ticket, 'WRONG-CODES'))).toEqual([401, 'sign_in_ticket_ended']);
  });
});

describe('deleting the account', () => {
  const path = '/api/v1/accounts/me/deletion';

  test('wants password and code, which is not used up while something else is in the way', async () => {
    const { client, secret } = await enrolled('leaves@example.com');
    const remove = (more: object) => client.post(path, { password, deleteWorkspaces: true, ...more });
    expect(codeIn(await remove({}))).toEqual([403, 'second_factor_needed']);
    expect(codeIn(await remove({ code: 'WRONG-CODES' }))).toEqual([403, 'second_factor_wrong']);
    expect(codeIn(await remove({ password: 'a guess', code: nextCode(secret) }))).toEqual([
      403,
      'password_wrong',
    ]);
    const code = nextCode(secret);
    expect(codeIn(await remove({ code, deleteWorkspaces: false }))).toEqual([409, 'workspaces_would_go']);
    expect((await client.get('')).statusCode).toBe(200);
    expect((await remove({ code })).statusCode).toBe(204);
  });

  test('counts wrong codes like every other way to guess them', async () => {
    const { client, secret } = await enrolled('guesses@example.com');
    const remove = (code: string) => client.post(path, { password, code, deleteWorkspaces: true });
    for (let i = 0; i < 10; i++)
      expect(codeIn(await remove('WRONG-CODES'))).toEqual([403, 'second_factor_wrong']);
    expect(codeIn(await remove(nextCode(secret)))).toEqual([429, 'too_many_codes']);
  });
});

describe('app and recovery codes that are lost', () => {
  test('are taken away by whoever runs the server: sessions end, the password signs in, a letter tells', async () => {
    const { client } = await enrolled('lost@example.com');
    expect(await rescue(' Lost@Example.com', server.services)).toBe('removed');
    expect(codeIn(await client.get('/api/v1/accounts/me'))).toEqual([401, 'session_ended']);
    const again = clientOf(server.app, await signIn('lost@example.com'));
    expect((await again.get(path)).json()).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
    const { events } = (await again.get('/api/v1/accounts/me/export')).json();
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'second_factor_removed', device: 'whoever runs this server' }),
    );
    const letters = (await server.letters('lost@example.com')).map(({ text }) => text);
    expect(letters.at(-1)).toContain(
      'whoever runs this server has removed the second factor of your account',
    );
    expect(await rescue('lost@example.com', server.services)).toBe('absent');
    expect(await rescue('nobody@example.com', server.services)).toBe('unknown');
  });
});
