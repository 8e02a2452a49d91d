// The noise a draft may ask for: defaults written out, and every contradiction refused by name.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { InputError, type Problem } from '../problem.ts';
import type { ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import type { SpecDraft } from './spec.ts';

type LikelihoodDraft = SpecDraft['likelihood'];

const plain = smallData();

function problems(likelihood: LikelihoodDraft, data: ModelData = plain): readonly Problem[] {
  try {
    expandSpec({ ...smallDraft, likelihood }, data);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('a likelihood written out', () => {
  const expanded = (likelihood?: LikelihoodDraft) =>
    expandSpec({ ...smallDraft, likelihood }, plain).spec.likelihood;
  const sigma = { family: 'half_normal', sd: 2 };
  const usual = { family: 'normal', link: 'identity', errors: 'independent', sigma };

  it('has the priors of its own parameters and no others', () => {
    expect(expanded()).toEqual(usual);
    expect(expanded({ family: 'student_t' })).toEqual({
      ...usual,
      family: 'student_t',
      nu: { family: 'gamma', shape: 2, rate: 0.1 },
    });
    expect(expanded({ errors: 'ar1' })).toEqual({
      ...usual,
      errors: 'ar1',
      rho: { family: 'normal', mean: 0, sd: 0.3 },
    });
  });

  it('where parts multiply gives every channel a coefficient, and says why', () => {
    const channels = smallDraft.channels.map(({ column, organic }) => ({
      column,
      ...(organic ? { organic } : {}),
      ...(column === 'tv' ? { saturation: { kind: 'tanh' as const } } : {}),
    }));
    const { spec, sizeRule, mediaShare } = expandSpec(
      { ...smallDraft, channels, likelihood: { link: 'log' } },
      plain,
    );
    expect(sizeRule).toEqual({ kind: 'coefficient', reason: 'parts_multiply' });
    for (const { size } of spec.channels)
      expect(size).toEqual({ kind: 'coefficient', prior: { family: 'half_normal', sd: 0.3 } });
    // λ = b·c lies where it does with an amplitude of 1.
    expect(spec.channels[0].saturation.priors).toEqual({ c: { family: 'half_normal', sd: 1 / 0.3 } });
    // A share of what is there: never more than all of it.
    expect(mediaShare.above1).toBe(0);
    expect(mediaShare.interval94[1]).toBeLessThan(1);
    expect(mediaShare.median).toBeGreaterThan(0.1);
    expect(expandSpec(spec, plain).spec).toEqual(spec);
  });

  it('keeps the priors that were written, and expands to itself', () => {
    const rho = { family: 'truncated_normal', mean: 0.3, sd: 0.2, low: 0 } as const;
    const once = expanded({ errors: 'ar1', rho });
    expect(once).toEqual({ ...usual, errors: 'ar1', rho });
    expect(expanded(once)).toEqual(once);
  });
});

describe('a likelihood is refused', () => {
  it('when nobody knows it', () => {
    const odd = { family: 'cauchy', errors: 'ma1' } as unknown as LikelihoodDraft;
    expect(problems(odd)).toMatchObject([
      { code: 'unknown_noise', path: 'likelihood.family', facts: { key: 'family', got: 'cauchy' } },
      { code: 'unknown_noise', path: 'likelihood.errors', facts: { key: 'errors', got: 'ma1' } },
    ]);
  });

  it('when two of its parts have no density together', () => {
    expect(problems({ family: 'student_t', errors: 'ar1' })).toEqual([
      { code: 'student_t_with_ar1', path: 'likelihood.errors' },
    ]);
  });

  it('when the mean of what it describes would be infinite', () => {
    const draft = {
      ...smallDraft,
      channels: [{ column: 'tv' }],
      likelihood: { family: 'student_t', link: 'log' },
    } as const;
    expect(() => expandSpec(draft, plain)).toThrow('student_t_with_log at likelihood.link');
  });

  it('when parts multiply and a size is more than a coefficient', () => {
    const found = problems({ link: 'log' });
    expect(found.map(({ code, path, facts }) => [code, path, facts?.got])).toEqual([
      ['size_with_log', 'channels[1].size.kind', 'roi'],
      ['size_with_log', 'channels[2].size.kind', 'total_media'],
    ]);
  });

  it('when parts multiply and the KPI is not above 0 in every row of the likelihood', () => {
    const sales = (plain.columns.get('sales') ?? new Float64Array()).slice();
    [sales[2], sales[20], sales[59]] = [0, -5, 0];
    const data = { ...plain, columns: new Map([...plain.columns, ['sales', sales]]), leadIn: 3 };
    const draft: SpecDraft = { ...smallDraft, channels: [{ column: 'tv' }], likelihood: { link: 'log' } };
    const rows = (more: Partial<SpecDraft>) => {
      try {
        expandSpec({ ...draft, ...more }, data);
      } catch (error) {
        if (error instanceof InputError) return error.problems;
      }
      return [];
    };
    const problem = { code: 'log_of_nothing', path: 'likelihood.link', column: 'sales' };
    expect(rows({})).toEqual([{ ...problem, facts: { rows: ['22', '61'], count: 2 } }]);
    expect(rows({ holdout: { periods: 4 } })).toEqual([{ ...problem, facts: { rows: ['22'], count: 1 } }]);
  });

  it('when it states a prior of another one', () => {
    const nu = { family: 'gamma', shape: 2, rate: 0.1 } as const;
    expect(problems({ nu })).toEqual([
      {
        code: 'prior_of_other_noise',
        path: 'likelihood.nu',
        facts: { name: 'nu', key: 'family', value: 'student_t' },
      },
    ]);
    expect(problems({ rho: { family: 'normal', mean: 0, sd: 1 } })[0]).toMatchObject({
      code: 'prior_of_other_noise',
      path: 'likelihood.rho',
    });
  });

  it('when such a prior is no distribution, or leaves nothing inside the bounds', () => {
    expect(problems({ family: 'student_t', nu: { family: 'gamma', shape: -2, rate: 1 } })).toMatchObject([
      { code: 'prior_parameter', path: 'likelihood.nu.shape' },
    ]);
    for (const nu of [
      { family: 'beta', alpha: 1, beta: 1 },
      { family: 'half_normal', sd: 0.1 },
      { family: 'normal', mean: -40, sd: 1 },
    ] as const)
      expect(problems({ family: 'student_t', nu })).toMatchObject([
        { code: 'noise_prior_outside', path: 'likelihood.nu', facts: { bounds: 'above 2' } },
      ]);
    expect(problems({ errors: 'ar1', rho: { family: 'normal', mean: 3, sd: 0.1 } })).toMatchObject([
      { code: 'noise_prior_outside', path: 'likelihood.rho', facts: { bounds: 'between -0.95 and 0.95' } },
    ]);
  });

  it('when AR(1) errors have holes between them, but not for rows before the first and after the last', () => {
    expect(problems({ errors: 'ar1' }, smallData({ missing: [7, 8] }))).toEqual([
      {
        code: 'ar1_missing_rows',
        path: 'likelihood.errors',
        column: 'sales',
        facts: { rows: ['9', '10'], count: 2 },
      },
    ]);
    // One short of either end is between them too.
    expect(problems({ errors: 'ar1' }, smallData({ missing: [1, 58] }))).toMatchObject([
      { code: 'ar1_missing_rows', facts: { rows: ['3', '60'], count: 2 } },
    ]);
    expect(problems({ errors: 'ar1' }, smallData({ leadIn: 3, missing: [3, 58, 59] }))).toEqual([]);
  });
});
