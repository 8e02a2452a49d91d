// Every warning just below and just above the threshold that calls for it.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import type { Estimate } from '../diagnostics/summarize.ts';
import type { ModelData } from '../model/data.ts';
import { type ExpandedSpec, expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import type { Summaries } from './assemble.ts';
import type { ChannelSummary, FitStatistics, FitWarning } from './result.ts';
import { warningsOf } from './warnings.ts';

const estimate = (mean: number): Estimate => ({ mean, sd: 1, median: mean, hdi94: [mean - 2, mean + 2] });

/** A channel nothing is to be said about. */
const channel: ChannelSummary = {
  name: 'tv',
  label: 'TV',
  spend: 1000,
  contribution: estimate(2000),
  share: estimate(0.1),
  roas: estimate(2),
  roasOfSpend: estimate(2),
  marginalRoas: estimate(1),
  costPerKpi: null,
  flatProbability: 0,
  adstock: { kind: 'geometric', alpha: estimate(0.3), meanLag: estimate(0.4) },
  saturation: { kind: 'logistic', level: estimate(0.5) },
  responseCurve: null,
  information: null,
};

/** A fit nothing is to be said about. */
const fine: FitStatistics = {
  rows: 60,
  r2: 0.9,
  bayesianR2: estimate(0.9),
  mape: 0.1,
  mapeSkippedRows: 0,
  wmape: 0.1,
  crps: 300,
  coverage50: 0.5,
  coverage94: 0.94,
  residualAcf1: 0,
  residualAcf1PValue: 0.5,
};

const data = smallData();
const expanded: ExpandedSpec = {
  ...expandSpec(smallDraft, data),
  mediaShare: { median: 0.3, interval94: [0.1, 0.9], above1: 0.01 },
};

interface Changes {
  readonly expanded?: Partial<ExpandedSpec>;
  readonly channel?: Partial<ChannelSummary>;
  readonly fit?: Partial<FitStatistics>;
  readonly baselineNegative?: number;
  readonly data?: ModelData;
}

function warnings(changes: Changes): FitWarning[] {
  const found: Summaries = {
    parameters: [],
    channels: [{ ...channel, ...changes.channel }],
    baseline: estimate(10_000),
    baselineNegative: changes.baselineNegative ?? 0,
    totalMedia: estimate(2000),
    fit: { ...fine, ...changes.fit },
  };
  const now = { ...expanded, ...changes.expanded };
  const table = changes.data ?? data;
  return warningsOf(now, table, posterior(now.spec, table), found);
}

describe('a fit without anything to say', () => {
  it('has no warnings', () => {
    expect(warnings({})).toEqual([]);
  });
});

describe('residual autocorrelation', () => {
  const warning = (acf1: number, pValue: number, errors = 'independent') => [
    { code: 'residual_autocorrelation', facts: { acf1, pValue, errors } },
  ];
  const found = (residualAcf1: number, residualAcf1PValue: number) =>
    warnings({ fit: { residualAcf1, residualAcf1PValue } });

  it('is worth a word beyond 0.3 in either direction', () => {
    expect(found(0.3, 0.02)).toEqual([]);
    expect(found(-0.3, 0.02)).toEqual([]);
    expect(found(0.301, 0.02)).toEqual(warning(0.301, 0.02));
    expect(found(-0.301, 0.02)).toEqual(warning(-0.301, 0.02));
  });

  it('is worth a word when a p-value below 0.01 says it is no accident', () => {
    expect(found(0.1, 0.01)).toEqual([]);
    expect(found(0.1, 0.0099)).toEqual(warning(0.1, 0.0099));
  });

  it('says which noise it was found beside, so that AR(1) errors are offered only where they can be had', () => {
    const beside = (likelihood: SpecDraft['likelihood']) => {
      const { spec } = expandSpec({ ...smallDraft, likelihood }, data);
      return warnings({ expanded: { spec }, fit: { residualAcf1: 0.4 } }).filter(
        ({ code }) => code === 'residual_autocorrelation',
      );
    };
    expect(beside({ errors: 'ar1' })).toEqual(warning(0.4, 0.5, 'ar1'));
    expect(beside({ family: 'student_t' })).toEqual(warning(0.4, 0.5, 'student_t'));
  });
});

describe('the two ROAS', () => {
  const found = (reported: number, ofSpend: number) =>
    warnings({ channel: { roas: estimate(reported), roasOfSpend: estimate(ofSpend) } });

  it('are named apart when they differ by more than 5 %, either way', () => {
    expect(found(2, 2.099)).toEqual([]);
    expect(found(2, 1.901)).toEqual([]);
    for (const ofSpend of [2.101, 1.899])
      expect(found(2, ofSpend)).toEqual([
        { code: 'roas_with_tail', column: 'tv', facts: { reported: 2, ofSpend } },
      ]);
  });

  it('are nothing to compare where there is no ROAS', () => {
    expect(warnings({ channel: { roas: null, roasOfSpend: null } })).toEqual([]);
  });
});

describe('a flat curve', () => {
  it('is named when it is more likely than not', () => {
    expect(warnings({ channel: { flatProbability: 0.5 } })).toEqual([]);
    expect(warnings({ channel: { flatProbability: 0.501 } })).toEqual([
      { code: 'flat_curve', column: 'tv', facts: { probability: 0.501 } },
    ]);
  });
});

describe('the media share of the priors', () => {
  const found = (above1: number, high = 2) =>
    warnings({ expanded: { mediaShare: { median: 0.6, interval94: [0.001, high], above1 } } });

  it('is named with the paid channels when it exceeds the KPI too often', () => {
    expect(found(0.2)).toEqual([]);
    expect(found(0.201)).toEqual([
      {
        code: 'prior_media_share',
        facts: {
          above1: 0.201,
          median: 0.6,
          low: 0.001,
          high: 2,
          channels: ['TV', 'Radio', 'Search', 'Social'],
        },
      },
    ]);
  });

  it('is named when even its upper end is below 1 %', () => {
    expect(found(0, 0.01)).toEqual([]);
    expect(found(0, 0.0099)).toEqual([{ code: 'prior_media_tiny', facts: { high: 0.0099 } }]);
  });
});

describe('a baseline below 0', () => {
  it('is named when its probability is above 5 %', () => {
    expect(warnings({ baselineNegative: 0.05 })).toEqual([]);
    expect(warnings({ baselineNegative: 0.051 })).toEqual([
      { code: 'baseline_negative', facts: { probability: 0.051 } },
    ]);
  });
});

describe('few active periods', () => {
  /** `tv` runs in `active` weeks after five weeks of lead-in in which it always ran. */
  const withActive = (active: number): ModelData => ({
    ...data,
    leadIn: 5,
    columns: new Map([
      ...data.columns,
      ['tv', Float64Array.from({ length: 60 }, (_, t) => (t < 5 + active ? 10 : 0))],
    ]),
  });

  it('are fewer than eight, lead-in not counted', () => {
    expect(warnings({ data: withActive(8) })).toEqual([]);
    expect(warnings({ data: withActive(7) })).toEqual([
      { code: 'few_active_periods', column: 'tv', facts: { active: 7, least: 8 } },
    ]);
  });
});

describe('more unknowns than periods', () => {
  it('counts what is sampled and the linear coefficients', () => {
    const model = posterior(expanded.spec, data);
    // Three logistic channels with 3, two Hill with 4, σ; intercept, trend, one yearly pair, two controls.
    const unknowns = model.size + model.placement.integrated.length;
    expect(unknowns).toBe(18 + 6);
    expect(warnings({ fit: { rows: unknowns } })).toEqual([]);
    expect(warnings({ fit: { rows: unknowns - 1 } })).toEqual([
      {
        code: 'many_channels',
        facts: { unknowns, rows: unknowns - 1, channels: 5, controls: 2, period: 'week' },
      },
    ]);
  });

  it('does not count a control that is left out', () => {
    const controls = expanded.spec.controls.map((c) => ({ ...c, role: 'outcome' as const }));
    const spec = { ...expanded.spec, controls };
    const model = posterior(spec, data);
    const unknowns = model.size + model.placement.integrated.length;
    const codes = warnings({ expanded: { spec }, fit: { rows: unknowns } }).map((w) => w.code);
    expect(codes).not.toContain('many_channels');
  });
});

describe('what the spec says', () => {
  it('names every control that is an outcome of media, and no other', () => {
    const draft = {
      ...smallDraft,
      controls: [{ column: 'temperature' }, { column: 'holiday', role: 'outcome' as const }],
    };
    expect(warnings({ expanded: { spec: expandSpec(draft, data).spec } })).toEqual([
      { code: 'outcome_left_out', column: 'holiday' },
    ]);
  });

  it('names every channel whose spend follows demand, and no other', () => {
    const channels = smallDraft.channels.map((c) =>
      c.column === 'search' ? { ...c, demandCaptured: true } : c,
    );
    expect(warnings({ expanded: { spec: expandSpec({ ...smallDraft, channels }, data).spec } })).toEqual([
      { code: 'demand_captured', column: 'search' },
    ]);
  });
});

describe('coefficients that are not simply integrated out', () => {
  it('are named by what people call them, with how many are', () => {
    const draft: SpecDraft = {
      ...smallDraft,
      baseline: {
        trend: { kind: 'piecewise' },
        yearly: { order: 1, prior: { family: 'laplace', location: 0, b: 1 } },
        events: [{ name: 'Strike', dates: ['2022-06-01'], prior: { family: 'half_normal', sd: 1 } }],
      },
      controls: [{ column: 'temperature', sign: 'positive' }, { column: 'holiday' }],
    };
    const { spec } = expandSpec(draft, data);
    expect(warnings({ expanded: { spec } })).toEqual([
      {
        code: 'linear_block',
        // Intercept, line, eight hinges, two waves and one control are left of fifteen.
        facts: { sampled: ['Strike', 'temperature'], scaled: ['trend', 'yearly season'], rest: 13 },
      },
    ]);
  });

  it('are all told of beside Student-t noise, which leaves nothing to integrate out', () => {
    const { spec } = expandSpec({ ...smallDraft, likelihood: { family: 'student_t' } }, data);
    const sampled = ['level', 'trend', 'yearly season', 'temperature', 'holiday'];
    expect(warnings({ expanded: { spec } })).toEqual([
      { code: 'linear_block', facts: { sampled, scaled: [], rest: 0, noise: 'student_t' } },
    ]);
  });

  it('are told of at no other time', () => {
    expect(warnings({})).toEqual([]);
  });
});
