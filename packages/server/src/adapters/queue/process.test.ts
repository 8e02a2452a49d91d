// The queue within a process keeps the port's promises.
import { queueSuite } from '../../ports/queue.suite.ts';
import { processQueue } from './process.ts';

queueSuite('queue in the process', (concurrency) => processQueue({ concurrency }));
