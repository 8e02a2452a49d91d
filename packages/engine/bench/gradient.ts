// Microseconds per gradient: the whole log density (transforms, priors, linear block) and its kernel, WASM and plain.
//
//   npx tsx --conditions=source packages/engine/bench/gradient.ts
import { expandSpec, sample } from '../src/index.ts';
import { type KernelInput, plainKernel, wasmKernel } from '../src/kernel/kernel.ts';
import { type Posterior, posterior } from '../src/model/posterior.ts';
import type { ChannelDraft, SpecDraft } from '../src/model/spec.ts';

const BATCHES = 40;
const PER_BATCH = 1000;

const { data, draft } = sample();

/** The sample with the same transforms on every channel. */
function everywhere(channel: Partial<ChannelDraft>): SpecDraft {
  return { ...draft, channels: draft.channels.map((one) => ({ ...one, ...channel }) as ChannelDraft) };
}

const carried = ['delayed', 'weibull_pdf', 'weibull_cdf', 'binomial', 'none'] as const;
const curved = [
  'inverse_scaled_logistic',
  'tanh',
  'michaelis_menten',
  'root',
  'hill_sigmoid',
  'log',
  'none',
] as const;

const models: Readonly<Record<string, SpecDraft>> = {
  'logistic, roi': draft,
  'Hill, roi': everywhere({ saturation: { kind: 'hill' } }),
  'logistic, coefficient': everywhere({ size: { kind: 'coefficient' } }),
  ...Object.fromEntries(carried.map((kind) => [`${kind}, logistic`, everywhere({ adstock: { kind } })])),
  'weibull_pdf, Hill': everywhere({ adstock: { kind: 'weibull_pdf' }, saturation: { kind: 'hill' } }),
  ...Object.fromEntries(curved.map((kind) => [`geometric, ${kind}`, everywhere({ saturation: { kind } })])),
  'logistic before geometric': everywhere({ order: 'saturation_first' }),
};

/** Median microseconds of each piece of work, the pieces taking turns batch by batch. */
function alternate(works: readonly (() => void)[]): number[] {
  const times = works.map((): number[] => []);
  for (let batch = 0; batch < BATCHES; batch++) {
    for (const [w, work] of works.entries()) {
      const began = performance.now();
      for (let i = 0; i < PER_BATCH; i++) work();
      times[w].push((1000 * (performance.now() - began)) / PER_BATCH);
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[BATCHES >> 1]);
}

function whole(model: Posterior): () => void {
  const position = model.priorPosition(1, 0);
  position[model.size - 1] = -4;
  const gradient = new Float64Array(model.size);
  return () => model.logDensity(position, gradient);
}

function kernelOnly({ kernel, channels }: Posterior): () => void {
  const weighs = channels.some((channel) => channel.throughTotal);
  return () => {
    kernel.curves();
    if (weighs) kernel.weigh(0);
    kernel.residuals();
  };
}

const rows = Object.entries(models).map(([model, wanted]) => {
  const { spec } = expandSpec(wanted, data);
  const made = [wasmKernel, plainKernel].map((make: (input: KernelInput) => Posterior['kernel']) =>
    posterior(spec, data, make),
  );
  const [wasm, wasmKernelUs, plain, plainKernelUs] = alternate(
    made.flatMap((m) => [whole(m), kernelOnly(m)]),
  );
  return {
    model,
    'WASM whole': wasm,
    'WASM kernel': wasmKernelUs,
    'plain whole': plain,
    'plain kernel': plainKernelUs,
  };
});
console.log(`${data.dates.length} weeks, ${draft.channels.length} channels, microseconds per gradient`);
console.table(
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'number' ? v.toFixed(2) : v])),
  ),
);
