// Short calibration as tests: some of the six models, each on many data sets made from its own priors.
import { expect, it } from 'vitest';
import { calibrationStep, quantityNames, shortPlan } from './calibrate.ts';
import { type Configuration, modelOf, seedOf, shortForm } from './configurations.ts';
import { judge, MOST_TROUBLED, refusals, threshold, type Verdict } from './verdict.ts';

/** Data sets a model, each with a shorter chain than `npm run evidence` gives them. */
const FITS = 100;
const TIMEOUT_MS = 600_000;

/** Bonferroni over all six models, wherever they are run. */
const least = threshold(
  shortForm.map((configuration) => {
    const { spec, data } = modelOf(configuration);
    return judge(configuration.name, quantityNames(spec, data), [], shortPlan);
  }),
);

function calibrated(configuration: Configuration): Verdict {
  const { spec, data: inputs } = modelOf(configuration);
  const steps = Array.from({ length: FITS }, (_, i) =>
    calibrationStep({ spec, inputs, plan: shortPlan }, seedOf(configuration, i)),
  );
  return judge(configuration.name, quantityNames(spec, inputs), steps, shortPlan);
}

export function calibrationTests(configurations: readonly Configuration[]): void {
  const verdicts: Verdict[] = [];
  it.each(configurations.map((one) => [one.name, one] as const))(
    '%s: truths drawn from the priors rank uniformly among the draws',
    (_, configuration) => {
      const verdict = calibrated(configuration);
      verdicts.push(verdict);
      expect(refusals(verdict, least)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it('nearly all of those fits have no divergence and enough effective draws', () => {
    const fits = verdicts.reduce((sum, verdict) => sum + verdict.fits, 0);
    const troubled = verdicts.reduce((sum, verdict) => sum + verdict.troubled, 0);
    expect(fits).toBe(FITS * configurations.length);
    // Three standard deviations of the count above the share that the long form must keep to.
    const most = MOST_TROUBLED * fits + 3 * Math.sqrt(MOST_TROUBLED * fits);
    expect(troubled).toBeLessThanOrEqual(most);
  });
}
