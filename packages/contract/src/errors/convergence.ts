// A failed convergence check in words: which quantity, the likely cause, what to change.
import type { ConvergenceCode, ConvergenceProblem } from '@mixmodel/engine';
import { amount, byPlace, columns, flag, type Place, percent } from './entry.ts';
import { type Described, describeQuantity, type Labels } from './quantity.ts';

/** How long the run was: a short one explains what it did not reach. */
export interface RunLength {
  readonly chains: number;
  /** Kept draws a chain. */
  readonly draws: number;
  /** Independent draws the check wants of every quantity. */
  readonly wanted: number;
  /** Lift tests that the rest of the model contradicts, by name. */
  readonly contradicted?: readonly string[];
}

/** The check's ESS in each mode (METHOD §7). */
export const wantedEss = { quick: 200, full: 400 } as const;

/** The largest R-hat that passes in each mode (METHOD §7). */
export const wantedRHat = { quick: 1.05, full: 1.01 } as const;

/** Draws of one chain resemble each other: with fewer than this many for each independent one, length comes first. */
export const drawsForOne = 4;

/** Above this R-hat more of the same draws does not help (METHOD §7). */
export const nearOne = 1.05;

/** What a sentence is told of besides its problem. */
interface Telling {
  readonly described: Described;
  readonly run?: RunLength;
  readonly at: Place;
}

type Sentence = (problem: ConvergenceProblem, telling: Telling) => string;

/** The first cause to name when the run was too short to show anything else. */
function tooShort({ chains, draws, wanted }: RunLength, at: Place): string {
  const all = (chains * draws).toLocaleString('en-US');
  return `The run was too short: ${all} draws in all, and ${wanted} independent ones are wanted. ${byPlace(
    at,
    {
      terminal: 'Take more (--draws), or leave --chains, --draws and --warmup at their defaults.',
      screen: 'Take more, or leave chains, draws and warm-up at their defaults.',
    },
  )}`;
}

function isShort(run: RunLength | undefined): run is RunLength {
  return run !== undefined && run.chains * run.draws < drawsForOne * run.wanted;
}

/** What usually keeps chains apart, by what the quantity is about, and what helps. */
function whyApart({ about }: Described): string {
  if (about === 'channel') {
    return 'Likely its spend hardly varies, or moves with another channel or the season, so several explanations fit equally well. Merge channels that move together, or give it a tighter size prior from an experiment.';
  }
  if (about === 'term') {
    return 'Likely it moves with the trend, the season or another control. Leave one of them out.';
  }
  return 'Likely two parts of the model explain the same movement. Leave out a channel or control you can spare.';
}

/** A short run is named first: its chains may differ by chance alone. */
function whyDisagree(problem: ConvergenceProblem, { described, run, at }: Telling): string {
  if (!isShort(run)) return whyApart(described);
  if (problem.value <= nearOne) return tooShort(run, at);
  return `${tooShort(run, at)} If they still disagree: ${whyApart(described).replace('Likely', 'likely')}`;
}

/** Chains that agree and still say little need time first. */
function whyFew({ described, run, at }: Telling): string {
  if (isShort(run)) return tooShort(run, at);
  const then =
    described.about === 'channel' ? 'merge channels that move together' : 'leave out a control or channel';
  return `Likely the run was too short for something the data hardly determine. Take more draws${flag(at, '(--draws)')}; if that is not enough, ${then}.`;
}

const sentences: Readonly<Record<ConvergenceCode, Sentence>> = {
  r_hat: (p, told) =>
    `The chains do not agree on ${told.described.words}: R-hat is ${precise(p.value)}, at most ${precise(p.threshold)} is wanted. ${whyDisagree(p, told)}`,
  ess_bulk: (p, told) =>
    `Too few independent draws of ${told.described.words}: bulk ESS is ${whole(p.value)}, at least ${whole(p.threshold)} is wanted. ${whyFew(told)}`,
  ess_tail: (p, told) =>
    `Too few independent draws at the ends of the interval of ${told.described.words}: tail ESS is ${whole(p.value)}, at least ${whole(p.threshold)} is wanted. ${whyFew(told)}`,
  e_bfmi: (p, { described: d }) =>
    `The sampler moves too slowly between likely and unlikely values (${d.words}: E-BFMI is ${amount(p.value)}, at least ${amount(p.threshold)} is wanted). Likely a channel's size is hardly determined by the data. Give tighter size priors, or merge channels.`,
  divergences: (p, { described: d }) =>
    `The sampler could not follow the posterior everywhere (${d.words}: ${divergent(p)}), so the estimates may be biased. Likely a saturation or a carryover is hardly determined by the data. Give tighter shape priors, choose logistic saturation, or merge channels.`,
  tree_depth: (p, { described: d }) =>
    `The sampler's path was cut short ${amount(p.value)} times (${d.words}, tree depth): the result is right but cost more than it should. Tighter priors would help.`,
  modes: (p, { described: d }) =>
    `The chains found explanations of different quality (${d.words}: ${amount(p.value)} apart in log density, at most ${amount(p.threshold)} is expected). Likely two channels can stand in for each other. Merge them, or give one a size prior from an experiment.`,
};

/** What is wrong, likely why, and what to change; `labels` name columns as people do. */
export function convergenceSentence(
  problem: ConvergenceProblem,
  labels: Labels,
  run?: RunLength,
  at: Place = 'terminal',
): string {
  const told = sentences[problem.code](problem, {
    described: describeQuantity(problem.quantity, labels),
    run,
    at,
  });
  const tests = run?.contradicted ?? [];
  return tests.length > 0 && byContradiction.has(problem.code) ? `${told} ${settleFirst(tests)}` : told;
}

/** What two sources that contradict each other do to a posterior: two peaks, or one so sharp that steps miss it. */
const byContradiction = new Set<ConvergenceCode>(['r_hat', 'ess_bulk', 'e_bfmi', 'divergences', 'modes']);

function settleFirst(tests: readonly string[]): string {
  const all = columns(tests);
  return tests.length === 1
    ? `Lift test ${all} contradicts the data, which alone can cause this: settle that first.`
    : `Lift tests ${all} contradict the data, which alone can cause this: settle that first.`;
}

/** The codes of the convergence check. */
export const convergenceCodes = Object.keys(sentences) as readonly ConvergenceCode[];

function precise(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : 'not defined';
}

function whole(value: number): string {
  return Number.isFinite(value) ? Math.floor(value).toLocaleString('en-US') : 'not defined';
}

/** Divergences come as a count, or as a share of the draws. */
function divergent(problem: ConvergenceProblem): string {
  const share = problem.value > 0 && problem.value < 1;
  return share
    ? `${percent(problem.value)} of the draws diverged`
    : `${amount(problem.value)} divergent draws`;
}
