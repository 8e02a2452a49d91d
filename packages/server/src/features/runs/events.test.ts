// What a reader hears of a run: a snapshot, progress, the last word; again a snapshot after every connection.
import type { RunEvent } from '@mixmodel/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { members } from '../../database/schema.ts';
import {
  endlessSampling,
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../../testing/runs.ts';
import type { Client, TestServer } from '../../testing/server.ts';
import { tellChanged } from './events.ts';

let server: TestServer;
let anna: Client;
let datasetId: string;
let address: string;
beforeAll(async () => {
  server = await workingServer({ config: { accountStreams: 3 } });
  anna = await server.register();
  datasetId = await takeSample(anna);
  address = await server.listen();
});
afterAll(() => server.close());

interface Heard {
  readonly id: string;
  readonly kind: string;
  readonly data: RunEvent;
}

/** Reads events over a real connection; `until` leaves it. Without, the server ends it. */
async function listen(
  runId: string,
  { client = anna, until = () => false }: { client?: Client; until?: (heard: Heard) => boolean } = {},
): Promise<Heard[]> {
  const leave = new AbortController();
  const response = await fetch(`${address}/api/v1/workspaces/${client.workspaceId}/runs/${runId}/events`, {
    headers: { authorization: `Bearer ${client.accessToken}`, 'last-event-id': '1' },
    signal: leave.signal,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('x-request-id')).not.toBeNull();
  const heard: Heard[] = [];
  let text = '';
  try {
    for await (const bytes of response.body ?? []) {
      text += new TextDecoder().decode(bytes);
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const [, id = '', kind = '', data = ''] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(part) ?? [];
        heard.push({ id, kind, data: JSON.parse(data) });
        if (until(heard.at(-1) as Heard)) leave.abort();
      }
    }
  } catch (error) {
    if (!leave.signal.aborted) throw error;
  }
  return heard;
}

const kindsOf = (heard: readonly Heard[]) => heard.map(({ kind }) => kind);

describe('the events of a run', () => {
  test('are a snapshot, progress and the last word, and then the stream ends', async () => {
    const run = await startRun(anna, { datasetId, sampling: smallSampling });
    const heard = await listen(run.id);
    const [first, ...rest] = kindsOf(heard);
    expect([first, rest.at(-1)]).toEqual(['snapshot', 'completed']);
    expect(rest.slice(0, -1).every((kind) => kind === 'progress')).toBe(true);
    for (const { id, kind, data } of heard) expect([id, kind]).toEqual([String(data.sequence), data.kind]);
    const numbers = heard.map(({ data }) => data.sequence);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(heard.at(-1)?.data.run).toEqual((await anna.get(`/runs/${run.id}`)).json());
  });

  test('tell each chain’s place and speed, and begin with a snapshot again when taken up again', async () => {
    const run = await startRun(anna, { datasetId, sampling: endlessSampling });
    const inSight = ({ data }: Heard) => (data.run.progress?.chains[0]?.drawsPerSecond ?? 0) > 0;
    const heard = await listen(run.id, { until: inSight });
    const { progress } = heard.at(-1)?.data.run ?? {};
    expect(progress).toMatchObject({ phase: 'warmup', attempt: 1, worstRHat: null });
    expect(progress?.chains.slice(0, 2).map(({ chain, of }) => [chain, of])).toEqual([
      [0, 100_000],
      [1, 100_000],
    ]);
    expect(progress?.etaMs).toBeGreaterThan(1000);
    expect(progress?.fraction).toBeGreaterThan(0);

    const again = await listen(run.id, { until: ({ kind }) => kind === 'progress' });
    expect(kindsOf(again).slice(0, 2)).toEqual(['snapshot', 'progress']);
    expect(again[0]?.data.sequence).toBeGreaterThanOrEqual(heard.at(-1)?.data.sequence ?? 0);

    const toTheEnd = listen(run.id);
    await runWhen(anna, run.id, ({ progress }) => progress !== null);
    await anna.post(`/runs/${run.id}/cancel`);
    expect(kindsOf(await toTheEnd).at(-1)).toBe('cancelled');
  });

  test('of a run that has ended are its snapshot and its last word', async () => {
    const run = await startRun(anna, { datasetId, sampling: smallSampling });
    await runWhen(anna, run.id, hasCompleted);
    expect(kindsOf(await listen(run.id))).toEqual(['snapshot', 'completed']);
  });

  test('are told together when there are many changes in a moment', async () => {
    const run = await startRun(anna, { datasetId, sampling: endlessSampling });
    await runWhen(anna, run.id, ({ progress }) => progress !== null);
    const began = performance.now();
    const heard = listen(run.id, { until: ({ data }) => data.run.name === 'change 30' });
    for (let change = 1; change <= 30; change++)
      await anna.patch(`/runs/${run.id}`, { name: `change ${change}` });
    const events = (await heard).length;
    // However long it took: the snapshot, one at once, and one every 250 ms (timers may ring a moment early).
    expect(events).toBeLessThanOrEqual(2 + (performance.now() - began) / 240);
    await anna.post(`/runs/${run.id}/cancel`);
  });

  test('are refused as any answer is, to who may not see the run', async () => {
    const boris = await server.register();
    const { items } = (await anna.get('/runs')).json<{ items: { id: string }[] }>();
    const path = `/api/v1/workspaces/${boris.workspaceId}/runs/${items[0]?.id}/events`;
    const foreign = await fetch(`${address}${path}`, {
      headers: { authorization: `Bearer ${boris.accessToken}` },
    });
    expect([foreign.status, await foreign.json()]).toMatchObject([404, { code: 'not_found' }]);
    expect((await fetch(`${address}${path}`)).status).toBe(401);
  });
});

test('so many streams of one account are open at most; one that is left makes room', async () => {
  const run = await startRun(anna, { datasetId, sampling: endlessSampling });
  const open = (client: Client, id: string) => {
    const leave = new AbortController();
    const path = `/api/v1/workspaces/${client.workspaceId}/runs/${id}/events`;
    const headers = { authorization: `Bearer ${client.accessToken}` };
    return { leave, answer: fetch(address + path, { headers, signal: leave.signal }) };
  };
  const streams = [1, 2, 3].map(() => open(anna, run.id));
  for (const { answer } of streams) expect((await answer).status).toBe(200);
  const refused = await open(anna, run.id).answer;
  expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'too_many_streams' }]);
  // Others have their own.
  const eva = await server.register();
  const hers = await startRun(eva, { datasetId: await takeSample(eva), sampling: endlessSampling });
  const other = open(eva, hers.id);
  expect((await other.answer).status).toBe(200);
  streams[0]?.leave.abort();
  let again = open(anna, run.id);
  // The server hears of the end a moment later.
  while ((await again.answer).status === 429) again = open(anna, run.id);
  for (const { leave } of [...streams, other, again]) leave.abort();
  await anna.post(`/runs/${run.id}/cancel`);
  await eva.post(`/runs/${hers.id}/cancel`);
});

describe('the right to listen', () => {
  const changed = (id: string) => tellChanged(server.services.events, id);

  test('ends with the access token, while the run goes on', async () => {
    const other = await workingServer();
    const carla = await other.register();
    const run = await startRun(carla, { datasetId: await takeSample(carla), sampling: endlessSampling });
    const base = await other.listen();
    const response = await fetch(`${base}/api/v1/workspaces/${carla.workspaceId}/runs/${run.id}/events`, {
      headers: { authorization: `Bearer ${carla.accessToken}` },
    });
    other.clock.advance(15 * 60_000);
    // The run goes on; only the stream ends.
    expect(await response.text()).not.toContain('event: cancelled');
    await other.close();
  });

  test('ends with the membership', async () => {
    const dora = await server.register();
    const run = await startRun(dora, { datasetId: await takeSample(dora), sampling: endlessSampling });
    const heard = listen(run.id, { client: dora });
    await runWhen(dora, run.id, ({ progress }) => progress !== null);
    await server.services.database.delete(members).where(eq(members.accountId, dora.account.id));
    changed(run.id);
    expect(kindsOf(await heard).every((kind) => kind === 'snapshot' || kind === 'progress')).toBe(true);
    await server.services.database.insert(members).values({
      workspaceId: dora.workspaceId,
      accountId: dora.account.id,
      role: 'owner',
      createdAt: server.services.clock.now(),
    });
    expect((await dora.post(`/runs/${run.id}/cancel`)).statusCode).toBe(200);
  });
});

test('a server that closes ends its streams, and leaves the run to the next start', async () => {
  const other = await workingServer();
  const carla = await other.register();
  const run = await startRun(carla, { datasetId: await takeSample(carla), sampling: endlessSampling });
  await runWhen(carla, run.id, ({ progress }) => progress !== null);
  const base = await other.listen();
  const response = await fetch(`${base}/api/v1/workspaces/${carla.workspaceId}/runs/${run.id}/events`, {
    headers: { authorization: `Bearer ${carla.accessToken}` },
  });
  const text = response.text();
  await other.close();
  expect(await text).toMatch(/^id: \d+\nevent: snapshot\n/);
  expect(await text).not.toContain('event: cancelled');
});
