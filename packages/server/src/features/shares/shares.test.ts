// A shared link shows its one result to whoever has it, until it ends, and nothing else to anybody.
import type { AuditPage, NewShare, RunResult, RunView, SharedView, SharePage } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memberAs } from '../../testing/people.ts';
import {
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../../testing/runs.ts';
import type { Client, TestServer } from '../../testing/server.ts';
import { share } from './actions.ts';

let server: TestServer;
let anna: Client;
let run: RunView;
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register();
  const asked = { datasetId: await takeSample(anna), sampling: smallSampling, margin: 0.4 };
  run = await runWhen(anna, (await startRun(anna, asked)).id, hasCompleted);
});
afterAll(() => server.close());

const make = async (body: object = {}) => {
  const answer = await anna.post(`/runs/${run.id}/shares`, body);
  expect(answer.statusCode).toBe(201);
  const made = answer.json<NewShare>();
  return { ...made, token: made.url.split('#')[1] ?? '' };
};
const open = (token: string) =>
  server.app.inject({ method: 'POST', url: '/api/v1/shared/read', payload: { token } });
const list = async () => (await anna.get(`/runs/${run.id}/shares`)).json<SharePage>().items;

describe('a shared link', () => {
  test('shows name, margin and results of its run to who is not signed in, and nothing else', async () => {
    const { url, token, share } = await make({ name: 'For the board', expiresInDays: 7 });
    expect(url).toMatch(/^http:\/\/[^#]+\/shared#[\w-]{43}$/);
    expect(new Date(share.expiresAt).getTime() - new Date(share.createdAt).getTime()).toBe(7 * 86_400_000);
    const answer = await open(token);
    expect(answer.statusCode).toBe(200);
    const shared = answer.json<SharedView>();
    const { result, insights } = (await anna.get(`/runs/${run.id}/result`)).json<RunResult>();
    expect(shared).toEqual({ name: run.name, margin: 0.4, expiresAt: share.expiresAt, result, insights });
    for (const secret of [anna.workspaceId, anna.account.id, anna.account.name, run.id])
      expect(answer.body).not.toContain(secret);
  });

  test('keeps of who looked only how often and when last, and its token only as a hash', async () => {
    const { token, share } = await make();
    expect(share).toMatchObject({ name: run.name, views: 0, lastViewedAt: null });
    await open(token);
    await open(token);
    const seen = (await list()).find(({ id }) => id === share.id);
    expect(seen).toMatchObject({ views: 2, lastViewedAt: expect.any(String), createdBy: anna.account.name });
    const { rows } = await server.services.database.$client.query('select * from shares');
    expect(JSON.stringify(rows)).not.toContain(token);
    const audit = await server.services.database.$client.query('select * from audit_events');
    expect(JSON.stringify(audit.rows)).not.toContain(token);
  });

  test('is not its way into the API: its token is no access token, and its run stays closed', async () => {
    const { token } = await make();
    const url = `/api/v1/workspaces/${anna.workspaceId}/runs/${run.id}/result`;
    const headers = { authorization: `Bearer ${token}` };
    expect((await server.app.inject({ method: 'GET', url, headers })).statusCode).toBe(401);
  });

  test.each([
    ['is removed', (one: Client) => anna.delete(`/members/${one.account.id}`)],
    ['leaves', (one: Client) => one.post('/leave')],
    [
      'deletes their account',
      (one: Client) =>
        one.post('/api/v1/accounts/me/deletion', { password: 'a password of tests', deleteWorkspaces: true }),
    ],
  ])('ends when whoever made it %s, which is noted', async (_, go) => {
    const admin = await memberAs(server, anna, 'admin');
    const made = (await admin.post(`/runs/${run.id}/shares`, { name: 'By them' })).json<NewShare>();
    const token = made.url.split('#')[1] ?? '';
    expect((await open(token)).statusCode).toBe(200);
    expect((await go(admin)).statusCode).toBe(204);
    expect((await open(token)).json()).toMatchObject({ code: 'share_ended' });
    expect((await list()).find(({ id }) => id === made.share.id)?.revokedAt).not.toBeNull();
    const { items } = (await anna.get('/audit')).json<AuditPage>();
    expect(items.find(({ action }) => action === 'share.revoked')).toMatchObject({
      subject: { id: made.share.id },
      facts: { name: 'By them', run: run.id },
    });
  });

  test('is not made by whoever was removed or became less since they were let in', async () => {
    const admin = await memberAs(server, anna, 'admin');
    const { workspaceId } = anna;
    const scope = { workspaceId, accountId: admin.account.id, keyId: null, role: 'admin' } as never;
    await anna.patch(`/members/${admin.account.id}`, { role: 'member' });
    const late = () => share(server.services, scope, run.id, { expiresInDays: 7 });
    await expect(late()).rejects.toMatchObject({ problems: [{ code: 'role_too_low' }] });
    await anna.delete(`/members/${admin.account.id}`);
    await expect(late()).rejects.toMatchObject({ problems: [{ code: 'not_found' }] });
  });

  test('opens nothing while whoever made it is not in the workspace', async () => {
    const admin = await memberAs(server, anna, 'admin');
    const made = (await admin.post(`/runs/${run.id}/shares`, {})).json<NewShare>();
    const { $client } = server.services.database;
    await $client.query('delete from members where account_id = $1', [admin.account.id]);
    expect((await open(made.url.split('#')[1] ?? '')).json()).toMatchObject({ code: 'share_ended' });
  });

  test('that is unknown, over, revoked, or of a deleted run or workspace is answered alike', async () => {
    const { $client } = server.services.database;
    const told = async (token: string) => {
      const { statusCode, body } = await open(token);
      const { requestId: _, ...rest } = JSON.parse(body);
      return [statusCode, rest];
    };
    const unknown = await told('nothing');
    expect(unknown).toMatchObject([404, { code: 'share_ended' }]);

    const revoked = await make();
    const end = () => anna.delete(`/runs/${run.id}/shares/${revoked.share.id}`);
    expect((await end()).statusCode).toBe(204);
    expect((await end()).statusCode).toBe(404);
    expect(await told(revoked.token)).toEqual(unknown);
    expect((await list()).find(({ id }) => id === revoked.share.id)?.revokedAt).not.toBeNull();

    const { token } = await make();
    await $client.query('update workspaces set deleted_at = now() where id = $1', [anna.workspaceId]);
    expect(await told(token)).toEqual(unknown);
    await $client.query('update workspaces set deleted_at = null');
    expect((await open(token)).statusCode).toBe(200);
    await $client.query('update runs set deleted_at = now() where id = $1', [run.id]);
    expect(await told(token)).toEqual(unknown);
    await $client.query('update runs set deleted_at = null');

    const short = await make({ expiresInDays: 1 });
    server.clock.advance(86_400_000 + 1000);
    expect(await told(short.token)).toEqual(unknown);
    expect((await open(token)).statusCode).toBe(200);
  });
});

test('shared links of one run are not those of another, nor of another workspace', async () => {
  const ben = await server.register();
  const ofBen = await takeSample(ben);
  const his = await runWhen(
    ben,
    (await startRun(ben, { datasetId: ofBen, sampling: smallSampling })).id,
    hasCompleted,
  );
  const made = (await ben.post(`/runs/${his.id}/shares`, {})).json<NewShare>();
  const other = await startRun(ben, { datasetId: ofBen, sampling: smallSampling });
  expect((await ben.delete(`/runs/${other.id}/shares/${made.share.id}`)).statusCode).toBe(404);
  expect((await ben.get(`/runs/${run.id}/shares`)).statusCode).toBe(404);
  expect((await ben.post(`/runs/${run.id}/shares`, {})).statusCode).toBe(404);
  const early = await ben.post(`/runs/${other.id}/shares`, {});
  expect([early.statusCode, early.json()]).toMatchObject([409, { code: 'run_not_completed' }]);
  await runWhen(ben, other.id, hasCompleted);
});
