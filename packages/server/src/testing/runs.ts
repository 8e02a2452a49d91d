// A whole server that also works on runs, and people who ask for small ones.
import type { RunRequest, RunView } from '@mixmodel/contract';
import { startRuns } from '../features/runs/jobs.ts';
import { type Client, type TestServer, type TestServerOptions, testServer } from './server.ts';

/** The smallest that is allowed: a fraction of a second on the sample. */
export const smallSampling = { mode: 'quick', warmup: 100, draws: 100 } as const;

/** Sampling that is at work until somebody ends it: many chains, as a thread draws some thousands a second. */
export const endlessSampling = { mode: 'quick', chains: 16, warmup: 100_000 } as const;

export async function workingServer(options?: TestServerOptions): Promise<TestServer> {
  const server = await testServer(options);
  const worker = await startRuns(server.services);
  return {
    ...server,
    async close() {
      await worker.close();
      await server.close();
    },
  };
}

/** The id of the sample as a dataset of the client's workspace. */
export async function takeSample(client: Client): Promise<string> {
  const answer = await client.post('/datasets/sample');
  if (answer.statusCode !== 201) throw new Error(`The sample was refused: ${answer.body}`);
  return answer.json<{ dataset: { id: string } }>().dataset.id;
}

export async function startRun(client: Client, asked: RunRequest): Promise<RunView> {
  const answer = await client.post('/runs', asked);
  if (answer.statusCode !== 201) throw new Error(`The run was refused: ${answer.body}`);
  return answer.json<RunView>();
}

export const hasCompleted = (run: RunView): boolean => run.state === 'completed';

/** The run once it is as `wanted`; a run that has ended otherwise is an error that says how. */
export async function runWhen(
  client: Client,
  runId: string,
  wanted: (run: RunView) => boolean,
): Promise<RunView> {
  for (;;) {
    const answer = await client.get(`/runs/${runId}`);
    const run = answer.json<RunView>();
    if (wanted(run)) return run;
    if (answer.statusCode !== 200 || run.finishedAt !== null)
      throw new Error(`The run ended otherwise: ${answer.body}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
