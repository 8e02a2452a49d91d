// Webhooks from a run's end to whoever takes the message: signed, told once, tried again, never sent inside.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  DeliveryPage,
  DeliveryView,
  MadeWebhook,
  ProblemDetails,
  WebhookMessage,
} from '@mixmodel/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  endlessSampling,
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../../testing/runs.ts';
import { type Client, clientOf, type TestServer } from '../../testing/server.ts';
import { sendDue } from './jobs.ts';

interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const password = 'a password of Anna';

let server: TestServer;
let anna: Client;
let boris: Client;
let receiver: Server;
let url: string;
let taken: Taken[] = [];
let answer: (n: number) => number | Promise<number> = () => 204;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      taken.push({ headers: request.headers, body });
      const status = await answer(taken.length);
      response.writeHead(status, status === 302 ? { location: `${url}elsewhere` } : {}).end('thanks');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  server = await workingServer({ config: { webhookInternal: true } });
  anna = await server.register({ email: 'anna@example.com', password });
  boris = await server.register();
});
afterAll(async () => {
  await server.close();
  await new Promise((resolve) => receiver.close(resolve));
});
beforeEach(async () => {
  answer = () => 204;
  for (const { id } of (await anna.get('/webhooks')).json<{ items: { id: string }[] }>().items)
    await anna.delete(`/webhooks/${id}`);
  taken = [];
});

async function make(body: object = {}): Promise<MadeWebhook> {
  const made = await anna.post('/webhooks', { url, ...body });
  expect(made.statusCode, made.body).toBe(201);
  return made.json<MadeWebhook>();
}

const round = () => sendDue(server.services);

const deliveries = async (id: string): Promise<readonly DeliveryView[]> =>
  (await anna.get(`/webhooks/${id}/deliveries`)).json<DeliveryPage>().items;

/** As a receiver checks it (Standard Webhooks 1.0, "Verifying signatures"). */
function isSigned({ headers, body }: Taken, secret: string): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const wanted = createHmac('sha256', key).update(signed).digest('base64');
  return headers['webhook-signature'] === `v1,${wanted}`;
}

describe('the end of a run', () => {
  test('is told once, signed, without a figure of the result', async () => {
    const { id, secret } = await make();
    const run = await startRun(anna, { datasetId: await takeSample(anna), sampling: smallSampling });
    const ended = await runWhen(anna, run.id, hasCompleted);
    await round();
    await round();
    expect(taken).toHaveLength(1);
    const [message] = taken as [Taken];
    expect(isSigned(message, secret)).toBe(true);
    expect(isSigned({ ...message, body: message.body.replace('completed', 'failed') }, secret)).toBe(false);
    expect(JSON.parse(message.body)).toEqual({
      type: 'run.completed',
      timestamp: ended.finishedAt as string,
      data: {
        workspaceId: anna.workspaceId,
        run: {
          id: run.id,
          number: run.number,
          name: run.name,
          state: 'completed',
          converged: ended.converged,
        },
      },
    } satisfies WebhookMessage);
    expect(await deliveries(id)).toEqual([
      expect.objectContaining({
        id: message.headers['webhook-id'],
        event: 'run.completed',
        runId: run.id,
        state: 'delivered',
        attempts: 1,
        status: 204,
        problem: null,
        nextAttemptAt: null,
      }),
    ]);
  });

  test('is not told of other workspaces, of what was not asked for, nor of runs from before', async () => {
    const datasetId = await takeSample(anna);
    const before = await startRun(anna, { datasetId, sampling: smallSampling });
    await runWhen(anna, before.id, hasCompleted);
    await make({ events: ['run.failed'] });
    const [mine, theirs] = [
      await startRun(anna, { datasetId, sampling: smallSampling }),
      await startRun(boris, { datasetId: await takeSample(boris), sampling: smallSampling }),
    ];
    await runWhen(anna, mine.id, hasCompleted);
    await runWhen(boris, theirs.id, hasCompleted);
    await round();
    expect(taken).toEqual([]);
  });
});

describe('a webhook that is changed', () => {
  let datasetId: string;
  beforeAll(async () => {
    datasetId = await takeSample(anna);
  });
  /** A run that ends now; its id. */
  const end = async (): Promise<string> => {
    const run = await startRun(anna, { datasetId, sampling: endlessSampling });
    expect((await anna.post(`/runs/${run.id}/cancel`)).statusCode).toBe(200);
    await runWhen(anna, run.id, ({ state }) => state === 'cancelled');
    return run.id;
  };
  const change = async (id: string, body: object) =>
    expect((await anna.patch(`/webhooks/${id}`, body)).statusCode).toBe(200);
  /** Runs, the oldest first. */
  const toldOf = async (id: string) => {
    await round();
    return (await deliveries(id)).map(({ runId }) => runId).sort();
  };

  test('tells nothing that ended while it was off, and all that ended before and after', async () => {
    const { id } = await make();
    const before = await end();
    await change(id, { active: false });
    await end();
    await change(id, { active: true });
    expect(await toldOf(id)).toEqual([before]);
    const after = await end();
    expect(await toldOf(id)).toEqual([before, after]);
  });

  test('tells nothing that ended before that was asked for', async () => {
    const { id } = await make({ events: ['run.completed'] });
    await end();
    await change(id, { events: ['run.completed', 'run.cancelled'] });
    expect(await toldOf(id)).toEqual([]);
    const after = await end();
    expect(await toldOf(id)).toEqual([after]);
  });

  test('to more, tells what was asked for all along also of a run whose row is written late', async () => {
    const { id } = await make({ events: ['run.cancelled'] });
    const run = await startRun(anna, { datasetId, sampling: endlessSampling });
    const endedAt = server.clock.now();
    server.clock.advance(20);
    await change(id, { events: ['run.cancelled', 'run.failed'] });
    const { $client } = server.services.database;
    const written = "update runs set state = 'cancelled', finished_at = $2 where id = $1";
    await $client.query(written, [run.id, endedAt]);
    expect(await toldOf(id)).toEqual([run.id]);
    await change(id, { events: ['run.failed'] });
    server.clock.advance(20);
    await change(id, { events: ['run.cancelled', 'run.failed'] });
    await $client.query(written, [run.id, new Date(endedAt.getTime() + 1)]);
    expect(await toldOf(id)).toEqual([run.id]);
  });

  test('in its address, or to what it was, or to less, goes on without a gap', async () => {
    const { id } = await make();
    const first = await end();
    await change(id, { url: `${url}elsewhere`, active: true, events: ['run.failed', 'run.cancelled'] });
    const second = await end();
    await change(id, { events: ['run.cancelled', 'run.failed'] });
    await change(id, { events: ['run.failed'] });
    expect(await toldOf(id)).toEqual([first, second]);
  });

  test('or made, by a clock that was set back, tells what ends from then on and nothing else', async () => {
    const { id } = await make();
    const before = await end();
    server.clock.advance(-3_600_000);
    const { id: made } = await make();
    const first = await end();
    expect([await toldOf(id), await toldOf(made)]).toEqual([[before, first], [first]]);
    await change(made, { active: false });
    await change(made, { active: true });
    const second = await end();
    expect([await toldOf(id), await toldOf(made)]).toEqual([
      [before, first, second],
      [first, second],
    ]);
    server.clock.advance(3_600_000);
    await round();
    expect(await toldOf(made)).toEqual([first, second]);
  });
});

describe('a message that is not taken', () => {
  test('is tried again with growing pauses, the same message under the same id, until it is', async () => {
    const { id } = await make();
    answer = (n) => (n < 3 ? 503 : 200);
    await anna.post(`/webhooks/${id}/test`);
    await round();
    expect((await deliveries(id))[0]).toMatchObject({
      state: 'waiting',
      attempts: 1,
      status: 503,
      problem: 'The address answered with HTTP 503.',
    });
    await round();
    expect(taken).toHaveLength(1);
    server.clock.advance(11_000);
    await round();
    server.clock.advance(61_000);
    await round();
    expect((await deliveries(id))[0]).toMatchObject({
      state: 'delivered',
      attempts: 3,
      status: 200,
      problem: null,
    });
    expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(taken.map(({ body }) => body)).size).toBe(1);
  });

  test('is given up after a day, and sent once more when asked', async () => {
    const { id } = await make();
    answer = () => 500;
    await anna.post(`/webhooks/${id}/test`);
    for (let i = 0; i < 12; i++) {
      await round();
      server.clock.advance(15 * 3_600_000);
    }
    // Days have passed: the access token has ended.
    const payload = { email: 'anna@example.com', password };
    anna = clientOf(
      server.app,
      await server.app.inject({ method: 'POST', url: '/api/v1/sessions', payload }),
    );
    const [given] = await deliveries(id);
    expect(given).toMatchObject({ state: 'failed', attempts: 8, status: 500, nextAttemptAt: null });
    expect(taken).toHaveLength(8);
    answer = () => 200;
    expect((await anna.post(`/webhooks/${id}/deliveries/${given?.id}/again`)).statusCode).toBe(202);
    await round();
    expect((await deliveries(id))[0]).toMatchObject({ id: given?.id, state: 'delivered', attempts: 1 });
  });

  test('is sent again when that was asked for during an attempt, however the attempt ends', async () => {
    const { id } = await make();
    await anna.post(`/webhooks/${id}/test`);
    const [made] = await deliveries(id);
    answer = async (n) => {
      if (n === 1) await anna.post(`/webhooks/${id}/deliveries/${made?.id}/again`);
      return 200;
    };
    await round();
    expect((await deliveries(id))[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    await round();
    expect(taken).toHaveLength(2);
    expect((await deliveries(id))[0]).toMatchObject({ id: made?.id, state: 'delivered', attempts: 1 });
  });

  test('is no redirect that is followed', async () => {
    const { id } = await make();
    answer = () => 302;
    await anna.post(`/webhooks/${id}/test`);
    await round();
    expect(taken).toHaveLength(1);
    expect((await deliveries(id))[0]?.problem).toContain('Redirects are not followed');
  });

  test('waits while the webhook is stopped, and goes when it is started', async () => {
    const { id } = await make();
    await anna.post(`/webhooks/${id}/test`);
    await anna.patch(`/webhooks/${id}`, { active: false });
    await round();
    expect(taken).toEqual([]);
    await anna.patch(`/webhooks/${id}`, { active: true });
    await round();
    expect(taken).toHaveLength(1);
  });
});

describe('a webhook', () => {
  test('shows its secret once, and keeps it sealed', async () => {
    const { id, secret } = await make();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/=]{44}$/);
    expect((await anna.get(`/webhooks/${id}`)).body).not.toContain(secret);
    const { rows } = await server.services.database.$client.query<{ secret: string }>(
      'select secret from webhooks',
    );
    expect(rows.map((row) => row.secret)).not.toContain(secret);
  });

  test.each([
    ['not an address', 'webhook_address_wrong'],
    ['ftp://example.com/', 'webhook_address_wrong'],
    ['https://ana:secret@example.com/', 'webhook_address_wrong'],
  ])('is refused for %s', async (wrong, code) => {
    const refused = await anna.post('/webhooks', { url: wrong });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<ProblemDetails>().code).toBe(code);
  });

  test('is one of ten at most', async () => {
    for (let i = 0; i < 10; i++) await make();
    const refused = await anna.post('/webhooks', { url });
    expect([refused.statusCode, refused.json<ProblemDetails>().code]).toEqual([409, 'too_many_webhooks']);
  });
});
