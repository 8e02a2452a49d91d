// Recovery: how often intervals hold the truth, and how far estimates are from it, where the truth is known.

import { diagnose } from '../src/diagnostics/diagnose.ts';
import { hdi } from '../src/diagnostics/hdi.ts';
import { describer } from '../src/insights/describe.ts';
import { variableNamed } from '../src/insights/variables.ts';
import { sizeKinds } from '../src/model/check-size.ts';
import type { ModelData } from '../src/model/data.ts';
import { expandSpec } from '../src/model/expand.ts';
import { posterior } from '../src/model/posterior.ts';
import type { Prior, Size, Spec } from '../src/model/spec.ts';
import { purpose } from '../src/numeric/purposes.ts';
import { stream } from '../src/numeric/random.ts';
import { ownChain } from './calibrate.ts';
import { market, marketInputs, marketLevel, type Traits } from './markets.ts';
import { drawTruth, withSimulatedKpi } from './truth.ts';

/** Two chains, METHOD's warm-up, fewer draws than a full fit has; no ladder. */
export const recoveryPlan = {
  chains: 2,
  warmup: 300,
  draws: 500,
  targetAcceptance: 0.95,
  mass: 0.94,
} as const;

/** Draws of a run by variable, all chains one after another. */
interface Fitted {
  of(name: string, c?: number): Float64Array;
  readonly divergences: number;
  readonly worstRHat: number;
}

function fitted(spec: Spec, data: ModelData, seed: number): Fitted {
  const layout = describer(posterior(spec, data));
  const { chains: count, warmup, draws, targetAcceptance } = recoveryPlan;
  const chains = Array.from({ length: count }, (_, chain) =>
    ownChain({ spec, data, seed, chain, warmup, draws, targetAcceptance }),
  );
  const column = (at: number) =>
    chains.map(({ values }) =>
      Float64Array.from({ length: draws }, (_, s) => values[s * layout.columns + at]),
    );
  const roas = variableNamed(layout, 'roas').offset;
  const rHats = spec.channels.map((_, c) => diagnose(column(roas + c)).rHat);
  return {
    of: (name, c = 0) => pooled(column(variableNamed(layout, name).offset + c)),
    divergences: chains.reduce((sum, { divergences }) => sum + divergences, 0),
    worstRHat: Math.max(...rHats),
  };
}

function pooled(chains: readonly Float64Array[]): Float64Array {
  return Float64Array.from(chains.flatMap((chain) => Array.from(chain)));
}

/** Whether the 94 % HDI holds the truth. */
function holds(draws: Float64Array, truth: number): boolean {
  const [low, high] = hdi(draws.slice().sort(), recoveryPlan.mass);
  return low <= truth && truth <= high;
}

const mean = (draws: ArrayLike<number>) => Array.from(draws).reduce((a, b) => a + b, 0) / draws.length;

export interface PriorRecovery {
  readonly covered: number;
  readonly of: number;
  readonly divergences: number;
  readonly worstRHat: number;
}

/** A truth from the fit's own priors: coverage is a promise. */
export function priorRecovery(index: number): PriorRecovery {
  const { data: inputs, draft } = marketInputs(index, 0.12);
  const tight = (sd: number): Prior => ({ family: 'normal', mean: 0, sd });
  const { spec } = expandSpec(
    {
      ...draft,
      channels: draft.channels.map((channel) => ({ ...channel, size: { kind: 'roi' as const } })),
      controls: draft.controls?.map((control) => ({ ...control, prior: tight(0.5) })),
      baseline: {
        intercept: tight(0.5),
        trend: { kind: 'linear', prior: tight(0.5) },
        yearly: { prior: tight(0.5) },
      },
      likelihood: { sigma: { family: 'half_normal', sd: 0.1 } },
      scales: {
        target: marketLevel,
        channels: Object.fromEntries(draft.channels.map(({ column }) => [column, largest(inputs, column)])),
      },
    },
    inputs,
  );
  const prior = posterior(spec, inputs);
  const random = stream(4, 0, purpose.simulate, index);
  const truth = drawTruth(prior, random);
  const data = withSimulatedKpi(prior, inputs, truth, random);
  const described = describer(posterior(spec, data));
  const row = new Float64Array(described.columns);
  described.describePoint(truth, row, 0);
  const found = fitted(spec, data, 1 + index);
  const told = [
    ...spec.channels.flatMap((_, c) => [['roas', c] as const, ['marginal_roas', c] as const]),
    ['total_media_contribution', 0] as const,
    ['baseline_contribution', 0] as const,
    ['y_sigma', 0] as const,
  ];
  const inside = told.filter(([name, c]) =>
    holds(found.of(name, c), row[variableNamed(described, name).offset + c]),
  );
  return {
    covered: inside.length,
    of: told.length,
    divergences: found.divergences,
    worstRHat: found.worstRHat,
  };
}

function largest(data: ModelData, column: string): number {
  return (data.columns.get(column) as Float64Array).reduce((a, b) => Math.max(a, b), 0);
}

/** What one size prior made of one market; lists are by channel. */
export interface SizeRecovery {
  readonly covered: number;
  /** log(posterior mean of the return/true return). */
  readonly logErrors: readonly number[];
  /** Width of the interval of log return. */
  readonly widths: readonly number[];
  /** |share of all media's contribution − true share|. */
  readonly shareErrors: readonly number[];
  readonly divergences: number;
  readonly worstRHat: number;
}

export interface MarketRecovery {
  readonly traits: Traits;
  /** What the default rule would take. */
  readonly rule: Size['kind'] | null;
  readonly bySize: Readonly<Record<string, SizeRecovery>>;
  /** Errors of sharing media's contribution equally, and in proportion to spend. */
  readonly equalErrors: readonly number[];
  readonly spendErrors: readonly number[];
}

/** A truth that no prior made: coverage and error are what they are. */
export function marketRecovery(index: number): MarketRecovery {
  const { traits, data, draft, roas, contribution } = market(index);
  const media = contribution.reduce((a, b) => a + b, 0);
  const shares = contribution.map((own) => own / media);
  const spends = roas.map((r, c) => contribution[c] / r);
  const spend = spends.reduce((a, b) => a + b, 0);
  const bySize = sizeKinds.map((kind) => {
    const { spec } = expandSpec(
      { ...draft, channels: draft.channels.map((channel) => ({ ...channel, size: { kind } })) },
      data,
    );
    return [kind, compared(fitted(spec, data, 1 + index), roas, shares)] as const;
  });
  return {
    traits,
    rule: expandSpec(draft, data).sizeRule.kind,
    bySize: Object.fromEntries(bySize),
    equalErrors: shares.map((share) => Math.abs(share - 1 / shares.length)),
    spendErrors: shares.map((share, c) => Math.abs(share - spends[c] / spend)),
  };
}

function compared(found: Fitted, roas: readonly number[], shares: readonly number[]): SizeRecovery {
  const draws = roas.map((_, c) => found.of('roas', c));
  const contributions = roas.map((_, c) => found.of('total_contribution', c));
  const share = (c: number) =>
    mean(contributions[c].map((own, s) => own / contributions.reduce((sum, all) => sum + all[s], 0)));
  return {
    covered: draws.filter((of, c) => holds(of, roas[c])).length,
    logErrors: draws.map((of, c) => Math.log(mean(of) / roas[c])),
    widths: draws.map((of) => {
      const [low, high] = hdi(of.map(Math.log).sort(), recoveryPlan.mass);
      return high - low;
    }),
    shareErrors: shares.map((truth, c) => Math.abs(share(c) - truth)),
    divergences: found.divergences,
    worstRHat: found.worstRHat,
  };
}
