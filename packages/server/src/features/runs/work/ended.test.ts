// Whoever works on a run hears that it was ended, without writing anything and without asking again and again.
import { ENGINE_NUMERICS } from '@mixmodel/engine';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { system } from '../../../http/scope.ts';
import { smallSampling, startRun, takeSample } from '../../../testing/runs.ts';
import { type Client, type TestServer, testServer } from '../../../testing/server.ts';
import { tellChanged } from '../events.ts';
import { untilEnded } from './ended.ts';
import { beginAttempt } from './queries.ts';

let server: TestServer;
let anna: Client;
let datasetId: string;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register();
  datasetId = await takeSample(anna);
});
afterAll(() => server.close());

const never = new AbortController().signal;

/** A run that somebody has begun to work on. */
async function begun() {
  const { id } = await startRun(anna, { datasetId, sampling: smallSampling });
  return { id, fence: await begin(id) };
}

async function begin(runId: string) {
  const { database, clock } = server.services;
  const attempt = await beginAttempt(database, system, runId, { at: clock.now(), numerics: ENGINE_NUMERICS });
  if (!attempt) throw new Error('the run could not be begun');
  return attempt.fence;
}

describe('whoever works on a run', () => {
  test.each([
    ['cancelled', (id: string) => anna.post(`/runs/${id}/cancel`)],
    ['deleted', (id: string) => anna.delete(`/runs/${id}`)],
  ])('is told when it was %s', async (_, end) => {
    const { id, fence } = await begun();
    const wanted = untilEnded(server.services, system, fence, never);
    tellChanged(server.services.events, id);
    expect(wanted.signal.aborted).toBe(false);
    await end(id);
    await vi.waitFor(() => expect(wanted.signal.aborted).toBe(true));
    wanted.forget();
  });

  test('is told what happened before it listened, and that somebody else works on it now', async () => {
    const { id, fence } = await begun();
    await begin(id);
    const late = untilEnded(server.services, system, fence, never);
    await vi.waitFor(() => expect(late.signal.aborted).toBe(true));
    late.forget();
    await anna.post(`/runs/${id}/cancel`);
  });

  test('is told when the program is to end', async () => {
    const { id, fence } = await begun();
    const program = new AbortController();
    const wanted = untilEnded(server.services, system, fence, program.signal);
    program.abort();
    expect(wanted.signal.aborted).toBe(true);
    wanted.forget();
    await anna.post(`/runs/${id}/cancel`);
  });
});
