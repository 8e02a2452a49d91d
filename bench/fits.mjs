// Fits as a warm pool runs them, from the compiled packages: the time from the first chain's start to the last draw, the
// time to the result and what was estimated of it, and bulk ESS by quantity. JSON on standard output. Threads are open and have compiled before the first fit that counts.
//
//   node bench/fits.mjs fits data.json …        (bench/data-sets.ts writes them)
import { readFileSync } from 'node:fs';
import { costOf, fitInThreads, workerPool } from '@mixmodel/runtime';

const [fits, ...files] = process.argv.slice(2);
const pool = workerPool({ threads: 2 });
const results = [];
for (const file of files) {
  const { name, data, draft } = JSON.parse(readFileSync(file, 'utf8'));
  const columns = new Map(
    Object.entries(data.columns).map(([key, values]) => [key, Float64Array.from(values)]),
  );
  const runs = [];
  let estimate;
  for (let seed = 0; seed <= Number(fits); seed++) {
    const { spec, ...run } = await fitted({ ...data, columns }, draft, seed);
    estimate = costOf({ ...data, columns }, spec, {}, pool.threads);
    if (seed > 0) runs.push(run);
  }
  results.push({ name, runs, estimate });
}
await pool.close();
process.stdout.write(JSON.stringify(results));

async function fitted(data, draft, seed) {
  let checkMs = 0;
  let sampledAt = 0;
  const began = performance.now();
  for await (const step of fitInThreads(data, draft, { seed, pool })) {
    if (step.phase === 'sampling') sampledAt = performance.now();
    if (step.phase === 'checked') checkMs += performance.now() - sampledAt;
    if (step.phase !== 'done') continue;
    const { sampling, convergence, parameters } = step.result;
    return {
      spec: step.result.spec,
      totalMs: performance.now() - began,
      wallMs: sampling.wallMs,
      checkMs,
      gradients: sampling.gradients,
      divergences: sampling.divergences,
      attempts: sampling.attempts.length,
      passed: convergence.passed,
      minEssBulk: convergence.minEssBulk,
      ess: Object.fromEntries(parameters.map((one) => [one.name, one.essBulk])),
      means: Object.fromEntries(parameters.map((one) => [one.name, [one.mean, one.sd]])),
    };
  }
}
