// The same posterior wherever coefficients go: integrated out, integrated given a learned scale, or sampled.
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../fixtures/parity/references.ts';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { bound, compare, inWords, rms } from '../../reference/parity.ts';
import { quantile } from '../diagnostics/quantile.ts';
import type { Prior, SpecDraft } from '../model/spec.ts';
import { type Checked, checkSet } from './check-set.ts';
import { fit } from './fit.ts';
import { pooled } from './read-draws.ts';

const SEED = 3;
const TIMEOUT_MS = 120_000;
const data = smallData();

/** A line, a season and two controls, every prior as `made` writes N(mean, sd). */
function draftOf(made: (mean: number, sd: number) => Prior): SpecDraft {
  return {
    ...smallDraft,
    channels: smallDraft.channels.filter(({ column }) => column === 'tv' || column === 'search'),
    baseline: {
      intercept: made(0, 2),
      trend: { kind: 'linear', prior: made(0.1, 1) },
      yearly: { order: 1, prior: made(0, 0.5) },
    },
    controls: ['temperature', 'holiday'].map((column) => ({ column, prior: made(0, 2) })),
  };
}

/** Bounds so far out that nothing is cut: a normal in another family. */
const cutNowhere = (mean: number, sd: number): Prior => ({
  family: 'truncated_normal',
  mean,
  sd,
  low: mean - 30 * sd,
  high: mean + 30 * sd,
});
const nearlyNormal = (mean: number, sd: number): Prior => ({
  family: 'student_t',
  nu: 100_000,
  location: mean,
  scale: sd,
});

async function fitted(draft: SpecDraft): Promise<Checked[]> {
  for await (const progress of fit(data, draft, { seed: SEED, draws: 2000 }))
    if (progress.phase === 'done') return checkSet(progress.draws);
  throw new Error('the fit ended without a result');
}

/** Our own run in the words of a reference. */
function asReference(checked: readonly Checked[]): Record<string, Quantity> {
  const compared = checked.filter(({ name }) => name !== 'log_posterior' && !name.includes('_variance'));
  return Object.fromEntries(
    compared.map(({ name, chains, mcseMean, essBulk, essTail }): [string, Quantity] => {
      const sorted = pooled(chains).sort();
      const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
      const [q03, q50, q97] = [0.03, 0.5, 0.97].map((p) => quantile(sorted, p));
      return [
        name,
        { mean, mcse_mean: mcseMean, q03, q50, q97, ess_bulk: essBulk, ess_tail: essTail } as Quantity,
      ];
    }),
  );
}

describe('the posterior of a model', () => {
  const integrated = fitted(draftOf((mean, sd) => ({ family: 'normal', mean, sd })));

  it.each([
    ['sampled', cutNowhere],
    ['integrated out given variances of their own', nearlyNormal],
  ] as const)(
    'is the same when its coefficients are %s',
    async (title, made) => {
      const found = compare(await fitted(draftOf(made)), asReference(await integrated));
      console.log(`${title}: ${inWords(found, 2)}`);
      expect(found.length).toBeGreaterThan(60);
      expect(found.filter(({ z }) => Math.abs(z) >= bound(found.length))).toEqual([]);
      expect(rms(found)).toBeLessThan(1.3);
    },
    TIMEOUT_MS,
  );
});
