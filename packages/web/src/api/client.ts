// The API as pages ask it: the generated client, the token in a header, a silent refresh and one repeat when it had ended.
import { apiClient } from '@mixmodel/client';
import { ApiProblem, offline, problemFrom } from './problem.ts';
import { ownPage, session } from './session.ts';

/** With the token of who is signed in; whatever is refused is thrown as an `ApiProblem`. */
export const api = apiClient({ fetch: withToken });

/** Without a token: before signing in. */
export const openApi = apiClient({ fetch: (request) => accepted(send(request, null)) });

async function withToken(request: Request): Promise<Response> {
  const token = await usableToken();
  const again = request.clone();
  const response = await send(request, token);
  const next = response.status === 401 ? await session.renewed(token) : null;
  return accepted(next ? send(again, next) : response);
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

async function send(request: Request, token: string | null): Promise<Response> {
  for (const [name, value] of Object.entries(ownPage)) request.headers.set(name, value);
  if (token) request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw offline();
  }
}

async function accepted(asked: Response | Promise<Response>): Promise<Response> {
  const response = await asked;
  if (!response.ok) throw problemFrom(response.status, await response.text());
  return response;
}

/** A key for one wish, kept while it is repeated. `crypto.randomUUID` is missing on plain http, so bytes are drawn. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
