// A provider whose tokens are wrong in one thing each: none of them opens an account.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../../testing/server.ts';

const clientId = 'mixmodel';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

let keys: Keys;
let othersKeys: Keys;
let http: Server;
let issuer: string;
let server: TestServer;
/** What the provider says of itself, and the token it gives for any code. */
let metadata: (issuer: string) => object;
let idToken: (claims: JWTPayload) => Promise<string>;
/** What it says to who has an access token. */
let info: object = {};

const said = (of: string) => ({
  issuer: of,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
});
const signed = (claims: JWTPayload, by = keys) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(by.privateKey);

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  othersKeys = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  http = createServer(async (request, response) => {
    const path = request.url ?? '';
    const answer = path.includes('openid-configuration')
      ? metadata(issuer)
      : path === '/keys'
        ? { keys: [jwk] }
        : path === '/userinfo'
          ? { sub: 'mallory', ...info }
          : { access_token: 'x', token_type: 'Bearer', id_token: await idToken(claimsOf()) };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  server = await serverOf(issuer);
  await server.register();
});
afterAll(async () => {
  await server.close();
  http.closeAllConnections();
  http.close();
});

const serverOf = (at: string) =>
  testServer({
    config: {
      publicUrl: 'https://mmm.example.com',
      oidc: { issuer: at, clientId, clientSecret: 'a secret of tests', name: 'Acme' },
    },
  });

let nonce = '';
const claimsOf = (): JWTPayload => {
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ iss: issuer, aud: clientId, sub: 'mallory', nonce, iat: now, exp: now + 60 },
    ...{ email: 'mallory@example.com', email_verified: true, name: 'Mallory' },
  };
};

/** Begins to sign in, and comes back with a code. */
async function signIn(at = server): Promise<readonly [number, string | undefined]> {
  const start = await at.app.inject({ method: 'POST', url: '/api/v1/sessions/provider/start' });
  if (start.statusCode !== 200) return [start.statusCode, start.json().code];
  const sent = new URL(start.json<{ url: string }>().url).searchParams;
  nonce = sent.get('nonce') ?? '';
  const answer = await at.app.inject({
    method: 'POST',
    url: '/api/v1/sessions/provider',
    headers: { cookie: start.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    payload: { query: `code=any&state=${sent.get('state')}` },
  });
  return [answer.statusCode, answer.json().code];
}

describe('an ID token', () => {
  test.each<[string, (claims: JWTPayload) => Promise<string>, number]>([
    ['as it has to be opens an account', (claims) => signed(claims), 200],
    ['signed by somebody else opens none', (claims) => signed(claims, othersKeys), 401],
    [
      'without a signature opens none',
      async (claims) =>
        `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
      401,
    ],
    ['of another sign-in opens none', (claims) => signed({ ...claims, nonce: 'another' }), 401],
    ['for another client opens none', (claims) => signed({ ...claims, aud: 'another' }), 401],
    ['of another issuer opens none', (claims) => signed({ ...claims, iss: 'https://evil.example' }), 401],
    ['that has run out opens none', (claims) => signed({ ...claims, iat: 1, exp: 2 }), 401],
  ])('%s', async (_, made, status) => {
    metadata = said;
    idToken = made;
    const [got, code] = await signIn();
    expect([got, code]).toEqual([status, status === 200 ? undefined : 'provider_refused']);
  });
});

test('what a token says of its address is no word for another address that the provider names', async () => {
  metadata = (of) => ({ ...said(of), userinfo_endpoint: `${issuer}/userinfo` });
  idToken = (claims) => signed({ ...claims, sub: 'unknown' });
  info = { sub: 'unknown', email: 'victim@example.com' };
  const own = await serverOf(issuer);
  await own.register();
  expect(await signIn(own)).toEqual([403, 'provider_email_unconfirmed']);
  info = { sub: 'unknown', name: 'Mallory' };
  expect(await signIn(own)).toEqual([200, undefined]);
  await own.close();
});

test('a provider that says it is another one is not asked', async () => {
  metadata = () => said('https://login.example.com');
  const own = await serverOf(issuer);
  expect((await signIn(own))[0]).toBeGreaterThanOrEqual(400);
  await own.close();
});
