// What an expanded spec remembers of the data it was made on, and when it makes those values anew.
import { describe, expect, it } from 'vitest';
import { sample } from '../simulate/sample.ts';
import { withColumn } from '../simulate/simulate.ts';
import { before } from './check-holdout.ts';
import { columnOf } from './data.ts';
import { expandSpec } from './expand.ts';
import type { SpecDraft } from './spec.ts';

const { data, draft } = sample(1, 120);
const channels = draft.channels.map(({ column }) => ({ column }));
const bare: SpecDraft = { columns: draft.columns, channels };
const meridian: SpecDraft = { ...bare, preset: 'meridian_2_1' };

describe('an expanded spec', () => {
  it('tells what the data decided, as it stands in it', () => {
    const { spec } = expandSpec(meridian, data);
    const dates = { until: '2026-04-13' };
    expect(spec.fromData).toEqual({
      ...dates,
      sizes: Object.fromEntries(spec.channels.map(({ column, size }) => [column, size])),
      intercept: spec.baseline.intercept,
      scales: spec.scales,
    });
    expect(expandSpec(bare, data).spec.fromData).toMatchObject({ ...dates, yearlyOrder: 2 });
  });

  it('says nothing of what was stated, or is the same on all data', () => {
    expect(expandSpec({ ...bare, preset: 'pymc_1_3' }, data).spec.fromData).toBeUndefined();
    const stated = channels.map((channel) => ({ ...channel, size: { kind: 'roi' as const } }));
    const { spec } = expandSpec({ ...bare, channels: stated, baseline: { yearly: { order: 1 } } }, data);
    expect(spec.fromData).toBeUndefined();
  });

  it('keeps its values and their date on longer data, and dates what is new', () => {
    const early = expandSpec(meridian, before(data, 100)).spec;
    expect(expandSpec(early, data).spec).toEqual(early);
    const { scales: _, ...unscaled } = early;
    const late = expandSpec(unscaled, data).spec.fromData;
    expect(late?.until).toBe('2026-04-13');
    expect(late?.intercept).toEqual(early.baseline.intercept);
  });

  it('forgets what somebody changed', () => {
    const { spec } = expandSpec(meridian, data);
    const intercept = { family: 'normal', mean: 1, sd: 5 } as const;
    const again = expandSpec({ ...spec, baseline: { ...spec.baseline, intercept } }, data).spec;
    expect(again.baseline.intercept).toEqual(intercept);
    expect(again.fromData).toEqual({ ...spec.fromData, intercept: undefined });
    const { tv_spend: _, ...others } = spec.scales?.channels ?? {};
    const scales = { target: spec.scales?.target ?? Number.NaN, channels: others };
    expect(expandSpec({ ...spec, scales }, data).spec.fromData?.scales).toBeUndefined();
  });
});

describe('a holdout added to an expanded spec', () => {
  const holdout = { periods: 20 };

  it.each([bare, meridian])('leaves nothing in it of the periods held out', (written) => {
    const { spec } = expandSpec(written, data);
    const then = expandSpec({ ...spec, holdout }, data).spec;
    expect(then).toEqual(expandSpec({ ...written, holdout }, data).spec);
    const kpi = columnOf(data, 'revenue').map((y, t) => (t < 100 ? y : 90 * y));
    const other = withColumn(data, 'revenue', kpi);
    const otherSpec = expandSpec(written, other).spec;
    expect(expandSpec({ ...otherSpec, holdout }, other).spec).toEqual(then);
  });

  it('keeps what was taken from earlier periods, up to the last one before it', () => {
    const { spec } = expandSpec(meridian, before(data, 100));
    expect(expandSpec({ ...spec, holdout }, data).spec).toEqual({ ...spec, holdout });
    const longer = expandSpec(meridian, before(data, 101)).spec;
    const anew = expandSpec({ ...meridian, holdout }, data).spec;
    expect(expandSpec({ ...longer, holdout }, data).spec).toEqual(anew);
  });
});
