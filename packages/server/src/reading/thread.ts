// The reading thread's entry: one request after the other, each answered or refused, never a crash of the program.
import { parentPort } from 'node:worker_threads';
import { InputError } from '@mixmodel/engine';
import { answer } from './answer.ts';
import type { Reply, Request } from './protocol.ts';

const port = parentPort;
if (!port) throw new Error('reading/thread runs as a worker thread only');

port.on('message', (request: Request) => void replyTo(request).then((reply) => port.postMessage(reply)));

async function replyTo(request: Request): Promise<Reply> {
  try {
    return { kind: 'answered', answer: await answer(request) };
  } catch (thrown) {
    if (thrown instanceof InputError) return { kind: 'refused', problems: thrown.problems };
    return { kind: 'failed', stack: thrown instanceof Error ? String(thrown.stack) : String(thrown) };
  }
}
