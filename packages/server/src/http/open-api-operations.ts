// What the description of the API says of each operation beside its schemas: words, refusals, examples.
import {
  entryOf,
  isForPeopleOnly,
  permissions,
  problemSchema,
  runEventSchema,
  webhookMessageSchema,
} from '@mixmodel/contract';
import type { RouteOptions } from 'fastify';
import type { ZodType } from 'zod';
import type { Access } from './access.ts';
import { exampleOf } from './examples.ts';
import type { ApiDocument, ApiOperation } from './open-api-schemas.ts';
import { operationId } from './operation-id.ts';
import { problemOf, titleOf } from './problem.ts';
import { operationOf, refusalsOf } from './refusals.ts';

const problemType = 'application/problem+json';
const schemaRef = (schema: ZodType) => `#/components/schemas/${schema.meta()?.id}`;
const problem = { $ref: schemaRef(problemSchema) };

/** `routes` by method and path, as the document writes them. */
export function describeOperations(
  document: ApiDocument,
  routes: ReadonlyMap<string, RouteOptions>,
): ApiDocument {
  const refusals = sharedRefusals([...routes.values()]);
  const paths = Object.entries(document.paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => {
        const route = routes.get(`${method} ${path}`);
        return [method, route ? described(operation, { method, path, route }, refusals) : operation];
      }),
    ),
  ]);
  const { components } = refusals;
  return {
    ...document,
    components: { ...document.components, ...components },
    paths: Object.fromEntries(paths),
    webhooks,
  };
}

/** What the server sends, to be answered with any 2xx. */
const webhooks = {
  runEnded: {
    post: {
      operationId: 'runEnded',
      tags: ['Webhooks'],
      summary: 'A run completed, failed or was cancelled; or a test was asked for',
      description:
        'Sent to the address of a webhook. Check the signature before believing it (Standard Webhooks: HMAC-SHA256 of `id.timestamp.body` under the secret, in base64 after `v1,`), and expect one twice: `webhook-id` stays the same.',
      parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
        schema: { type: 'string' },
        in: 'header',
        name,
        required: true,
      })),
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: schemaRef(webhookMessageSchema) } } },
      },
      responses: { '2XX': { description: 'Taken: it does not come again' } },
    },
  },
};

interface Place {
  readonly method: string;
  readonly path: string;
  readonly route: RouteOptions;
}

function described(operation: ApiOperation, { method, path, route }: Place, refusals: Shared): ApiOperation {
  const row = operationOf(route);
  const example = exampleOf(route);
  const { responses = {}, requestBody, parameters = [], description, ...rest } = operation;
  const words = [row?.says, description, needs(route.config?.access)].filter((text) => text !== undefined);
  return {
    operationId: row?.id ?? operationId(method, path),
    ...rest,
    description: words.join('\n\n'),
    parameters: '304' in responses ? [...parameters, ifNoneMatch] : parameters,
    ...(requestBody && { requestBody: withExample(requestBody, example?.body) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [
          status,
          answer(status, withExample(response, example?.answers[status]), '304' in responses),
        ]),
      ),
      ...refusals.of(route),
      default: {
        description: 'Refused for another reason, perhaps by what stands before the server',
        content: { [problemType]: { schema: problem } },
      },
    },
  };
}

const runEvent = { $ref: schemaRef(runEventSchema) };

const ifNoneMatch = {
  schema: { type: 'string' },
  in: 'header',
  name: 'if-none-match',
  required: false,
  description: '`etag` of the answer one has: 304 without a body while it is the same',
};

const etag = { schema: { type: 'string' }, description: 'Of this answer, for `if-none-match`' };
const retryAfter = { schema: { type: 'integer' }, description: 'Seconds until it is worth asking again' };

const goodWords: Readonly<Record<string, string>> = {
  200: 'As asked',
  201: 'Made',
  202: 'Begun',
  204: 'Done',
};

/** The framework knows no words for an answer whose schema has none. */
function answer(status: string, response: object, isTagged: boolean): object {
  const { description } = response as { readonly description?: string };
  return {
    ...response,
    ...(description === 'Default Response' && { description: goodWords[status] ?? 'As asked' }),
    ...(isTagged && { headers: { etag } }),
  };
}

/** Into what of it is JSON. */
function withExample(part: object, example: unknown): object {
  const { content } = part as { readonly content?: Readonly<Record<string, object>> };
  const stream = content?.['text/event-stream'];
  // Of the stream as a whole there is no schema; of the data of each of its events there is.
  if (stream) return { ...part, content: { 'text/event-stream': { ...stream, 'x-event-data': runEvent } } };
  const json = content?.['application/json'];
  if (json === undefined || example === undefined) return part;
  return { ...part, content: { ...content, 'application/json': { ...json, example } } };
}

function needs(access: Access | undefined): string | undefined {
  if (access === undefined || access === 'anyone') return undefined;
  if (access === 'account') return 'Needs a session; no API key will do.';
  if (access === 'operator') return 'Needs the operator of the installation.';
  const least = `Needs the role ${permissions[access].least} or a higher one in the workspace`;
  return isForPeopleOnly(access) ? `${least}, and a session; no API key will do.` : `${least}.`;
}

interface Shared {
  /** The refusals of a route as its responses, by status. */
  readonly of: (route: RouteOptions) => Readonly<Record<string, object>>;
  /** Those that several routes share, and an example of each code. */
  readonly components: { readonly responses: object; readonly examples: object };
}

/** What several operations refuse alike is described once. */
function sharedRefusals(routes: readonly RouteOptions[]): Shared {
  const each = routes.flatMap((route) => [...refusalResponses(route).values()]);
  const times = new Map<string, number>();
  for (const { name } of each) times.set(name, (times.get(name) ?? 0) + 1);
  const isShared = (name: string) => (times.get(name) ?? 0) > 1;
  const codes = new Set(each.flatMap((refusal) => refusal.codes));
  return {
    of: (route) =>
      Object.fromEntries(
        [...refusalResponses(route)].map(([status, { name, response }]) => [
          status,
          isShared(name) ? { $ref: `#/components/responses/${name}` } : response,
        ]),
      ),
    components: {
      responses: Object.fromEntries(
        each.filter(({ name }) => isShared(name)).map(({ name, response }) => [name, response]),
      ),
      examples: Object.fromEntries([...codes].sort().map((code) => [code, { value: exampleProblem(code) }])),
    },
  };
}

interface RefusalResponse {
  /** The same for the same codes and words. */
  readonly name: string;
  readonly codes: readonly string[];
  readonly response: object;
}

function refusalResponses(route: RouteOptions): ReadonlyMap<number, RefusalResponse> {
  const refusals = refusalsOf(route);
  return new Map(
    [...refusals.codes].map(([status, codes]) => {
      const chapters = refusals.chapters.get(status) ?? [];
      const name = [status, ...codes, ...chapters.map((chapter) => chapter.replaceAll(' ', '-'))].join('.');
      return [status, { name, codes, response: refusalResponse(status, codes, chapters) }];
    }),
  );
}

function refusalResponse(status: number, codes: readonly string[], chapters: readonly string[]): object {
  const listed = codes.map((code) => `\`${code}\``).join(', ');
  const more =
    chapters.length === 0
      ? ''
      : `; in \`faults\` also any of “${chapters.join('”, “')}” in docs/reference/errors.md`;
  return {
    description: `${titleOf(status)}: ${listed}${more}`,
    ...(status === 429 && { headers: { 'retry-after': retryAfter } }),
    content: {
      [problemType]: {
        schema: problem,
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** What a typical case is answered with. */
function exampleProblem(code: string): object {
  return problemOf([{ path: '', ...entryOf(code)?.example, code }], '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10');
}
