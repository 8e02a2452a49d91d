// Lift tests in a fit: what they say of a return, whether that foretells a refit, and a test the data contradict.
import { describe, expect, it } from 'vitest';
import { slowContribution } from '../../reference/totals.ts';
import { meanAndSd } from '../diagnostics/moments.ts';
import { columnOf } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import type { LiftTestDraft } from '../model/spec.ts';
import { rowsInside } from '../model/windows.ts';
import { sample } from '../simulate/sample.ts';
import { withColumn } from '../simulate/simulate.ts';
import { fit } from './fit.ts';
import { columnByChain, pooled } from './read-draws.ts';
import type { FitResult } from './result.ts';

const { data: whole, draft, truth } = sample();
const [social, display] = [2, 4];
/** With next to no spend, whatever it returns is lost in the noise: only a test knows. */
const data = withColumn(
  whole,
  'display_spend',
  columnOf(whole, 'display_spend').map((x) => x / 2000),
);
const { column, shapes, alpha } = truth.channels[social];
const window = { first: '2025-03-03', last: '2025-04-27' };

/** What switching the channel off would have brought, by the truth. */
function trueLift(): number {
  const { spec } = expandSpec(draft, data);
  const inside = rowsInside(window, data);
  const unit = {
    channels: spec.channels.map(() => ({ adstock: [alpha ?? 0], shapes: [...shapes], beta: 1 })),
    linear: new Float64Array(0),
    sigma: 1,
  };
  const at = { spec, data, point: unit, c: social };
  const now = slowContribution(at, (x) => x);
  const off = slowContribution(at, (x, t) => (inside[t] ? 0 : x));
  const total = now.reduce((a, b) => a + b, 0);
  const lost = now.reduce((sum, y, t) => sum + inside[t] * (off[t] - y), 0);
  return (lost / total) * truth.channels[social].contribution;
}

const spentOn = (name: string) =>
  columnOf(data, name).reduce((sum, x, t) => sum + rowsInside(window, data)[t] * x, 0);

function testOf(lift: number, sd: number, name = column): LiftTestDraft {
  const spendChange = { [name]: -spentOn(name) };
  return { name: `pause ${name}`, channels: [name], treated: window, spendChange, lift, sd };
}

/** The result, and the sd of log ROAS by channel. */
async function fitted(
  ...liftTests: LiftTestDraft[]
): Promise<{ result: FitResult; sd: (c: number) => number }> {
  const options = { mode: 'quick', draws: 1500, seed: 4 } as const;
  for await (const step of fit(data, { ...draft, liftTests }, options)) {
    if (step.phase !== 'done') continue;
    const { result, draws } = step;
    const offset = draws.variables.find((v) => v.name === 'roas')?.offset ?? Number.NaN;
    const log = (c: number) => pooled(columnByChain(draws, offset + c)).map(Math.log);
    return { result, sd: (c) => meanAndSd(log(c)).sd };
  }
  throw new Error('the fit ended without a result');
}

describe('a lift test in a fit', () => {
  const lift = trueLift();

  it('counts as experiment among the sources of a return, by as much as a refit shows', async () => {
    const small = -1.2 * spentOn('display_spend');
    const both = (wider: number) => [
      testOf(lift, wider * 0.6 * Math.abs(lift)),
      testOf(small, wider * 0.08 * Math.abs(small), 'display_spend'),
    ];
    const [before, after] = [await fitted(...both(1)), await fitted(...both(2))];
    const { liftTests: [found] = [], channels, warnings } = before.result;
    const name = `pause ${column}`;
    expect(found).toMatchObject({ name, channels: [column], lift, sd: 0.6 * Math.abs(lift) });
    expect(Math.abs(found.predicted.mean / lift - 1)).toBeLessThan(0.5);
    expect(Math.abs(found.z)).toBeLessThan(2);
    expect(warnings.map(({ code }) => code)).not.toContain('lift_conflict');
    const information = (c: number) =>
      (channels[c].information?.shares.experiments ?? 0) * (channels[c].information?.total ?? Number.NaN);
    const widened = (c: number) => after.sd(c) / before.sd(c);
    expect(information(social)).toBeGreaterThan(0.05);
    expect(Math.abs(widened(social) - 2 ** information(social))).toBeLessThan(0.15);
    // Nothing but its test tells of this one; its information is a derivative, known to about 0.1 from so few draws.
    expect(widened(display)).toBeGreaterThan(1.7);
    expect(Math.abs(Math.log2(widened(display)) - information(display))).toBeLessThan(0.25);
    // Other channels learn next to nothing from it.
    expect(channels[0].information?.shares.experiments).toBeLessThan(0.05);
  });

  it('that the model without it would not expect is told', async () => {
    const { result } = await fitted(testOf(-5 * lift, 0.5 * Math.abs(lift)));
    expect(result.liftTests?.[0].z).toBeGreaterThan(3);
    expect(result.warnings.find(({ code }) => code === 'lift_conflict')?.facts).toMatchObject({
      test: `pause ${column}`,
    });
  });

  it('that contradicts the data is the further from them the surer it claims to be, however close it pulls the model', async () => {
    const sd = 0.05 * Math.abs(lift);
    const { result } = await fitted(testOf(5 * lift, sd));
    const { predicted, expected, z = Number.NaN } = result.liftTests?.[0] ?? {};
    // The model followed it: seen from its own prediction the test is no surprise.
    expect(Math.abs((predicted?.mean ?? 0) / lift)).toBeGreaterThan(2);
    expect(expected?.by).toBe('refit');
    expect(Math.abs((expected?.mean ?? 0) / lift)).toBeLessThan(1.6);
    expect(z).toBeCloseTo((5 * lift - (expected?.mean ?? 0)) / Math.hypot(sd, expected?.sd ?? 0), 9);
    expect(Math.abs(z)).toBeGreaterThan(5);
    expect(result.warnings.map(({ code }) => code)).toContain('lift_conflict');
  });
});

describe('a return prior made from an experiment', () => {
  it('counts as experiment, and no prior of the channel’s own is left', async () => {
    const channels = draft.channels.map((channel) =>
      channel.column === column
        ? {
            ...channel,
            size: { kind: 'roi', experiment: { mean: 1.3, sd: 0.2, weeks: 8, weeksAgo: 10 } } as const,
          }
        : channel,
    );
    for await (const step of fit(data, { ...draft, channels }, { mode: 'quick', draws: 1500, seed: 4 })) {
      if (step.phase !== 'done') continue;
      const information = step.result.channels[social].information;
      expect(information?.shares.experiments).toBeGreaterThan(0.3);
      expect(information?.shares.ownSize).toBe(0);
      const { data: known = 0, experiments = 0 } = information?.shares ?? {};
      expect(known + experiments).toBeGreaterThan(0.8);
      expect(information?.verdict).toBe('measured');
    }
  });
});
