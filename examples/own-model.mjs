// A model of one's own in worker threads: Hill saturation for one channel, a stated return for another, Ctrl-C to stop.
// Run it after `npm start` with: node examples/own-model.mjs
import { fit, sample } from '@mixmodel/engine';
import { workerPool } from '@mixmodel/runtime';

// Any source will do: what counts is one Float64Array a column, and dates as days since 1970-01-01.
const { data } = sample();

const spec = {
  columns: { date: 'week', target: { column: 'revenue', kind: 'money', currency: 'EUR' } },
  channels: [
    { column: 'tv_spend', name: 'TV', saturation: { kind: 'hill' } },
    {
      column: 'search_spend',
      name: 'Search',
      // An earlier experiment said about 3 per unit of spend, give or take a third.
      size: { kind: 'roi', prior: { family: 'log_normal', mu: 1.1, sigma: 0.33 } },
    },
    { column: 'social_spend', name: 'Social' },
    { column: 'radio_spend', name: 'Radio' },
    { column: 'display_spend', name: 'Display' },
  ],
  controls: [{ column: 'temperature' }, { column: 'competitor_price' }, { column: 'holiday' }],
};

const pool = workerPool();
let stopped = false;
process.once('SIGINT', () => {
  stopped = true;
});

try {
  for await (const step of fit(data, spec, {
    mode: 'full',
    seed: 7,
    runChains: pool.runChains,
    now: Date.now,
  })) {
    if (stopped) break;
    if (step.phase === 'done') print(step.result);
  }
} finally {
  await pool.close();
}

function print({ channels, convergence, sampling }) {
  console.log(`Converged: ${convergence.passed} (largest R-hat ${convergence.maxRHat.toFixed(3)})`);
  console.log(`${sampling.chains} chains of ${sampling.draws} draws in ${Math.round(sampling.wallMs)} ms`);
  for (const { label, roas, marginalRoas } of channels) {
    const [low, high] = roas.hdi94.map((value) => value.toFixed(2));
    console.log(
      `${label}: ROAS ${roas.mean.toFixed(2)} (${low} to ${high}), marginal ${marginalRoas.mean.toFixed(2)}`,
    );
  }
}
