// What a run says in whole sentences: one for each channel, one for all of them, one for the priors, one for the fit.
import {
  describeQuantity,
  labelsOf,
  type ResultFile,
  sizeRuleSentence,
  type TruthFile,
  wantedEss,
  wantedRHat,
} from '@mixmodel/contract';
import { type EstimateText, estimateText, shareText } from './amounts.ts';
import { roasText, shareMcse } from './channel-table.ts';
import { type Channel, mcseOf, scaledBy, type Words } from './words.ts';

/** "TV returned 2.1 for each €1 spent; we are 94 % sure it is between 1.4 and 2.9." */
export function channelSentence(result: ResultFile, channel: Channel, words: Words): string {
  const roas = roasText(result, channel);
  if (roas) {
    return `${channel.label} returned ${roas.mean} for each ${words.oneSpent} spent; ${sure(roas)}.`;
  }
  const share = shareText(channel.share, shareMcse(result, channel));
  return `${channel.label} brought ${share.mean} of ${words.kpi}; ${sure(share)}.`;
}

function sure({ low, high }: EstimateText): string {
  return `we are 94 % sure it is between ${low.startsWith('<') ? 'almost 0' : low} and ${high}`;
}

/** Why no interval reaches below zero, which would otherwise look like a finding. */
export const zeroOrMore =
  'Effects of media are assumed to be zero or more, so an interval never reaches below zero; one that begins near zero may well belong to a channel that brings nothing.';

/** How much of the KPI all media together brought, and what would have come without them. */
export function totalSentence(result: ResultFile, words: Words): string {
  const mcse = mcseOf(result, 'total_media_contribution');
  const kpi = kpiTotal(result);
  const total = estimateText(result.totalMedia, mcse, words.kpiUnit);
  const share = shareText(scaledBy(result.totalMedia, 1 / kpi), (mcse ?? 0) / kpi);
  const ofWhat = words.ofKpi === '' ? ` of \`${words.kpi}\`` : '';
  return `All channels together brought ${total.mean}${words.ofKpi} (94 %: ${total.interval}), a share of ${share.mean}${ofWhat} (${share.interval}); the rest would have come without them.`;
}

/** Small shares keep a digit; what is more than a thousand times the whole is told as that. */
function assumedShare(value: number): string {
  if (!(value <= 1000)) return 'more than 100,000 %';
  const digits = value > 0 && value < 0.005 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 0 };
  return `${(value * 100).toLocaleString('en-US', digits)} %`;
}

/** What was assumed before the data, and why so. */
export function priorSentence(result: ResultFile, words: Words): string {
  const { totalMediaShare, sizeRule } = result.prior;
  const [low, high, middle] = [...totalMediaShare.interval94, totalMediaShare.median].map(assumedShare);
  const media = result.spec.channels.some(({ organic }) => organic)
    ? 'the share of paid media in'
    : "media's share of";
  return `Before the data, ${media} ${words.kpi} was assumed to be around ${middle} (94 %: ${low} to ${high}; the prior). ${sizeRuleSentence(sizeRule)}${exceptions(result)}`;
}

const mostNames = 20;

/** Channels that the rule does not speak of: those whose size was stated, or found by an experiment. */
function exceptions({ prior: { sizeRule }, spec }: ResultFile): string {
  if (sizeRule.kind === null) return '';
  const byRule = spec.channels.filter(
    ({ organic, size }) => !organic && size.kind === sizeRule.kind && !size.experiment,
  );
  const written = byRule.map(({ size }) => JSON.stringify(size));
  const usual = written.find((one, i) => written.indexOf(one) < i) ?? written[0];
  const own = spec.channels.filter(({ organic, size }) => !organic && JSON.stringify(size) !== usual);
  if (own.length === 0) return '';
  const names = own.slice(0, mostNames).map(({ name }) => name);
  const more =
    own.length > names.length ? ` and ${own.length - names.length} more (in the spec of the result)` : '';
  return ` That is not said of ${names.join(', ')}${more}, with ${own.length === 1 ? 'a size prior of its own' : 'size priors of their own'}.`;
}

/** How well the model follows the past, and what that does not show. */
export function fitSentence({ fit }: ResultFile, words: Words): string {
  const typical = fit.wmape === null ? '' : ` and is off by ${percent(fit.wmape, 1)} on average`;
  return `The model explains ${percent(fit.r2)} of the variation of ${words.kpi}${typical}; ${percent(fit.coverage94)} of the periods lie inside the 94 % band. Following the past well does not show that a ROAS is right.`;
}

/** What was run: "4 chains of 2,000 draws in 1.2 s". */
function workDone({ sampling: { chains, draws, wallMs, attempts } }: ResultFile): string {
  const again = attempts.length > 1 ? `, ${attempts.length} attempts` : '';
  return `${chains} chains of ${draws.toLocaleString('en-US')} draws${again}, ${seconds(wallMs)}`;
}

/** Whether the chains agree, in words; with what it took. */
export function convergenceLine(result: ResultFile): string {
  const { convergence, sampling } = result;
  if (!convergence.passed) return `NOT CONVERGED: these numbers must not be used (${workDone(result)}).`;
  const { maxRHat, problems } = convergence;
  // A parameter that falls short alone is named under "To know": the line speaks of all the others.
  const named = new Set(problems.map(({ quantity }) => quantity));
  const others = result.parameters.filter(({ name }) => !named.has(name));
  const least = others.reduce(
    (min, p) => Math.min(min, p.essBulk ?? min, p.essTail ?? min),
    Number.POSITIVE_INFINITY,
  );
  const independent = Math.floor(least).toLocaleString('en-US');
  const which =
    others.length < result.parameters.length ? 'every quantity but those named above' : 'every quantity';
  const { divergences } = sampling;
  const divergent = divergences === 0 ? 'no divergence' : `divergent draws: ${divergences}`;
  const { mode } = sampling;
  const bar =
    mode === 'quick'
      ? ` (quick check: R-hat ≤ ${wantedRHat.quick}, ESS ≥ ${wantedEss.quick}; a full fit asks for ${wantedRHat.full} and ${wantedEss.full})`
      : '';
  return `Converged${bar}: R-hat at most ${maxRHat?.toFixed(3)}, at least ${independent} independent draws for ${which}, ${divergent} (${workDone(result)}).`;
}

/** What blocks the result: for each kind of problem the worst case in full, and which others share it. */
export function blockingSentences({ convergence, spec }: ResultFile): string[] {
  const labels = labelsOf(spec);
  const blocking = convergence.problems.filter(({ severity }) => severity === 'block');
  const codes = [...new Set(blocking.map(({ code }) => code))];
  return codes.map((code) => {
    const [worst, ...others] = blocking.filter((problem) => problem.code === code).sort(worstFirst);
    const named = others.slice(0, 3).map(({ quantity }) => describeQuantity(quantity, labels).words);
    const more =
      others.length > named.length
        ? `, and ${(others.length - named.length).toLocaleString('en-US')} more quantities of the model`
        : '';
    return `${worst?.sentence ?? ''}${named.length > 0 ? ` The same for ${named.join(', ')}${more}.` : ''}`;
  });
}

/** Furthest from its threshold first; a value that does not exist is the worst. */
function worstFirst(a: Problem, b: Problem): number {
  const distance = ({ value, threshold }: Problem) =>
    value === null ? Number.MAX_VALUE : Math.abs(value - threshold);
  return distance(b) - distance(a);
}

type Problem = ResultFile['convergence']['problems'][number];

/** How many true values the intervals hold. */
export function truthSentence(result: ResultFile, truth: TruthFile): string {
  const known = result.channels.flatMap(({ name, roas }) => {
    const value = truth.channels.find(({ column }) => column === name)?.roas;
    return roas && value !== undefined ? [value >= roas.hdi94[0] && value <= roas.hdi94[1]] : [];
  });
  const inside = known.filter((isInside) => isInside).length;
  return `${inside} of ${known.length} true ROAS lie inside their 94 % intervals.`;
}

/** Σ KPI over the measured periods: a channel's share is its contribution divided by it. */
export function kpiTotal({ channels }: ResultFile): number {
  const [first] = channels;
  return first ? first.contribution.mean / first.share.mean : Number.NaN;
}

function percent(share: number, decimals = 0): string {
  return `${(share * 100).toFixed(decimals)} %`;
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}
