// One request to the API: JSON in and out, the token in a header, a silent refresh and one repeat when it had ended.
import { ApiProblem, offline, problemFrom } from './problem.ts';
import { ownPage, session } from './session.ts';

export interface RequestOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
  /** Sent as it stands, without a token: registering, signing in. */
  readonly open?: boolean;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks and reads JSON; an empty answer is undefined. */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Asks and hands the answer over unread, for files and streams. Throws an `ApiProblem` on any refusal. */
export async function send(method: Method, path: string, options: RequestOptions = {}): Promise<Response> {
  const token = options.open ? null : await usableToken();
  let response = await once(method, path, options, token);
  if (response.status === 401 && token) {
    const next = await session.renewed(token);
    if (next) response = await once(method, path, options, next);
  }
  if (!response.ok) throw problemFrom(response.status, await response.text());
  return response;
}

/** The token at hand; while a session has ended, whoever asks waits for the next one. */
async function usableToken(): Promise<string> {
  const token = session.token() ?? (await session.renewed(null));
  if (token) return token;
  throw new ApiProblem({
    status: 401,
    code: 'web.signed_out',
    detail: 'You are signed out. Sign in to go on.',
  });
}

async function once(
  method: Method,
  path: string,
  { body, query, signal, idempotencyKey, accept = 'application/json', headers }: RequestOptions,
  token: string | null,
): Promise<Response> {
  try {
    return await fetch(address(path, query), {
      method,
      headers: {
        accept,
        ...ownPage,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw offline();
  }
}

export function address(path: string, query: RequestOptions['query'] = {}): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
}

/** A key for one wish, kept while it is repeated. `crypto.randomUUID` is missing on plain http, so bytes are drawn. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
