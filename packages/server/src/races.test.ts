// What happens at the same moment, on a database of many connections: PGlite has one, where nothing does.
import type { AuditPage, MadeInvitation, RunPage, RunView } from '@mixmodel/contract';
import { ENGINE_NUMERICS } from '@mixmodel/engine';
import { sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from './database/connection.ts';
import { beginAttempt, endRun } from './features/runs/work/queries.ts';
import { system } from './http/scope.ts';
import { formOf } from './testing/form.ts';
import { memberAs } from './testing/people.ts';
import { smallSampling, startRun, takeSample } from './testing/runs.ts';
import { type Client, type TestServer, testServer } from './testing/server.ts';

/** An address of PostgreSQL from which test servers take their databases. */
const postgres = process.env.MIXMODEL_TEST_POSTGRES;

test('is asked of PostgreSQL, where there is one', () => {
  if (process.env.MIXMODEL_REQUIRE_CLUSTER)
    expect(postgres, 'MIXMODEL_TEST_POSTGRES is not set').toBeDefined();
  if (!postgres)
    console.info(
      'Skipped: races on PostgreSQL. `npm run cluster -- npx vitest run races` asks one that is on this machine.',
    );
});

describe.skipIf(!postgres)('at the same moment', () => {
  const mostOpen = 5;
  let server: TestServer;
  let anna: Client;
  let datasetId: string;
  beforeAll(async () => {
    const config = { workspaceRunsOpen: mostOpen, accountWorkspaces: 4, webhookInternal: true };
    server = await testServer({ config });
    anna = await server.register();
    datasetId = await takeSample(anna);
  });
  afterAll(() => server.close());

  type Answer = Awaited<ReturnType<Client['post']>>;
  const statusesOf = (answers: readonly Answer[]) => answers.map(({ statusCode }) => statusCode).sort();
  const atOnce = (count: number, ask: (i: number) => Promise<Answer>) =>
    Promise.all(Array.from({ length: count }, (_, i) => ask(i)));
  const asked = () => ({ datasetId, sampling: smallSampling });

  /** Something that begins while a transaction has done `first` and will do `last`: it waits for its end, and sees it. */
  async function during<T>(
    first: (tx: Transaction) => Promise<unknown>,
    then: () => Promise<T>,
    last?: (tx: Transaction) => Promise<unknown>,
  ): Promise<T> {
    const { database } = server.services;
    let isDone = false;
    const begun = await database.transaction(async (tx) => {
      await first(tx);
      const answer = then().finally(() => {
        isDone = true;
      });
      while (!isDone && !(await isSomebodyWaiting())) await new Promise(setImmediate);
      await last?.(tx);
      return { answer };
    });
    return begun.answer;
  }

  async function isSomebodyWaiting(): Promise<boolean> {
    const { rows } = await server.services.database.$client.query<{ waiting: boolean }>(
      "select count(*) > 0 as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows[0]?.waiting === true;
  }

  afterEach(async () => {
    const { items } = (await anna.get('/runs')).json<RunPage>();
    for (const { id } of items) await anna.post(`/runs/${id}/cancel`);
  });
  const acts = async (action: string, client = anna) =>
    (await client.get('/audit?limit=100')).json<AuditPage>().items.filter((event) => event.action === action);

  test('runs are numbered without gap or double, and no more are open than may be', async () => {
    // Again: a run whose file is read first waits its turn in the reading thread.
    const { id } = await startRun(anna, asked());
    await anna.post(`/runs/${id}/cancel`);
    const answers = await atOnce(8, () => anna.post(`/runs/${id}/again`));
    expect(statusesOf(answers)).toEqual([...Array(mostOpen).fill(201), 409, 409, 409]);
    const { items } = (await anna.get('/runs?sort=number')).json<RunPage>();
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a key makes one run, one workspace, one invitation', async () => {
    const key = { 'idempotency-key': 'at once' };
    for (const [path, body] of [
      ['/runs', asked()],
      ['/api/v1/workspaces', { name: 'Once' }],
      ['/invitations', { role: 'viewer' }],
    ] as const) {
      const answers = await atOnce(5, () => anna.post(path, body, key));
      expect([path, statusesOf(answers)]).toEqual([path, [200, 200, 200, 200, 201]]);
    }
  });

  test('webhooks, workspaces and letters are no more than may be', async () => {
    const hook = (i: number) => anna.post('/webhooks', { url: `http://127.0.0.1:9/${i}` });
    const hooks = await atOnce(14, hook);
    expect(statusesOf(hooks)).toEqual([...Array(10).fill(201), ...Array(4).fill(409)]);
    const zoe = await server.register();
    const made = await atOnce(6, (i) => zoe.post('/api/v1/workspaces', { name: `W ${i}` }));
    expect(statusesOf(made)).toEqual([201, 201, 201, 409, 409, 409]);
    const { email } = zoe.account;
    await atOnce(12, (i) =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/password-resets',
        remoteAddress: `10.0.1.${i}`,
        payload: { email },
      }),
    );
    expect(await server.letters(email)).toHaveLength(5);
  });

  test('of uploads that fit one by one, no more are kept than fit', async () => {
    const ida = await server.register();
    const { bytes } = (await ida.get(`/datasets/${await takeSample(ida)}`)).json().dataset;
    const { config } = server.services;
    const before = config.workspaceStorageMb;
    Object.assign(config, { workspaceStorageMb: (2.5 * bytes) / 1024 ** 2 });
    const answers = await atOnce(3, () => ida.post('/datasets/sample'));
    Object.assign(config, { workspaceStorageMb: before });
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
  });

  test('one version follows another: of two that follow the same, one is refused', async () => {
    const carl = await server.register();
    const first = await takeSample(carl);
    const answers = await atOnce(3, (i) => {
      const { payload, headers } = formOf([
        { fileName: 'sales.csv', bytes: `week,sales\n2024-01-0${i + 1},1\n` },
      ]);
      return carl.inject({ method: 'POST', url: `/datasets/${first}/versions`, payload, headers });
    });
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
    const { items } = (await carl.get(`/datasets/${first}/versions`)).json();
    expect(items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  test('an invitation lets in one', async () => {
    const { link } = (await anna.post('/invitations', { role: 'viewer' })).json<MadeInvitation>();
    const token = link?.split('#')[1];
    const guests = [];
    for (let i = 0; i < 4; i++) guests.push(await server.register());
    const answers = await Promise.all(
      guests.map((guest) => guest.post('/api/v1/invitations/accept', { token })),
    );
    expect(statusesOf(answers)).toEqual([200, 404, 404, 404]);
  });

  test('an owner stays, though all of them leave, step down or delete their accounts', async () => {
    const password = 'a password of tests';
    const ways: ((me: Client, other: Client) => Promise<Answer>)[] = [
      (me) => me.post('/leave'),
      (me) => me.patch(`/members/${me.account.id}`, { role: 'member' }),
      (_me, other) => other.delete(`/members/${other.account.id}`),
      (me) => me.post('/api/v1/accounts/me/deletion', { password, deleteWorkspaces: true }),
    ];
    for (const way of ways) {
      const one = await server.register();
      const other = await memberAs(server, one, 'owner');
      await memberAs(server, one, 'viewer');
      const answers = await Promise.all([way(one, other), way(other, one)]);
      expect(statusesOf(answers)[1]).toBe(409);
      const { rows } = await server.services.database.$client.query(
        "select 1 from members where workspace_id = $1 and role = 'owner'",
        [one.workspaceId],
      );
      expect(rows).toHaveLength(1);
    }
  });

  test('a worker that waits while another attempt begins writes nothing any more', async () => {
    const { database, clock } = server.services;
    const { id } = await startRun(anna, asked());
    const begin = () => beginAttempt(database, system, id, { at: clock.now(), numerics: ENGINE_NUMERICS });
    const begun = await begin();
    if (!begun) throw new Error('the run could not be begun');
    const end = { state: 'completed', finishedAt: clock.now() } as const;
    const written = await during(
      async (tx) => {
        await tx.execute(sql`update runs set sequence = sequence + 1 where id = ${id}`);
        await tx.execute(sql`update fits set attempt = attempt + 1 where run_id = ${id}`);
      },
      () => endRun(database, system, begun.fence, end),
    );
    expect(written).toBe(false);
    expect((await anna.get(`/runs/${id}`)).json<RunView>().state).toBe('running');
  });

  test('a run that is cancelled while a worker takes it is not begun', async () => {
    const { database, clock } = server.services;
    const { id } = await startRun(anna, asked());
    const begun = await during(
      (tx) => tx.execute(sql`update runs set state = 'cancelled', finished_at = now() where id = ${id}`),
      () => beginAttempt(database, system, id, { at: clock.now(), numerics: ENGINE_NUMERICS }),
    );
    expect(begun).toBeUndefined();
    expect((await anna.get(`/runs/${id}`)).json<RunView>().state).toBe('cancelled');
  });

  test('a run is deleted once, and is not resumed while it is deleted', async () => {
    const before = (await acts('run.deleted')).length;
    const { id } = await startRun(anna, asked());
    await anna.post(`/runs/${id}/cancel`);
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => anna.delete(`/runs/${id}`)),
      ...Array.from({ length: 3 }, () => anna.post(`/runs/${id}/resume`)),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode >= 500)).toEqual([]);
    expect((await anna.get(`/runs/${id}`)).statusCode).toBe(404);
    expect((await acts('run.deleted')).length).toBe(before + 1);
    const other = await startRun(anna, asked());
    await anna.post(`/runs/${other.id}/cancel`);
    const resumed = await during(
      (tx) => tx.execute(sql`update runs set deleted_at = now() where id = ${other.id}`),
      () => anna.post(`/runs/${other.id}/resume`),
    );
    expect([resumed.statusCode, (await acts('run.resumed')).length]).toEqual([404, 0]);
  });

  test('no run is made in a workspace that is deleted meanwhile', async () => {
    const ben = await server.register();
    const wish = { datasetId: await takeSample(ben), sampling: smallSampling };
    const answer = await during(
      (tx) => tx.execute(sql`update workspaces set deleted_at = now() where id = ${ben.workspaceId}`),
      () => ben.post('/runs', wish),
    );
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
  });

  test('who uploads, invites or makes a key while their account is deleted keeps nobody waiting for ever', async () => {
    for (const [path, body, status] of [
      ['/datasets/sample', undefined, 201],
      ['/invitations', { role: 'viewer' }, 404],
      ['/keys', { name: 'Nightly', scope: 'read' }, 404],
    ] as const) {
      const { account, workspaceId, ...zoe } = await server.register();
      const answer = await during(
        async (tx) => {
          await tx.execute(sql`select 1 from accounts where id = ${account.id} for no key update`);
          await tx.execute(sql`select 1 from workspaces where id = ${workspaceId} for no key update`);
          if (status === 404) await tx.execute(sql`delete from members where account_id = ${account.id}`);
        },
        () => zoe.post(path, body, { 'idempotency-key': 'late' }),
        (tx) => tx.execute(sql`update accounts set email = ${`gone ${path}`} where id = ${account.id}`),
      );
      expect([path, answer.statusCode]).toEqual([path, status]);
    }
  });

  test('nothing is uploaded to a workspace that is deleted meanwhile, and no webhook is made in it', async () => {
    for (const [path, body] of [
      ['/datasets/sample', undefined],
      ['/webhooks', { url: 'http://127.0.0.1:9/' }],
    ] as const) {
      const zoe = await server.register();
      const answer = await during(
        (tx) => tx.execute(sql`update workspaces set deleted_at = now() where id = ${zoe.workspaceId}`),
        () => zoe.post(path, body, { 'idempotency-key': 'late' }),
      );
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'not_found']);
    }
  });

  test('an account that is deleted meanwhile gets no workspace, and none of its own back', async () => {
    const all = '/api/v1/workspaces';
    for (const restores of [false, true]) {
      const zoe = await server.register();
      const { id } = (await zoe.post(all, { name: 'Mine' })).json<{ id: string }>();
      if (restores) await zoe.in(id).post('/delete', { name: 'Mine' });
      const answer = await during(
        (tx) => tx.execute(sql`update accounts set deleted_at = now() where id = ${zoe.account.id}`),
        () =>
          zoe.post(
            restores ? `/api/v1/deleted-workspaces/${id}/restore` : all,
            restores ? undefined : { name: 'Another' },
          ),
      );
      expect([restores, answer.statusCode, answer.json().code]).toEqual([restores, 401, 'session_ended']);
    }
  });

  test('who is removed at this moment leaves no invitation and no key behind', async () => {
    for (const [path, body] of [
      ['/invitations', { role: 'viewer' }],
      ['/keys', { name: 'Nightly', scope: 'read' }],
    ] as const) {
      const admin = await memberAs(server, anna, 'admin');
      const answer = await during(
        (tx) => tx.execute(sql`delete from members where account_id = ${admin.account.id}`),
        () => admin.post(path, body),
      );
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'not_found']);
    }
  });

  test('nobody signs in to an account, nor joins with one, that is deleted meanwhile or has another password', async () => {
    const { email, id } = (await server.register()).account;
    const { link } = (await anna.post('/invitations', { role: 'viewer' })).json<MadeInvitation>();
    const gone = (accountId: string) => (tx: Transaction) =>
      tx.execute(sql`update accounts set deleted_at = now() where id = ${accountId}`);
    const payload = { email, password: 'a password of tests' };
    const signedIn = await during(gone(id), () =>
      server.app.inject({ method: 'POST', url: '/api/v1/sessions', payload }),
    );
    expect([signedIn.statusCode, signedIn.json().code]).toEqual([401, 'sign_in_refused']);
    const other = (await server.register()).account;
    const late = await during(
      (tx) => tx.execute(sql`update accounts set password_hash = 'of another' where id = ${other.id}`),
      () =>
        server.app.inject({
          method: 'POST',
          url: '/api/v1/sessions',
          payload: { ...payload, email: other.email },
        }),
    );
    expect([late.statusCode, late.json().code]).toEqual([401, 'sign_in_refused']);
    const guest = await server.register();
    const joined = await during(gone(guest.account.id), () =>
      guest.post('/api/v1/invitations/accept', { token: link?.split('#')[1] }),
    );
    expect([joined.statusCode, joined.json().code]).toEqual([404, 'invitation_ended']);
  });

  test('no code opens a session by a ticket whose password is changed meanwhile', async () => {
    const { account, ...zoe } = await server.register();
    const [path, password] = ['/api/v1/accounts/me/second-factor', 'a password of tests'];
    const { secret } = (await zoe.post(path, { password })).json<{ secret: string }>();
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.clock.now().getTime() });
    await zoe.post(`${path}/confirmation`, { code: code() });
    const post = (url: string, payload: object) =>
      server.app.inject({ method: 'POST', url: `/api/v1/sessions${url}`, payload });
    const { ticket } = (await post('', { email: account.email, password })).json<{ ticket: string }>();
    server.clock.advance(30_000);
    const answer = await during(
      (tx) => tx.execute(sql`update accounts set password_hash = 'of another' where id = ${account.id}`),
      () => post('/second-factor', { ticket, code: code() }),
      (tx) => tx.execute(sql`delete from account_tokens where account_id = ${account.id}`),
    );
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'sign_in_ticket_ended']);
  });

  test('the link of a letter and a change of its account do not wait for each other for ever', async () => {
    const { email, id } = (await server.register()).account;
    const url = '/api/v1/password-resets';
    await server.app.inject({ method: 'POST', url, payload: { email } });
    const token = /#(\S+)/.exec((await server.letters(email)).at(-1)?.text ?? '')?.[1];
    const payload = { token, password: 'a password by letter' };
    const answer = await during(
      (tx) => tx.execute(sql`update accounts set name = 'Zoe' where id = ${id}`),
      () => server.app.inject({ method: 'POST', url: `${url}/redemptions`, payload }),
      (tx) => tx.execute(sql`delete from account_tokens where account_id = ${id}`),
    );
    expect([answer.statusCode, answer.json().code]).toEqual([410, 'letter_link_wrong']);
  });
});
