// Streams of events beneath a feature: a reader that is slow holds them up, and one that leaves ends them.
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing/server.ts';
import type { Feature } from './app.ts';
import { type SentEvent, sendEvents } from './event-stream.ts';

/** How the last stream ended. */
let ended: Promise<unknown>;
let told = 0;
let isClosed = false;

async function* flood(): AsyncGenerator<SentEvent> {
  try {
    for (;;) {
      told += 1;
      yield { id: String(told), event: 'progress', data: 'x'.repeat(100_000) };
      // As events of a run, which come from elsewhere.
      await new Promise(setImmediate);
    }
  } finally {
    isClosed = true;
  }
}

/** What becomes of the request whose reader has left. */
const late = new EventEmitter();

const flooding: Feature = (app) => {
  const answer = (reply: FastifyReply) => {
    told = 0;
    isClosed = false;
    const sent = sendEvents(reply, new AbortController().signal, flood);
    ended = sent.then(
      () => 'by itself',
      (error: unknown) => error,
    );
    return sent;
  };
  app.get('/flood', { config: { access: 'anyone' } }, (_request, reply) => answer(reply));
  app.get('/late', { config: { access: 'anyone' } }, async (_request, reply) => {
    late.emit('reached');
    await once(reply.raw, 'close');
    await answer(reply);
    late.emit('answered');
  });
};

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await testServer({ extraFeatures: [flooding] });
  port = Number(new URL(await server.listen()).port);
});
afterAll(() => server.close());

function reader(path = 'flood'): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  socket.write(`GET /api/v1/${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
  return socket;
}

/** Until nothing more is told for a while: what lies between the two is full. */
async function untilFull(): Promise<void> {
  for (let before = -1; told === 0 || told !== before; ) {
    before = told;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a reader who leaves while the buffer is full ends the stream, and that is no error', async () => {
  const socket = reader();
  await untilFull();
  expect(isClosed).toBe(false);
  socket.destroy();
  while (!isClosed) await new Promise(setImmediate);
  expect(await ended).toBe('by itself');
});

test('a reader who has left before the stream begins is told nothing more than what was on its way', async () => {
  const [reached, answered] = [once(late, 'reached'), once(late, 'answered')];
  const socket = reader('late');
  await reached;
  socket.destroy();
  await answered;
  expect([await ended, told, isClosed]).toEqual(['by itself', 1, true]);
});
