// Returns of one draw against their definitions: total effect with and without the spend, and its derivative.
import { describe, expect, it } from 'vitest';
import { otherDrafts, smallData, smallDraft } from '../../fixtures/small-model.ts';
import { curveAt } from '../../reference/marginal-density.ts';
import type { ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, posterior } from '../model/posterior.ts';
import type { Spec } from '../model/spec.ts';
import { stream } from '../numeric/random.ts';
import { describer } from './describe.ts';
import { pointReader } from './point.ts';
import { CURVE_SCALES, curveCollector } from './response-curves.ts';

const LONGEST = 8;

/** β·Σ sat(adstock) in KPI units from the lead-in on, tail included; measured spend of channel `c` times `scale`. */
function earned(spec: Spec, data: ModelData, point: ParameterPoint, c: number, scale: number): number {
  const rows = data.dates.length + LONGEST - 1;
  const kpi = data.columns.get('sales') ?? new Float64Array();
  const measured = (t: number) => t >= data.leadIn && !Number.isNaN(kpi[t]);
  const longer: ModelData = {
    ...data,
    dates: Array.from({ length: rows }, (_, t) => data.dates[0] + 7 * t),
    columns: new Map(
      [...data.columns].map(([name, values]) => {
        const padded = new Float64Array(rows);
        for (let t = 0; t < values.length; t++)
          padded[t] = name === spec.channels[c].column && measured(t) ? scale * values[t] : values[t];
        if (name === 'sales') padded.fill(1, values.length);
        return [name, padded];
      }),
    ),
  };
  const model = posterior(spec, data);
  const channelScale = model.scaled.channels.map((channel) => [channel.spec.column, channel.scale] as const);
  const fixed: Spec = {
    ...spec,
    scales: { target: model.scaled.targetScale, channels: Object.fromEntries(channelScale) },
  };
  let sum = 0;
  for (let t = data.leadIn; t < rows; t++) sum += curveAt(fixed, longer, point, c, t);
  return point.channels[c].beta * sum * model.scaled.targetScale;
}

const gaps = [
  { leadIn: 0, missing: [] },
  { leadIn: 6, missing: [] },
  { leadIn: 6, missing: [20, 21, 45, 58, 59] },
];
const drafts = { default: smallDraft, 'other transforms': otherDrafts[0], 'yet others': otherDrafts[1] };

describe.each(
  Object.entries(drafts).flatMap(([name, draft]) => gaps.map((gap) => ({ name, draft, ...gap }))),
)('returns of $name with $leadIn lead-in rows and no KPI in rows $missing', ({ draft, leadIn, missing }) => {
  const data = smallData({ leadIn, missing });
  const { spec } = expandSpec(draft, data);
  const model = posterior(spec, data);
  const described = describer(model);
  const values = new Float64Array(described.columns);
  described.describe(model.priorPosition(3, 1), stream(1, 0, 5, 0), values, 0);
  const point = structuredClone(pointReader(model, described).read(values, 0));
  const read = (name: string, c: number) =>
    values[(described.variables.find((v) => v.name === name)?.offset ?? Number.NaN) + c];
  const paid = [0, 1, 2, 3];

  it('counts the tail and takes the lead-in out of the ROAS of the spend', () => {
    for (const c of paid) {
      const { spend } = model.scaled.channels[c];
      const expected = (earned(spec, data, point, c, 1) - earned(spec, data, point, c, 0)) / spend;
      expect(read('roas_of_spend', c) / expected).toBeCloseTo(1, 9);
    }
  });

  it('gives as marginal ROAS the slope of earnings by spend', () => {
    for (const c of paid) {
      const { spend } = model.scaled.channels[c];
      const h = 1e-4;
      const slope = (earned(spec, data, point, c, 1 + h) - earned(spec, data, point, c, 1 - h)) / (2 * h);
      expect(read('marginal_roas', c) / (slope / spend)).toBeCloseTo(1, 6);
    }
  });

  it('draws response curves that are the earnings at multiples of the spend', () => {
    const curves = curveCollector(model, 1);
    curves.add(point, 0);
    for (const c of paid) {
      const zero = earned(spec, data, point, c, 0);
      for (const [i, scale] of CURVE_SCALES.entries()) {
        if (i % 5 !== 0) continue;
        const expected = earned(spec, data, point, c, scale) - zero;
        expect(Math.abs(curves.channels[c].earnings[i][0] - expected)).toBeLessThan(
          1e-9 * (1 + Math.abs(expected)),
        );
      }
    }
  });

  it('leaves organic media without returns on spend', () => {
    expect(read('roas', 4)).toBeNaN();
    expect(read('total_contribution', 4)).toBeGreaterThan(0);
  });
});
