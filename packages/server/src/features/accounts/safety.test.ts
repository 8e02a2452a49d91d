// Sessions, passwords and addresses: what a link does once, what ends, and what nobody learns.
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, clientOf, type TestServer, testServer } from '../../testing/server.ts';

const minute = 60_000;
const hour = 60 * minute;
const password = 'correct horse battery';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.register();
});
afterAll(() => server.close());

const post = (url: string, payload: object, at = server) =>
  at.app.inject({ method: 'POST', url: `/api/v1${url}`, payload });
const person = (email: string) => server.register({ email, password });
const signIn = (email: string, given = password, agent = windows) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    headers: { 'user-agent': agent },
    payload: { email, password: given },
  });
const clientIn = async (email: string, agent = windows) =>
  clientOf(server.app, await signIn(email, password, agent));
const codeIn = (answer: LightMyRequestResponse) => [
  answer.statusCode,
  answer.statusCode < 400 ? undefined : answer.json().code,
];
const statusOf = async (client: Client) => codeIn(await client.get('/api/v1/accounts/me'));
const refreshed = (client: Client) =>
  server.app.inject({ method: 'POST', url: '/api/v1/sessions/refresh', headers: { cookie: client.cookie } });
/** The token of the newest letter to an address whose subject holds `subject`. */
async function tokenTo(email: string, subject: string, at = server): Promise<string> {
  const letter = (await at.letters(email)).filter((one) => one.subject.includes(subject)).at(-1);
  return /#(\S+)/.exec(letter?.text ?? '')?.[1] ?? `no letter "${subject}" to ${email}`;
}
const subjectsTo = async (email: string, at = server) =>
  (await at.letters(email)).map(({ subject }) => subject);
/** What an answer tells, without what differs each time. */
const told = (answer: LightMyRequestResponse) => {
  const { requestId: _, sentTo: __, expiresAt: ___, ...rest } = answer.json();
  return { status: answer.statusCode, headers: Object.keys(answer.headers).sort(), ...rest };
};

describe('sessions', () => {
  test('are listed with what signed in, when, and which one asks', async () => {
    await person('list@example.com');
    const here = await clientIn('list@example.com');
    server.clock.advance(minute);
    await clientIn('list@example.com', iphone);
    const { items } = (await here.get('/api/v1/sessions')).json();
    expect(
      items.map(({ device, current }: { device: string; current: boolean }) => [device, current]),
    ).toEqual([
      ['Safari on iPhone', false],
      ['Firefox on Windows', true],
      ['lightMyRequest', false],
    ]);
    server.clock.advance(minute);
    const next = clientOf(server.app, await refreshed(here));
    const [first, ...others] = (await next.get('/api/v1/sessions')).json().items;
    expect(others).toHaveLength(2);
    expect(first).toMatchObject({ id: items[1].id, signedInAt: items[1].signedInAt, current: true });
    expect(Date.parse(first.lastUsedAt) - Date.parse(first.signedInAt)).toBeGreaterThanOrEqual(2 * minute);
  });

  test('are ended one by one, with their access tokens at once', async () => {
    const first = await person('revoke@example.com');
    const second = await clientIn('revoke@example.com');
    const { items } = (await second.get('/api/v1/sessions')).json();
    const other = items.find(({ current }: { current: boolean }) => !current);
    expect((await second.delete(`/api/v1/sessions/${other.id}`)).statusCode).toBe(204);
    expect(await statusOf(first)).toEqual([401, 'session_ended']);
    expect(codeIn(await refreshed(first))).toEqual([401, 'session_ended']);
    expect(await statusOf(second)).toEqual([200, undefined]);
    expect(codeIn(await second.delete(`/api/v1/sessions/${other.id}`))).toEqual([404, 'not_found']);
  });

  test('of somebody else are not there', async () => {
    const mine = await person('mine@example.com');
    const theirs = await person('theirs@example.com');
    const [session] = (await theirs.get('/api/v1/sessions')).json().items;
    expect(codeIn(await mine.delete(`/api/v1/sessions/${session.id}`))).toEqual([404, 'not_found']);
    expect(await statusOf(theirs)).toEqual([200, undefined]);
  });

  test('end everywhere else in one step', async () => {
    const others = [await person('others@example.com'), await clientIn('others@example.com')];
    const here = await clientIn('others@example.com');
    expect((await here.delete('/api/v1/sessions/others')).statusCode).toBe(204);
    for (const other of others) expect(await statusOf(other)).toEqual([401, 'session_ended']);
    expect((await here.get('/api/v1/sessions')).json().items).toHaveLength(1);
  });

  test('that are signed out take their access tokens along', async () => {
    const client = await person('out@example.com');
    await server.app.inject({
      method: 'DELETE',
      url: '/api/v1/sessions',
      headers: { cookie: client.cookie },
    });
    expect(await statusOf(client)).toEqual([401, 'session_ended']);
  });
});

describe('changing the password', () => {
  test('wants the old one, ends the other sessions, and is told by a letter', async () => {
    const other = await person('change@example.com');
    const here = await clientIn('change@example.com');
    const change = (current: string, next: string) =>
      here.put('/api/v1/accounts/me/password', { current, password: next });
    const wrong = await change('not the password', 'another long one');
    expect(codeIn(wrong)).toEqual([403, 'password_wrong']);
    expect(wrong.json().faults[0].path).toBe('current');
    expect(codeIn(await change(password, 'short'))).toEqual([422, 'field_wrong']);
    expect((await change(password, 'another long one')).statusCode).toBe(204);
    expect(await statusOf(here)).toEqual([200, undefined]);
    expect(await statusOf(other)).toEqual([401, 'session_ended']);
    expect(codeIn(await signIn('change@example.com'))).toEqual([401, 'sign_in_refused']);
    expect((await signIn('change@example.com', 'another long one')).statusCode).toBe(200);
    expect(await subjectsTo('change@example.com')).toEqual(['Your MixModel password was changed']);
  });

  test('is no way to guess it', async () => {
    const strict = await testServer({ config: { rateFactor: 1 } });
    const client = await strict.register();
    const answers = [];
    for (let i = 0; i < 11; i++)
      answers.push(
        await client.inject({
          method: 'PUT',
          url: '/api/v1/accounts/me/password',
          remoteAddress: `10.0.0.${i}`,
          payload: { current: 'a guess', password: 'another long one' },
        }),
      );
    expect(answers.map(codeIn)).toEqual([
      ...Array(10).fill([403, 'password_wrong']),
      [429, 'too_many_sign_ins'],
    ]);
    await strict.close();
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => post('/password-resets', { email });
  const redeem = (token: string, next = 'a password by letter') =>
    post('/password-resets/redemptions', { token, password: next });

  test('is answered alike for an address that has no account, to which nothing is written', async () => {
    await person('forgot@example.com');
    const [known, unknown] = [await ask('Forgot@Example.com'), await ask('nobody@example.com')];
    expect(known.statusCode).toBe(202);
    expect(told(known)).toEqual(told(unknown));
    expect(await subjectsTo('nobody@example.com')).toEqual([]);
    expect(await subjectsTo('forgot@example.com')).toEqual(['Choose a new password for MixModel']);
  });

  test('is replaced by a link that works once, ends every session and confirms the address', async () => {
    const client = await person('reset@example.com');
    await ask('reset@example.com');
    const token = await tokenTo('reset@example.com', 'new password');
    const answers = await Promise.all([redeem(token), redeem(token), redeem(token)]);
    expect(answers.map(codeIn).sort()).toEqual([
      [204, undefined],
      [410, 'letter_link_wrong'],
      [410, 'letter_link_wrong'],
    ]);
    expect(await statusOf(client)).toEqual([401, 'session_ended']);
    expect(codeIn(await signIn('reset@example.com'))).toEqual([401, 'sign_in_refused']);
    expect((await signIn('reset@example.com', 'a password by letter')).statusCode).toBe(200);
    expect(await subjectsTo('reset@example.com')).toContain('Your MixModel password was changed');
  });

  test('is not replaced by one that others would guess, which leaves the link as it was', async () => {
    const client = await person('weak@example.com');
    await ask('weak@example.com');
    const token = await tokenTo('weak@example.com', 'new password');
    expect(codeIn(await redeem(token, 'qwertyuiop'))).toEqual([422, 'password_common']);
    expect(codeIn(await redeem(token, 'weak.example'))).toEqual([422, 'password_guessable']);
    const change = { current: password, password: 'weak-mixmodel' };
    expect(codeIn(await client.put('/api/v1/accounts/me/password', change))).toEqual([
      422,
      'password_guessable',
    ]);
    expect(codeIn(await redeem(token))).toEqual([204, undefined]);
  });

  test('has a link that ends after an hour, and with any change of the password', async () => {
    const client = await person('late@example.com');
    await ask('late@example.com');
    const late = await tokenTo('late@example.com', 'new password');
    await ask('late@example.com');
    const other = await tokenTo('late@example.com', 'new password');
    await client.put('/api/v1/accounts/me/password', { current: password, password: 'changed by hand' });
    expect(codeIn(await redeem(other))).toEqual([410, 'letter_link_wrong']);
    await ask('late@example.com');
    const third = await tokenTo('late@example.com', 'new password');
    server.clock.advance(hour);
    for (const token of [late, third, 'made-up'])
      expect(codeIn(await redeem(token))).toEqual([410, 'letter_link_wrong']);
  });

  test('fills nobody’s mailbox: five letters an hour, and the same answer afterwards', async () => {
    await person('often@example.com');
    const answers = [];
    for (let i = 0; i < 7; i++) answers.push(told(await ask('often@example.com')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await subjectsTo('often@example.com')).toHaveLength(5);
    server.clock.advance(hour + minute);
    await ask('often@example.com');
    expect(await subjectsTo('often@example.com')).toHaveLength(6);
  });

  test('says in the letter what to do, for how long, and what if it was somebody else', async () => {
    const [letter] = await server.letters('often@example.com');
    expect(letter?.text).toMatch(/http:\/\/127\.0\.0\.1:0\/reset-password#[\w-]{43}\n/);
    expect(letter?.text).toContain('once, for one hour');
    expect(letter?.text).toContain('If it was not you');
  });

  test('stores no link that works', async () => {
    await person('hashed@example.com');
    await ask('hashed@example.com');
    const token = await tokenTo('hashed@example.com', 'new password');
    const { rows } = await server.services.database.$client.query('select * from account_tokens');
    expect(JSON.stringify(rows)).toContain('hashed@example.com');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('another address', () => {
  const ask = (client: Client, email: string, given: string | null = password) =>
    client.post('/api/v1/accounts/me/email-changes', { email, password: given });
  const confirm = (token: string) => post('/email-confirmations', { token });

  test('is used once its link was opened; the old one is told before and after', async () => {
    const client = await person('old@example.com');
    expect(codeIn(await ask(client, 'new@example.com', 'wrong password'))).toEqual([403, 'password_wrong']);
    expect((await ask(client, 'New@example.com')).statusCode).toBe(202);
    expect((await signIn('new@example.com')).statusCode).toBe(401);
    const token = await tokenTo('new@example.com', 'Confirm');
    const answers = await Promise.all([confirm(token), confirm(token)]);
    expect(answers.map(codeIn).sort()).toEqual([
      [204, undefined],
      [410, 'letter_link_wrong'],
    ]);
    expect((await client.get('/api/v1/accounts/me')).json().email).toBe('new@example.com');
    expect((await signIn('new@example.com')).statusCode).toBe(200);
    expect((await signIn('old@example.com')).statusCode).toBe(401);
    expect(await subjectsTo('old@example.com')).toEqual([
      'Your MixModel account is to get another address',
      'Your MixModel account has another address',
    ]);
  });

  test('that is taken is answered alike, and only its holder is told', async () => {
    await person('taken@example.com');
    const client = await person('wants@example.com');
    const [taken, free] = [await ask(client, 'taken@example.com'), await ask(client, 'free@example.com')];
    expect(told(taken)).toEqual(told(free));
    expect(await subjectsTo('taken@example.com')).toEqual([
      'Your address was wanted for another MixModel account',
    ]);
  });

  test('is refused when somebody took it meanwhile, and when the link is a day old', async () => {
    const client = await person('slow@example.com');
    await ask(client, 'wanted@example.com');
    const token = await tokenTo('wanted@example.com', 'Confirm');
    await person('wanted@example.com');
    expect(codeIn(await confirm(token))).toEqual([409, 'email_not_changed']);
    await ask(client, 'other@example.com');
    server.clock.advance(24 * hour);
    expect(codeIn(await confirm(await tokenTo('other@example.com', 'Confirm')))).toEqual([
      410,
      'letter_link_wrong',
    ]);
  });
});

describe('registering by letter', () => {
  let confirmed: TestServer;
  let owner: Client;
  beforeAll(async () => {
    confirmed = await testServer({ config: { registration: 'confirmed' } });
    owner = await confirmed.register({ email: 'owner@example.com', password });
  });
  afterAll(() => confirmed.close());
  const register = (email: string) =>
    post('/accounts', { email, password, name: 'Anna', workspace: 'Acme' }, confirmed);
  const finish = (token: string) => post('/accounts/confirmations', { token }, confirmed);

  test('is one step for the first owner, whose code says enough', () => {
    expect(owner.account).toMatchObject({ email: 'owner@example.com', operator: true });
  });

  test('is answered alike for an address that has an account, whose holder is told', async () => {
    const [free, taken] = [await register('anna@example.com'), await register('owner@example.com')];
    expect(free.statusCode).toBe(202);
    expect(free.cookies).toEqual([]);
    expect(told(free)).toEqual(told(taken));
    expect(await subjectsTo('owner@example.com', confirmed)).toEqual(['You have a MixModel account already']);
    const [letter] = await confirmed.letters('owner@example.com');
    expect(letter?.text).not.toContain('#');
  });

  test('makes the account with the link, once, and signs in', async () => {
    await register('clara@example.com');
    expect((await post('/sessions', { email: 'clara@example.com', password }, confirmed)).statusCode).toBe(
      401,
    );
    const token = await tokenTo('clara@example.com', 'Confirm', confirmed);
    const answers = await Promise.all([finish(token), finish(token)]);
    expect(answers.map(codeIn).sort()).toEqual([
      [201, undefined],
      [410, 'letter_link_wrong'],
    ]);
    const made = answers.find(({ statusCode }) => statusCode === 201);
    expect(made?.json().account).toMatchObject({
      email: 'clara@example.com',
      operator: false,
      workspaces: [{ name: 'Acme', role: 'owner' }],
    });
    expect(made?.cookies.map(({ name }) => name)).toContain('mixmodel_refresh');
  });

  const invited = (invitation: string, email: string) =>
    post('/accounts/invited', { invitation, email, password, name: 'Guest' }, confirmed);
  const link = async () => {
    const { link: url, invitation } = (await owner.post('/invitations', { role: 'viewer' })).json();
    return { id: invitation.id, token: String(url).split('#')[1] ?? '' };
  };

  test('is asked of who comes with a link that names no address, with the same answer for every one', async () => {
    const { token } = await link();
    const [free, taken] = [
      await invited(token, 'guest@example.com'),
      await invited(token, 'owner@example.com'),
    ];
    expect([free.statusCode, free.cookies]).toEqual([202, []]);
    expect(told(free)).toEqual(told(taken));
    expect((await subjectsTo('owner@example.com', confirmed)).at(-1)).toBe(
      'You have a MixModel account already',
    );
    // Closed meanwhile: who is invited may come all the same.
    const turn = (registration: string) => owner.put('/api/v1/installation/registration', { registration });
    await turn('closed');
    const made = await finish(await tokenTo('guest@example.com', 'Confirm', confirmed));
    await turn('open');
    expect(made.json().account.workspaces).toEqual([
      { id: owner.workspaceId, name: owner.account.workspaces[0]?.name, role: 'viewer' },
    ]);
    expect(codeIn(await invited(token, 'late@example.com'))).toEqual([404, 'invitation_ended']);
  });

  test('makes nothing when the invitation has ended meanwhile', async () => {
    const { id, token } = await link();
    await invited(token, 'slow@example.com');
    await owner.delete(`/invitations/${id}`);
    const answer = await finish(await tokenTo('slow@example.com', 'Confirm', confirmed));
    expect([...codeIn(answer), answer.json().faults[0].path]).toEqual([404, 'invitation_ended', 'token']);
    expect(codeIn(await post('/sessions', { email: 'slow@example.com', password }, confirmed))).toEqual([
      401,
      'sign_in_refused',
    ]);
  });

  test('is not needed with an invitation that was mailed to the address, which tells nothing of others', async () => {
    await owner.post('/invitations', { role: 'viewer', email: 'mailed@example.com' });
    const token = await tokenTo('mailed@example.com', 'invites you', confirmed);
    for (const email of ['owner@example.com', 'nobody@example.com'])
      expect(codeIn(await invited(token, email))).toEqual([403, 'invitation_for_another']);
    expect((await invited(token, 'Mailed@example.com')).statusCode).toBe(201);
  });

  test('is refused when the link is a day old or belongs to something else', async () => {
    await register('dora@example.com');
    await post('/password-resets', { email: 'owner@example.com' }, confirmed);
    const reset = await tokenTo('owner@example.com', 'new password', confirmed);
    expect(codeIn(await finish(reset))).toEqual([410, 'letter_link_wrong']);
    confirmed.clock.advance(24 * hour);
    expect(codeIn(await finish(await tokenTo('dora@example.com', 'Confirm', confirmed)))).toEqual([
      410,
      'letter_link_wrong',
    ]);
  });

  test('two links for one address make one account', async () => {
    await register('twice@example.com');
    const first = await tokenTo('twice@example.com', 'Confirm', confirmed);
    await register('twice@example.com');
    const second = await tokenTo('twice@example.com', 'Confirm', confirmed);
    expect((await finish(first)).statusCode).toBe(201);
    expect(codeIn(await finish(second))).toEqual([409, 'email_not_changed']);
  });
});

describe('the registration switch', () => {
  const turn = (client: Client, registration: string) =>
    client.put('/api/v1/installation/registration', { registration });

  test('is the operator’s: closed, nobody new comes in, until it is opened again', async () => {
    const own = await testServer();
    const operator = await own.register();
    const other = await own.register();
    expect(codeIn(await turn(other, 'closed'))).toEqual([403, 'operators_only']);
    expect((await turn(operator, 'closed')).json()).toMatchObject({ registration: 'closed' });
    expect((await own.app.inject('/api/v1/installation')).json()).toMatchObject({ registration: 'closed' });
    const form = { email: 'late@example.com', password, name: 'L', workspace: 'W' };
    expect(codeIn(await post('/accounts', form, own))).toEqual([403, 'registration_closed']);
    await turn(operator, 'open');
    expect((await post('/accounts', form, own)).statusCode).toBe(201);
    await own.close();
  });

  test('opens nothing that the settings of the server close', async () => {
    const own = await testServer({ config: { registration: 'closed' } });
    const operator = await own.register();
    expect(codeIn(await turn(operator, 'open'))).toEqual([409, 'registration_fixed']);
    await own.close();
  });
});

test('who registers again where no letter is needed is told so, and the holder by a letter', async () => {
  await person('again@example.com');
  const answer = await post('/accounts', {
    email: 'Again@example.com',
    password: 'another long one',
    name: 'M',
    workspace: 'W',
  });
  expect(codeIn(answer)).toEqual([409, 'email_taken']);
  expect(await subjectsTo('again@example.com')).toEqual(['You have a MixModel account already']);
});

test('a name can be changed', async () => {
  const client = await person('name@example.com');
  const answer = await client.patch('/api/v1/accounts/me', { name: ' Ana María ' });
  expect(answer.json()).toEqual({ ...client.account, name: 'Ana María' });
});
