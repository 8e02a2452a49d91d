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

/** Lists of numbers on one line each: examples hold long ones. */
export const apiPage = (document: OpenAPI3) =>
  `${JSON.stringify(document, null, 1).replace(/\[\n[\d\s.,eE+-]+\]/g, (list) => list.replace(/\s+/g, ''))}\n`;

export async function clientTypes(document: OpenAPI3): Promise<string> {
  const types = astToString(await openapiTS(forTypes(document)));
  return `// Every path of the API with what it takes and answers. Written by \`npm run docs\` from docs/reference/openapi.json.\n${types}`;
}

interface Part {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, object>>;
}

interface Operation {
  readonly requestBody?: Part;
  readonly responses?: Readonly<Record<string, Part>>;
}

/** What types do not need: examples, and refusals by status, which all have the type of `default`. */
function forTypes(document: OpenAPI3): OpenAPI3 {
  const paths = Object.entries(document.paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations as Readonly<Record<string, Operation>>).map(([method, operation]) => [
        method,
        {
          ...operation,
          ...(operation.requestBody && { requestBody: withoutExamples(operation.requestBody) }),
          responses: withoutRefusals(operation.responses ?? {}),
        },
      ]),
    ),
  ]);
  const { examples: _, responses: __, ...components } = document.components ?? {};
  return { ...document, components, paths: Object.fromEntries(paths) };
}

function withoutRefusals(responses: Readonly<Record<string, Part>>) {
  const isRefusal = ({ $ref, content = {} }: Part) =>
    $ref !== undefined || 'application/problem+json' in content;
  return Object.fromEntries(
    Object.entries(responses)
      .filter(([status, response]) => status === 'default' || !isRefusal(response))
      .map(([status, response]) => [status, withoutExamples(response)]),
  );
}

function withoutExamples({ content, ...part }: Part): Part {
  if (!content) return part;
  const types = Object.entries(content).map(
    ([type, { example: _, ...rest }]: [string, { example?: unknown }]) => [type, rest],
  );
  return { ...part, content: Object.fromEntries(types) };
}
