// Someone who uses the server over HTTP: signs in, uploads, asks for runs, and asks again with the same key when cut off.
import { createHash } from 'node:crypto';
import type { DatasetView, ProblemDetails, RunResult, RunView, SessionView } from '@mixmodel/contract';
import type { Started } from './program.ts';

const email = 'anna@example.com';
const password = 'a password of chaos';

/** An answer that is not a good one, with what it says. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string | undefined;

  constructor(what: string, status: number, text: string) {
    super(`${what} answered ${status}: ${text.slice(0, 500)}`);
    this.status = status;
    this.code = codeIn(text);
  }
}

function codeIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as ProblemDetails).code;
  } catch {
    return undefined;
  }
}

export type Person = Awaited<ReturnType<typeof person>>;

/** The first one registers, every later one signs in. */
export async function person(server: Started) {
  const session = server.code
    ? await post<SessionView>(`${server.url}/api/v1/accounts`, {
        ...{ email, password, name: 'Anna', workspace: 'Shop' },
        code: server.code,
      })
    : await post<SessionView>(`${server.url}/api/v1/sessions`, { email, password });
  const authorization = `Bearer ${session.accessToken}`;
  const base = `${server.url}/api/v1/workspaces/${session.account.workspaces[0]?.id}`;
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const url = path.startsWith('/api/') ? server.url + path : base + path;
    const headers = { authorization, ...(init.headers as Record<string, string> | undefined) };
    const answer = await fetch(url, { ...init, method, headers });
    if (!answer.ok) throw new Refused(`${method} ${path}`, answer.status, await answer.text());
    return answer;
  };
  const json = async <Answer>(method: string, path: string, body?: object, key?: string): Promise<Answer> => {
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    };
    const answer = await send(method, path, { headers, ...(body && { body: JSON.stringify(body) }) });
    return (await answer.json()) as Answer;
  };
  return {
    json,
    authorization,
    urlOf: (path: string): string => base + path,
    workspaceId: String(session.account.workspaces[0]?.id),
    text: async (path: string): Promise<string> => (await send('GET', path)).text(),
    /** Hash of the bytes that came: throws when they are cut short. */
    async hashOf(path: string): Promise<string> {
      const hash = createHash('sha256');
      const answer = await send('GET', path);
      for await (const chunk of answer.body ?? []) hash.update(chunk);
      return hash.digest('hex');
    },
    async upload(bytes: string, fileName: string, key: string): Promise<DatasetView['dataset']> {
      const body = new FormData();
      body.append('file', new Blob([bytes]), fileName);
      const answer = await send('POST', '/datasets', { body, headers: { 'idempotency-key': key } });
      return ((await answer.json()) as DatasetView).dataset;
    },
    ask: (wish: object, key: string) => json<RunView>('POST', '/runs', wish, key),
    run: (id: string) => json<RunView>('GET', `/runs/${id}`),
    result: (id: string) => json<RunResult>('GET', `/runs/${id}/result`),
  };
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Refused(`POST ${url}`, answer.status, await answer.text());
  return (await answer.json()) as Answer;
}
