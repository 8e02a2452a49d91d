// Exports are written in threads of their own, a few at a time.
import { Worker } from 'node:worker_threads';
import type { ExportAsked, RunFiles } from '@mixmodel/report';
import { refuse } from '../../refuse.ts';

export interface ExportTask extends RunFiles {
  readonly asked: ExportAsked;
}

/** The built entry in both cases: `src` and `dist` lie beside each other. */
const entry = new URL('../../../dist/features/exports/thread.js', import.meta.url);

const most = 8;
let atWork = 0;

/** Undefined when the run has no such table. */
export async function exportInThread(task: ExportTask): Promise<Uint8Array | undefined> {
  if (atWork >= most) throw refuse('exports_busy', { facts: { most } });
  atWork += 1;
  const worker = new Worker(entry, { execArgv: [], workerData: task });
  try {
    return await new Promise<Uint8Array | undefined>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) =>
        reject(new Error(`The thread of an export ended with exit code ${code}.`)),
      );
    });
  } finally {
    atWork -= 1;
    await worker.terminate();
  }
}
