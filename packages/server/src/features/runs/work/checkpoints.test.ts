// Checkpoints on the server: what was stored is found again, and what is not exactly that is drawn again.
import { type ChainSegment, expandSpec, runChain, sample } from '@mixmodel/engine';
import { sha256 } from '@mixmodel/runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '../../../http/scope.ts';
import { smallSampling, startRun, takeSample } from '../../../testing/runs.ts';
import { type Client, type TestServer, testServer } from '../../../testing/server.ts';
import { type AttemptPlace, checkpointsPrefix, drawsPrefix } from '../objects.ts';
import { checkpointsOf, tidy } from './checkpoints.ts';
import { beginAttempt, chainsDrawn, claimTidying, endRun, insertSegment, untidyFits } from './queries.ts';

const place = { rung: 0, chain: 0, ordinal: 0, draws: 20, jobDraws: 20 };

let server: TestServer;
let anna: Client;
let attempt: AttemptPlace;
let segment: ChainSegment;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register();
  const { id } = await startRun(anna, { datasetId: await takeSample(anna), sampling: smallSampling });
  const at = server.services.clock.now();
  const begun = await beginAttempt(server.services.database, system, id, { at, numerics: 1 });
  if (!begun) throw new Error('the run could not be begun');
  attempt = { ...begun.fence, workspaceId: anna.workspaceId };
  segment = drawn();
});
afterAll(() => server.close());

function drawn(): ChainSegment {
  const { data, draft } = sample(2, 40);
  const settings = { seed: 1, warmup: 100, draws: 20, targetAcceptance: 0.8 };
  const chain = runChain({ data, spec: expandSpec(draft, data).spec, chain: 0, ...settings });
  for (;;) {
    const step = chain.next();
    if (step.done) return step.value;
  }
}

const store = () => checkpointsOf(server.services, system, attempt);
const key = () => `${checkpointsPrefix(attempt)}rung-0/chain-0/0`;

describe('a checkpoint', () => {
  test('is found again as it was saved, and nowhere else', async () => {
    await store().save(place, segment);
    expect(await store().load(place)).toEqual(segment);
    expect(await store().load({ ...place, ordinal: 1 })).toBeUndefined();
  });

  test('of which a bit has turned over is none, though it can still be read', async () => {
    await store().save(place, segment);
    const bytes = Uint8Array.from((await server.services.objects.get(key())) ?? []);
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    await server.services.objects.put(key(), bytes);
    expect(await store().load(place)).toBeUndefined();
  });

  test('whose bytes are gone is none', async () => {
    await store().save(place, segment);
    await server.services.objects.remove(key());
    expect(await store().load(place)).toBeUndefined();
  });

  test('that another version wrote, exactly as it is noted, is none', async () => {
    const { objects, database, clock } = server.services;
    const bytes = new TextEncoder().encode('a checkpoint of another version');
    await objects.put(key(), bytes);
    const stored = { objectKey: key(), sha256: sha256(bytes) };
    await insertSegment(database, system, attempt, { place, stored, at: clock.now() });
    expect(await store().load(place)).toBeUndefined();
  });

  test('of an attempt that is over is not saved', async () => {
    const late = checkpointsOf(server.services, system, { ...attempt, attempt: attempt.attempt - 1 });
    await expect(late.save(place, segment)).rejects.toThrow('a later attempt has begun');
  });
});

describe('tidying after a run that failed', () => {
  async function begin(runId: string): Promise<AttemptPlace> {
    const { database, clock } = server.services;
    const begun = await beginAttempt(database, system, runId, { at: clock.now(), numerics: 1 });
    if (!begun) throw new Error('the run could not be begun');
    const fence = { ...begun.fence, workspaceId: anna.workspaceId };
    await checkpointsOf(server.services, system, fence).save(place, segment);
    await server.services.objects.put(`${drawsPrefix(fence)}zarr.json`, Buffer.from('{}'));
    return fence;
  }

  async function failed() {
    const { database, clock } = server.services;
    const run = await startRun(anna, { datasetId: await takeSample(anna), sampling: smallSampling });
    const fence = await begin(run.id);
    const error = { code: 'disk_full', sentence: 'The disk is full.' };
    await endRun(database, system, fence, { state: 'failed', finishedAt: clock.now(), error });
    return { runId: run.id, fence };
  }

  test('leaves what it has made since it was retried', async () => {
    const { database, objects, clock } = server.services;
    const { runId, fence } = await failed();
    const again: AttemptPlace[] = [];
    const remove = async (key: string) => {
      if (again.length === 0) {
        expect((await anna.post(`/runs/${runId}/retry`)).statusCode).toBe(200);
        again.push(await begin(runId));
        const end = { state: 'completed', finishedAt: clock.now(), converged: true } as const;
        for (const made of again) await endRun(database, system, made, end);
      }
      await objects.remove(key);
    };
    await tidy({ ...server.services, objects: { ...objects, remove } }, system, []);
    const [second] = again;
    if (!second) throw new Error('nothing was removed');
    expect(await objects.list(drawsPrefix(fence))).toEqual([]);
    expect(await objects.list(drawsPrefix(second))).toHaveLength(1);
    expect(await chainsDrawn(database, system, fence.fitId)).toHaveLength(1);
    // The next round has its turn with the second attempt.
    await tidy(server.services, system, []);
    expect(await objects.list(drawsPrefix(second))).toHaveLength(1);
    expect(await objects.list(checkpointsPrefix(second))).toEqual([]);
    expect(await chainsDrawn(database, system, fence.fitId)).toEqual([]);
  });

  test('takes nothing of a run that was retried after it was found untidy', async () => {
    const { database, clock } = server.services;
    const { runId, fence } = await failed();
    const asked = { cancelledBefore: clock.now(), atWork: [] };
    const found = (await untidyFits(database, system, asked)).filter((one) => one.runId === runId);
    expect(found).toHaveLength(1);
    expect((await anna.post(`/runs/${runId}/retry`)).statusCode).toBe(200);
    await begin(runId);
    for (const one of found) expect(await claimTidying(database, system, one)).toBe(false);
    expect(await chainsDrawn(database, system, fence.fitId)).toHaveLength(1);
  });
});
