// The sampler against reference posteriors of posteriordb's models, and a funnel that it must say it cannot enter.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../fixtures/parity/references.ts';
import { agree, bound, compare, inWords, rms } from '../../reference/parity.ts';
import { checkout, published as publishedFile } from '../../reference/posteriordb/checkout.ts';
import { centred, nonCentred } from '../../reference/posteriordb/eight-schools.ts';
import { gaussianProcess } from '../../reference/posteriordb/gaussian-process.ts';
import type { PublishedModel } from '../../reference/posteriordb/published-model.ts';
import { type County, radon } from '../../reference/posteriordb/radon.ts';
import { funnel } from '../../reference/targets.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { eBfmi } from '../diagnostics/e-bfmi.ts';
import { quantile } from '../diagnostics/quantile.ts';
import { summarize } from '../diagnostics/summarize.ts';
import { pooled } from '../fit/read-draws.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { laplaceStart, type SamplerSettings, sample, type Target, warmUp } from './chain.ts';

const SEED = 1;

function read<Content>(name: string): Content {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/posteriordb/${name}.json`, import.meta.url), 'utf8'),
  );
}

const radonModel = () => radon(read<{ counties: County[] }>('radon-data').counties);
const processModel = () => {
  const { x, y } = read<{ x: number[]; y: number[] }>('gaussian-process-data');
  return gaussianProcess(x, y);
};

interface Run {
  /** By chain and draw. */
  readonly positions: number[][][];
  readonly energies: Float64Array[];
  readonly divergences: number;
}

function finish<Result>(transitions: Generator<unknown, Result>): Result {
  for (;;) {
    const step = transitions.next();
    if (step.done) return step.value;
  }
}

function run(target: Target, draws: number, targetAcceptance: number, chains = 4): Run {
  let divergences = 0;
  const energies: Float64Array[] = [];
  const positions = Array.from({ length: chains }, (_, chain) => {
    const settings: SamplerSettings = { seed: SEED, chain, warmup: 500, targetAcceptance };
    const random = stream(SEED, chain, purpose.start, 0);
    const from = Float64Array.from({ length: target.size }, () => 0.5 * random.normal());
    const state = finish(warmUp(target, settings, laplaceStart(target, from, settings)));
    const own: number[][] = [];
    const energy = new Float64Array(draws);
    const collect: Parameters<typeof sample>[4] = (_, position, made) => {
      energy[own.length] = made.energy;
      own.push([...position]);
      if (made.diverging) divergences++;
    };
    finish(sample(target, settings, state, draws, collect));
    energies.push(energy);
    return own;
  });
  return { positions, energies, divergences };
}

/** The quantities by name, with their diagnostics. */
function checkedOf(model: PublishedModel, { positions }: Run) {
  const described = positions.map((chain) => chain.map((position) => model.describe(position)));
  return model.names.map((name, i) => {
    const chains = described.map((chain) => Float64Array.from(chain, (values) => values[i]));
    return { name, reported: true, chains, ...diagnose(chains) };
  });
}

/** What METHOD's check of a fit says of these chains: every way in which they fall short. */
function complaints(model: PublishedModel, made: Run): string[] {
  const checked = checkedOf(model, made);
  const said = [
    made.divergences > 0 && `${made.divergences} divergences`,
    made.energies.some((energy) => eBfmi(energy) < 0.3) && 'low E-BFMI',
    checked.some(({ rHat }) => !(rHat <= 1.01)) && 'R-hat',
    checked.some(({ essBulk, essTail }) => !(Math.min(essBulk, essTail) >= 400)) && 'ESS',
  ];
  return said.filter((word) => word !== false);
}

interface Published {
  readonly title: string;
  readonly reference: string;
  readonly model: () => PublishedModel;
  readonly draws: number;
  readonly targetAcceptance: number;
  /** All of its quantities follow from three parameters: their z are alike, and so is their size. */
  readonly alike?: boolean;
}

const published: readonly Published[] = [
  {
    title: 'eight schools, non-centred, has the draws that posteriordb publishes',
    reference: 'eight-schools',
    model: () => nonCentred,
    draws: 4000,
    targetAcceptance: 0.95,
  },
  {
    title: 'a Gaussian process regression is as PyMC has it',
    reference: 'gaussian-process',
    model: processModel,
    draws: 1000,
    targetAcceptance: 0.9,
    alike: true,
  },
  {
    title: 'a hierarchical regression of radon in 85 counties is as PyMC has it',
    reference: 'radon',
    model: radonModel,
    draws: 1000,
    targetAcceptance: 0.8,
  },
];

describe('against reference posteriors of posteriordb', () => {
  for (const { title, reference, model, draws, targetAcceptance, alike } of published)
    it(title, () => {
      const { quantities } = read<{ quantities: Record<string, Quantity> }>(reference);
      const published = model();
      const found = (count: number) => {
        const made = run(published.target, count, targetAcceptance);
        expect(made.divergences).toBe(0);
        return compare(checkedOf(published, made), quantities);
      };
      let compared = found(draws);
      // METHOD §10: one declared seed, repeated once with four times the draws on failure.
      const apart = () => compared.filter(({ z }) => Math.abs(z) >= bound(compared.length));
      if (alike ? apart().length > 0 : !agree(compared)) compared = found(4 * draws);
      console.log(`${reference}: ${inWords(compared, 2)}`);
      expect(compared.length).toBeGreaterThanOrEqual(20);
      expect(apart()).toEqual([]);
      if (alike) return;
      expect(rms(compared)).toBeGreaterThan(0.7);
      expect(rms(compared)).toBeLessThan(1.3);
    });
});

// Its data are posteriordb's own, so they are read from a clone of it and not kept here.
if (!checkout)
  console.info('Skipped: gp_regr on its published data. Set MIXMODEL_POSTERIORDB to a clone of posteriordb.');

it.skipIf(!checkout)("posteriordb's gp_regr has the draws that it publishes", () => {
  const data = publishedFile<{ x: number[]; y: number[] }>('data/data/gp_pois_regr.json.zip');
  const draws = publishedFile<Record<string, number[]>[]>(
    'reference_posteriors/draws/draws/gp_pois_regr-gp_regr.json.zip',
  );
  const reference = Object.keys(draws[0]).map((name) => {
    const chains = draws.map((chain) => Float64Array.from(chain[name]));
    const sorted = pooled(chains).sort();
    const { mean, sd } = summarize(sorted);
    const { essBulk, essTail, mcseMean } = diagnose(chains);
    const [q03, q50, q97] = [0.03, 0.5, 0.97].map((p) => quantile(sorted, p));
    const found = { mean, sd, q03, q50, q97, mcse_mean: mcseMean, ess_bulk: essBulk, ess_tail: essTail };
    return [name, found] as const;
  });
  const model = gaussianProcess(data.x, data.y);
  const made = run(model.target, 4000, 0.9);
  const compared = compare(checkedOf(model, made), Object.fromEntries(reference));
  console.log(`gp_regr: ${inWords(compared, 2)}`);
  expect(made.divergences).toBe(0);
  expect(compared.length).toBe(12);
  expect(compared.filter(({ z }) => Math.abs(z) >= bound(compared.length))).toEqual([]);
});

describe('a posterior that no step size fits', () => {
  const neal: PublishedModel = {
    target: funnel(10),
    names: Array.from({ length: 10 }, (_, i) => `x[${i}]`),
    describe: (position) => [...position],
  };

  it("is flagged: Neal's funnel and eight schools, centred, do not mix, and too slowly between energies", () => {
    for (const model of [neal, centred])
      expect(complaints(model, run(model.target, 1000, 0.8))).toEqual(
        expect.arrayContaining(['low E-BFMI', 'R-hat', 'ESS']),
      );
  });

  it('is not flagged in coordinates that have no funnel', () => {
    expect(complaints(nonCentred, run(nonCentred.target, 2000, 0.95))).toEqual([]);
  });
});

describe('the gradients of these models', () => {
  it.each([
    ['eight schools, centred', () => centred],
    ['eight schools, non-centred', () => nonCentred],
    ['a Gaussian process', processModel],
    ['radon', radonModel],
  ])('of %s are the slopes of its density', (_, model) => {
    const { target } = model();
    const random = stream(3, 0, purpose.simulate, 0);
    const at = Float64Array.from({ length: target.size }, () => 0.4 * random.normal());
    const gradient = new Float64Array(target.size);
    target.logDensity(at, gradient);
    const unused = new Float64Array(target.size);
    for (let i = 0; i < target.size; i++) {
      const step = 1e-5;
      const beside = (by: number) =>
        target.logDensity(
          at.map((x, j) => (j === i ? x + by : x)),
          unused,
        );
      const slope = (beside(step) - beside(-step)) / (2 * step);
      expect(Math.abs(slope - gradient[i])).toBeLessThan(1e-5 * (1 + Math.abs(gradient[i])));
    }
  });
});
