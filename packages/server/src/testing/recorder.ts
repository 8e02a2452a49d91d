// Keeps what a server was sent and answered, as examples of its operations: lists cut to their first entries, secrets to their first letters.
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Feature } from '../http/app.ts';
import type { Example, Examples } from '../http/examples.ts';
import { routeName } from '../http/route-name.ts';

/** The first answer of each status that was no refusal. */
export function recorder(): { readonly feature: Feature; readonly examples: () => Examples } {
  const kept = new Map<string, Example>();
  const feature: Feature = (app) => {
    app.addHook('onSend', async (request, reply, payload) => {
      if (reply.statusCode >= 300 || request.method === 'HEAD') return;
      const name = routeName(request.method, request.routeOptions.url ?? '');
      const type = String(reply.getHeader('content-type') ?? '');
      const answer = type.startsWith('application/json') && typeof payload === 'string' ? payload : undefined;
      kept.set(name, withAnswer(kept.get(name), request, { status: reply.statusCode, answer }));
    });
  };
  return { feature, examples: () => Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function withAnswer(
  known: Example | undefined,
  request: FastifyRequest,
  { status, answer }: { readonly status: number; readonly answer: string | undefined },
): Example {
  const { response, body: bodySchema } = request.routeOptions.schema ?? {};
  const schema = (response as Readonly<Record<string, z.ZodType>> | undefined)?.[status];
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const body = isJson && bodySchema ? { body: shortened(request.body, bodySchema as z.ZodType) } : {};
  return {
    ...body,
    ...known,
    answers: {
      ...(answer !== undefined &&
        schema &&
        status !== 204 && { [status]: shortened(JSON.parse(answer), schema) }),
      ...known?.answers,
    },
  };
}

const mostEntries = 2;

/** Lists that the schema wants longer stay as they are. */
function shortened(value: unknown, schema: z.ZodType): unknown {
  const cut = cutAll(value, '');
  for (const { code, path } of schema.safeParse(cut).error?.issues ?? [])
    if (code === 'too_small') put(cut, path, at(value, path));
  return cut;
}

/** Tokens and what holds one: whoever finds an example must not take it for a secret that leaked. */
const secret = /^(accessToken|token|ticket|secret|uri|link|url|query|invitation)$/;

function cutAll(value: unknown, key: string): unknown {
  if (typeof value === 'string') return secret.test(key) ? cutText(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, mostEntries).map((inner) => cutAll(inner, key));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cutAll(inner, name)]));
}

/** What follows a `#` or `?`, or is long and random; an address without any stays. */
function cutText(text: string): string {
  const [, start = '', rest = ''] = /^([^#?]*[#?]?)(.*)$/.exec(text) ?? [];
  const [shown, cut] = /[#?]$/.test(start) ? [start, rest] : ['', text];
  return /^[\w+/=.-]{24,}/.test(cut) || /[=&]/.test(cut) ? `${shown}${cut.slice(0, 8)}…` : text;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), value);
}

function put(value: unknown, path: readonly PropertyKey[], inner: unknown): void {
  Reflect.set(at(value, path.slice(0, -1)) as object, path.at(-1) ?? '', inner);
}
