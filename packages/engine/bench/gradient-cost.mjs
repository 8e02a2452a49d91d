// What a gradient costs, from the compiled engine as users run it: kernel, its plain twin, the same loop in C where there
// is a compiler, the whole log density, and everything a chain does around it. JSON on standard output.
//
//   node packages/engine/bench/gradient-cost.mjs data.json …        (bench/data-sets.ts writes them)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expandSpec } from '../dist/index.js';
import { createKernel, plainKernel } from '../dist/kernel/kernel.js';
import { posterior } from '../dist/model/posterior.js';
import { laplaceStart, sample, warmUp } from '../dist/sampler/chain.js';

const BATCHES = 61;
/** Long enough for the clock, short enough that other programs seldom interrupt. */
const BATCH_US = 400;
const CHAIN_DRAWS = 3000;
const VISITED = 31;

const folder = mkdtempSync(join(tmpdir(), 'mixmodel-kernel-'));
const native = compiled();
const results = process.argv.slice(2).map((file) => cost(JSON.parse(readFileSync(file, 'utf8'))));
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify(results));

function cost({ name, data, draft }) {
  const columns = new Map(
    Object.entries(data.columns).map(([key, values]) => [key, Float64Array.from(values)]),
  );
  const given = { ...data, columns };
  const { spec } = expandSpec(draft, given);
  let input;
  const model = posterior(spec, given, (wanted) => {
    input = wanted;
    return createKernel(wanted);
  });
  const plain = posterior(spec, given, plainKernel);
  const settings = { seed: 1, chain: 0, warmup: 300, targetAcceptance: 0.9, algorithm: 'hmc' };
  const state = last(warmUp(model, settings, laplaceStart(model, model.priorPosition(1, 0), settings)));
  const gradient = new Float64Array(model.size);
  const visited = positions(model, settings, state);
  const next = { visit: 0 };
  const [kernelUs, plainUs, densityUs, allInUs] = alternate([
    kernelWork(model, visited),
    kernelWork(plain, visited),
    () => {
      next.visit = (next.visit + 1) % visited.length;
      model.logDensity(visited[next.visit], gradient);
    },
    chainWork(model, settings, state),
  ]);
  return {
    name,
    kernelUs,
    plainUs,
    densityUs,
    allInUs,
    nativeUs: native ? inC(model, input, state.position) : null,
  };
}

/** Where a chain goes: the same place again and again would find all it reads in the processor's first cache. */
function positions(model, settings, state) {
  const visited = [];
  last(sample(model, settings, state, VISITED, (_, position) => visited.push(position.slice())));
  return visited;
}

/** Curves and residuals at one visited position after the other, their parameters being copied in. */
function kernelWork(model, visited) {
  const { kernel } = model;
  const parameters = [kernel.alpha, kernel.gamma, kernel.gammaSlope, kernel.steepness, kernel.amplitude];
  const written = [...parameters, kernel.shrink];
  const stored = visited.map((position) => {
    model.locate(position);
    return written.map((values) => values.slice());
  });
  const next = { visit: 0 };
  return () => {
    next.visit = (next.visit + 1) % stored.length;
    const from = stored[next.visit];
    for (let i = 0; i < written.length; i++)
      for (let k = 0; k < written[i].length; k++) written[i][k] = from[i][k];
    kernel.curves();
    kernel.residuals();
  };
}

/** One draw, and how many gradients it took. */
function chainWork(model, settings, state) {
  const chain = sample(model, settings, state, CHAIN_DRAWS * BATCHES, () => {});
  return () => chain.next().value.steps;
}

/** Median microseconds of each piece of work, the pieces taking turns. Work that returns a count is divided by it. */
function alternate(works) {
  const runs = works.map((work) => {
    for (let i = 0; i < 3000; i++) work();
    const began = performance.now();
    for (let i = 0; i < 300; i++) work();
    const onceUs = (1000 * (performance.now() - began)) / 300;
    return { work, times: Math.max(1, Math.ceil(BATCH_US / onceUs)), took: [] };
  });
  for (let i = 0; i < BATCHES; i++) for (const { work, times, took } of runs) took.push(batch(work, times));
  return runs.map(({ took }) => took.sort((a, b) => a - b)[BATCHES >> 1]);
}

function batch(work, times) {
  const began = performance.now();
  let count = 0;
  for (let i = 0; i < times; i++) count += work() ?? 1;
  return (1000 * (performance.now() - began)) / count;
}

function last(generator) {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
}

function compiled() {
  const program = join(folder, 'kernel');
  const flags = ['-O3', '-march=native', '-ffast-math', '-o', program];
  try {
    execFileSync('cc', [...flags, resolve(import.meta.dirname, 'kernel.c'), '-lm'], { stdio: 'ignore' });
    return program;
  } catch {
    process.stderr.write('No C compiler (`cc`): the kernel is not compared with C.\n');
    return undefined;
  }
}

/** The C loop on the same numbers: its results must be ours before its time counts. */
function inC({ kernel, channels, locate }, input, position) {
  locate(position);
  kernel.curves();
  const square = kernel.residuals();
  const lanes = channels.map(({ lane }) => lane);
  const file = join(folder, 'input.bin');
  const byLane = (values) => lanes.map((lane) => values[lane]);
  const { rows, directions, target, mask, basis } = input;
  const x = Array.from({ length: rows }, (_, t) => input.channels.map((channel) => channel.x[t])).flat();
  const parameters = [kernel.alpha, kernel.steepness, kernel.amplitude].flatMap(byLane);
  const sizes = [rows, lanes.length, directions, input.channels[0].lags];
  const shrink = kernel.shrink.subarray(0, directions);
  writeFileSync(
    file,
    Float64Array.from([...sizes, ...parameters, ...shrink, ...x, ...target, ...mask, ...basis]),
  );
  const run = (repeats) =>
    execFileSync(native, [file, String(repeats)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  const first = run(20);
  const { value, a, b } = kernel.gradient;
  for (const [i, ours] of [square, ...byLane(value), ...byLane(a), ...byLane(b)].entries()) {
    if (Math.abs(first[i] - ours) <= 1e-9 * (1 + Math.abs(ours))) continue;
    throw new Error(`C gives ${first[i]} for ${ours}`);
  }
  return run(Math.ceil(BATCH_US / first.at(-1))).at(-1);
}
