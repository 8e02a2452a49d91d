// Workspaces from their first day to their last: made, renamed, deleted by name, restored in time, or gone for good.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditPage, DeletedWorkspacePage, RunView, WorkspacePage } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasStore } from '../../testing/bucket.ts';
import { memberAs } from '../../testing/people.ts';
import { smallSampling, startRun, takeSample } from '../../testing/runs.ts';
import { type Client, clientOf, type TestServer, testServer } from '../../testing/server.ts';
import { sweepDeleted } from './actions.ts';

const day = 24 * 60 * 60_000;
const all = '/api/v1/workspaces';
const deletedOnes = '/api/v1/deleted-workspaces';

let server: TestServer;
let anna: Client;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register({ workspace: 'Acme' });
});
afterAll(() => server.close());

const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
];
const namesOf = async (client: Client, path = all) =>
  (await client.get(path)).json<WorkspacePage>().items.map(({ name }) => name);

/** After days her session is over. */
async function annaAgain(): Promise<Client> {
  const payload = { email: anna.account.email, password: 'a password of tests' };
  return clientOf(server.app, await server.app.inject({ method: 'POST', url: '/api/v1/sessions', payload }));
}

/** A client of another workspace of the same person. */
async function another(client: Client, name: string): Promise<Client> {
  const made = await client.post(all, { name });
  expect(made.statusCode).toBe(201);
  return client.in(made.json<{ id: string }>().id);
}

describe('a workspace', () => {
  test('is made by anyone who is signed in, who owns it, and is renamed', async () => {
    const second = await another(anna, ' Second  ');
    expect((await second.get('')).json()).toMatchObject({ name: 'Second', role: 'owner' });
    expect((await second.patch('', { name: 'Zweite' })).json()).toMatchObject({ name: 'Zweite' });
    expect(await namesOf(anna, `${all}?sort=-name`)).toEqual(['Zweite', 'Acme']);
    const { items } = (await second.get('/audit')).json();
    expect(items).toMatchObject([
      { action: 'workspace.renamed', facts: { from: 'Second', to: 'Zweite' } },
      { action: 'workspace.created', actor: { id: anna.account.id } },
    ]);
  });
});

describe('deleting a workspace', () => {
  let doomed: Client;
  let admin: Client;
  let run: RunView;
  beforeAll(async () => {
    doomed = await another(anna, 'Doomed');
    admin = await memberAs(server, doomed, 'admin');
    run = await startRun(doomed, { datasetId: await takeSample(doomed), sampling: smallSampling });
  });

  test('takes its name, typed as it stands', async () => {
    for (const name of ['doomed', 'Doomed ', '']) {
      const answer = await doomed.post('/delete', { name });
      expect([name, ...codeOf(answer)]).toEqual([name, 422, 'workspace_name_differs']);
    }
    expect((await doomed.get('')).statusCode).toBe(200);
  });

  test('makes it be there for nobody, and cancels what it computes', async () => {
    const key = (await doomed.post('/keys', { name: 'x', scope: 'manage' })).json<{ secret: string }>();
    const answer = await doomed.post('/delete', { name: 'Doomed' });
    expect(answer.json()).toMatchObject({ id: doomed.workspaceId, name: 'Doomed' });
    for (const client of [doomed, admin]) {
      expect(codeOf(await client.get(''))).toEqual([404, 'not_found']);
      expect(codeOf(await client.get(`/runs/${run.id}`))).toEqual([404, 'not_found']);
      expect(await namesOf(client)).not.toContain('Doomed');
      const me = (await client.get('/api/v1/accounts/me')).json<{ workspaces: { name: string }[] }>();
      expect(me.workspaces.map(({ name }) => name)).not.toContain('Doomed');
    }
    const withKey = await server.app.inject({
      url: `${all}/${doomed.workspaceId}/runs`,
      headers: { authorization: `Bearer ${key.secret}` },
    });
    expect(codeOf(withKey)).toEqual([401, 'key_refused']);
  });

  test('can be undone by its owners only, for some days, with everything that was in it', async () => {
    expect(await namesOf(admin, deletedOnes)).toEqual([]);
    expect(codeOf(await admin.post(`${deletedOnes}/${doomed.workspaceId}/restore`))).toEqual([
      404,
      'not_found',
    ]);
    const { items } = (await doomed.get(deletedOnes)).json<DeletedWorkspacePage>();
    expect(items.map(({ name }) => name)).toEqual(['Doomed']);
    const { deletedAt = '', goneAt = '' } = items[0] ?? {};
    expect(Date.parse(goneAt) - Date.parse(deletedAt)).toBe(7 * day);
    const restored = await doomed.post(`${deletedOnes}/${doomed.workspaceId}/restore`);
    expect(restored.json()).toEqual({ id: doomed.workspaceId, name: 'Doomed', role: 'owner' });
    expect((await admin.get(`/runs/${run.id}`)).json()).toMatchObject({ state: 'cancelled' });
    const noted = (await admin.get('/audit')).json<AuditPage>().items.map(({ action }) => action);
    expect(noted.filter((action) => /^(workspace|key)\./.test(action))).toEqual([
      'workspace.restored',
      'workspace.deleted',
      'key.created',
      'workspace.created',
    ]);
    expect(codeOf(await doomed.post(`${deletedOnes}/${doomed.workspaceId}/restore`))).toEqual([
      404,
      'not_found',
    ]);
  });

  test('leaves nothing of it, in no table and no folder, once its days are over', async () => {
    const before = await rowsOfTables();
    const gone = await another(anna, 'Gone');
    const datasetId = await takeSample(gone);
    const made = await startRun(gone, { datasetId, sampling: smallSampling });
    await drawnFor(gone, made);
    await gone.post('/keys', { name: 'x', scope: 'read' });
    await gone.post('/invitations', { role: 'viewer' });
    const ids = [gone.workspaceId, datasetId, made.id];
    expect(await leftOf(ids)).not.toEqual([]);
    await gone.post('/delete', { name: 'Gone' });
    server.clock.advance(7 * day - 60_000);
    await sweepDeleted(server.services);
    expect((await filesNaming(gone.workspaceId)).length).toBeGreaterThan(0);
    server.clock.advance(60_000);
    const late = await (await annaAgain()).post(`${deletedOnes}/${gone.workspaceId}/restore`);
    expect(codeOf(late)).toEqual([404, 'not_found']);
    await sweepDeleted(server.services);
    expect(await leftOf(ids)).toEqual([]);
    // But for the session that was begun meanwhile.
    const { sessions: _s, account_events: _e, ...after } = await rowsOfTables();
    expect(before).toMatchObject(after);
    expect((await (await annaAgain()).in(doomed.workspaceId).get(`/runs/${run.id}`)).statusCode).toBe(200);
  });
});

/** As if chains had been drawn: rows and files of every kind that a run leaves. */
async function drawnFor({ workspaceId }: Client, { id: runId }: RunView): Promise<void> {
  const { database, objects } = server.services;
  const query = (text: string, values: unknown[]) => database.$client.query<{ id: string }>(text, values);
  const { rows } = await query('select id from fits where run_id = $1', [runId]);
  const fitId = rows[0]?.id ?? '';
  const key = `workspaces/${workspaceId}/runs/${runId}/fits/${fitId}/1/checkpoints/0`;
  await objects.put(key, new Uint8Array([1]));
  await query('insert into chains values (gen_random_uuid(), $1, 0, 0, 100)', [fitId]);
  await query(
    "insert into segments select gen_random_uuid(), id, 0, 100, 1, $2, 'x', now() from chains where fit_id = $1",
    [fitId, key],
  );
}

async function tables(): Promise<string[]> {
  const { rows } = await server.services.database.$client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  return rows.map(({ name }) => name);
}

async function rowsOfTables(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await tables()) {
    const { rows } = await server.services.database.$client.query<{ n: number }>(
      `select count(*)::int as n from ${name}`,
    );
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}

/** Tables with a row that names one of `ids` anywhere, and files whose paths do. */
async function leftOf(ids: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const name of await tables())
    for (const id of ids) {
      const { rows } = await server.services.database.$client.query(
        `select 1 from ${name} as row where row::text like '%' || $1 || '%' limit 1`,
        [id],
      );
      if (rows.length > 0) left.push(`${name}: ${id}`);
    }
  for (const id of ids) left.push(...(await filesNaming(id)));
  return left;
}

/** On a disk folders too, also empty ones. */
async function filesNaming(id: string): Promise<string[]> {
  if (hasStore)
    return [...(await server.services.objects.list('workspaces/'))].filter((key) => key.includes(id));
  const folder = join(server.services.config.dataDir, 'objects');
  return (await readdir(folder, { recursive: true })).filter((path) => path.includes(id));
}

test('an account owns so many workspaces at most, those it can restore included', async () => {
  const zoe = await server.register();
  const most = server.services.config.accountWorkspaces;
  const make = (name: string) => zoe.post(all, { name });
  const answers = await Promise.all(Array.from({ length: most + 2 }, (_, i) => make(`W ${i}`)));
  const made = answers.filter(({ statusCode }) => statusCode === 201);
  // The first one came with the account.
  expect(made).toHaveLength(most - 1);
  const [one] = made;
  const { id, name } = one?.json() ?? {};
  expect((await zoe.in(id).post('/delete', { name })).statusCode).toBe(200);
  const refused = await make('One more');
  expect(codeOf(refused)).toEqual([409, 'too_many_workspaces']);
  expect(refused.json().detail).toContain(`An account may own ${most} workspaces`);
});
