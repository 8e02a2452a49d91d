// Microseconds per gradient: the whole log density (transforms, priors, linear block) and its kernel, WASM and plain.
//
//   npx tsx --conditions=source packages/engine/bench/gradient.ts
import { expandSpec, sample } from '../src/index.ts';
import { type KernelInput, plainKernel, wasmKernel } from '../src/kernel/kernel.ts';
import { type Posterior, posterior } from '../src/model/posterior.ts';
import type { SpecDraft } from '../src/model/spec.ts';

const BATCHES = 40;
const PER_BATCH = 2000;

const { data, draft } = sample();
const hill: SpecDraft = {
  ...draft,
  channels: draft.channels.map((channel) => ({ ...channel, saturation: { kind: 'hill' } })),
};
const coefficient: SpecDraft = {
  ...draft,
  channels: draft.channels.map((channel) => ({ ...channel, size: { kind: 'coefficient' } })),
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

const rows = Object.entries({
  'logistic, roi': draft,
  'Hill, roi': hill,
  'logistic, coefficient': coefficient,
}).map(([model, wanted]) => {
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
