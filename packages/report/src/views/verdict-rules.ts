// Which of the five verdicts a channel gets: one table of rules, read from the top, the first that holds decides.
import { probabilityAbove } from './probability.ts';
import type { VerdictWord } from './shapes.ts';
import { channelOf, insightsOf, isOverCredited, type View } from './view.ts';

/** The next unit of spend pays, or does not, at least this surely before money is moved. */
export const SURE = 0.85;
/** An interval wider than this factor around break-even says too little to act on, or to leave alone on. */
export const WIDE = 3;

/** A curve is flat over the spend seen with a probability above this: it cannot be told from the baseline (METHOD §4). */
export const FLAT = 0.5;

/** Why a rule held; the sentences follow it. */
export type Ground =
  | 'over_credited'
  | 'no_spend'
  | 'no_price'
  | 'not_measured'
  | 'prior_disagrees'
  | 'flat'
  | 'pays'
  | 'pays_but_follows_demand'
  | 'does_not_pay'
  | 'partly_assumed'
  | 'wide'
  | 'near_break_even';

export interface Ruling {
  readonly verdict: VerdictWord;
  readonly ground: Ground;
  /** P(marginal ROAS > break-even); null where there is no return, or nothing but assumptions behind it. */
  readonly pays: number | null;
}

/** What the rules look at. */
export interface Case {
  readonly hasSpend: boolean;
  /** The run gives media more than all of the KPI: no return of it can be right. */
  readonly overCredited: boolean;
  /** How much of the return is the data (METHOD §8); null when the draws are too few to say. */
  readonly information: 'measured' | 'partly_assumed' | 'mostly_assumed' | 'not_determined' | null;
  /** What was assumed and what the data say contradict each other: the return lies between the two. */
  readonly priorAndDataDisagree: boolean;
  /** That the curve is flat over the spend seen. */
  readonly flatProbability: number;
  readonly demandCaptured: boolean;
  /** Marginal ROAS: P(> break-even) and its 94 % interval; null where the KPI has no price. */
  readonly marginal: { readonly pays: number; readonly interval: readonly [number, number] } | null;
  readonly breakEven: number;
}

/**
 * | rule, the first that holds | verdict |
 * |---|---|
 * | media are given more than all of the KPI with a probability of 0.5 or more | cannot tell |
 * | mostly assumed, not determined, or too few draws to say how much is the data | cannot tell |
 * | no spend: nothing to move | keep |
 * | a counted KPI without a price: no break-even | cannot tell |
 * | prior and data disagree | test first |
 * | the curve is flat over the spend seen, with a probability above 0.5 | test first |
 * | P ≥ 0.85 and the spend follows demand, which makes its return look too high | test first |
 * | P ≥ 0.85 | raise |
 * | P ≤ 0.15 | lower |
 * | partly assumed | test first |
 * | the interval holds break-even and its ends are more than a factor 3 apart | test first |
 * | all others: near break-even, and known well enough | keep |
 *
 * P is the probability that the marginal ROAS is above break-even (1 / margin; 1 where no margin is given).
 */
export function rule(found: Case): Ruling {
  const { hasSpend, information, demandCaptured, marginal, breakEven } = found;
  if (found.overCredited) return { verdict: 'cannot_tell', ground: 'over_credited', pays: null };
  if (information === null || information === 'mostly_assumed' || information === 'not_determined')
    return { verdict: 'cannot_tell', ground: 'not_measured', pays: null };
  if (!hasSpend) return { verdict: 'keep', ground: 'no_spend', pays: null };
  if (!marginal) return { verdict: 'cannot_tell', ground: 'no_price', pays: null };
  const { pays } = marginal;
  if (found.priorAndDataDisagree) return { verdict: 'test_first', ground: 'prior_disagrees', pays };
  if (found.flatProbability > FLAT) return { verdict: 'test_first', ground: 'flat', pays };
  if (pays >= SURE && demandCaptured)
    return { verdict: 'test_first', ground: 'pays_but_follows_demand', pays };
  if (pays >= SURE) return { verdict: 'raise', ground: 'pays', pays };
  if (pays <= 1 - SURE) return { verdict: 'lower', ground: 'does_not_pay', pays };
  if (information === 'partly_assumed') return { verdict: 'test_first', ground: 'partly_assumed', pays };
  if (isWide(marginal.interval, breakEven)) return { verdict: 'test_first', ground: 'wide', pays };
  return { verdict: 'keep', ground: 'near_break_even', pays };
}

/** An interval that reaches zero or below has no factor between its ends: it is wide. */
function isWide([low, high]: readonly [number, number], breakEven: number): boolean {
  if (low > breakEven || high < breakEven) return false;
  return low <= 0 || high / low > WIDE;
}

/** The ruling on the channel `column` of a converged full run. */
export function rulingOn(view: View, column: string): Ruling {
  const { spend, information, marginalRoas, flatProbability } = channelOf(view, column);
  const quantiles = insightsOf(view, column).marginalRoas;
  return rule({
    hasSpend: spend > 0,
    overCredited: isOverCredited(view),
    information: information?.verdict ?? null,
    priorAndDataDisagree: information?.priorAndDataDisagree ?? false,
    flatProbability,
    demandCaptured: view.result.spec.channels.some((c) => c.column === column && c.demandCaptured === true),
    marginal:
      marginalRoas && quantiles
        ? { pays: probabilityAbove(quantiles, view.breakEven), interval: marginalRoas.hdi94 }
        : null,
    breakEven: view.breakEven,
  });
}

/** Only a run that converged in full gives verdicts (METHOD §7). */
export function givesVerdicts({ result }: View): boolean {
  return result.convergence.passed && result.sampling.mode === 'full';
}

/** The channels with `verdict`, in the order of contribution; none where the run gives no verdicts. */
export function columnsWith(view: View, verdict: VerdictWord): readonly string[] {
  if (!givesVerdicts(view)) return [];
  return view.order.filter((column) => rulingOn(view, column).verdict === verdict);
}

/** Whether all its spend together earned its cost: then the average pays though the next unit does not. */
export function paidOnTheWhole(view: View, column: string): 'yes' | 'no' | 'open' {
  const quantiles = insightsOf(view, column).roasOfSpend;
  if (!quantiles) return 'open';
  const pays = probabilityAbove(quantiles, view.breakEven);
  if (pays >= SURE) return 'yes';
  return pays <= 1 - SURE ? 'no' : 'open';
}

/** Whether all paid media together cost more than they earned, as surely as money is moved. */
export function wholeDidNotPay(view: View): boolean {
  const { roasQuantiles } = view.insights.paid;
  return roasQuantiles !== null && probabilityAbove(roasQuantiles, view.breakEven) <= 1 - SURE;
}
