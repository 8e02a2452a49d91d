// The convergence check: do these draws describe the posterior, and if not, what should be tried next?
import { eBfmi } from '../diagnostics/e-bfmi.ts';
import { meanAndSd } from '../diagnostics/moments.ts';
import { type Checked, checkSet } from './check-set.ts';
import type { Draws } from './draws.ts';
import { pooled, statByChain } from './read-draws.ts';
import type { Convergence, ConvergenceCode, ConvergenceProblem } from './result.ts';

/** What a mode asks of the draws (METHOD §7). */
export interface Thresholds {
  readonly rHat: number;
  readonly ess: number;
  readonly eBfmi: number;
  /** Share of divergent draws that passes. */
  readonly divergent: number;
}

export const thresholds: Readonly<Record<'quick' | 'full', Thresholds>> = {
  quick: { rHat: 1.05, ess: 200, eBfmi: 0, divergent: 0.01 },
  full: { rHat: 1.01, ess: 400, eBfmi: 0.3, divergent: 0 },
};

/** Above this more draws do not help: the chains are in different places. */
export const EXTENDABLE_R_HAT = 1.05;

/** After the ladder: this share of divergent draws passes when no mean depends on the chains that had them. */
const TOLERATED_DIVERGENT = 0.001;
const TOLERATED_SHIFT = 0.1;

/** Modes further apart than this in log density are named. */
const MODE_DISTANCE = 2;

const MAX_TREE_DEPTH = 10;

export interface Checkup {
  readonly checked: readonly Checked[];
  readonly maxRHat: number;
  readonly minEssBulk: number;
  readonly minEssTail: number;
  readonly minEBfmi: number;
  readonly divergences: number;
  readonly draws: number;
  readonly treeDepthHits: number;
  readonly modeDistance: number;
  /** What, if anything, keeps the draws from passing. */
  readonly shortfall: 'none' | 'more_draws' | 'other_sampling';
}

export function checkup(draws: Draws, asked: Thresholds): Checkup {
  const checked = checkSet(draws);
  const energies = statByChain(draws, 'energy');
  const divergences = count(draws, 'diverging', (v) => v === 1);
  const all = energies.reduce((sum, chain) => sum + chain.length, 0);
  const worst = {
    maxRHat: extreme(checked, (q) => q.rHat, Math.max),
    minEssBulk: extreme(checked, (q) => q.essBulk, Math.min),
    minEssTail: extreme(checked, (q) => q.essTail, Math.min),
    minEBfmi: energies.map(eBfmi).reduce((a, b) => Math.min(a, b)),
  };
  const modes = draws.segments.map(([first]) => first.modeLogDensity);
  return {
    checked,
    ...worst,
    divergences,
    draws: all,
    treeDepthHits: count(draws, 'treeDepth', (v) => v >= MAX_TREE_DEPTH),
    modeDistance: Math.max(...modes) - Math.min(...modes),
    shortfall: shortfallOf(worst, divergences / all, asked),
  };
}

function shortfallOf(
  worst: Pick<Checkup, 'maxRHat' | 'minEssBulk' | 'minEssTail' | 'minEBfmi'>,
  divergent: number,
  asked: Thresholds,
): Checkup['shortfall'] {
  // Written so that NaN counts as falling short.
  const settled =
    worst.maxRHat <= EXTENDABLE_R_HAT && worst.minEBfmi >= asked.eBfmi && divergent <= asked.divergent;
  if (!settled) return 'other_sampling';
  const enough =
    worst.maxRHat <= asked.rHat && worst.minEssBulk >= asked.ess && worst.minEssTail >= asked.ess;
  return enough ? 'none' : 'more_draws';
}

/** The verdict on the last draws: what blocks, what only warns. */
export function verdict(found: Checkup, draws: Draws, asked: Thresholds): Convergence {
  const problems = [
    ...quantityProblems(found, asked),
    ...energyProblems(draws, asked),
    ...divergenceProblems(found, draws, asked),
    ...notices(found),
  ];
  return {
    passed: problems.every((p) => p.severity === 'warn'),
    maxRHat: found.maxRHat,
    minEssBulk: found.minEssBulk,
    minEssTail: found.minEssTail,
    minEBfmi: found.minEBfmi,
    problems,
  };
}

/** A failing parameter only warns when every reported quantity passes and its R-hat is near 1. */
function quantityProblems({ checked }: Checkup, asked: Thresholds): ConvergenceProblem[] {
  const failing = checked.flatMap((quantity) =>
    shortfalls(quantity, asked).map((short) => ({ quantity, ...short })),
  );
  const reportedFails = failing.some(({ quantity }) => quantity.reported);
  return failing.map(({ quantity, code, value, threshold }) => {
    const mild = !quantity.reported && !reportedFails && quantity.rHat <= EXTENDABLE_R_HAT;
    return { code, quantity: quantity.name, value, threshold, severity: mild ? 'warn' : 'block' };
  });
}

function shortfalls(
  q: Checked,
  asked: Thresholds,
): { code: ConvergenceCode; value: number; threshold: number }[] {
  const found: { code: ConvergenceCode; value: number; threshold: number }[] = [];
  if (!(q.rHat <= asked.rHat)) found.push({ code: 'r_hat', value: q.rHat, threshold: asked.rHat });
  if (!(q.essBulk >= asked.ess)) found.push({ code: 'ess_bulk', value: q.essBulk, threshold: asked.ess });
  if (!(q.essTail >= asked.ess)) found.push({ code: 'ess_tail', value: q.essTail, threshold: asked.ess });
  return found;
}

function energyProblems(draws: Draws, asked: Thresholds): ConvergenceProblem[] {
  return statByChain(draws, 'energy').flatMap((energy, chain): ConvergenceProblem[] => {
    const value = eBfmi(energy);
    if (value >= asked.eBfmi) return [];
    return [
      { code: 'e_bfmi', quantity: `chain ${chain + 1}`, value, threshold: asked.eBfmi, severity: 'block' },
    ];
  });
}

function divergenceProblems(found: Checkup, draws: Draws, asked: Thresholds): ConvergenceProblem[] {
  if (found.divergences === 0) return [];
  const share = found.divergences / found.draws;
  const few = share <= asked.divergent || (share <= TOLERATED_DIVERGENT && meansHoldWithout(found, draws));
  return [
    {
      code: 'divergences',
      quantity: 'all chains',
      value: found.divergences,
      threshold: Math.floor(asked.divergent * found.draws),
      severity: few ? 'warn' : 'block',
    },
  ];
}

/** Whether every reported mean moves by less than 0.1 sd when any chain with a divergence is left out. */
function meansHoldWithout({ checked }: Checkup, draws: Draws): boolean {
  const diverged = statByChain(draws, 'diverging').map((chain) => chain.some((v) => v === 1));
  const reported = checked.filter((q) => q.reported);
  return diverged.every((bad, out) => {
    if (!bad) return true;
    return reported.every(({ chains }) => {
      const rest = chains.filter((_, i) => i !== out);
      if (rest.length === 0) return false;
      const all = meanAndSd(pooled(chains));
      return Math.abs(meanAndSd(pooled(rest)).mean - all.mean) < TOLERATED_SHIFT * all.sd;
    });
  });
}

/** Named, never blocking: trajectories cut short, chains that began at different modes. */
function notices(found: Checkup): ConvergenceProblem[] {
  const problems: ConvergenceProblem[] = [];
  if (found.treeDepthHits > 0)
    problems.push({
      code: 'tree_depth',
      quantity: 'all chains',
      value: found.treeDepthHits,
      threshold: 0,
      severity: 'warn',
    });
  if (found.modeDistance > MODE_DISTANCE)
    problems.push({
      code: 'modes',
      quantity: 'all chains',
      value: found.modeDistance,
      threshold: MODE_DISTANCE,
      severity: 'warn',
    });
  return problems;
}

function count(draws: Draws, stat: 'diverging' | 'treeDepth', counts: (value: number) => boolean): number {
  return statByChain(draws, stat).reduce((sum, chain) => sum + chain.filter(counts).length, 0);
}

/** The worst value over the check set; NaN wins, because it is the worst there is. */
function extreme(checked: readonly Checked[], value: (q: Checked) => number, worse: typeof Math.max): number {
  return checked.map(value).reduce((a, b) => worse(a, b));
}
