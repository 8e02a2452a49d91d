// Server-sent events (WHATWG HTML): a stream of changes that ends by itself, or when either side goes.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

export interface SentEvent {
  readonly id: string;
  readonly event: string;
  /** Written as JSON. */
  readonly data: unknown;
}

/** Proxies close connections that are silent for a minute. */
const pingEveryMs = 15_000;

/**
 * Answers with `events` until they end, the reader goes, or `closing` says that the server does. What the first event
 * throws is answered as any other error; after it only the connection can be ended.
 */
export async function sendEvents(
  reply: FastifyReply,
  closing: AbortSignal,
  events: (signal: AbortSignal) => AsyncGenerator<SentEvent>,
): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  closing.addEventListener('abort', leave);
  reply.raw.on('close', leave);
  // Who left while the request was looked at has been closed before anybody listened.
  if (reply.raw.destroyed) leave();
  try {
    const source = events(gone.signal);
    const first = await source.next();
    void reply.hijack();
    reply.raw.writeHead(200, {
      ...withoutUndefined(reply.getHeaders()),
      'content-type': 'text/event-stream; charset=utf-8',
      // nginx would collect events until its buffer is full.
      'x-accel-buffering': 'no',
    });
    await write(reply, gone.signal, first, source);
  } finally {
    closing.removeEventListener('abort', leave);
  }
}

async function write(
  { raw }: FastifyReply,
  signal: AbortSignal,
  first: IteratorResult<SentEvent, unknown>,
  source: AsyncGenerator<SentEvent>,
): Promise<void> {
  const ping = setInterval(() => raw.write(': ping\n\n'), pingEveryMs);
  try {
    for (let next = first; !next.done; next = await source.next()) {
      const taken = raw.write(textOf(next.value));
      // A reader slower than the events holds them up, rather than filling the memory.
      if (!taken && !signal.aborted) await roomOrGone(raw, signal);
      if (signal.aborted || raw.destroyed) break;
    }
  } finally {
    clearInterval(ping);
    await source.return(undefined);
    raw.end();
  }
}

/** Resolves when there is room again, or nobody reads any more: `signal` then says so, and that is no error. */
async function roomOrGone(raw: ServerResponse, signal: AbortSignal): Promise<void> {
  try {
    await once(raw, 'drain', { signal });
  } catch (error) {
    if (!signal.aborted && !raw.destroyed) throw error;
  }
}

function textOf({ id, event, data }: SentEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function withoutUndefined(headers: ReturnType<FastifyReply['getHeaders']>) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
