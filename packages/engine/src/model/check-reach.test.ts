// Numbers of another size than the data are refused before anything is sampled, each with its field.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { checkSpec } from './check.ts';
import type { LiftTestDraft, Prior, SpecDraft } from './spec.ts';

const data = smallData();
const test: LiftTestDraft = {
  channels: ['tv'],
  treated: { first: '2022-03-05', last: '2022-04-01' },
  spendChange: { tv: 500 },
  lift: 20,
  sd: 5,
};

const found = (draft: Partial<SpecDraft>) =>
  checkSpec({ ...smallDraft, ...draft }, data).map(({ code, path }) => `${code} ${path}`);
const ofTest = (change: Partial<LiftTestDraft>) => found({ liftTests: [{ ...test, ...change }] });

describe('a number far from the data', () => {
  it('is refused in a lift test: its lift, its error, its change of spend', () => {
    expect(ofTest({})).toEqual([]);
    expect(ofTest({ lift: 1e15 })).toEqual(['lift_beyond_kpi liftTests[0].lift']);
    expect(ofTest({ lift: -1e15 })).toEqual(['lift_beyond_kpi liftTests[0].lift']);
    expect(ofTest({ sd: 1e-12 })).toEqual(['lift_too_sure liftTests[0].sd']);
    expect(ofTest({ sd: 1e-300 })).toEqual(['lift_too_sure liftTests[0].sd']);
    expect(ofTest({ spendChange: { tv: 1e300 } })).toEqual(['lift_beyond_spend liftTests[0].spendChange.tv']);
  });

  it('is refused in fixed scales, and so is a name that is no column', () => {
    const columns = smallDraft.channels.map(({ column }) => column);
    const scales = (target: number, names = columns) => ({
      scales: { target, channels: Object.fromEntries(names.map((name) => [name, 100])) },
    });
    expect(found(scales(100))).toEqual([]);
    expect(found(scales(1e-300))).toEqual(['scale_beyond_data scales.target']);
    expect(found(scales(1e30))).toEqual(['scale_beyond_data scales.target']);
    expect(found(scales(100, columns.slice(1)))).toEqual([]);
    expect(found(scales(100, [...columns, 'nobody']))).toEqual(['scales_channels scales.channels']);
  });

  it('is refused as the reference of a treatment, which may lie beside the values there were', () => {
    const [control] = smallDraft.controls ?? [];
    const column = control?.column ?? '';
    const from = (reference: number) => found({ controls: [], treatments: [{ column, reference }] });
    const values = data.columns.get(column) ?? [];
    expect(from(1e15)).toEqual(['reference_beyond_data treatments[0].reference']);
    expect(from(-1e15)).toEqual(['reference_beyond_data treatments[0].reference']);
    expect(from(1.5 * Math.max(...values))).toEqual([]);
  });

  it('is refused in a prior that leaves no noise, or lies beyond every parameter', () => {
    expect(found({ likelihood: { sigma: { family: 'half_normal', sd: 1e-9 } } })).toEqual([
      'prior_extreme likelihood.sigma',
    ]);
    const lam: Prior = { family: 'log_normal', mu: 500, sigma: 1 };
    const [first, ...others] = smallDraft.channels;
    const far = { ...first, saturation: { kind: 'logistic', priors: { lam } } } as const;
    expect(found({ channels: [far, ...others] })).toEqual([
      'prior_extreme channels[0].saturation.priors.lam',
    ]);
    expect(checkSpec({ ...smallDraft, channels: [far, ...others] }, data)).toMatchObject([
      { column: first.column },
    ]);
  });
});

describe('a lift test written twice', () => {
  it('is refused under any name: one experiment counts once', () => {
    const tests = [test, { ...test, name: 'the other' }];
    expect(found({ liftTests: tests })).toEqual(['lift_same_test liftTests[1]']);
    expect(found({ liftTests: [test, { ...test, lift: 21, name: 'the other' }] })).toEqual([]);
  });
});

describe('an outcome of media', () => {
  it('need not be in data that leave it out', () => {
    expect(found({ controls: [{ column: 'sessions', role: 'outcome' }] })).toEqual([]);
    expect(found({ controls: [{ column: 'sessions' }] })).toEqual(['missing_columns controls[0].column']);
  });
});
