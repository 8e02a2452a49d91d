// A failed convergence check in words: which quantity, the likely cause, what to change.
import type { ConvergenceCode, ConvergenceProblem } from '@mixmodel/engine';
import { amount, percent } from './entry.ts';
import { type Described, describeQuantity, type Labels } from './quantity.ts';

type Sentence = (problem: ConvergenceProblem, described: Described) => string;

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

/** Chains that agree and still say little need time first. */
function whyFew({ about }: Described): string {
  const then = about === 'channel' ? 'merge channels that move together' : 'leave out a control or channel';
  return `Likely the run was too short for something the data hardly determine. Take more draws (--draws); if that is not enough, ${then}.`;
}

const sentences: Readonly<Record<ConvergenceCode, Sentence>> = {
  r_hat: (p, d) =>
    `The chains do not agree on ${d.words}: R-hat is ${precise(p.value)}, at most ${precise(p.threshold)} is wanted. ${whyApart(d)}`,
  ess_bulk: (p, d) =>
    `Too few independent draws of ${d.words}: bulk ESS is ${whole(p.value)}, at least ${whole(p.threshold)} is wanted. ${whyFew(d)}`,
  ess_tail: (p, d) =>
    `Too few independent draws at the ends of the interval of ${d.words}: tail ESS is ${whole(p.value)}, at least ${whole(p.threshold)} is wanted. ${whyFew(d)}`,
  e_bfmi: (p, d) =>
    `The sampler moves too slowly between likely and unlikely values (${d.words}: E-BFMI is ${amount(p.value)}, at least ${amount(p.threshold)} is wanted). Likely a channel's size is hardly determined by the data. Give tighter size priors, or merge channels.`,
  divergences: (p, d) =>
    `The sampler could not follow the posterior everywhere (${d.words}: ${divergent(p)}), so the estimates may be biased. Likely a saturation or a carryover is hardly determined by the data. Give tighter shape priors, choose logistic saturation, or merge channels.`,
  tree_depth: (p, d) =>
    `The sampler's path was cut short ${amount(p.value)} times (${d.words}, tree depth): the result is right but cost more than it should. Tighter priors would help.`,
  modes: (p, d) =>
    `The chains found explanations of different quality (${d.words}: ${amount(p.value)} apart in log density, at most ${amount(p.threshold)} is expected). Likely two channels can stand in for each other. Merge them, or give one a size prior from an experiment.`,
};

/** What is wrong, likely why, and what to change; `labels` name columns as people do. */
export function convergenceSentence(problem: ConvergenceProblem, labels: Labels): string {
  return sentences[problem.code](problem, describeQuantity(problem.quantity, labels));
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
