// What a running server costs: how fast /health answers while a full fit runs, and the memory of its process.
//
//   npm run bench:server
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startServer } from '../e2e/server.ts';

const password = 'a long enough password';
const server = await startServer();
const megabytes = () =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024);

async function ask<T>(path: string, body?: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const answer = await fetch(`${server.url}${path}`, sent);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

interface Session {
  readonly accessToken: string;
  readonly account: { readonly workspaces: readonly { readonly id: string }[] };
}

/** Milliseconds each answer of /health took until `done`, ten milliseconds apart. */
async function healthUntil(done: () => Promise<boolean>): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; ; i++) {
    const began = performance.now();
    await (await fetch(`${server.url}/health`)).text();
    took.push(performance.now() - began);
    if (i % 20 === 19 && (await done())) return took;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const at = (values: readonly number[], p: number) =>
  Number(
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))]?.toFixed(1),
  );
const row = (what: string, took: readonly number[]) => ({
  what,
  answers: took.length,
  'median ms': at(took, 0.5),
  '99 % ms': at(took, 0.99),
  'largest ms': at(took, 1),
  'memory MB': megabytes(),
});

try {
  const code = server.code;
  const session = await ask<Session>('/api/v1/accounts', {
    email: 'bench@example.org',
    password,
    name: 'Bench',
    workspace: 'Bench',
    code,
  });
  const workspace = `/api/v1/workspaces/${session.account.workspaces[0]?.id}`;
  const { accessToken } = session;
  let rounds = 0;
  const rows = [row('idle', await healthUntil(async () => ++rounds > 4))];
  const { dataset } = await ask<{ dataset: { id: string } }>(`${workspace}/datasets/sample`, {}, accessToken);
  for (const draws of [2000, 10_000]) {
    const run = await ask<{ id: string }>(
      `${workspace}/runs`,
      { datasetId: dataset.id, sampling: { mode: 'full', draws } },
      accessToken,
    );
    const ended = async () =>
      (await ask<{ state: string }>(`${workspace}/runs/${run.id}`, undefined, accessToken)).state ===
      'completed';
    rows.push(row(`full fit, 4 × ${draws.toLocaleString('en-US')} draws`, await healthUntil(ended)));
  }
  console.log(`Node ${process.versions.node}, ${availableParallelism()} processors`);
  console.table(rows);
} finally {
  await server.stop();
}
