// Ways into a workspace: by link or letter, once, for some days, and for whom they are meant.
import type { InvitationPage, MadeInvitation } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, clientOf, type TestServer, testServer } from '../../testing/server.ts';

const day = 24 * 60 * 60_000;

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await testServer({ config: { registration: 'closed', publicUrl: 'https://mmm.example.com' } });
  owner = await server.register({ name: 'Olga', workspace: 'Acme' });
});
afterAll(() => server.close());

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}
const codeOf = ({ statusCode, body }: Answer) =>
  body === '' || statusCode < 300 ? statusCode : `${statusCode} ${JSON.parse(body).code}`;
const tokenOf = (link: string | null | undefined) => String(link).split('#')[1] ?? '';
const invite = async (body: object, by = owner) => {
  const answer = await by.post('/invitations', body);
  expect(codeOf(answer)).toBe(201);
  return answer.json<MadeInvitation>();
};
const anyone = (path: string, payload: object) =>
  server.app.inject({ method: 'POST', url: `/api/v1${path}`, payload });
const accept = (client: Client, token: string) => client.post('/api/v1/invitations/accept', { token });
const pending = async () => (await owner.get('/invitations')).json<InvitationPage>().items;

let people = 0;
/** Registration is closed: who comes is invited. */
const registerWith = (invitation: string, more: object = {}) => {
  people += 1;
  const form = { email: `guest-${people}@example.com`, password: 'a password of tests', name: 'Guest' };
  return anyone('/accounts/invited', { ...form, invitation, ...more });
};
const guest = async (): Promise<Client> =>
  clientOf(server.app, await registerWith(tokenOf((await invite({ role: 'viewer' })).link)));

describe('a link', () => {
  test('says what it is for, lets one in with its role, and is in no table', async () => {
    const { invitation, link } = await invite({ role: 'member' });
    expect(link).toMatch(/^https:\/\/mmm\.example\.com\/invitation#[\w-]{43}$/);
    expect(await pending()).toEqual([invitation]);
    const token = tokenOf(link);
    const { rows } = await server.services.database.$client.query('select * from invitations');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await anyone('/invitations/read', { token })).json()).toEqual({
      workspace: 'Acme',
      role: 'member',
      invitedBy: 'Olga',
      email: null,
      expiresAt: invitation.expiresAt,
    });
    const stranger = await guest();
    await stranger.post('/leave');
    const joined = await accept(stranger, token);
    expect(joined.json()).toEqual({ id: owner.workspaceId, name: 'Acme', role: 'member' });
    expect((await stranger.in(owner.workspaceId).get('')).json()).toMatchObject({ role: 'member' });
    expect(await pending()).toEqual([]);
  });

  test('lets in one, however many take it at the same moment', async () => {
    const guests = await Promise.all([guest(), guest(), guest()]);
    for (const one of guests) await one.post('/leave');
    const token = tokenOf((await invite({ role: 'viewer' })).link);
    const answers = await Promise.all([...guests.map((one) => accept(one, token)), registerWith(token)]);
    expect(answers.map(codeOf).filter((code) => code === 200 || code === 201)).toHaveLength(1);
    expect(answers.map(codeOf).filter((code) => code === '404 invitation_ended')).toHaveLength(3);
  });

  test('ends after seven days, when it is revoked, and with a wrong letter', async () => {
    const stranger = await guest();
    const { invitation, link } = await invite({ role: 'viewer' });
    expect(codeOf(await owner.delete(`/invitations/${invitation.id}`))).toBe(204);
    expect(codeOf(await owner.delete(`/invitations/${invitation.id}`))).toBe('404 not_found');
    const late = tokenOf((await invite({ role: 'viewer' })).link);
    for (const token of [tokenOf(link), `${late}x`]) {
      expect(codeOf(await accept(stranger, token))).toBe('404 invitation_ended');
      expect(codeOf(await anyone('/invitations/read', { token }))).toBe('404 invitation_ended');
      expect(codeOf(await registerWith(token))).toBe('404 invitation_ended');
    }
    server.clock.advance(7 * day);
    expect(codeOf(await anyone('/invitations/read', { token: late }))).toBe('404 invitation_ended');
    expect(codeOf(await registerWith(late))).toBe('404 invitation_ended');
    server.clock.advance(-7 * day);
  });

  test('is not used up by who is in already', async () => {
    const inside = await guest();
    const { link } = await invite({ role: 'admin' });
    expect(codeOf(await accept(inside, tokenOf(link)))).toBe('409 already_member');
    expect((await inside.in(owner.workspaceId).get('')).json()).toMatchObject({ role: 'viewer' });
    expect(codeOf(await anyone('/invitations/read', { token: tokenOf(link) }))).toBe(200);
  });

  test('gives no role above that of who makes it', async () => {
    const admin = (await guest()).in(owner.workspaceId);
    await owner.patch(`/members/${admin.account.id}`, { role: 'admin' });
    expect(codeOf(await admin.post('/invitations', { role: 'owner' }))).toBe('403 role_above_yours');
    expect(codeOf(await admin.post('/invitations', { role: 'admin' }))).toBe(201);
  });
});

describe('a letter', () => {
  test('brings the link to its address alone, and opens for that address alone', async () => {
    const { invitation, link } = await invite({ role: 'member', email: 'Boris@Example.com' });
    expect([invitation.email, link]).toEqual(['boris@example.com', null]);
    const [letter, ...more] = await server.letters('boris@example.com');
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Olga invites you to Acme');
    const token = /\/invitation#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    const other = await guest();
    await other.post('/leave');
    expect(codeOf(await accept(other, token))).toBe('403 invitation_for_another');
    expect(codeOf(await registerWith(token))).toBe('403 invitation_for_another');
    const made = await registerWith(token, { email: 'BORIS@example.com' });
    expect(made.json().account).toMatchObject({
      email: 'boris@example.com',
      workspaces: [{ id: owner.workspaceId, name: 'Acme', role: 'member' }],
    });
    const again = await owner.post('/invitations', { role: 'viewer', email: 'boris@example.com' });
    expect(codeOf(again)).toBe('409 already_member');
  });

  test('that cannot be sent leaves no invitation', async () => {
    const before = (await pending()).length;
    const broken = { ...server.services, mail: { send: () => Promise.reject(new Error('no server')) } };
    const { invite: inviteWith } = await import('./actions.ts');
    const { workspaceId, account } = owner;
    const scope = { workspaceId, accountId: account.id, keyId: null, role: 'owner' } as never;
    await expect(inviteWith(broken, scope, { role: 'viewer', email: 'c@example.com' })).rejects.toThrow();
    expect(await pending()).toHaveLength(before);
  });
});

describe('registering with an invitation', () => {
  test('leaves no account behind where the invitation is for another', async () => {
    await invite({ role: 'member', email: 'dora@example.com' });
    const [letter] = await server.letters('dora@example.com');
    const token = /\/invitation#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    const email = 'mallory@example.com';
    expect(codeOf(await registerWith(token, { email }))).toBe('403 invitation_for_another');
    const { rows } = await server.services.database.$client.query('select 1 from accounts where email = $1', [
      email,
    ]);
    expect(rows).toEqual([]);
  });

  test('tells who is invited that an address has an account, and keeps the invitation', async () => {
    const token = tokenOf((await invite({ role: 'viewer' })).link);
    const { email } = owner.account;
    expect(codeOf(await registerWith(token, { email }))).toBe('409 email_taken');
    expect(codeOf(await registerWith(token))).toBe(201);
    expect(codeOf(await registerWith('made-up', { email }))).toBe('404 invitation_ended');
  });
});
