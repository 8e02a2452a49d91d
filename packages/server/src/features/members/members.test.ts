// Who is in a workspace as what: roles given and taken, people removed and leaving, and always an owner left.
import { roles, type WorkspaceRole } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memberAs } from '../../testing/people.ts';
import { startRun, takeSample } from '../../testing/runs.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}
const codeOf = ({ statusCode, body }: Answer) =>
  body === '' || statusCode < 300 ? statusCode : `${statusCode} ${JSON.parse(body).code}`;
const give = (by: Client, to: Client, role: WorkspaceRole) => by.patch(`/members/${to.account.id}`, { role });
const remove = (by: Client, who: Client) => by.delete(`/members/${who.account.id}`);
const roleOf = async (client: Client) => (await client.get('')).json<{ role?: WorkspaceRole }>().role;
const actionsOf = async (client: Client) =>
  (await client.get('/audit')).json<{ items: { action: string; facts: object }[] }>().items;

describe('members', () => {
  test('are listed with their roles, in pages', async () => {
    const olga = await server.register({ name: 'Olga' });
    const boris = await memberAs(server, olga, 'viewer');
    const first = (await boris.get('/members?limit=1')).json();
    expect(first.items).toEqual([
      {
        accountId: olga.account.id,
        name: 'Olga',
        email: olga.account.email,
        role: 'owner',
        joinedAt: expect.any(String),
      },
    ]);
    const second = (await boris.get(`/members?limit=1&cursor=${first.next}`)).json();
    expect(second).toMatchObject({ items: [{ accountId: boris.account.id }], next: null });
    expect((await boris.get('/members?role=boss')).json()).toMatchObject({
      code: 'field_wrong',
      detail: expect.stringContaining('`boss`'),
    });
    expect((await boris.get('/members?role=viewer&q=PERSON')).json().items).toMatchObject([
      { role: 'viewer' },
    ]);
  });

  test('get and lose roles up to that of who gives them, which is noted', async () => {
    const owner = await server.register();
    const admin = await memberAs(server, owner, 'admin');
    const other = await memberAs(server, owner, 'member');
    for (const role of roles.slice(0, 3)) {
      expect((await give(admin, other, role)).json()).toMatchObject({ accountId: other.account.id, role });
      expect(await roleOf(other)).toBe(role);
    }
    expect(codeOf(await give(admin, other, 'owner'))).toBe('403 role_above_yours');
    expect(codeOf(await give(admin, owner, 'viewer'))).toBe('403 role_above_yours');
    expect(codeOf(await remove(admin, owner))).toBe('403 role_above_yours');
    expect(codeOf(await give(owner, other, 'owner'))).toBe(200);
    const [last] = await actionsOf(owner);
    expect(last).toMatchObject({
      action: 'member.role_changed',
      actor: { id: owner.account.id },
      subject: { kind: 'member', id: other.account.id },
      facts: { name: other.account.name, from: 'admin', to: 'owner' },
    });
  });

  test('who are removed see nothing any more; their keys and open invitations end with them', async () => {
    const owner = await server.register();
    const admin = await memberAs(server, owner, 'admin');
    const key = (await admin.post('/keys', { name: 'robot', scope: 'read' })).json();
    const { link } = (await admin.post('/invitations', { role: 'viewer' })).json();
    expect(codeOf(await remove(owner, admin))).toBe(204);
    expect(codeOf(await admin.get('/members'))).toBe('404 not_found');
    expect(codeOf(await remove(owner, admin))).toBe('404 not_found');
    expect((await owner.get('/invitations')).json().items).toEqual([]);
    const token = String(link).split('#')[1];
    const guest = await server.register();
    expect(codeOf(await guest.post('/api/v1/invitations/accept', { token }))).toBe('404 invitation_ended');
    // Back again, they do not wake what was theirs.
    const { link: anew } = (await owner.post('/invitations', { role: 'admin' })).json();
    await admin.post('/api/v1/invitations/accept', { token: String(anew).split('#')[1] });
    expect(await roleOf(admin)).toBe('admin');
    const headers = { authorization: `Bearer ${key.secret}` };
    const url = `/api/v1/workspaces/${owner.workspaceId}`;
    expect(codeOf(await server.app.inject({ url, headers }))).toBe('401 key_refused');
    expect((await actionsOf(owner)).map(({ action }) => action).slice(0, 5)).toEqual([
      'member.joined',
      'invitation.created',
      'invitation.revoked',
      'key.revoked',
      'member.removed',
    ]);
  });

  test('who go leave their webhooks to the workspace, and the log says how many', async () => {
    const owner = await server.register();
    const made = async (client: Client) =>
      (await client.post('/webhooks', { url: 'https://93.184.216.34/' })).json<{ id: string }>().id;
    await made(owner);
    for (const go of [remove.bind(null, owner), (who: Client) => who.post('/leave')]) {
      const admin = await memberAs(server, owner, 'admin');
      const id = await made(admin);
      expect(codeOf(await go(admin))).toBe(204);
      expect((await owner.get(`/webhooks/${id}`)).json()).toMatchObject({
        active: true,
        createdBy: admin.account.name,
      });
      expect((await actionsOf(owner))[0]?.facts).toMatchObject({ name: admin.account.name, webhooks: 1 });
    }
  });

  test('who are made less lose the open invitations that they could not make now', async () => {
    const owner = await server.register();
    const other = await memberAs(server, owner, 'owner');
    for (const role of roles) await other.post('/invitations', { role });
    const open = async () =>
      (await owner.get('/invitations?sort=createdAt'))
        .json<{ items: { role: WorkspaceRole }[] }>()
        .items.map(({ role }) => role);
    await give(owner, other, 'admin');
    expect(await open()).toEqual(['viewer', 'member', 'admin']);
    await give(owner, other, 'member');
    expect(await open()).toEqual([]);
  });

  test('who are removed hear no more of a run, even of one that is silent', async () => {
    const owner = await server.register();
    const viewer = await memberAs(server, owner, 'viewer');
    const program = (await owner.post('/keys', { name: 'x', scope: 'read' })).json();
    // Nobody works here: the run waits, and says nothing.
    const run = await startRun(owner, { datasetId: await takeSample(owner) });
    const address = await server.listen();
    const [ofViewer, ofProgram] = await Promise.all([viewer.accessToken, program.secret].map(listening));
    await remove(owner, viewer);
    expect(await ofViewer?.text).toMatch(/^id: \d+\nevent: snapshot\n/);
    await owner.delete(`/keys/${program.key.id}`);
    expect(await ofProgram?.text).toMatch(/^id: \d+\nevent: snapshot\n/);

    /** Resolves once the stream is open; its text, once it has ended. */
    async function listening(token: string) {
      const url = `${address}/api/v1/workspaces/${owner.workspaceId}/runs/${run.id}/events`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      return { text: answer.text() };
    }
  });
});

describe('the last owner', () => {
  test('stays: not made less, not removed, not leaving', async () => {
    const owner = await server.register();
    const admin = await memberAs(server, owner, 'admin');
    const attempts = [give(owner, owner, 'admin'), remove(owner, owner), owner.post('/leave')];
    for (const attempt of attempts) expect(codeOf(await attempt)).toBe('409 last_owner');
    expect(codeOf(await admin.post('/leave'))).toBe(204);
    expect(await roleOf(admin)).toBeUndefined();
    expect(await roleOf(owner)).toBe('owner');
  });

  test.each([
    ['make each other less', (one: Client, two: Client) => give(one, two, 'viewer'), 403],
    ['remove each other', (one: Client, two: Client) => remove(one, two), 404],
    ['make themselves less', (one: Client) => give(one, one, 'viewer'), 409],
    ['leave', (one: Client) => one.post('/leave'), 409],
  ])('is one of two who %s at the same moment', async (_, act, refused) => {
    const one = await server.register();
    const two = await memberAs(server, one, 'owner');
    const answers = await Promise.all([act(one, two), act(two, one)]);
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect([200, 204]).toContain(statuses[0]);
    expect(statuses[1]).toBe(refused);
    const { rows } = await server.services.database.$client.query(
      "select account_id from members where workspace_id = $1 and role = 'owner'",
      [one.workspaceId],
    );
    expect(rows).toHaveLength(1);
  });

  test('hands the workspace over to a member, and becomes an admin', async () => {
    const owner = await server.register();
    const heir = await memberAs(server, owner, 'viewer');
    const stranger = await server.register();
    const to = (client: Client) => owner.post('/transfer', { accountId: client.account.id });
    expect(codeOf(await to(stranger))).toBe('404 not_found');
    expect(codeOf(await to(owner))).toBe('422 field_wrong');
    expect(codeOf(await to(heir))).toBe(204);
    expect([await roleOf(owner), await roleOf(heir)]).toEqual(['admin', 'owner']);
    expect((await actionsOf(heir))[0]).toMatchObject({
      action: 'member.made_owner',
      subject: { kind: 'member', id: heir.account.id },
      facts: { name: heir.account.name, from: 'viewer', to: 'owner' },
    });
    expect(codeOf(await to(heir))).toBe('403 role_too_low');
  });
});
