// Lift tests as likelihood: gradients, the definition by direct convolution, what is stored, and every wrong test.
import { describe, expect, it } from 'vitest';
import { expectGradient, expectPlainBits } from '../../fixtures/posterior-checks.ts';
import { otherDrafts, smallData, smallDraft } from '../../fixtures/small-model.ts';
import { slowContribution } from '../../reference/totals.ts';
import { describer } from '../insights/describe.ts';
import { pointReader } from '../insights/point.ts';
import { stream } from '../numeric/random.ts';
import { InputError } from '../problem.ts';
import { columnOf, type ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import { posterior } from './posterior.ts';
import type { LiftTestDraft, LiftTestSpec, SpecDraft } from './spec.ts';
import { rowsInside } from './windows.ts';

/** 19000 is Saturday, 8 January 2022: weeks begin on Saturdays. */
const treated = { first: '2022-03-05', last: '2022-04-01' };
const measured = { first: '2022-03-12', last: '2022-04-22' };

const more: LiftTestDraft = {
  name: 'more tv',
  channels: ['tv'],
  treated,
  spendChange: { tv: 500 },
  lift: 800,
  sd: 300,
};

function spentIn(data: ModelData, column: string): number {
  const inside = rowsInside(treated, data);
  return columnOf(data, column).reduce((sum, x, t) => sum + inside[t] * x, 0);
}

/** More of one in a quarter of the market; two switched off; one raised where it had no spend (radio is off then). */
function testsFor(data: ModelData): LiftTestDraft[] {
  return [
    { ...more, measured, marketShare: 0.25 },
    {
      channels: ['search', 'social'],
      treated,
      spendChange: { search: -spentIn(data, 'search'), social: -0.5 * spentIn(data, 'social') },
      lift: -900,
      sd: 250,
    },
    {
      name: 'radio where it was off',
      channels: ['radio', 'tv'],
      treated: { first: '2022-04-16', last: '2022-05-13' },
      measured: { first: '2022-04-23', last: '2022-06-03' },
      spendChange: { radio: 900, tv: -300 },
      lift: 200,
      sd: 150,
      marketShare: 0.5,
    },
  ];
}

const data = smallData({ missing: [10, 30] });
/** Search is driven by impressions at a cost that changes. */
const exposed: ModelData = {
  ...data,
  columns: new Map([
    ...data.columns,
    ['impressions', columnOf(data, 'search').map((x, t) => x * (20 + 3 * Math.sin(t)))],
    ['spots', columnOf(data, 'radio').map((x, t) => x * (2 + Math.cos(t)))],
  ]),
};
const withExposure: SpecDraft = {
  ...smallDraft,
  channels: smallDraft.channels.map((channel) => ({
    ...channel,
    ...(channel.column === 'search' ? { exposure: 'impressions' } : {}),
    ...(channel.column === 'radio' ? { exposure: 'spots' } : {}),
  })),
};
const byReturns: SpecDraft = {
  ...smallDraft,
  channels: smallDraft.channels.map((channel, c) => ({
    ...channel,
    ...(channel.organic ? {} : { size: { kind: c % 2 === 0 ? 'mroi' : 'roi' } as const }),
  })),
};

const cases: [string, SpecDraft, ModelData][] = [
  ['curves of the kernel', smallDraft, data],
  ['exposure in place of spend', withExposure, exposed],
  ['sizes through totals', byReturns, data],
  ...otherDrafts.map((draft, i): [string, SpecDraft, ModelData] => [`other curves ${i + 1}`, draft, data]),
];

describe.each(cases)('lift tests with %s', (_, draft, table) => {
  const { spec } = expandSpec({ ...draft, liftTests: testsFor(table) }, table);
  const model = posterior(spec, table);
  const positions = [0, 1].map((chain) => {
    const position = model.priorPosition(3, chain);
    position[model.size - 1] = Math.log(0.05);
    return position;
  });

  it('have the gradient that finite differences find', () => {
    // A prior draw may be thousands of standard errors away from a test, and differences lose those digits.
    expectGradient(model, positions, { tolerance: 5e-6, ofDensity: 1e-4 });
  });

  it('have the same bits with the plain kernel as with WASM', () => {
    expectPlainBits(model, table, positions);
  });

  it('predict what direct convolution says, and add their normal density to the model without them', () => {
    const { liftTests: tests = [], ...alone } = spec;
    const without = posterior(alone, table);
    const described = describer(model);
    const values = new Float64Array(described.columns);
    const at = (group: string) =>
      described.variables.find((v) => v.group === group && v.name === 'lift')?.offset ?? 0;
    for (const position of positions) {
      described.describe(position, stream(1, 0, 5, 0), values, 0);
      const point = structuredClone(pointReader(model, described).read(values, 0));
      let sum = 0;
      for (const [i, test] of tests.entries()) {
        const slow = slowLift(test, (c, change) => slowContribution({ spec, data: table, point, c }, change));
        expect(values[at('posterior') + i]).toBeCloseTo(slow, 6);
        const z = (test.lift - slow) / test.sd;
        const density = -0.5 * z * z - Math.log(test.sd * Math.sqrt(2 * Math.PI));
        expect(values[at('log_density') + i] / density).toBeCloseTo(1, 8);
        sum += density;
      }
      const [here, there] = [model, without].map((m) => m.logDensity(position, new Float64Array(m.size)));
      expect((here - there) / sum).toBeCloseTo(1, 8);
    }
  });

  function slowLift(
    test: LiftTestSpec,
    contribution: (c: number, change: (x: number, t: number) => number) => number[],
  ): number {
    const [changed, counted] = [rowsInside(test.treated, table), rowsInside(test.measured, table)];
    let lift = 0;
    for (const column of test.channels) {
      const c = spec.channels.findIndex((channel) => channel.column === column);
      const { exposure } = spec.channels[c];
      const { scale } = model.scaled.channels[c];
      const spend = columnOf(table, column);
      const spent = spend.reduce((s, x, t) => s + changed[t] * x, 0);
      const share = test.spendChange[column] / test.marketShare;
      const perSpend = exposure ? trained(columnOf(table, exposure)) / trained(spend) : 1;
      const periods = changed.reduce((s, one) => s + one, 0);
      const then = contribution(c, (x, t) => {
        if (!changed[t]) return x;
        return spent > 0 ? x + (x * share) / spent : x + (share * perSpend) / periods / scale;
      });
      const now = contribution(c, (x) => x);
      for (const [t, value] of then.entries()) lift += test.marketShare * counted[t] * (value - now[t]);
    }
    return lift;
  }

  function trained(column: Float64Array): number {
    return column.reduce((sum, x, t) => sum + model.scaled.mask[t] * x, 0);
  }
});

describe('relative lift tests of a multiplicative model', () => {
  const draft: SpecDraft = {
    ...smallDraft,
    channels: [{ column: 'tv' }, { column: 'radio', saturation: { kind: 'hill' } }],
    likelihood: { link: 'log' },
    liftTests: [{ ...more, measured, marketShare: 0.25, unit: 'log_ratio', lift: 0.08, sd: 0.03 }],
  };
  const { spec } = expandSpec(draft, data);
  const model = posterior(spec, data);
  const position = model.priorPosition(3, 0);
  position[model.size - 1] = Math.log(0.05);

  it('predict the mean over the measured periods of the log of what is expected with by without the change', () => {
    const described = describer(model);
    const values = new Float64Array(described.columns);
    described.describe(position, stream(1, 0, 5, 0), values, 0);
    const point = structuredClone(pointReader(model, described).read(values, 0));
    const [changed, counted] = [rowsInside(treated, data), rowsInside(measured, data)];
    const factor = 1 + 500 / 0.25 / spentIn(data, 'tv');
    const at = { spec, data, point, c: 0 };
    const then = slowContribution(at, (x, t) => (changed[t] ? factor * x : x));
    const now = slowContribution(at, (x) => x);
    const { targetScale } = model.scaled;
    const slow = then.reduce((sum, y, t) => sum + (counted[t] * (y - now[t])) / targetScale, 0) / 6;
    const lift = described.variables.find((v) => v.group === 'posterior' && v.name === 'lift')?.offset ?? -1;
    expect(values[lift]).toBeCloseTo(slow, 10);
    expect(slow).toBeGreaterThan(0);
  });

  it('have the gradient that finite differences find', () => {
    const gradient = new Float64Array(model.size);
    model.logDensity(position, gradient);
    const scratch = new Float64Array(model.size);
    for (let i = 0; i < model.size; i++) {
      const at = (h: number) => model.logDensity(position.with(i, position[i] + h), scratch);
      const numeric = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
      expect(Math.abs(gradient[i] - numeric)).toBeLessThan(5e-6 * (1 + Math.abs(numeric)));
    }
  });
});

describe('a lift test', () => {
  it('is stored with its name, what it measured while treated, over the whole market', () => {
    const { spec } = expandSpec({ ...smallDraft, liftTests: [{ ...more, name: undefined }] }, data);
    expect(spec.liftTests).toEqual([
      { ...more, name: 'test 1', measured: treated, marketShare: 1, unit: 'kpi' },
    ]);
    expect(expandSpec(spec, data).spec).toEqual(spec);
  });

  it('of a channel switched off leaves exactly nothing, whatever was rounded', () => {
    const off = { ...more, spendChange: { tv: -spentIn(data, 'tv') * (1 + 1e-9) }, lift: -500 };
    const { spec } = expandSpec({ ...smallDraft, liftTests: [off] }, data);
    const model = posterior(spec, data);
    expect(Number.isFinite(model.logDensity(model.priorPosition(1, 0), new Float64Array(model.size)))).toBe(
      true,
    );
  });
});

describe('lift tests that cannot have been', () => {
  const said = (test: object, draft: Partial<SpecDraft> = {}): string[] => {
    const tests = [{ ...more, ...test }] as LiftTestDraft[];
    try {
      expandSpec({ ...smallDraft, liftTests: tests, ...draft }, data);
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };

  it.each([
    ['lift_unknown_channel liftTests[0].channels[0]', { channels: ['tele'], spendChange: { tele: 1 } }],
    ['lift_organic liftTests[0].channels[0]', { channels: ['news'], spendChange: { news: 1 } }],
    ['lift_no_channel liftTests[0].channels', { channels: [], spendChange: {} }],
    ['lift_channel_twice liftTests[0].channels[1]', { channels: ['tv', 'tv'] }],
    ['lift_spend_change liftTests[0].spendChange', { spendChange: { radio: 5 } }],
    ['lift_spend_change liftTests[0].spendChange', { spendChange: { tv: 5, radio: 5 } }],
    ['lift_no_change liftTests[0].spendChange.tv', { spendChange: { tv: 0 } }],
    ['lift_no_change liftTests[0].spendChange.tv', { spendChange: { tv: Number.NaN } }],
    ['lift_negative_spend liftTests[0].spendChange.tv', { spendChange: { tv: -1e6 } }],
    ['lift_negative_spend liftTests[0].spendChange.tv', { spendChange: { tv: -400 }, marketShare: 0.01 }],
    ['lift_number liftTests[0].sd', { sd: 0 }],
    ['lift_number liftTests[0].sd', { sd: -1 }],
    ['lift_number liftTests[0].lift', { lift: Number.POSITIVE_INFINITY }],
    ['lift_number liftTests[0].marketShare', { marketShare: 0 }],
    ['lift_number liftTests[0].marketShare', { marketShare: 1.2 }],
    ['window_outside liftTests[0].treated', { treated: { first: '2021-12-01', last: '2022-02-01' } }],
    ['window_outside liftTests[0].measured', { measured: { first: '2023-01-01', last: '2023-12-01' } }],
    ['window_order liftTests[0].measured', { measured: { first: '2022-05-01', last: '2022-04-01' } }],
    ['window_date liftTests[0].treated.last', { treated: { first: '2022-03-05', last: 'April' } }],
    ['lift_measured_before liftTests[0].measured', { measured: { first: '2022-01-08', last: '2022-02-18' } }],
  ])('%s', (code, test) => {
    expect(said(test)).toEqual([code]);
  });

  it('are told beside everything else that is wrong with the spec', () => {
    const test = { channels: ['tele'], spendChange: { tele: 1 }, sd: -1 };
    expect(said(test, { channels: [{ column: 'tv' }, { column: 'no such column' }] })).toEqual([
      'missing_columns channels[1].column',
      'lift_number liftTests[0].sd',
      'lift_unknown_channel liftTests[0].channels[0]',
    ]);
  });

  it('say each its name', () => {
    expect(said({}, { liftTests: [more, more] })).toEqual(['lift_test_twice liftTests[1]']);
  });

  it('in KPI units are none of a multiplicative model, nor relative ones of an additive one', () => {
    const log = { channels: [{ column: 'tv' }], likelihood: { link: 'log' } } as const;
    expect(said({}, log)).toEqual(['lift_unit liftTests[0].unit']);
    expect(said({ unit: 'log_ratio' })).toEqual(['lift_unit liftTests[0].unit']);
    expect(said({ unit: 'log_ratio', lift: 800 }, log)).toEqual(['lift_number liftTests[0].lift']);
  });

  it('that found spend without exposure say so', () => {
    const columns = new Map(exposed.columns);
    columns.set(
      'impressions',
      columnOf(exposed, 'impressions').map((x, t) => (t >= 8 && t < 12 ? 0 : x)),
    );
    const test = { ...more, channels: ['search'], spendChange: { search: 100 } };
    expect(() => expandSpec({ ...withExposure, liftTests: [test] }, { ...exposed, columns })).toThrow(
      'lift_no_exposure',
    );
  });
});
