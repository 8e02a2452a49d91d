// The description of the API (OpenAPI 3.1) as a running server gives it, and the client's types from it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@mixmodel/server';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

export async function apiDocument(): Promise<OpenAPI3> {
  const folder = await mkdtemp(join(tmpdir(), 'mixmodel-api-'));
  const server = await startServer({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' });
  try {
    const answer = await fetch(`${server.url}/api/v1/openapi.json`);
    return (await answer.json()) as OpenAPI3;
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export const apiPage = (document: OpenAPI3) => `${JSON.stringify(document, null, 1)}\n`;

export async function clientTypes(document: OpenAPI3): Promise<string> {
  const types = astToString(await openapiTS(document));
  return `// Every path of the API with what it takes and answers. Written by \`npm run docs\` from docs/reference/openapi.json.\n${types}`;
}
