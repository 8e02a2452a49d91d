// Signing in with a provider: tried against a real one, with everything that must not open an account.
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestProvider, testProvider } from '../../../testing/oidc.ts';
import { type Client, clientOf, type TestServer, testServer } from '../../../testing/server.ts';

const password = 'correct horse battery';

let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await testProvider('https://mmm.example.com/sign-in/return');
  const { issuer, clientId, clientSecret } = provider;
  server = await testServer({
    config: {
      publicUrl: 'https://mmm.example.com',
      oidc: { issuer, clientId, clientSecret, name: 'Acme login' },
    },
  });
  await server.register();
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: `/api/v1${url}`, headers, ...(payload && { payload }) });
const cookieIn = (answer: LightMyRequestResponse) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const codeIn = (answer: LightMyRequestResponse) => [
  answer.statusCode,
  answer.statusCode < 400 ? undefined : answer.json().code,
];
const finish = (query: string, cookie: string) => post('/sessions/provider', { query }, { cookie });

/** To the provider as `login`, and back. */
async function begun(login: string) {
  const start = await post('/sessions/provider/start');
  return { cookie: cookieIn(start), query: await provider.visit(start.json().url, login) };
}
async function signIn(login: string) {
  const { query, cookie } = await begun(login);
  return finish(query, cookie);
}
const known = (login: string, more: object = {}) =>
  provider.people.set(login, { email: `${login}@example.com`, email_verified: true, name: login, ...more });
/** Confirmed, as a link of a letter would. */
const confirm = ({ account }: Client) =>
  server.services.database.$client.query('update accounts set email_confirmed_at = now() where id = $1', [
    account.id,
  ]);

test('the page learns what the button says', async () => {
  expect((await server.app.inject('/api/v1/installation')).json()).toMatchObject({ provider: 'Acme login' });
});

describe('who comes for the first time', () => {
  test('gets an account with a workspace, and the same one next time, whatever the address is then', async () => {
    known('anna', { name: 'Anna Schmidt' });
    const first = await signIn('anna');
    expect(first.statusCode).toBe(200);
    expect(first.json().account).toMatchObject({
      email: 'anna@example.com',
      name: 'Anna Schmidt',
      operator: false,
      workspaces: [{ name: 'Workspace of Anna Schmidt', role: 'owner' }],
    });
    known('anna', { email: 'another@example.com' });
    expect((await signIn('anna')).json().account.id).toBe(first.json().account.id);
  });

  test('gets none with an address that the provider does not vouch for, or without one', async () => {
    known('unsure', { email_verified: false });
    expect(codeIn(await signIn('unsure'))).toEqual([403, 'provider_email_unconfirmed']);
    provider.people.set('nameless', {});
    expect(codeIn(await signIn('nameless'))).toEqual([403, 'provider_email_unconfirmed']);
  });

  test('gets none while registration is closed, nor the first of an installation', async () => {
    const { issuer, clientId, clientSecret } = provider;
    const oidc = { issuer, clientId, clientSecret, name: 'Acme' };
    const config = { publicUrl: 'https://mmm.example.com', oidc };
    const own = await testServer({ config: { ...config, registration: 'closed' } });
    const there = async () => {
      const start = await own.app.inject({ method: 'POST', url: '/api/v1/sessions/provider/start' });
      const query = await provider.visit(start.json().url, 'anna');
      const headers = { cookie: cookieIn(start) };
      const url = '/api/v1/sessions/provider';
      return own.app.inject({ method: 'POST', url, headers, payload: { query } });
    };
    expect(codeIn(await there())).toEqual([403, 'registration_closed']);
    await own.close();
    const unclaimed = await testServer({ config });
    const start = await unclaimed.app.inject({ method: 'POST', url: '/api/v1/sessions/provider/start' });
    const first = await unclaimed.app.inject({
      method: 'POST',
      url: '/api/v1/sessions/provider',
      headers: { cookie: cookieIn(start) },
      payload: { query: await provider.visit(start.json().url, 'anna') },
    });
    expect(codeIn(first)).toEqual([403, 'owner_code_wrong']);
    await unclaimed.close();
  });
});

describe('an account with the same address', () => {
  test('is not opened when nobody has ever confirmed that address here', async () => {
    const planted = await server.register({ email: 'victim@example.com', password });
    known('victim');
    expect(codeIn(await signIn('victim'))).toEqual([409, 'provider_not_connected']);
    await confirm(planted);
    const joined = await signIn('victim');
    expect(joined.json().account.id).toBe(planted.account.id);
    expect((await server.letters('victim@example.com')).map(({ subject }) => subject)).toEqual([
      'Your MixModel account was connected with a provider',
    ]);
  });

  test('still wants its second factor', async () => {
    const client = await server.register({ email: 'factor@example.com', password });
    await confirm(client);
    await server.services.database.$client.query(
      "insert into second_factors (account_id, secret, created_at, confirmed_at) values ($1, 'x', now(), now())",
      [client.account.id],
    );
    known('factor');
    const answer = await signIn('factor');
    expect(answer.statusCode).toBe(202);
    expect(answer.cookies.filter(({ name }) => name === 'mixmodel_refresh')).toEqual([]);
  });
});

describe('connecting', () => {
  const connect = async (client: Client, login: string) => {
    const start = await client.post('/api/v1/sessions/provider/connect', { password });
    return finish(await provider.visit(start.json().url, login), cookieIn(start));
  };

  test('lets its owner join an account by hand, and an identity belong to one account', async () => {
    const client = await server.register({ email: 'by.hand@example.com', password });
    const other = await server.register({ email: 'other@example.com', password });
    known('elsewhere');
    expect((await connect(client, 'elsewhere')).statusCode).toBe(204);
    expect((await signIn('elsewhere')).json().account.id).toBe(client.account.id);
    expect(codeIn(await connect(other, 'elsewhere'))).toEqual([409, 'provider_taken']);
  });

  test('wants the password: a stolen access token makes no way in', async () => {
    const client = await server.register({ email: 'careful@example.com', password });
    const start = (given: string) => client.post('/api/v1/sessions/provider/connect', { password: given });
    const refused = await start('a guess');
    expect([...codeIn(refused), refused.cookies]).toEqual([403, 'password_wrong', []]);
  });

  test('ends with the session that began it, also halfway', async () => {
    const client = await server.register({ email: 'halfway@example.com', password });
    known('halfway');
    const start = await client.post('/api/v1/sessions/provider/connect', { password });
    const query = await provider.visit(start.json().url, 'halfway');
    await server.app.inject({
      method: 'DELETE',
      url: '/api/v1/sessions',
      headers: { cookie: client.cookie },
    });
    expect(codeIn(await finish(query, cookieIn(start)))).toEqual([401, 'session_ended']);
    expect(codeIn(await signIn('halfway'))).toEqual([409, 'provider_not_connected']);
  });

  test('tells identities of two providers apart, also where their names are the same', async () => {
    known('twin');
    const here = await signIn('twin');
    const elsewhere = await server.register({ email: 'twin.elsewhere@example.com', password });
    await server.services.database.$client.query(
      "insert into identities (id, account_id, issuer, subject, created_at) select gen_random_uuid(), $1, 'https://other.example.com', subject, now() from identities where account_id = $2",
      [elsewhere.account.id, here.json().account.id],
    );
    expect((await signIn('twin')).json().account.id).toBe(here.json().account.id);
  });
});

/** Chooses a new password by letter. */
const reset = async (email: string) => {
  await post('/password-resets', { email });
  const letter = (await server.letters(email)).filter(({ text }) => text.includes('/reset-password#')).at(-1);
  const token = /#(\S+)/.exec(letter?.text ?? '')?.[1];
  const answer = await post('/password-resets/redemptions', { token, password: 'words of the holder' });
  expect(answer.statusCode).toBe(204);
};

describe('a new password by letter', () => {
  const planted = async (email: string) => {
    const client = await server.register({ email, password });
    const start = await client.post('/api/v1/sessions/provider/connect', { password });
    const login = email.split('@')[0] ?? '';
    known(login, { email_verified: false });
    await finish(await provider.visit(start.json().url, login), cookieIn(start));
    await client.post('/api/v1/accounts/me/second-factor', { password });
    await server.services.database.$client.query(
      'update second_factors set confirmed_at = now() where account_id = $1',
      [client.account.id],
    );
    const { secret } = (await client.post('/keys', { name: 'back door', scope: 'read' })).json();
    const { link } = (await client.post('/invitations', { role: 'owner' })).json();
    const token = String(link).split('#')[1];
    return { client, ways: { login, secret, token, at: client.workspaceId } };
  };
  const open = async (
    email: string,
    { login, secret, token, at }: Awaited<ReturnType<typeof planted>>['ways'],
  ) => ({
    provider: (await signIn(login)).statusCode,
    key: (
      await server.app.inject({
        url: `/api/v1/workspaces/${at}/datasets`,
        headers: { authorization: `Bearer ${secret}` },
      })
    ).statusCode,
    invitation: (await post('/invitations/read', { token })).statusCode,
    password: (await post('/sessions', { email, password: 'words of the holder' })).statusCode,
    told: (await server.letters(email)).at(-1)?.text.includes('was taken away'),
  });

  test('ends every way in of who registered an address that was never confirmed', async () => {
    const { ways } = await planted('hers@example.com');
    await reset('hers@example.com');
    expect(await open('hers@example.com', ways)).toEqual({
      ...{ provider: 403, key: 401, invitation: 404 },
      ...{ password: 200, told: true },
    });
  });

  test('leaves them where it was confirmed, and the letter says that there are others', async () => {
    const { client, ways } = await planted('his@example.com');
    await confirm(client);
    await reset('his@example.com');
    expect(await open('his@example.com', ways)).toEqual({
      ...{ provider: 202, key: 200, invitation: 200 },
      ...{ password: 202, told: false },
    });
    expect((await server.letters('his@example.com')).at(-1)?.text).toContain('stay as they were');
  });
});

const path = '/api/v1/accounts/me/identities';

describe('disconnecting', () => {
  test('ends the way in, wants the password, and is told by a letter', async () => {
    const client = await server.register({ email: 'leaves@example.com', password });
    const start = await client.post('/api/v1/sessions/provider/connect', { password });
    known('leaves');
    await finish(await provider.visit(start.json().url, 'leaves'), cookieIn(start));
    const [identity] = (await client.get(path)).json().items;
    expect(identity).toMatchObject({ issuer: provider.issuer, subject: 'leaves' });
    const end = (given: string) => client.post(`${path}/${identity.id}/removal`, { password: given });
    expect(codeIn(await end('a guess'))).toEqual([403, 'password_wrong']);
    expect((await end(password)).statusCode).toBe(204);
    expect(codeIn(await end(password))).toEqual([404, 'not_found']);
    expect((await client.get(path)).json()).toEqual({ items: [] });
    expect(codeIn(await signIn('leaves'))).toEqual([409, 'provider_not_connected']);
    expect((await server.letters('leaves@example.com')).map(({ subject }) => subject)).toEqual([
      'Your MixModel account was connected with a provider',
      'Your MixModel account was disconnected from a provider',
    ]);
    const { events } = (await client.get('/api/v1/accounts/me/export')).json();
    expect(events.map(({ event }: { event: string }) => event)).toContain('provider_disconnected');
  });

  test('is refused where the provider is the only way in', async () => {
    known('only');
    const client = clientOf(server.app, await signIn('only'));
    const [identity] = (await client.get(path)).json().items;
    const end = (given?: string) =>
      client.post(`${path}/${identity.id}/removal`, given === undefined ? {} : { password: given });
    expect(codeIn(await end())).toEqual([409, 'provider_only_way']);
    await client.put('/api/v1/accounts/me/password', { current: null, password: 'a first password' });
    expect((await end('a first password')).statusCode).toBe(204);
    const payload = { email: 'only@example.com', password: 'a first password' };
    expect((await post('/sessions', payload)).statusCode).toBe(200);
  });
});

describe('what comes back', () => {
  test('opens nothing without the browser that began, and nothing twice', async () => {
    const { query, cookie } = await begun('anna');
    const other = await begun('anna');
    for (const [given, kept] of [
      [query, ''],
      [query, 'mixmodel_provider=made-up'],
      [query, other.cookie],
      [query.replace(/state=[^&]+/, 'state=another'), cookie],
      ['', cookie],
    ] as const)
      expect(codeIn(await finish(given, kept))).toEqual([401, 'provider_refused']);
    expect((await finish(query, cookie)).statusCode).toBe(200);
    expect(codeIn(await finish(query, cookie))).toEqual([401, 'provider_refused']);
    // The provider ends what a code gave when it comes again, so that of two at once there may be none.
    const raced = await Promise.all([1, 2].map(() => finish(other.query, other.cookie)));
    expect(raced.map(codeIn)).toContainEqual([401, 'provider_refused']);
  });

  test('is refused after ten minutes, and when the person said no', async () => {
    const { query, cookie } = await begun('anna');
    server.clock.advance(10 * 60_000);
    expect(codeIn(await finish(query, cookie))).toEqual([401, 'provider_refused']);
    const start = await post('/sessions/provider/start');
    const state = new URL(start.json().url).searchParams.get('state');
    const no = `error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
    const refused = await finish(no, cookieIn(start));
    expect(codeIn(refused)).toEqual([401, 'provider_refused']);
    expect(refused.json().detail).toContain('`access_denied`');
  });

  test('is kept sealed, from scripts and from other sites', async () => {
    const start = await post('/sessions/provider/start');
    expect(start.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: true });
    const url = new URL(start.json().url);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(start.cookies[0]?.value).not.toContain(url.searchParams.get('state'));
  });
});

describe('an account without a password', () => {
  test('proves itself by a fresh sign-in, and gets a password that way', async () => {
    known('fresh');
    const client = clientOf(server.app, await signIn('fresh'));
    const set = (by: Client) =>
      by.put('/api/v1/accounts/me/password', { current: null, password: 'a first password' });
    server.clock.advance(11 * 60_000);
    expect(codeIn(await set(client))).toEqual([403, 'sign_in_first']);
    const again = clientOf(server.app, await signIn('fresh'));
    expect((await set(again)).statusCode).toBe(204);
    const payload = { email: 'fresh@example.com', password: 'a first password' };
    expect((await post('/sessions', payload)).statusCode).toBe(200);
  });
});

test('a server without a provider, and a provider that does not answer, say so', async () => {
  const without = await testServer();
  const url = '/api/v1/sessions/provider/start';
  expect(codeIn(await without.app.inject({ method: 'POST', url }))).toEqual([404, 'provider_absent']);
  await without.close();
  const oidc = { issuer: 'http://127.0.0.1:1', clientId: 'a', clientSecret: 'b', name: 'c' };
  const silent = await testServer({ config: { oidc } });
  expect(codeIn(await silent.app.inject({ method: 'POST', url }))).toEqual([502, 'provider_unreachable']);
  await silent.close();
});
