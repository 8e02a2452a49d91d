// Steps of one configuration judged together: each quantity's ranks, and how many fits had trouble.
import { isTroubled, type Plan, type Step } from './calibrate.ts';
import { TESTS, type Uniformity, uniformity } from './uniformity.ts';

/** What all tests of a run together may refuse by chance. */
export const LEVEL = 0.01;
/** Share of fits that may have diverged or have few effective draws (METHOD §10). */
export const MOST_TROUBLED = 0.02;

export interface Verdict {
  readonly name: string;
  readonly fits: number;
  readonly troubled: number;
  readonly quantities: readonly (Uniformity & { readonly name: string; readonly ranks: readonly number[] })[];
}

export function judge(
  name: string,
  quantities: readonly string[],
  steps: readonly Step[],
  plan: Plan,
): Verdict {
  return {
    name,
    fits: steps.length,
    troubled: steps.filter((step) => isTroubled(step, plan)).length,
    quantities: quantities.map((quantity, q) => {
      const ranks = steps.map((step) => step.ranks[q]);
      return { name: quantity, ranks, ...uniformity(ranks, plan.ranked) };
    }),
  };
}

/** Bonferroni over every test of every quantity: p values below this refuse. */
export function threshold(verdicts: readonly Verdict[]): number {
  return LEVEL / (TESTS * verdicts.reduce((sum, { quantities }) => sum + quantities.length, 0));
}

/** The quantities whose ranks are not uniform, in words. */
export function refusals(verdict: Verdict, least: number): string[] {
  return verdict.quantities
    .filter(({ p }) => p < least)
    .map(
      ({ name, mean, spread, band }) =>
        `${verdict.name}: ${name} (mean ${mean.toFixed(1)}, spread ${spread.toFixed(1)}, ECDF p ${band.toExponential(1)})`,
    );
}
