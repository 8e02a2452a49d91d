// How long a stopped fit goes on: from leaving its loop to idle threads, at moments all over a fit. JSON on standard output.
//
//   node bench/cancels.mjs data.json …        (bench/data-sets.ts writes them)
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fitInThreads, workerPool } from '@mixmodel/runtime';

/** Parts of a fit's draws after which it is stopped; at 0, last because threads must have loaded, chains look for where to start. */
const moments = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0];

const results = [];
for (const file of process.argv.slice(2)) {
  const { name, data, draft } = JSON.parse(readFileSync(file, 'utf8'));
  const columns = new Map(
    Object.entries(data.columns).map(([key, values]) => [key, Float64Array.from(values)]),
  );
  // A pool of its own for each: code that has not been compiled yet counts as well.
  const pool = workerPool({ threads: 2 });
  const ms = [];
  for (const [seed, moment] of moments.entries()) {
    ms.push(await stoppedAt(moment, fitInThreads({ ...data, columns }, draft, { seed, pool })));
  }
  await pool.close();
  results.push({ name, ms });
}
process.stdout.write(JSON.stringify(results));

async function stoppedAt(moment, steps) {
  if (moment === 0) {
    // The jobs are handed out when the first step is asked for.
    const first = steps.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    return leaving(steps, first);
  }
  for (;;) {
    const { value, done } = await steps.next();
    if (done || value.phase === 'checked') throw new Error(`The fit was done before ${moment} of its draws.`);
    if (value.fraction >= moment) return leaving(steps);
  }
}

async function leaving(steps, asked) {
  const began = performance.now();
  await Promise.all([asked, steps.return()]);
  return performance.now() - began;
}
