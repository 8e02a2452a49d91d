// Loaded before the server: how long its event loop was held since it was last asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

process.on('message', (message) => {
  if (message?.ask !== 'delay') return;
  // What is measured is the time between two turns, which is the resolution when nothing is in the way.
  const ms = (ns) => Math.max(0, ns / 1e6 - resolution);
  process.send({ longestMs: ms(delay.max), p99Ms: ms(delay.percentile(99)) });
  delay.reset();
});
process.channel?.unref();
