// The reading thread's entry: one request after the other, each answered or refused, never a crash of the program.
import { parentPort } from 'node:worker_threads';
import type { Request } from './protocol.ts';
import { reply } from './reply.ts';

const port = parentPort;
if (!port) throw new Error('reading/thread runs as a worker thread only');

port.on('message', (request: Request) => void reply(request, (told) => port.postMessage(told)));
