// A run that gives no answer: what to do now, why, what was tried, what failed.
import { describeQuantity, drawsForOne, labelsOf, nearOne, wantedEss } from '@mixmodel/contract';
import { askedOf, statistic } from './analyst-titles.ts';
import { channelIn, parameterMeaning } from './parameter-meaning.ts';
import { capitalised, countWord, named } from './phrases.ts';
import type { Check, FailedRow, NotConverged, Remedy } from './shapes.ts';
import { channelOf, type View } from './view.ts';

type Problem = View['result']['convergence']['problems'][number];
type Attempt = View['result']['sampling']['attempts'][number];

const mostRemedies = 3;

export function notConverged(view: View): NotConverged {
  const { sampling, convergence } = view.result;
  const { rHat, ess } = askedOf(view);
  const rows = failedRows(view);
  const all = view.result.parameters.length;
  return {
    headline: `This run gives no answer yet. ${whatHappened(view)} Nothing in it may be quoted or planned with.`,
    remedies: remedies(view),
    why: whyOf(view),
    tried: sampling.attempts.map((attempt, i) => ({
      text: attemptText(attempt, sampling.attempts[i - 1]),
      rHat: `R-hat ${statistic(attempt.maxRHat, rHat)}`,
    })),
    failedTitle: {
      title: `What failed: ${rows.length.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} quantities`,
      subtitle: aboutWhom(view, rows),
    },
    wanted: { rHat: `at most ${rHat}`, essBulk: `at least ${ess}`, essTail: `at least ${ess}` },
    failed: rows,
    others: convergence.problems
      .filter((problem) => blocks(problem) && isAboutChains(view, problem))
      .map(({ sentence }) => sentence),
  };
}

const blocks = ({ severity }: Problem) => severity === 'block';

/** Divergences and energy are about chains, not about one quantity. */
function isAboutChains(view: View, { quantity }: Problem): boolean {
  return !view.result.parameters.some(({ name }) => name === quantity);
}

/** Quantities that keep the run from an answer, the worst first. */
function failedRows(view: View): FailedRow[] {
  const { convergence, parameters } = view.result;
  const failing = new Set(convergence.problems.filter(blocks).map(({ quantity }) => quantity));
  const { rHat, ess } = askedOf(view);
  return parameters
    .filter(({ name }) => failing.has(name))
    .sort((a, b) => (b.rHat ?? Number.MAX_VALUE) - (a.rHat ?? Number.MAX_VALUE))
    .map((summary) => ({
      quantity: summary.name,
      label: parameterMeaning(summary.name, view.result),
      rHat: check(statistic(summary.rHat, rHat), summary.rHat !== null && summary.rHat <= rHat),
      essBulk: check(whole(summary.essBulk), summary.essBulk !== null && summary.essBulk >= ess),
      essTail: check(whole(summary.essTail), summary.essTail !== null && summary.essTail >= ess),
    }));
}

function check(text: string, passes: boolean): Check {
  return { text, fails: !passes };
}

function whole(value: number | null): string {
  return value === null ? 'not defined' : Math.floor(value).toLocaleString('en-US');
}

/** Channels whose own quantities the chains disagree about, the worst first. */
function troubled(view: View): readonly string[] {
  const worst = new Map<string, number>();
  for (const { quantity } of failedRows(view)) {
    const column = channelIn(quantity, view.result);
    const rHat = view.result.parameters.find(({ name }) => name === quantity)?.rHat ?? Number.MAX_VALUE;
    if (column !== undefined) worst.set(column, Math.max(worst.get(column) ?? 0, rHat));
  }
  return [...worst].sort(([, a], [, b]) => b - a).map(([column]) => column);
}

/** The channel to begin with. */
function worstChannel(view: View): { readonly column: string; readonly label: string } | undefined {
  const [column] = troubled(view);
  return column === undefined ? undefined : { column, label: channelOf(view, column).label };
}

function isShort({ result: { sampling } }: View): boolean {
  return sampling.chains * sampling.draws < drawsForOne * wantedEss[sampling.mode];
}

function disagree({ result: { convergence } }: View): boolean {
  return !(convergence.maxRHat !== null && convergence.maxRHat <= nearOne);
}

/** Near one, and yet above what is asked. */
function nearly(view: View): boolean {
  const { maxRHat } = view.result.convergence;
  return !(maxRHat !== null && maxRHat <= askedOf(view).rHat);
}

/** What the data check found: spend and KPI in different units, which no sampler can mend. */
function hasOtherUnits({ result }: View): boolean {
  return result.warnings.some(({ code }) => code === 'prior_media_tiny');
}

function whatHappened(view: View): string {
  const { chains, draws } = view.result.sampling;
  const worst = worstChannel(view);
  if (isShort(view))
    return `It was too short: ${(chains * draws).toLocaleString('en-US')} draws do not hold enough independent ones.`;
  if (disagree(view))
    return `Its ${countWord(chains)} chains disagree${worst ? `, most of all about ${worst.label}` : ''}, so any figure would depend on which chain you ask.`;
  if (
    view.result.convergence.problems.some(
      ({ code, severity }) => code === 'divergences' && severity === 'block',
    )
  )
    return `The sampler could not follow every plausible answer${worst ? `, most of all for ${worst.label}` : ''}, so the figures may be off.`;
  return `It has too few independent draws${worst ? `, most of all for ${worst.label}` : ''}.`;
}

function whyOf(view: View): string {
  const worst = worstChannel(view);
  if (hasOtherUnits(view))
    return 'Spend and KPI are probably in different units (thousands, another currency): what was assumed about media is then far too small for what the data say, and the chains cannot agree on either.';
  if (isShort(view))
    return 'Draws of one chain resemble each other, so a short run knows less than its number of draws says. Nothing need be wrong with the model or the data.';
  if (!worst)
    return 'Likely two parts of the model explain the same movement: two controls that move together, or a control and the season.';
  const { label, column } = worst;
  const ran = ranFlat(view, column)
    ? `${label} probably ran at nearly the same level all the time, or together with another channel or the season`
    : `${label} probably moves together with another channel, a control or the season`;
  if (saturationOf(view, column) === 'hill' && !ranFlat(view, column))
    return `${ran}, and a Hill curve has two shape parameters: several explanations then fit your data equally well.`;
  if (saturationOf(view, column) === 'hill')
    return `${ran}. With the two shape parameters of a Hill curve it can then be almost flat, and a flat curve looks like the baseline: the data cannot say which it is.`;
  return `${ran}, so that several explanations fit your data equally well.`;
}

/** Whether the check found its curve flat over the spend seen. */
function ranFlat({ result }: View, column: string): boolean {
  return result.warnings.some((warning) => warning.code === 'flat_curve' && warning.column === column);
}

function saturationOf(view: View, column: string): string | undefined {
  return view.result.spec.channels.find((channel) => channel.column === column)?.saturation.kind;
}

/** What most likely helps stands first; at most three. */
function remedies(view: View): Remedy[] {
  const { sampling, channels } = view.result;
  const worst = worstChannel(view);
  const hill = troubled(view).filter((column) => saturationOf(view, column) === 'hill');
  const found: Remedy[] = [];
  if (hasOtherUnits(view))
    found.push({
      title: 'Check the units of spend and KPI',
      text: 'Bring both to the same unit (one of them may be in thousands, or in another currency), then fit again.',
      change: null,
      channels: [],
    });
  if (sampling.mode === 'quick')
    found.push({
      title: 'Fit in full',
      text: 'Four chains of 2,000 draws, which go on or start again by themselves where they fall short.',
      change: 'full',
      channels: [],
    });
  else if (isShort(view) || !(disagree(view) || diverged(view)))
    found.push({
      title: 'Take more draws',
      text: `Four times as many: ${(sampling.chains * sampling.draws * 4).toLocaleString('en-US')} in all. ${nearly(view) ? 'The chains nearly agree, not as closely as is asked; more draws show whether they do.' : 'The chains agree well enough; they are only too short.'}`,
      change: 'more_draws',
      channels: [],
    });
  if (hill.length > 0)
    found.push({
      title: `Use the logistic curve for ${named(hill.map((column) => channelOf(view, column).label))}`,
      text: 'It has one shape parameter instead of two, which your data can tell more easily.',
      change: 'logistic',
      channels: hill,
    });
  if (worst && !isShort(view)) {
    if (channels.length > 1)
      found.push({
        title: `Leave ${worst.label} in the baseline`,
        text: 'If its spend hardly changes it acts like part of the baseline. You lose its return, the others stay.',
        change: null,
        channels: [worst.column],
      });
    found.push({
      title: `Say what you know of ${worst.label}`,
      text: 'A tighter size prior, from an experiment or an earlier run, tells the explanations apart.',
      change: null,
      channels: [worst.column],
    });
  }
  if (found.length === 0)
    found.push({
      title: 'Leave something out',
      text: 'A control or a channel that moves with another one: the data cannot tell the two apart.',
      change: null,
      channels: [],
    });
  return found.slice(0, mostRemedies);
}

function diverged({ result: { convergence } }: View): boolean {
  return convergence.problems.some(
    (problem) => blocks(problem) && ['divergences', 'e_bfmi'].includes(problem.code),
  );
}

/** What one rung of the ladder did that the one before had not. */
function attemptText(attempt: Attempt, before: Attempt | undefined): string {
  const { draws, warmup, targetAcceptance, divergences } = attempt;
  const diverging = divergences > 0 ? `, ${divergences.toLocaleString('en-US')} divergences` : '';
  const first = `${warmup.toLocaleString('en-US')} warm-up and ${draws.toLocaleString('en-US')} draws a chain, target ${targetAcceptance}`;
  if (!before) return `${capitalised(first)}${diverging}`;
  if (targetAcceptance > before.targetAcceptance)
    return `Smaller steps, target ${targetAcceptance}${diverging}`;
  if (warmup > before.warmup)
    return `A longer warm-up of ${warmup.toLocaleString('en-US')} draws${diverging}`;
  if (draws > before.draws)
    return `${(draws - before.draws).toLocaleString('en-US')} more draws a chain${diverging}`;
  return `Once more: ${first}${diverging}`;
}

/** Whom the failed quantities belong to. */
function aboutWhom(view: View, rows: readonly FailedRow[]): string {
  if (rows.length === 0) return 'No single quantity; see below.';
  const columns = new Set(rows.flatMap(({ quantity }) => channelIn(quantity, view.result) ?? []));
  const labels = [...columns].map((column) => channelOf(view, column).label);
  const [worst] = rows;
  const furthest = worst ? describeQuantity(worst.quantity, labelsOf(view.result.spec)).words : '';
  if (labels.length === 0) return `None belongs to a channel; furthest off is ${furthest}.`;
  return `They belong to ${named(labels, 5)}, or contain ${labels.length > 1 ? 'them' : 'it'}; furthest off is ${furthest}.`;
}
