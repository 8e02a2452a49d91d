// Sizes about spend, about one hundredth more, and about a window alone: gradients, definitions by the slow twin, checks.
import { describe, expect, it } from 'vitest';
import { expectGradient, expectPlainBits } from '../../fixtures/posterior-checks.ts';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { slowTotal } from '../../reference/totals.ts';
import { describer } from '../insights/describe.ts';
import { pointReader } from '../insights/point.ts';
import { stream } from '../numeric/random.ts';
import { distribution } from '../priors/distribution.ts';
import { InputError } from '../problem.ts';
import type { ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import { priorMediaShare } from './media-share.ts';
import { posterior } from './posterior.ts';
import type { ChannelDraft, Prior, Size, SpecDraft } from './spec.ts';

const logNormal: Prior = { family: 'log_normal', mu: 0.3, sigma: 0.4 };
/** 19000 is 2022-01-08. */
const window = { first: '2022-03-01', last: '2022-06-30' };

function withChannels(channels: readonly Partial<ChannelDraft>[], more: Partial<SpecDraft> = {}): SpecDraft {
  const columns = ['tv', 'radio', 'search', 'social', 'news'];
  return {
    ...smallDraft,
    channels: channels.map((channel, c) => ({ ...channel, column: columns[c] }) as ChannelDraft),
    ...more,
  };
}

const cases: [string, SpecDraft, ModelData][] = [
  [
    'mroi, by default and with a prior of its own',
    withChannels([
      { size: { kind: 'mroi' } },
      { size: { kind: 'mroi', prior: { family: 'gamma', shape: 2, rate: 2 } }, saturation: { kind: 'hill' } },
      { size: { kind: 'mroi' }, adstock: { kind: 'weibull_cdf' }, saturation: { kind: 'tanh' } },
      { size: { kind: 'mroi' }, saturation: { kind: 'root' }, order: 'saturation_first' },
      { size: { kind: 'coefficient' } },
    ]),
    smallData({ missing: [9], leadIn: 2 }),
  ],
  [
    'a return measured in a window',
    withChannels([
      { size: { kind: 'roi', window } },
      { size: { kind: 'roi', window, prior: logNormal }, saturation: { kind: 'hill' } },
      { size: { kind: 'roi', window }, adstock: { kind: 'delayed', lMax: 5 } },
      {
        size: { kind: 'roi', window },
        adstock: { kind: 'binomial' },
        saturation: { kind: 'michaelis_menten' },
      },
      { size: { kind: 'mroi' }, saturation: { kind: 'log' } },
    ]),
    smallData({ priced: true, missing: [12] }),
  ],
  [
    'spend_share, with curves of every kind of coordinate',
    withChannels([
      { size: { kind: 'spend_share' } },
      { size: { kind: 'spend_share' }, saturation: { kind: 'tanh' } },
      { size: { kind: 'spend_share', prior: { family: 'uniform', low: 0.1, high: 0.9 } } },
      { size: { kind: 'spend_share' }, saturation: { kind: 'none' } },
      { organic: true },
    ]),
    smallData(),
  ],
];

describe.each(cases)('%s', (_, draft, data) => {
  const priced = data.columns.has('price');
  const columns = {
    date: 'week',
    target: { column: 'sales', kind: 'units', revenuePerKpi: 'price' },
  } as const;
  const { spec } = expandSpec(priced ? { ...draft, columns } : draft, data);
  const model = posterior(spec, data);
  const positions = [0, 1, 2].map((chain) => {
    const position = model.priorPosition(7, chain);
    position[model.size - 1] = Math.log(0.05);
    return position;
  });

  it('has the gradient that finite differences find', () => {
    // The difference of two near totals leaves differences three digits less than elsewhere.
    expectGradient(model, positions, { tolerance: 5e-6 });
  });

  it('has the same bits with the plain kernel as with WASM', () => {
    expectPlainBits(model, data, positions);
  });

  it('means what METHOD defines: β·F, computed by direct convolution, is the size', () => {
    const described = describer(model);
    const values = new Float64Array(described.columns);
    const stored =
      described.variables.find((v) => v.group === 'log_density' && v.name === 'size')?.offset ?? 0;
    for (const position of positions) {
      described.describe(position, stream(1, 0, 5, 0), values, 0);
      const point = structuredClone(pointReader(model, described).read(values, 0));
      for (const [c, { size, column }] of spec.channels.entries()) {
        const found = slowSize(c, size);
        expect(model.channels[c].size.x / found).toBeCloseTo(1, 9);
        const density = distribution(size.prior).logDensity(found);
        const declared = size.prior.family === 'log_normal' ? density + Math.log(found) : density;
        expect(values[stored + c], column).toBeCloseTo(declared, 7);
      }

      function slowSize(c: number, { kind }: Size): number {
        const { beta } = point.channels[c];
        if (kind === 'coefficient' || kind === 'spend_share') return beta;
        const total = (change: (x: number, t: number) => number) =>
          slowTotal({ spec, data, point, c }, change);
        const all = total((x) => x);
        if (kind === 'contribution') return all / model.scaled.kpiTotal;
        const { spend, statedSpend, window: inside } = model.scaled.channels[c];
        if (kind === 'mroi') return (total((x) => 1.01 * x) - all) / (0.01 * spend);
        return inside ? (all - total((x, t) => (inside[t] ? 0 : x))) / statedSpend : all / spend;
      }
    }
  });
});

describe('defaults of sizes', () => {
  const data = smallData({ missing: [4] });

  it('spend_share is HalfNormal(C·share) over the channels with spend, in the spec that is stored', () => {
    const sizes = { kind: 'spend_share' } as const;
    const { spec, sizeRule } = expandSpec(
      withChannels([{ size: sizes }, { size: sizes }, { size: sizes }, { size: sizes }, { organic: true }]),
      data,
    );
    expect(sizeRule.reason).toBe('explicit');
    const sds = spec.channels
      .slice(0, 4)
      .map(({ size }) => (size.prior.family === 'half_normal' ? size.prior.sd : 0));
    expect(sds.reduce((a, b) => a + b, 0)).toBeCloseTo(4, 12);
    const spent = (name: string) =>
      (data.columns.get(name) ?? new Float64Array()).reduce((sum, x, t) => sum + (t === 4 ? 0 : x), 0);
    expect(sds[0] / sds[1]).toBeCloseTo(spent('tv') / spent('radio'), 12);
    // What was written out says the same when it is read again.
    expect(expandSpec(spec, data).spec).toEqual(spec);
  });

  it('mroi is LogNormal(0, 0.5), and a window stays with its return', () => {
    const { spec } = expandSpec(
      withChannels([{ size: { kind: 'mroi' } }, { size: { kind: 'roi', window } }]),
      data,
    );
    expect(spec.channels[0].size).toEqual({
      kind: 'mroi',
      prior: { family: 'log_normal', mu: 0, sigma: 0.5 },
    });
    expect(spec.channels[1].size).toEqual({
      kind: 'roi',
      prior: { family: 'log_normal', mu: 0.2, sigma: 0.9 },
      window,
    });
    expect(expandSpec(spec, data).spec).toEqual(spec);
  });
});

describe('the share of media before the data', () => {
  const data = smallData();
  const shareOf = (size: Size, saturation: 'none' | 'logistic') =>
    priorMediaShare(expandSpec(withChannels([{ size, saturation: { kind: saturation } }]), data).spec, data);

  it('of a straight line is the same whether the return, the next hundredth or a window is stated', () => {
    const plain = shareOf({ kind: 'roi', prior: logNormal }, 'none');
    const marginal = shareOf({ kind: 'mroi', prior: logNormal }, 'none');
    expect(marginal.median).toBeCloseTo(plain.median, 9);
    const bent = shareOf({ kind: 'mroi', prior: logNormal }, 'logistic');
    // The next hundredth returns less than the average one, so the whole returns more.
    expect(bent.median).toBeGreaterThan(1.2 * marginal.median);
  });

  it('of a window is near that of the whole, since a straight line returns the same everywhere', () => {
    const plain = shareOf({ kind: 'roi', prior: logNormal }, 'none');
    const inside = shareOf({ kind: 'roi', prior: logNormal, window }, 'none');
    expect(inside.median / plain.median).toBeCloseTo(1, 1);
  });
});

describe('sizes that cannot be', () => {
  const data = smallData();
  const codesOf = (channels: readonly Partial<ChannelDraft>[], more: Partial<SpecDraft> = {}): string[] => {
    try {
      expandSpec(withChannels(channels, more), data);
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };
  const units = { columns: { date: 'week', target: { column: 'sales', kind: 'units' } } } as const;

  it.each([
    ['size_needs_money channels[0].size.kind', [{ size: { kind: 'mroi' } }], units],
    ['size_needs_spend channels[0].size.kind', [{ size: { kind: 'mroi' }, organic: true }]],
    ['size_needs_spend channels[0].size.kind', [{ size: { kind: 'spend_share' }, organic: true }]],
    ['size_window_kind channels[0].size.window', [{ size: { kind: 'mroi', window } }]],
    [
      'window_date channels[0].size.window.first',
      [{ size: { kind: 'roi', window: { ...window, first: '2022-02-30' } } }],
    ],
    [
      'window_order channels[0].size.window',
      [{ size: { kind: 'roi', window: { first: window.last, last: window.first } } }],
    ],
    [
      'window_outside channels[0].size.window',
      [{ size: { kind: 'roi', window: { ...window, last: '2030-01-01' } } }],
    ],
    [
      'window_no_period channels[0].size.window',
      [{ size: { kind: 'roi', window: { first: '2022-03-06', last: '2022-03-07' } } }],
    ],
    [
      // Radio runs three weeks of every twelve.
      'size_window_no_spend channels[1].size.window',
      [{}, { size: { kind: 'roi', window: { first: '2022-02-12', last: '2022-03-05' } } }],
    ],
  ] as [string, Partial<ChannelDraft>[], Partial<SpecDraft>?][])('%s', (code, channels, more) => {
    expect(codesOf(channels, more)).toEqual([code]);
  });

  it('the last day of the data may be named', () => {
    const last = { first: '2022-03-01', last: '2023-03-03' };
    expect(codesOf([{ size: { kind: 'roi', window: last } }])).toEqual([]);
    expect(codesOf([{ size: { kind: 'roi', window: { ...last, last: '2023-03-04' } } }])).toHaveLength(1);
  });
});
