// Entry of a thread that reads stored draws and makes the report of their run again.
import { parentPort, workerData } from 'node:worker_threads';
import { insights, reassemble } from '@mixmodel/engine';
import { readDraws } from '../draws/read.ts';
import { memoryStore } from '../draws/store.ts';
import { failureOf } from '../threads/messages.ts';
import type { DrawsAnswer, DrawsTask } from './reassemble.ts';

const port = parentPort;
if (!port)
  throw new Error('draws-thread/worker.js runs in a worker thread: start it through reassembleInThread.');

async function answerTo({ data, spec, store, facts }: DrawsTask): Promise<DrawsAnswer> {
  try {
    const { draws } = await readDraws(memoryStore(new Map(store)));
    const result = reassemble(data, spec, draws, facts);
    return { kind: 'done', result, insights: insights(data, result.spec, draws, facts.seed) };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

port.postMessage(await answerTo(workerData as DrawsTask));
