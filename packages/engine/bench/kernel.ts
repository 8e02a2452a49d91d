// Microseconds per gradient evaluation in the kernel (curves, weigh, residuals), WASM and plain taking turns in one run.
import { kernelCase, setParameters } from '../reference/kernel-cases.ts';
import { type Kernel, type KernelInput, plainKernel, wasmKernel } from '../src/kernel/kernel.ts';

const sizes = [
  { rows: 104, channels: 4, directions: 7 },
  { rows: 104, channels: 5, directions: 10 },
  { rows: 156, channels: 10, directions: 10 },
  { rows: 208, channels: 20, directions: 10 },
] as const;
const makers = { WASM: wasmKernel, plain: plainKernel };
const rounds = 301;
/** Short enough that other programs seldom interrupt a batch. */
const batchMicroseconds = 200;

type Stage = 'all' | 'curves' | 'weigh' | 'residuals';
type Timings = Record<Stage, number[]>;

function stagesOf(kernel: Kernel): Record<Stage, () => void> {
  return {
    all: () => {
      kernel.curves();
      kernel.weigh(0);
      kernel.residuals();
    },
    curves: () => kernel.curves(),
    weigh: () => kernel.weigh(0),
    residuals: () => kernel.residuals(),
  };
}

function microseconds(work: () => void, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return (1000 * (performance.now() - start)) / times;
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[(times.length - 1) / 2];

function measure(
  kind: 'logistic' | 'hill',
  size: (typeof sizes)[number],
): Record<keyof typeof makers, Timings> {
  const kinds = new Array<typeof kind>(size.channels).fill(kind);
  const { input, parameters } = kernelCase({ ...size, kinds, seed: 1 });
  const ready = (make: (input: KernelInput) => Kernel) => {
    const kernel = make(input);
    setParameters(kernel, input, parameters);
    const stages = stagesOf(kernel);
    const times = Math.ceil(batchMicroseconds / microseconds(stages.all, 3000));
    return { stages, times, timings: { all: [], curves: [], weigh: [], residuals: [] } as Timings };
  };
  const runs = { WASM: ready(makers.WASM), plain: ready(makers.plain) };
  for (let round = 0; round < rounds; round++) {
    for (const { stages, times, timings } of Object.values(runs)) {
      for (const stage of Object.keys(stages) as Stage[]) {
        timings[stage].push(microseconds(stages[stage], times));
      }
    }
  }
  return { WASM: runs.WASM.timings, plain: runs.plain.timings };
}

const text = (timings: Timings) => {
  const [all, ...stages] = (['all', 'curves', 'weigh', 'residuals'] as const).map((stage) =>
    median(timings[stage]).toFixed(2),
  );
  return `${all} (${stages.join(' + ')})`;
};

console.log(`Node ${process.version}; microseconds, medians of ${rounds}: all (curves + weigh + residuals)`);
console.log('| rows / channels / K | curve | WASM | plain |\n|---|---|---|---|');
for (const kind of ['logistic', 'hill'] as const) {
  for (const size of sizes) {
    const { WASM, plain } = measure(kind, size);
    const name = `${size.rows} / ${size.channels} / ${size.directions}`;
    console.log(`| ${name} | ${kind} | ${text(WASM)} | ${text(plain)} |`);
  }
}
