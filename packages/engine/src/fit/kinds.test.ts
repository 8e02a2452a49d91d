// A fit of every adstock and saturation on data that it made: it passes the quick check, and finds the truth.
import { describe, expect, it } from 'vitest';
import { columnOf, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { curveParameters } from '../model/parameters.ts';
import type { ParameterPoint } from '../model/posterior.ts';
import type { Adstock, ChannelDraft, ChannelSpec, Saturation, Spec, SpecDraft } from '../model/spec.ts';
import { sample } from '../simulate/sample.ts';
import { amplitudeFor, simulate, type Truth } from '../simulate/simulate.ts';
import { fit } from './fit.ts';
import type { FitResult } from './result.ts';

/** One pulsed, one always on, one pulsed and small. */
const columns = ['tv_spend', 'search_spend', 'radio_spend'];
const returns = [1.9, 3.4, 0.8];
/** Money in units of which the channels spend a few: the log curve sees its input as it is given. */
const MONEY = 20_000;

const carried: Readonly<Record<Adstock['kind'], number[]>> = {
  geometric: [0.5],
  delayed: [0.6, 1.3],
  weibull_pdf: [2.2, 2.4],
  weibull_cdf: [2.5, 1.6],
  binomial: [0.5],
  none: [],
};
const curved: Readonly<Record<Saturation['kind'], number[]>> = {
  logistic: [2],
  inverse_scaled_logistic: [0.5],
  hill: [0.6, 1.3],
  tanh: [0.9],
  michaelis_menten: [0.7],
  root: [0.5],
  hill_sigmoid: [3, 0.5],
  log: [],
  none: [],
};

type Kinds = readonly [adstock: Adstock['kind'], saturation: Saturation['kind'], order: ChannelSpec['order']];

const all: readonly Kinds[] = [
  ...(Object.keys(carried) as Adstock['kind'][]).map((kind): Kinds => [kind, 'logistic', 'adstock_first']),
  ...(Object.keys(curved) as Saturation['kind'][])
    .slice(1)
    .map((kind): Kinds => ['geometric', kind, 'adstock_first']),
  ['geometric', 'logistic', 'saturation_first'],
  ['weibull_cdf', 'hill', 'saturation_first'],
];

/** The sample's inputs and the effects these transforms would have had on them. */
function simulated([adstock, saturation, order]: Kinds): {
  data: ModelData;
  draft: SpecDraft;
  truth: Truth;
  spec: Spec;
} {
  const base = sample();
  const money = [...columns, 'revenue'];
  const inputs: ModelData = {
    ...base.data,
    columns: new Map(
      [...base.data.columns].map(([name, values]) => [
        name,
        money.includes(name) ? values.map((x) => x / MONEY) : values,
      ]),
    ),
  };
  const draft: SpecDraft = {
    columns: base.draft.columns,
    channels: columns.map(
      (column) =>
        ({ column, order, adstock: { kind: adstock }, saturation: { kind: saturation } }) as ChannelDraft,
    ),
    controls: [{ column: 'temperature' }, { column: 'holiday' }],
  };
  const largest = (name: string) => columnOf(inputs, name).reduce((a, b) => Math.max(a, b), 0);
  const scales = {
    target: 1e6 / MONEY,
    channels: Object.fromEntries(columns.map((name) => [name, largest(name)])),
  };
  const { spec } = expandSpec({ ...draft, scales }, inputs);
  const point: ParameterPoint = {
    channels: columns.map(() => ({ adstock: carried[adstock], shapes: curved[saturation], beta: 1 })),
    linear: Float64Array.of(0.48, 0.07, 0.03, -0.01, 0.05, 0.015, 0.02, 0.06),
    sigma: 0.016,
  };
  for (const [c, roas] of returns.entries())
    point.channels[c].beta = amplitudeFor(spec, inputs, point, c, roas);
  return { ...simulate(spec, inputs, point, 5), draft, spec };
}

async function fitted(data: ModelData, draft: SpecDraft): Promise<FitResult> {
  for await (const progress of fit(data, draft, { mode: 'quick', draws: 1000 }))
    if (progress.phase === 'done') return progress.result;
  throw new Error('a fit ends with its result');
}

/** True values by the names of their estimates: returns, and the curves' own parameters. */
function truths(spec: Spec, { channels }: Truth, [adstock, saturation]: Kinds): Map<string, number> {
  const named = new Map<string, number>();
  for (const [c, channel] of spec.channels.entries()) {
    named.set(`roas[${channel.column}]`, channels[c].roas);
    const { adstock: lags, shapes } = curveParameters(channel);
    for (const [i, { variable }] of lags.entries())
      named.set(`${variable}[${channel.column}]`, carried[adstock][i]);
    for (const [i, { variable }] of shapes.entries())
      named.set(`${variable}[${channel.column}]`, curved[saturation][i]);
  }
  return named;
}

const inside: boolean[] = [];

describe('a quick fit', () => {
  it.each(all)(
    'of %s adstock and %s saturation, %s, passes its check and finds the truth',
    async (...kinds) => {
      const { data, draft, truth, spec } = simulated(kinds);
      const result = await fitted(data, draft);
      expect(result.convergence.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
      for (const [name, value] of truths(spec, truth, kinds)) {
        const found = result.parameters.find((parameter) => parameter.name === name);
        if (!found) throw new Error(`no estimate of ${name}`);
        expect(Math.abs(found.mean - value), name).toBeLessThan(3.5 * found.sd);
        inside.push(found.hdi94[0] <= value && value <= found.hdi94[1]);
      }
    },
  );

  it('has the truth inside its 94 % intervals nearly everywhere', () => {
    expect(inside.length).toBeGreaterThan(100);
    const share = inside.filter(Boolean).length / inside.length;
    expect(share).toBeGreaterThan(0.94 - 3.3 * Math.sqrt((0.94 * 0.06) / inside.length));
  });
});
