// Which target acceptance is the smallest that needs at most 5 % reruns (METHOD §7): counts over many fits.
//
//   npx tsx --conditions=source packages/engine/bench/target-acceptance.ts
import { hasShared, readSharedCsv } from '../fixtures/shared.ts';
import { fit, type ModelData, type SpecDraft, sample } from '../src/index.ts';

interface Case {
  readonly data: ModelData;
  readonly draft: SpecDraft;
  readonly seed: number;
}

const simulated = Array.from({ length: 20 }, (_, i): Case => {
  const { data, draft } = sample(i + 1, [60, 104, 156][i % 3]);
  return { data, draft, seed: i + 1 };
});

/** The hard case of ENGINE §5: amplitudes as coefficients on data with little media in them. */
function hard(): Case[] {
  const data = readSharedCsv('synthetic_104w.csv');
  const channels = ['tv_spend', 'meta_spend', 'search_spend', 'radio_spend'].map((column) => ({ column }));
  const draft: SpecDraft = {
    columns: { date: 'week_start', target: { column: 'revenue', kind: 'money' } },
    channels,
    controls: [{ column: 'temperature' }, { column: 'holiday_flag' }],
  };
  const coefficients = {
    ...draft,
    channels: channels.map((c) => ({ ...c, size: { kind: 'coefficient' as const } })),
  };
  return Array.from({ length: 20 }, (_, i) => ({
    data,
    draft: i % 2 === 0 ? draft : coefficients,
    seed: i + 1,
  }));
}

const cases = [...simulated, ...(hasShared ? hard() : [])];
for (const targetAcceptance of [0.8, 0.85, 0.9, 0.95]) {
  let [reruns, divergences, gradients, efficiency] = [0, 0, 0, 0];
  for (const { data, draft, seed } of cases) {
    for await (const progress of fit(data, draft, { seed, targetAcceptance })) {
      if (progress.phase !== 'done') continue;
      const { sampling, convergence } = progress.result;
      if (sampling.attempts.length > 1) reruns++;
      divergences += sampling.attempts[0].divergences;
      gradients += sampling.gradients;
      efficiency += (1000 * convergence.minEssBulk) / sampling.gradients / cases.length;
    }
  }
  console.log(
    `target ${targetAcceptance}: ${reruns} of ${cases.length} fits rerun, ${divergences} divergences, ` +
      `${Math.round(gradients / cases.length)} gradients a fit, ${efficiency.toFixed(1)} minimum bulk ESS per 1,000`,
  );
}
