// Schemathesis asks every operation what its description allows and forbids: no 5xx, and every answer as described.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../testing/runs.ts';
import type { Client, TestServer } from '../testing/server.ts';
import { signAccess } from './session.ts';

const python = process.env.MIXMODEL_PYTHON;
/** Cases an operation: 25 in CI, more by hand, also one for each keyword of each schema. A command of its own: minutes. */
const examples = Number(process.env.MIXMODEL_FUZZ_EXAMPLES ?? 0);
const phases = examples > 25 ? ['examples', 'coverage', 'fuzzing', 'stateful'] : ['examples', 'fuzzing'];
const timeout = examples > 25 ? 7_200_000 : 300_000;
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'ignored_auth',
];

it('is asked for by `npm run fuzz`, which needs a Python that has schemathesis', () => {
  if (examples > 0) expect(python, 'MIXMODEL_PYTHON is not set').toBeDefined();
  else console.info('Skipped: schemathesis over the API. Run it by `npm run fuzz`, as CI does.');
});

describe.skipIf(!python || examples === 0)('every operation of the API, asked at random', () => {
  let server: TestServer;
  let url: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mixmodel-schemathesis-'));
    server = await workingServer();
    url = await server.listen();
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('by nobody: is refused or answered as described', { timeout }, async () => {
    const asked = await schemathesis(url, folder, '');
    expect(asked.code, asked.text).toBe(0);
  });

  it('by an owner, about things that are there: is answered as described', { timeout }, async () => {
    const anna = await server.register();
    const settings = await placesOf(server, anna);
    const asked = await schemathesis(url, folder, settings);
    expect(asked.code, asked.text).toBe(0);
  });
});

/** A workspace with a dataset and a finished run, and the words that make schemathesis ask about them. */
async function placesOf(server: TestServer, client: Client): Promise<string> {
  const datasetId = await takeSample(client);
  const run = await startRun(client, { datasetId, sampling: smallSampling });
  await runWhen(client, run.id, hasCompleted);
  return [
    `headers = { Authorization = "Bearer ${await lastingToken(client, server)}" }`,
    '[parameters]',
    `"path.workspaceId" = "${client.workspaceId}"`,
    `"path.datasetId" = "${datasetId}"`,
    `"path.runId" = "${run.id}"`,
    ...endings.flatMap((operation) => ['[[operations]]', `include-name = "${operation}"`, 'enabled = false']),
  ].join('\n');
}

/** What would leave every question after it with an answer of 404 or 401. */
const endings = [
  'DELETE /api/v1/workspaces/{workspaceId}/datasets/{datasetId}',
  'DELETE /api/v1/workspaces/{workspaceId}/runs/{runId}',
  'DELETE /api/v1/sessions',
];

/** Of the same session, but of a day: the long form takes hours. */
async function lastingToken({ account, accessToken }: Client, { services }: TestServer): Promise<string> {
  const { signingKey, clock } = services;
  const tomorrow = { now: () => new Date(clock.now().getTime() + 86_400_000) };
  const caller = { accountId: account.id, sessionId: String(decodeJwt(accessToken).sid) };
  return (await signAccess(caller, { signingKey, clock: tomorrow })).token;
}

async function schemathesis(url: string, folder: string, settings: string) {
  const path = join(folder, 'schemathesis.toml');
  await writeFile(path, settings);
  const words = [
    ...['-m', 'schemathesis.cli', '--config-file', path, 'run', `${url}/api/v1/openapi.json`],
    ...['--max-examples', String(examples), '--checks', checks.join(), '--phases', phases.join()],
    ...['--seed', '1', '--warnings', 'off', '--generation-database', 'none', '--no-color'],
  ];
  return new Promise<{ code: number | null; text: string }>((resolve, reject) => {
    const child = spawn(python ?? '', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}
