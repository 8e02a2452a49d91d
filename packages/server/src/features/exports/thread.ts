// Entry of a thread that writes one export: a workbook of many channels takes a second, which nobody else should wait.
import { parentPort, workerData } from 'node:worker_threads';
import { exported } from '@mixmodel/report';
import type { ExportTask } from './in-thread.ts';

const { asked, ...files } = workerData as ExportTask;
parentPort?.postMessage(await exported(files, asked));
