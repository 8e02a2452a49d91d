// Registering, signing in, going on, signing out: over HTTP, against the database.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf, type TestServer, testServer } from '../../testing/server.ts';
import { unclaimedCode } from './actions.ts';

const minute = 60_000;
const password = 'correct horse battery';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.register();
});
afterAll(() => server.close());

const form = (email: string, more: object = {}) => ({
  email,
  password,
  name: 'Anna',
  workspace: 'Acme',
  ...more,
});
const register = (email: string, more: object = {}, at = server) =>
  at.app.inject({ method: 'POST', url: '/api/v1/accounts', payload: form(email, more) });
const signIn = (email: string, given = password) =>
  server.app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { email, password: given } });
const refresh = (cookie?: string, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/sessions/refresh',
    headers: { ...(cookie && { cookie }), ...headers },
  });
const signOut = (cookie: string) =>
  server.app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers: { cookie } });
const me = (accessToken: string) =>
  server.app.inject({ url: '/api/v1/accounts/me', headers: { authorization: `Bearer ${accessToken}` } });

const tokenIn = (answer: LightMyRequestResponse) => answer.json<{ accessToken: string }>().accessToken;
const cookieIn = (answer: LightMyRequestResponse) => {
  const cookie = answer.cookies.find(({ name }) => name === 'mixmodel_refresh');
  return `mixmodel_refresh=${cookie?.value}`;
};
const codeIn = (answer: LightMyRequestResponse) => [answer.statusCode, answer.json().code];

describe('the first account', () => {
  let fresh: TestServer;
  beforeAll(async () => {
    fresh = await testServer();
  });
  afterAll(() => fresh.close());
  const file = () => join(fresh.services.config.dataDir, 'owner-code');

  test('is waited for: its code stays the same until it is used, and only its owner may read it', async () => {
    const code = await unclaimedCode(fresh.services);
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await unclaimedCode(fresh.services)).toBe(code);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    const installation = await fresh.app.inject('/api/v1/installation');
    expect(installation.json()).toEqual({
      version: expect.any(String),
      claimed: false,
      registration: 'open',
      mail: 'outbox',
      provider: null,
    });
  });

  test.each([{}, { code: '' }, { code: 'AAAA-BBBB-CCCC' }])('is not made with %o', async (given) => {
    const answer = await register('mallory@example.com', given, fresh);
    expect(codeIn(answer)).toEqual([403, 'owner_code_wrong']);
    expect(answer.json().faults[0].path).toBe('code');
  });

  test('is one, however many send the code at once; the code is worth nothing afterwards', async () => {
    const code = (await unclaimedCode(fresh.services))?.toLowerCase().replaceAll('-', ' ');
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => register(`${name}@example.com`, { code }, fresh)),
    );
    expect(answers.map(codeIn).sort()).toEqual([
      [201, undefined],
      [409, 'owner_code_used'],
      [409, 'owner_code_used'],
    ]);
    const owner = answers.find(({ statusCode }) => statusCode === 201);
    expect(owner?.json().account).toMatchObject({ operator: true, workspaces: [{ role: 'owner' }] });
    expect(await unclaimedCode(fresh.services)).toBeUndefined();
    await expect(readFile(file())).rejects.toThrow('ENOENT');
    expect((await fresh.app.inject('/api/v1/installation')).json()).toMatchObject({ claimed: true });
    expect(codeIn(await register('d@example.com', { code }, fresh))).toEqual([409, 'owner_code_used']);
  });

  test('is followed by accounts that need no code and do not own the installation', async () => {
    const answer = await register('later@example.com', {}, fresh);
    expect(answer.statusCode).toBe(201);
    expect(answer.json().account.operator).toBe(false);
  });
});

describe('registering', () => {
  test('signs in, with a workspace of one’s own', async () => {
    const answer = await register('Anna.First@Example.com', { workspace: '  Acme GmbH ' });
    const { account, expiresAt } = answer.json();
    expect(account).toMatchObject({
      email: 'anna.first@example.com',
      workspaces: [{ name: 'Acme GmbH', role: 'owner' }],
    });
    expect(new Date(expiresAt).getTime() - server.clock.now().getTime()).toBeLessThanOrEqual(15 * minute);
    expect((await me(tokenIn(answer))).json()).toEqual(account);
    const workspace = await clientOf(server.app, answer).get('');
    expect(workspace.json()).toEqual(account.workspaces[0]);
  });

  test('keeps the refresh token from scripts, other sites and other addresses', async () => {
    const answer = await register('cookie@example.com');
    expect(answer.cookies.map(({ name }) => name)).toEqual(['mixmodel_refresh', 'mixmodel_device']);
    const [{ value: _mark, name: _name, ...mark } = { value: '', name: '' }, known] = answer.cookies;
    expect({ ...known, expires: null }).toMatchObject({ ...mark, expires: null });
    expect(answer.cookies[0]).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
      path: '/api/v1/sessions',
    });
    expect(answer.body).not.toContain(answer.cookies[0]?.value);
  });

  test('sends the cookie over TLS only, where people come by TLS', async () => {
    const over = await testServer({ config: { publicUrl: 'https://mmm.example.com' } });
    const code = await unclaimedCode(over.services);
    const answer = await register('tls@example.com', { code }, over);
    expect(answer.cookies[0]).toMatchObject({ secure: true });
    expect(answer.headers['strict-transport-security']).toBeDefined();
    await over.close();
  });

  test('takes an address once, in any case', async () => {
    await register('twice@example.com');
    const answer = await register('Twice@EXAMPLE.com');
    expect(codeIn(answer)).toEqual([409, 'email_taken']);
    const racing = await Promise.all([register('race@example.com'), register('race@example.com')]);
    expect(racing.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });

  test('tells every fault and repeats no password', async () => {
    const answer = await register('no address', { password: 'short', name: ' ', role: 'owner' });
    expect(answer.statusCode).toBe(422);
    expect(
      answer
        .json()
        .faults.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(['email', 'name', 'password', 'role']);
    expect(answer.body).toContain('`password` wants at least 10 characters; got 5 characters.');
    expect(answer.body).not.toContain('short');
  });

  test('refuses a password that others would guess, and makes no account', async () => {
    for (const [given, code] of [
      ['1234567890', 'password_common'],
      ['guess-acme-1', 'password_guessable'],
    ]) {
      const answer = await register('guess@example.com', { password: given });
      expect([...codeIn(answer), answer.json().faults[0].path]).toEqual([422, code, 'password']);
    }
    expect((await register('guess@example.com')).statusCode).toBe(201);
  });

  test('can be closed', async () => {
    const closed = await testServer({ config: { registration: 'closed' } });
    await closed.register();
    const answer = await register('late@example.com', {}, closed);
    expect(codeIn(answer)).toEqual([403, 'registration_closed']);
    await closed.close();
  });

  test('stores no password and no token', async () => {
    const answer = await register('stored@example.com');
    const { rows } = await server.services.database.$client.query(
      'select a.*, s.* from accounts a join sessions s on s.account_id = a.id',
    );
    const stored = JSON.stringify(rows);
    expect(stored).toContain('$argon2id$');
    expect(stored).not.toContain(password);
    expect(stored).not.toContain(answer.cookies[0]?.value);
  });
});

describe('signing in', () => {
  beforeAll(() => register('boris@example.com'));

  test('takes the address in any case', async () => {
    const answer = await signIn(' Boris@Example.com');
    expect(answer.statusCode).toBe(200);
    expect((await me(tokenIn(answer))).json().email).toBe('boris@example.com');
  });

  test('answers a wrong password and an unknown address alike', async () => {
    const [wrong, unknown] = await Promise.all([
      signIn('boris@example.com', 'not the password'),
      signIn('nobody@example.com', 'not the password'),
    ]);
    expect(codeIn(wrong)).toEqual([401, 'sign_in_refused']);
    const { requestId: _one, ...told } = wrong.json();
    const { requestId: _two, ...same } = unknown.json();
    expect(told).toEqual(same);
  });

  test('wants every letter of the password as it was chosen, of a long one too', async () => {
    const long = ` Größe und 日本語, ${'x'.repeat(100)} zum Schluß!`;
    await register('letters@example.com', { password: long });
    expect((await signIn('letters@example.com', long)).statusCode).toBe(200);
    for (const other of [long.trim(), long.toLowerCase(), long.slice(0, -1), long.slice(0, 72)])
      expect((await signIn('letters@example.com', other)).statusCode).toBe(401);
  });

  test('ends the session that was there in the same browser, and no other', async () => {
    await register('again@example.com');
    const elsewhere = cookieIn(await signIn('again@example.com'));
    const before = await signIn('again@example.com');
    const payload = { email: 'again@example.com', password };
    const headers = { cookie: cookieIn(before) };
    const after = await server.app.inject({ method: 'POST', url: '/api/v1/sessions', headers, payload });
    expect(codeIn(await me(tokenIn(before)))).toEqual([401, 'session_ended']);
    expect(codeIn(await refresh(cookieIn(before)))).toEqual([401, 'session_ended']);
    expect((await me(tokenIn(after))).statusCode).toBe(200);
    expect((await refresh(elsewhere)).statusCode).toBe(200);
  });

  test('is limited', async () => {
    const strict = await testServer({ config: { rateFactor: 1 } });
    const attempt = () =>
      strict.app.inject({
        method: 'POST',
        url: '/api/v1/sessions',
        payload: { email: 'boris@example.com', password: 'guess' },
      });
    const answers = [];
    for (let i = 0; i < 11; i++) answers.push((await attempt()).statusCode);
    expect(answers).toEqual([...Array(10).fill(401), 429]);
    await strict.close();
  });
});

describe('guessing at one account', () => {
  let strict: TestServer;
  beforeAll(async () => {
    strict = await testServer({ config: { rateFactor: 1 } });
    await strict.register({ email: 'target@example.com', password });
  });
  afterAll(() => strict.close());
  let machine = 0;
  /** Each from a machine of its own. */
  const attempt = (email: string, given = 'a guess', cookie?: string) => {
    machine += 1;
    return strict.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      remoteAddress: `10.0.${machine >> 8}.${machine & 255}`,
      ...(cookie && { headers: { cookie } }),
      payload: { email, password: given },
    });
  };
  /** Until nobody who is not known may try any more. */
  const useUp = async (email: string) => {
    const answers = await Promise.all(Array.from({ length: 22 }, () => attempt(email)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(20).fill(401), 429, 429]);
  };
  const markIn = (answer: LightMyRequestResponse) =>
    `mixmodel_device=${answer.cookies.find(({ name }) => name === 'mixmodel_device')?.value}`;

  test('is limited, from however many machines, and alike where there is no account', async () => {
    for (const email of ['target@example.com', 'nobody@example.com']) {
      await useUp(email.toUpperCase());
      const refused = await attempt(email, password);
      expect(codeIn(refused)).toEqual([429, 'too_many_sign_ins']);
      expect(refused.json().detail).toMatch(
        /^Signing in with this address failed 20 times in 1 minute\. Try/,
      );
    }
    strict.clock.advance(minute);
    expect((await attempt('target@example.com', password)).statusCode).toBe(200);
  });

  test('does not lock out a browser that has signed in before, whose own tries are limited', async () => {
    strict.clock.advance(minute);
    const mark = markIn(await attempt('target@example.com', password));
    await useUp('target@example.com');
    expect((await attempt('target@example.com', password)).statusCode).toBe(429);
    expect((await attempt('target@example.com', password, mark)).statusCode).toBe(200);
    const own = await Promise.all(Array.from({ length: 11 }, () => attempt('target@example.com', 'x', mark)));
    expect(own.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(10).fill(401), 429]);
  });

  test('is not helped by a mark that is of another account, altered, or as old as a password that was changed', async () => {
    strict.clock.advance(minute);
    const other = await strict.register({ email: 'other@example.com', password });
    const mark = markIn(await attempt('target@example.com', password));
    const [, until = '', rest = ''] = /^mixmodel_device=(\d+)(\..+)$/.exec(mark) ?? [];
    const later = `mixmodel_device=${Number(until) + 1}${rest}`;
    await useUp('target@example.com');
    const theirs = other.cookie.replace(/.*mixmodel_device=/, 'mixmodel_device=');
    for (const cookie of [theirs, later, 'mixmodel_device=', 'mixmodel_device=x.y.z'])
      expect((await attempt('target@example.com', password, cookie)).statusCode).toBe(429);
    await other.put('/api/v1/accounts/me/password', { current: password, password: 'quite another one' });
    await useUp('other@example.com');
    expect((await attempt('other@example.com', 'quite another one', theirs)).statusCode).toBe(429);
  });

  test('does not keep whoever has a letter from a new password and from signing in with it', async () => {
    strict.clock.advance(61 * minute);
    const email = 'target@example.com';
    const ask = (remoteAddress: string) =>
      strict.app.inject({
        method: 'POST',
        url: '/api/v1/password-resets',
        remoteAddress,
        payload: { email },
      });
    // A stranger in one place cannot use up the letters of an hour.
    for (let i = 0; i < 6; i++) await ask('10.9.9.9');
    expect(await strict.letters(email)).toHaveLength(3);
    await ask('10.9.9.8');
    const letters = await strict.letters(email);
    expect(letters).toHaveLength(4);
    await useUp(email);
    const token = /#(\S+)/.exec(letters.at(-1)?.text ?? '')?.[1];
    const answer = await strict.app.inject({
      method: 'POST',
      url: '/api/v1/password-resets/redemptions',
      payload: { token, password: 'a password by letter' },
    });
    expect(answer.statusCode).toBe(204);
    expect((await attempt(email, 'a password by letter')).statusCode).toBe(429);
    expect((await attempt(email, 'a password by letter', markIn(answer))).statusCode).toBe(200);
  });
});

describe('a text that cannot be kept', () => {
  test.each([
    ['U+0000', 'a\0b', 'a zero character (U+0000)'],
    ['an unpaired surrogate', 'a\ud800b', 'half of a character'],
  ])('is refused by the name of its field: %s', async (_, text, got) => {
    for (const [answer, path] of [
      [await signIn('boris@example.com', text), 'password'],
      [await signIn(`${text}@example.com`), 'email'],
      [await register('text@example.com', { name: text }), 'name'],
      [await register('text@example.com', { [text]: 'x' }), 'a\ufffdb'],
    ] as const) {
      expect(codeIn(answer)).toEqual([422, 'text_unstorable']);
      expect(answer.json().faults[0].path).toBe(path);
      expect(answer.json().detail).toContain(got);
    }
  });
});

describe('an access token', () => {
  interface Made {
    readonly alg?: string;
    readonly typ?: string;
    readonly iss?: string;
    readonly aud?: string;
  }
  /** As this server would make it, but for what is given. */
  async function madeAs({ alg = 'HS256', typ = 'at+jwt', iss = 'mixmodel', aud = 'mixmodel-api' }: Made) {
    const { sub = '', sid } = decodeJwt(tokenIn(await signIn('boris@example.com')));
    return new SignJWT({ sid })
      .setProtectedHeader({ alg, typ })
      .setIssuer(iss)
      .setAudience(aud)
      .setSubject(sub)
      .setExpirationTime(Math.floor(server.clock.now().getTime() / 1000) + 60)
      .sign(server.services.signingKey);
  }

  test('is taken from this issuer, for this API, of this kind and signed in this way only', async () => {
    expect((await me(await madeAs({}))).statusCode).toBe(200);
    for (const other of [{ iss: 'another' }, { aud: 'another' }, { typ: 'JWT' }, { alg: 'HS512' }])
      expect(codeIn(await me(await madeAs(other)))).toEqual([401, 'signed_out']);
  });

  test('is not checked with a key that it brings itself', async () => {
    const { sub = '', sid } = decodeJwt(tokenIn(await signIn('boris@example.com')));
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const forged = await new SignJWT({ sid })
      .setProtectedHeader({
        alg: 'ES256',
        typ: 'at+jwt',
        jwk: await exportJWK(publicKey),
        jku: 'https://evil.example/keys',
      })
      .setIssuer('mixmodel')
      .setAudience('mixmodel-api')
      .setSubject(sub)
      .setExpirationTime('1h')
      .sign(privateKey);
    expect(codeIn(await me(forged))).toEqual([401, 'signed_out']);
  });

  test('ends after fifteen minutes, and says so', async () => {
    const token = tokenIn(await register('quarter@example.com'));
    server.clock.advance(14 * minute);
    expect((await me(token)).statusCode).toBe(200);
    server.clock.advance(2 * minute);
    expect(codeIn(await me(token))).toEqual([401, 'session_ended']);
  });

  test.each([
    ['none', () => ''],
    ['nonsense', () => 'Bearer nonsense'],
    ['another scheme', (token: string) => `Basic ${token}`],
    ['a changed one', (token: string) => `Bearer ${token.slice(0, -3)}AAA`],
    // {"alg":"none"}
    ['an unsigned one', (token: string) => `Bearer eyJhbGciOiJub25lIn0.${token.split('.')[1]}.`],
  ])('is refused: %s', async (...[, made]) => {
    const token = tokenIn(await signIn('boris@example.com'));
    const answer = await server.app.inject({
      url: '/api/v1/accounts/me',
      headers: { authorization: made(token) },
    });
    expect(codeIn(answer)).toEqual([401, 'signed_out']);
  });
});

describe('going on with a session', () => {
  beforeAll(() => register('clara@example.com'));
  const begin = async () => cookieIn(await signIn('clara@example.com'));

  test('exchanges the refresh token each time', async () => {
    const first = await begin();
    const answer = await refresh(first);
    expect(answer.statusCode).toBe(200);
    expect((await me(tokenIn(answer))).json().email).toBe('clara@example.com');
    expect(cookieIn(answer)).not.toBe(first);
    expect((await refresh(cookieIn(answer))).statusCode).toBe(200);
  });

  test('signs out nobody when two tabs send the same token at once', async () => {
    const cookie = await begin();
    const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    server.clock.advance(9_000);
    expect((await refresh(cookie)).statusCode).toBe(200);
    for (const answer of answers) expect((await refresh(cookieIn(answer))).statusCode).toBe(200);
  });

  test('ends the whole family when an old token comes back later', async () => {
    const stolen = await begin();
    const next = cookieIn(await refresh(stolen));
    server.clock.advance(11_000);
    expect(codeIn(await refresh(stolen))).toEqual([401, 'session_reused']);
    expect(codeIn(await refresh(next))).toEqual([401, 'session_ended']);
    expect((await refresh(await begin())).statusCode).toBe(200);
  });

  test('lets one of the tokens go on that two tabs were given: the other ends the family later', async () => {
    const cookie = await begin();
    const [one, other] = [await refresh(cookie), await refresh(cookie)];
    const next = await refresh(cookieIn(other));
    expect(next.statusCode).toBe(200);
    server.clock.advance(11_000);
    expect(codeIn(await refresh(cookieIn(one)))).toEqual([401, 'session_reused']);
    expect(codeIn(await refresh(cookieIn(next)))).toEqual([401, 'session_ended']);
  });

  test('notices an old token also by a clock that was set back', async () => {
    const stolen = await begin();
    const next = cookieIn(await refresh(stolen));
    server.clock.advance(-60 * minute);
    expect(codeIn(await refresh(stolen))).toEqual([401, 'session_reused']);
    expect(codeIn(await refresh(next))).toEqual([401, 'session_ended']);
    server.clock.advance(60 * minute);
  });

  test('lasts seven days from the last time', async () => {
    const days = (n: number) => n * 24 * 60 * minute;
    const first = await begin();
    server.clock.advance(days(6));
    const second = cookieIn(await refresh(first));
    server.clock.advance(days(6));
    const third = cookieIn(await refresh(second));
    server.clock.advance(days(7));
    expect(codeIn(await refresh(third))).toEqual([401, 'session_ended']);
  });

  test('lasts thirty days in all, however often it goes on', async () => {
    let answer = await signIn('clara@example.com');
    for (let day = 0; day < 30; day += 6) {
      expect(answer.statusCode).toBe(200);
      server.clock.advance(6 * 24 * 60 * minute - 1000);
      answer = await refresh(cookieIn(answer));
    }
    expect(answer.statusCode).toBe(200);
    const { expires } = answer.cookies[0] ?? {};
    expect((expires?.getTime() ?? 0) - server.clock.now().getTime()).toBeLessThan(minute);
    server.clock.advance(minute);
    expect(codeIn(await me(tokenIn(answer)))).toEqual([401, 'session_ended']);
    expect(codeIn(await refresh(cookieIn(answer)))).toEqual([401, 'session_ended']);
  });

  test('leaves no rows behind that nobody can use any more', async () => {
    const rows = async () =>
      (
        await server.services.database.$client.query(
          "select s.id from sessions s join accounts a on a.id = s.account_id where a.email = 'clara@example.com'",
        )
      ).rows.length;
    let cookie = await begin();
    const before = await rows();
    for (let i = 0; i < 12; i++) {
      server.clock.advance(24 * 60 * minute);
      cookie = cookieIn(await refresh(cookie));
    }
    expect(await rows()).toBeLessThanOrEqual(Math.min(before, 1) + 7);
  });

  test('needs a cookie that this server gave', async () => {
    expect(codeIn(await refresh())).toEqual([401, 'signed_out']);
    expect(codeIn(await refresh('mixmodel_refresh=made-up'))).toEqual([401, 'session_ended']);
  });

  test('is refused to pages of another address, also of the same machine', async () => {
    const cookie = await begin();
    for (const origin of ['http://localhost:8080', 'https://evil.example', 'null'])
      expect(codeIn(await refresh(cookie, { origin }))).toEqual([403, 'foreign_page']);
    expect((await refresh(cookie, { origin: 'http://localhost:80', host: 'localhost:80' })).statusCode).toBe(
      200,
    );
  });
});

describe('signing out', () => {
  test('ends what came from that sign-in, and only that', async () => {
    await register('dora@example.com');
    const here = cookieIn(await signIn('dora@example.com'));
    const there = cookieIn(await signIn('dora@example.com'));
    const answer = await signOut(cookieIn(await refresh(here)));
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies[0]).toMatchObject({ value: '', path: '/api/v1/sessions' });
    expect(codeIn(await refresh(here))).toEqual([401, 'session_ended']);
    expect((await refresh(there)).statusCode).toBe(200);
  });

  test('needs no cookie of a program: its access token names the session', async () => {
    const session = await signIn('dora@example.com');
    const authorization = `Bearer ${tokenIn(session)}`;
    const end = () =>
      server.app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers: { authorization } });
    expect((await end()).statusCode).toBe(204);
    expect(codeIn(await me(tokenIn(session)))).toEqual([401, 'session_ended']);
    expect(codeIn(await refresh(cookieIn(session)))).toEqual([401, 'session_ended']);
    expect((await end()).statusCode).toBe(204);
  });

  test('is no fault when one is signed out already', async () => {
    expect((await signOut('other=1')).statusCode).toBe(204);
  });
});
