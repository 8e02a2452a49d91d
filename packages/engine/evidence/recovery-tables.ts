// Recovery in words and tables: coverage, bias, width and errors by size prior, beside guesses that need no model.
import { sizeKinds } from '../src/model/check-size.ts';
import { type MarketRecovery, type PriorRecovery, recoveryPlan, type SizeRecovery } from './recover.ts';

const PROMISED = recoveryPlan.mass;
const BAD_R_HAT = 1.05;

export function priorRecoveryPart(sets: readonly PriorRecovery[]): string {
  const head = `## Recovery

Every fit here is ${recoveryPlan.chains} chains of ${recoveryPlan.warmup} + ${recoveryPlan.draws} draws at target acceptance ${recoveryPlan.targetAcceptance}, without the ladder a full run would climb.

### Truths from the priors

104 to 208 weeks, 3 to 8 channels, returns from the default prior LogNormal(0.2, 0.9), default carryover and curves, tight baseline and noise. Looked at: ROAS and marginal ROAS of each channel, total media, baseline, σ.`;
  if (sets.length === 0) return `${head}\n\nNot run.`;
  const { coverage, sd, bound, strange } = coverageOf(sets);
  const kept = Math.abs(coverage - PROMISED) <= bound;
  return `${head}

**${sets.length} data sets: 94 % intervals held the truth in ${percent(coverage)} of cases on average** (sd over sets ${percent(sd)}); the promise is |coverage − 94 %| ≤ 3.3·sd/√N = ${percent(bound)}: ${kept ? 'kept' : '**broken**'}. ${strange} fits had an R-hat above ${BAD_R_HAT} of some ROAS or a divergence; they are counted.`;
}

export function coverageOf(sets: readonly PriorRecovery[]): {
  readonly coverage: number;
  readonly sd: number;
  readonly bound: number;
  readonly strange: number;
} {
  const shares = sets.map(({ covered, of }) => covered / of);
  const coverage = mean(shares);
  const sd = Math.sqrt(shares.reduce((sum, s) => sum + (s - coverage) ** 2, 0) / (shares.length - 1));
  return {
    coverage,
    sd,
    bound: (3.3 * sd) / Math.sqrt(shares.length),
    strange: sets.filter(isStrange).length,
  };
}

function isStrange({ divergences, worstRHat }: Pick<PriorRecovery, 'divergences' | 'worstRHat'>): boolean {
  return divergences > 0 || !(worstRHat <= BAD_R_HAT);
}

export function marketRecoveryPart(markets: readonly MarketRecovery[]): string {
  const head = `### Known markets

Markets that no prior made (\`packages/engine/evidence/markets.ts\`): 104 to 208 weeks, 3 to 8 channels always on, in flights, seasonal or started late; true ROAS 0.3 to 4, media 10 to 45 % of the KPI. Every second market has curves and carryover of kinds that the fit does not have (delayed, Weibull or 16 weeks of geometric carryover; Hill, root or Michaelis–Menten curves). In a third of them demand moves spend and KPI and the fit is told of it, in a third it is not told; one in four has autocorrelated noise; one in eight spends more than the KPI is worth. Fitted by the defaults with each size prior. Coverage is what it is: no promise.`;
  if (markets.length === 0) return `${head}\n\nNot run.`;
  const selections: readonly [string, (market: MarketRecovery) => boolean][] = [
    ['All', () => true],
    [
      'Curves and carryover as fitted, demand controlled or absent',
      ({ traits }) => !traits.misspecified && traits.confounding !== 'hidden',
    ],
    ['Other curves and carryover than fitted', ({ traits }) => traits.misspecified],
    ['Hidden demand', ({ traits }) => traits.confounding === 'hidden'],
    ['Spend above revenue', ({ traits }) => traits.overspent],
  ];
  return [head, ...selections.map(([title, chosen]) => tableOf(title, markets.filter(chosen)))].join('\n\n');
}

/** The errors of many markets under one way of stating sizes. */
export interface Summary {
  readonly coverage: number;
  readonly error: number;
  readonly bias: number;
  readonly width: number;
  readonly shareError: number;
  readonly strange: number;
}

export function summaryOf(found: readonly SizeRecovery[]): Summary {
  const errors = found.flatMap(({ logErrors }) => logErrors);
  return {
    coverage: found.reduce((sum, { covered }) => sum + covered, 0) / errors.length,
    error: mean(errors.map(Math.abs)),
    bias: mean(errors),
    width: mean(found.flatMap(({ widths }) => widths)),
    shareError: mean(found.flatMap(({ shareErrors }) => shareErrors)),
    strange: found.filter(isStrange).length,
  };
}

function tableOf(title: string, markets: readonly MarketRecovery[]): string {
  if (markets.length === 0) return `#### ${title}: no markets`;
  const rows = [
    ...sizeKinds.map((kind) =>
      rowOf(
        kind,
        markets.map(({ bySize }) => bySize[kind]),
      ),
    ),
    rowOf(
      '**the default rule**',
      markets.map(({ bySize, rule }) => bySize[rule ?? 'roi']),
    ),
    guessOf(
      'equal shares',
      markets.flatMap(({ equalErrors }) => equalErrors),
    ),
    guessOf(
      'shares of spend',
      markets.flatMap(({ spendErrors }) => spendErrors),
    ),
  ];
  const turned = markets.filter(({ rule }) => rule === 'total_media').length;
  return `#### ${title}: ${markets.length} markets

The rule took \`total_media\` in ${turned} of them, \`roi\` in the others.

| size prior | ROAS inside its 94 % interval | mean \\|log error\\| of ROAS | bias: mean log error | mean log width of the interval | error of contribution share (points) | R-hat above ${BAD_R_HAT} or a divergence |
|---|---|---|---|---|---|---|
${rows.join('\n')}`;
}

function rowOf(name: string, found: readonly SizeRecovery[]): string {
  const { coverage, error, bias, width, shareError, strange } = summaryOf(found);
  const cells = [
    percent(coverage),
    error.toFixed(2),
    signed(bias),
    width.toFixed(2),
    (100 * shareError).toFixed(1),
  ];
  return `| ${name} | ${cells.join(' | ')} | ${strange} |`;
}

function guessOf(name: string, errors: readonly number[]): string {
  return `| guess: ${name} | | | | | ${(100 * mean(errors)).toFixed(1)} | |`;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const signed = (x: number) => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(2)}`;
