// Information shares: against a Gaussian where they are known, and against refits with a wider prior.
import { describe, expect, it } from 'vitest';
import { fit } from '../fit/fit.ts';
import { columnByChain, pooled } from '../fit/read-draws.ts';
import type { FitResult } from '../fit/result.ts';
import { columnOf } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import type { Spec } from '../model/spec.ts';
import { stream } from '../numeric/random.ts';
import { sample } from '../simulate/sample.ts';
import { withColumn } from '../simulate/simulate.ts';
import { type DensityParts, information } from './information.ts';
import { meanAndSd } from './moments.ts';
import { normalScores } from './scores.ts';

const CHAINS = 4;

/** Draws of a normal posterior made of a normal likelihood and a normal prior, with their log densities. */
function gaussian(dataPrecision: number, priorPrecision: number, priorMean: number, draws = 8000) {
  const random = stream(5, 0, 8, 0);
  const precision = dataPrecision + priorPrecision;
  const mean = (priorPrecision * priorMean) / precision;
  const x = Float64Array.from({ length: draws }, () => mean + random.normal() / Math.sqrt(precision));
  const nothing = new Float64Array(draws);
  const parts: DensityParts<Float64Array> = {
    data: x.map((v) => -0.5 * dataPrecision * v * v),
    experiments: nothing,
    ownSize: x.map((v) => -0.5 * priorPrecision * (v - priorMean) * (v - priorMean)),
    ownShape: nothing,
    otherPriors: nothing,
  };
  return information(x, parts, CHAINS);
}

describe('information of a normal posterior', () => {
  it.each([
    [9, 1, 'measured'],
    [2, 1, 'partly_assumed'],
    [0.1, 1, 'mostly_assumed'],
  ] as const)('divides precision as %d to %d', (data, prior, verdict) => {
    const found = gaussian(data, prior, 0);
    expect(found?.shares.data).toBeCloseTo(data / (data + prior), 1);
    expect(found?.total).toBeCloseTo(1, 1);
    expect(found?.verdict).toBe(verdict);
    expect(found?.priorAndDataDisagree).toBe(false);
  });

  it('says that prior and data disagree when they pull hard in opposite directions', () => {
    expect(gaussian(1, 1, 4)?.priorAndDataDisagree).toBe(true);
  });

  it('says nothing when the draws are too few for it', () => {
    const random = stream(6, 0, 8, 0);
    const noise = () => Float64Array.from({ length: 80 }, () => random.normal());
    const parts = {
      data: noise(),
      experiments: noise(),
      ownSize: noise(),
      ownShape: noise(),
      otherPriors: noise(),
    };
    expect(information(noise(), parts, CHAINS)).toBeNull();
  });
});

describe('information of any posterior', () => {
  it('is the derivative of log precision as a part is raised to a power: reweighted draws agree', () => {
    const random = stream(7, 0, 8, 0);
    // Skewed on purpose: nothing here is normal.
    const x = Float64Array.from(
      { length: 20_000 },
      () => Math.exp(0.8 * random.normal()) + 0.3 * random.uniform(),
    );
    const parts = {
      data: x.map((v) => -2 * (v - 1) * (v - 1)),
      experiments: x.map((v) => -0.1 * v * v),
      ownSize: x.map((v) => -Math.abs(Math.log(v))),
      ownShape: x.map((v) => Math.sin(v)),
      otherPriors: x.map(() => random.normal()),
    };
    const found = information(x, parts, CHAINS);
    const z = normalScores(x);
    for (const part of ['data', 'ownSize'] as const) {
      const slope = (logPrecision(z, parts[part], 1e-4) - logPrecision(z, parts[part], -1e-4)) / 2e-4;
      const gain = (found?.shares[part] ?? Number.NaN) * (found?.total ?? Number.NaN);
      expect(Math.abs(gain - Math.max(0, slope))).toBeLessThan(0.005 * (1 + Math.abs(slope)));
    }
  });
});

/** Log precision of z, about its unweighted mean, under weights exp(ε·ℓ). */
function logPrecision(z: Float64Array, density: Float64Array, epsilon: number): number {
  let [weights, squares] = [0, 0];
  for (let s = 0; s < z.length; s++) {
    const weight = Math.exp(epsilon * density[s]);
    weights += weight;
    squares += weight * z[s] * z[s];
  }
  return -Math.log(squares / weights);
}

describe('information of a fit', () => {
  const { data: whole, draft } = sample();
  const [social, display] = [2, 4];
  /** With next to no spend, whatever it returns is lost in the noise: only its prior knows. */
  const data = withColumn(
    whole,
    'display_spend',
    columnOf(whole, 'display_spend').map((x) => x / 2000),
  );

  /** The result, and the sd of log ROAS by channel. */
  async function fitted(spec: Spec): Promise<{ result: FitResult; sd: (c: number) => number }> {
    for await (const step of fit(data, spec, { seed: 4 })) {
      if (step.phase !== 'done') continue;
      const { result, draws } = step;
      const offset = draws.variables.find((v) => v.name === 'roas')?.offset ?? Number.NaN;
      const log = (c: number) => pooled(columnByChain(draws, offset + c)).map(Math.log);
      return { result, sd: (c) => meanAndSd(log(c)).sd };
    }
    throw new Error('the fit ended without a result');
  }

  it('foretells how a doubled prior sd widens a ROAS, a measured one and one that is all prior', async () => {
    const { spec } = expandSpec(draft, data);
    const before = await fitted(spec);
    const prior = { family: 'log_normal', mu: 0.2, sigma: 1.8 } as const;
    const channels = spec.channels.map((channel, c) =>
      c === social || c === display ? { ...channel, size: { kind: 'roi' as const, prior } } : channel,
    );
    const after = await fitted({ ...spec, channels });
    const widened = (c: number) => after.sd(c) / before.sd(c);
    const found = (c: number) => before.result.channels[c].information;
    const foretold = (c: number) =>
      2 ** ((found(c)?.shares.ownSize ?? Number.NaN) * (found(c)?.total ?? Number.NaN));
    expect(found(social)?.verdict).toBe('measured');
    expect(found(display)?.verdict).toBe('mostly_assumed');
    expect(Math.abs(widened(social) - foretold(social))).toBeLessThan(0.15);
    expect(widened(display)).toBeGreaterThan(1.8);
    expect(Math.abs(widened(display) - foretold(display))).toBeLessThan(0.15);
  });
});
