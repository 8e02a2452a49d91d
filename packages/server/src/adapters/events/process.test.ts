// Events within a process keep the port's promises.
import { eventsSuite } from '../../ports/events.suite.ts';
import { processEvents } from './process.ts';

eventsSuite('events in the process', processEvents);
