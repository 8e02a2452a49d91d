// Leaving: what goes with an account, what stays with others, and what is handed over before.
import type { AuditPage } from '@mixmodel/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRun, takeSample } from '../../../testing/runs.ts';
import { type Client, type TestServer, testServer } from '../../../testing/server.ts';
import { sweepDeleted } from '../../workspaces/actions.ts';
import { unclaimedCode } from '../actions.ts';

const password = 'correct horse battery';

let server: TestServer;
let operator: Client;
beforeAll(async () => {
  server = await testServer();
  operator = await server.register({ email: 'operator@example.com', password });
});
afterAll(() => server.close());

const person = (email: string) => server.register({ email, password, workspace: `Of ${email}` });
const remove = (client: Client, deleteWorkspaces?: boolean, given = password) =>
  client.post('/api/v1/accounts/me/deletion', {
    password: given,
    ...(deleteWorkspaces !== undefined && { deleteWorkspaces }),
  });
const codeIn = (answer: LightMyRequestResponse) => [
  answer.statusCode,
  answer.statusCode < 400 ? undefined : answer.json().code,
];
const query = async (text: string, values: unknown[]) =>
  (await server.services.database.$client.query<Record<string, unknown>>(text, values)).rows;
const join = (client: Client, workspaceId: string, role: string) =>
  query('insert into members (workspace_id, account_id, role, created_at) values ($1, $2, $3, now())', [
    workspaceId,
    client.account.id,
    role,
  ]);

describe('deleting an account', () => {
  test('wants the password, and says which workspaces would go', async () => {
    const client = await person('alone@example.com');
    expect(codeIn(await remove(client, true, 'a guess'))).toEqual([403, 'password_wrong']);
    const asked = await remove(client);
    expect(codeIn(asked)).toEqual([409, 'workspaces_would_go']);
    expect(asked.json().detail).toContain('`Of alone@example.com`');
    expect((await client.get('')).statusCode).toBe(200);
  });

  test('is refused while others would be left without an owner, and says where', async () => {
    const owner = await person('owner@example.com');
    const other = await person('other@example.com');
    await join(other, owner.workspaceId, 'admin');
    const refused = await remove(owner, true);
    expect(codeIn(refused)).toEqual([409, 'last_owner_stays']);
    expect(refused.json().detail).toContain('`Of owner@example.com`');
    await query("update members set role = 'owner' where workspace_id = $1", [owner.workspaceId]);
    expect((await remove(owner)).statusCode).toBe(204);
    expect((await other.get(`/api/v1/workspaces/${owner.workspaceId}`)).statusCode).toBe(200);
  });

  test('ends everything: sessions, sign-in, workspace and its files; the address is free again', async () => {
    const client = await person('gone@example.com');
    await server.services.objects.put(`workspaces/${client.workspaceId}/uploads/a`, new Uint8Array(3));
    const answers = await Promise.all([remove(client, true), remove(client, true)]);
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    expect(codeIn(await client.get('/api/v1/accounts/me'))).toEqual([401, 'session_ended']);
    const signIn = { email: 'gone@example.com', password };
    const refused = await server.app.inject({ method: 'POST', url: '/api/v1/sessions', payload: signIn });
    expect(codeIn(refused)).toEqual([401, 'sign_in_refused']);
    await sweepDeleted(server.services);
    expect(await server.services.objects.list(`workspaces/${client.workspaceId}/`)).toEqual([]);
    expect(await query('select id from workspaces where id = $1', [client.workspaceId])).toEqual([]);
    expect((await person('gone@example.com')).account.id).not.toBe(client.account.id);
  });

  test('leaves what it made for others, and nothing of the person', async () => {
    const owner = await person('host@example.com');
    const guest = await person('guest.of.many@example.com');
    await join(guest, owner.workspaceId, 'member');
    const { rows } = await server.services.database.$client.query<{ name: string }>(
      "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and column_name = 'account_id'",
    );
    expect((await remove(guest, true)).statusCode).toBe(204);
    const [account] = await query('select * from accounts where id = $1', [guest.account.id]);
    expect(account).toMatchObject({ name: 'Deleted account', password_hash: null, operator: false });
    expect(JSON.stringify(account)).not.toContain('guest.of.many');
    for (const { name } of rows) {
      const [table = ''] = name.split('.');
      // Who did what in a workspace is the workspace's to keep.
      if (table === 'audit_events') continue;
      expect([
        table,
        await query(`select 1 from ${table} where account_id = $1`, [guest.account.id]),
      ]).toEqual([table, []]);
    }
    const { items } = (await owner.get('/audit')).json();
    expect(items[0]).toMatchObject({ action: 'member.left', actor: { name: 'Deleted account' } });
  });
});

describe('of an account that is deleted', () => {
  const letterTo = async (email: string) => {
    const [letter] = await server.letters(email);
    return /\/invitation#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
  };

  test('no table keeps name or address, also what others wrote of it', async () => {
    const [host, other] = [await person('other.host@example.com'), await person('third.host@example.com')];
    const email = 'gustav.gone@example.com';
    const guest = await server.register({ email, password, name: 'Gustav Gone' });
    await host.post('/invitations', { role: 'admin', email });
    const token = await letterTo(email);
    expect((await guest.post('/api/v1/invitations/accept', { token })).statusCode).toBe(200);
    await host.patch(`/members/${guest.account.id}`, { role: 'member' });
    const key = { 'idempotency-key': 'one' };
    expect((await other.post('/invitations', { role: 'viewer', email }, key)).statusCode).toBe(201);
    expect((await remove(guest, true)).statusCode).toBe(204);

    const tables = await query("select tablename as name from pg_tables where schemaname = 'public'", []);
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables)
      expect(JSON.stringify(await query(`select * from ${name}`, []))).not.toMatch(/gustav/i);
    const acts = async (client: Client) =>
      (await client.get('/audit')).json<AuditPage>().items.map(({ action, actor, facts }) => {
        return [action, actor.name, facts.name ?? facts.email];
      });
    const instead = 'Deleted account';
    expect((await acts(host)).slice(0, -1)).toEqual([
      ['member.left', instead, instead],
      ['member.role_changed', host.account.name, instead],
      ['member.joined', instead, undefined],
      ['invitation.created', host.account.name, instead],
    ]);
    expect((await acts(other)).slice(0, -1)).toEqual([
      ['invitation.revoked', null, instead],
      ['invitation.created', other.account.name, instead],
    ]);
    expect((await other.get('/invitations')).json().items).toEqual([]);
  });

  test('whose address nobody has confirmed, invitations to that address stay: it may be somebody else’s', async () => {
    const email = 'not.yours@example.com';
    const stranger = await person(email);
    const host = await person('fourth.host@example.com');
    await host.post('/invitations', { role: 'viewer', email });
    expect((await remove(stranger, true)).statusCode).toBe(204);
    expect((await host.get('/invitations')).json().items).toMatchObject([{ email }]);
  });
});

describe('the operator who leaves', () => {
  test('leaves the installation to whoever has the next one-time code', async () => {
    const own = await testServer();
    const first = await own.register({ password });
    expect(await unclaimedCode(own.services)).toBeUndefined();
    await remove(first, true);
    const code = await unclaimedCode(own.services);
    const form = { email: 'next@example.com', password, name: 'N', workspace: 'W' };
    const register = (payload: object) =>
      own.app.inject({ method: 'POST', url: '/api/v1/accounts', payload });
    expect(codeIn(await register(form))).toEqual([403, 'owner_code_wrong']);
    expect((await register({ ...form, code })).json().account).toMatchObject({ operator: true });
    await own.close();
  });
});

test('everything that is kept about an account can be taken away, and no secret with it', async () => {
  const answer = await operator.get('/api/v1/accounts/me/export');
  expect(answer.headers['content-disposition']).toContain('mixmodel-account.json');
  const file = answer.json();
  expect(file).toMatchObject({
    account: { ...operator.account, hasPassword: true, emailConfirmedAt: null },
    sessions: [{ current: true }],
    secondFactor: { enabledAt: null, recoveryCodesLeft: 0 },
    identities: [],
    made: [],
    keys: [],
    shares: [],
    webhooks: [],
    acts: [{ workspaceId: operator.workspaceId, action: 'workspace.created' }],
  });
  expect(file.events.map(({ event, words }: { event: string; words: string }) => [event, words])).toEqual([
    ['exported', 'was exported'],
    ['signed_in', 'was signed in'],
  ]);
  expect(answer.body).not.toMatch(/argon2|[Hh]ash/);
  const sample = await operator.post('/datasets/sample');
  expect(sample.statusCode).toBe(201);
  expect((await operator.get('/api/v1/accounts/me/export')).json().made).toEqual([
    expect.objectContaining({
      kind: 'dataset',
      id: sample.json().dataset.id,
      workspaceId: operator.workspaceId,
    }),
  ]);
});

test('keys, shared links and webhooks of an account are in its file, without what opens them', async () => {
  const client = await person('maker@example.com');
  const { workspaceId } = client;
  const key = (await client.post('/keys', { name: 'Nightly', scope: 'run' })).json();
  const hook = (await client.post('/webhooks', { url: 'https://93.184.216.34/secret/path' })).json();
  const run = await startRun(client, { datasetId: await takeSample(client) });
  const id = '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10';
  const at = '2026-01-02T03:04:05.000Z';
  await query(
    'insert into shares (id, workspace_id, run_id, name, token_hash, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
    [id, workspaceId, run.id, 'For the board', 'of its token', client.account.id, at],
  );
  const answer = await client.get('/api/v1/accounts/me/export');
  const { createdBy: _, ...listed } = key.key;
  expect(answer.json()).toMatchObject({
    keys: [{ ...listed, workspaceId }],
    shares: [
      { id, workspaceId, runId: run.id, name: 'For the board', createdAt: at, expiresAt: at, views: 0 },
    ],
    webhooks: [{ id: hook.id, workspaceId, host: '93.184.216.34', events: hook.events, active: true }],
  });
  for (const secret of [key.secret, hook.secret, 'secret/path', 'of its token'])
    expect(answer.body).not.toContain(secret);
});
