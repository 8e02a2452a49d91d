// One row of advice for each channel of a converged full run: the verdict, why, the next step, how surely.
import { estimateText } from '../amounts.ts';
import type { Channel } from '../words.ts';
import { mcseOf } from '../words.ts';
import {
  bareInterval,
  breakEvenText,
  capitalised,
  costText,
  drawnMarginal,
  kpiName,
  marginalText,
  marginText,
  meanAndInterval,
  moneyText,
  named,
  neededText,
  nextOne,
  oneOfKpi,
  partOfKpi,
  worthColumn,
} from './phrases.ts';
import { probabilityText } from './probability.ts';
import type { Title, Verdict, VerdictWord } from './shapes.ts';
import {
  columnsWith,
  FLAT,
  givesVerdicts,
  paidOnTheWhole,
  type Ruling,
  rulingOn,
  wholeDidNotPay,
} from './verdict-rules.ts';
import { channelOf, isOverCredited, type View } from './view.ts';

const verdictWords: Readonly<Record<VerdictWord, string>> = {
  raise: 'Raise',
  lower: 'Lower',
  test_first: 'Test first',
  keep: 'Keep',
  cannot_tell: 'Cannot tell',
};

/** What can be acted on first: money to move, then what to find out, then what to leave. */
const ranks: Readonly<Record<VerdictWord, number>> = {
  raise: 0,
  lower: 0,
  test_first: 1,
  keep: 2,
  cannot_tell: 3,
};

/** The surest advice first. Empty where the run did not converge or was a quick look: `notice` says why. */
export function verdicts(view: View): Verdict[] {
  if (!givesVerdicts(view)) return [];
  const rows = view.order.map((column) => ({
    ruling: rulingOn(view, column),
    channel: channelOf(view, column),
  }));
  return rows
    .sort(
      (a, b) => ranks[a.ruling.verdict] - ranks[b.ruling.verdict] || sureness(b.ruling) - sureness(a.ruling),
    )
    .map(({ channel, ruling }) => verdictOn(view, channel, ruling));
}

/** How sure the advice is; what stays as it is keeps the order of contribution. */
function sureness({ verdict, pays }: Ruling): number {
  if (pays === null || ranks[verdict] > 0) return 0;
  return Math.max(pays, 1 - pays);
}

function verdictOn(view: View, channel: Channel, ruling: Ruling): Verdict {
  const { name, label, spend } = channel;
  const { verdict, pays } = ruling;
  const probability = pays === null ? null : verdict === 'lower' ? 1 - pays : pays;
  return {
    channel: name,
    label,
    spend: spend > 0 ? moneyText(view, spend) : null,
    verdict,
    word: verdictWords[verdict],
    why: whyOf(view, channel, ruling),
    next: nextStep(view, channel, ruling),
    probability,
    probabilityText: probability === null ? '–' : probabilityText(probability),
    probabilityOf: probability === null ? noProbability(ruling) : probabilityOf(view, verdict),
    ...returnOf(view, channel),
  };
}

function returnOf(
  view: View,
  { name, costPerKpi }: Channel,
): Pick<Verdict, 'returnLabel' | 'returnText' | 'returnInterval' | 'return'> {
  const text = marginalText(view, name);
  if (text)
    return {
      returnLabel: `${capitalised(nextOne(view))} returns`,
      returnText: text.mean,
      returnInterval: `94 %: ${text.interval}`,
      return: drawnMarginal(view, name),
    };
  const drawing = { return: null } as const;
  if (!costPerKpi) return { returnLabel: 'No spend', returnText: '–', returnInterval: '', ...drawing };
  const cost = estimateText({ ...costPerKpi, mean: costPerKpi.median, sd: 0 }, 0, view.words.moneyUnit);
  return {
    returnLabel: `One ${oneOfKpi(view)} cost`,
    returnText: cost.mean,
    returnInterval: `94 %: ${cost.interval}`,
    ...drawing,
  };
}

function probabilityOf({ margin, words }: View, verdict: VerdictWord): string {
  const next = words.oneSpent === 'unit' ? 'the next unit' : `the next ${words.oneSpent}`;
  const cost = words.oneSpent === 'unit' ? 'it costs' : `the ${words.oneSpent} it costs`;
  if (verdict === 'lower')
    return margin === null ? `that ${next} brings back less than ${cost}` : `that ${next} does not pay`;
  return margin === null ? `that ${next} brings back more than ${cost}` : `that ${next} pays`;
}

function noProbability({ ground }: Ruling): string {
  if (ground === 'over_credited') return 'none: media are given more than there is';
  if (ground === 'not_measured') return 'none: it would be a guess';
  return ground === 'no_spend' ? 'none: nothing is spent' : 'none: no price to hold it against';
}

function whyOf(view: View, channel: Channel, { ground }: Ruling): string {
  const { name, marginalRoas } = channel;
  const next = `${capitalised(nextOne(view))} returns ${meanAndInterval(view, name)}`;
  const turns = turningMargin(view, channel);
  const needed = neededText(view);
  const [low = 0, high = 0] = marginalRoas?.hdi94 ?? [];
  switch (ground) {
    case 'over_credited':
      return `The model gives media more than all of ${kpiName(view)}, so no return of a single channel can be right.`;
    case 'no_spend':
      return `${brought(view, channel)} Nothing is spent on it, so there is no money to move.`;
    case 'no_price':
      return noPrice(view, channel);
    case 'not_measured':
      return notMeasured(channel);
    case 'prior_disagrees':
      return `${next}. But what was assumed and what your data say do not agree, and this figure lies between the two.`;
    case 'flat':
      return `${next}. But it ran at about one level, so its effect cannot be told from the baseline.`;
    case 'pays':
      return `${next}, ${low > view.breakEven ? 'well ' : ''}above ${needed}.${turns}`;
    case 'pays_but_follows_demand':
      return `${next}, above ${needed}. But its spend follows demand, so part of that would have come anyway.`;
    case 'does_not_pay':
      return `${onTheWhole(view, channel)}${next}, ${high < view.breakEven ? 'well ' : ''}below ${needed}.${turns}`;
    case 'partly_assumed':
      return `${next}: below or above ${needed}, and ${assumed(channel)} of the answer is assumed.`;
    case 'wide':
      return `${next}: too wide to act on, on either side of ${needed}.`;
    case 'near_break_even':
      return `${next}: near ${needed}. The data do not say that more or less would be better.`;
  }
}

/** Before anyone named a margin: the one at which the next unit earns its cost, 1 / marginal ROAS. */
function turningMargin({ margin }: View, { marginalRoas }: Channel): string {
  if (margin !== null || !marginalRoas) return '';
  const turn = 1 / marginalRoas.mean;
  if (!(turn > 0 && turn < 1)) return ' That pays at no margin.';
  return ` That pays while your margin is above ${marginText(Number(turn.toPrecision(turn < 0.99 ? 2 : 4)))}.`;
}

/** What one unit of the KPI cost is known, what it is worth is not. */
function noPrice(view: View, { name, label }: Channel): string {
  const cost = costText(view, name);
  const known = cost ? `One ${oneOfKpi(view)} through ${label} cost ${cost}. ` : '';
  return `${known}Whether that pays depends on what one is worth, and your file does not say.`;
}

/** Whether the spend as a whole earned its cost, where that is as sure as the advice. */
function onTheWhole(view: View, { name, label, roasOfSpend }: Channel): string {
  const whole = paidOnTheWhole(view, name);
  if (whole === 'yes') return `${label} paid for itself, but is past its best. `;
  if (whole === 'open' || !roasOfSpend) return '';
  const mcse = mcseOf(view.result, `roas_of_spend[${name}]`);
  const text = estimateText(roasOfSpend, mcse, view.words.moneyUnit);
  return `${label} did not pay for itself: it returned ${text.mean} (${bareInterval(roasOfSpend, mcse)}) for each ${view.words.oneSpent}. `;
}

/** `Newsletter brought 3.9 % of orders (94 %: 1.2 to 6.5 %).` */
function brought(view: View, { name, label, contribution }: Channel): string {
  const part = partOfKpi(view, contribution, `total_contribution[${name}]`);
  return `${label} brought ${part.mean} (94 %: ${part.interval}).`;
}

function notMeasured(channel: Channel): string {
  const { information, flatProbability } = channel;
  if (!information) return 'There are too few draws to say how much of the answer is your data.';
  if (information.priorAndDataDisagree)
    return 'Your data and what was assumed pull apart, and the figure lies between the two.';
  const flat =
    flatProbability > FLAT
      ? 'It ran at about one level, so its effect cannot be told from the baseline. '
      : '';
  if (information.verdict === 'not_determined')
    return `${flat}Your data say nothing about its return: what would be shown is what was assumed.`;
  return `${flat}${capitalised(assumed(channel))} of the answer is our assumption, not your data.`;
}

/** The part of a return that no data made, in percent. */
function assumed({ information }: Channel): string {
  const { data = 0, experiments = 0 } = information?.shares ?? {};
  return `${Math.round((1 - data - experiments) * 100)} %`;
}

function nextStep(view: View, channel: Channel, { verdict, ground }: Ruling): string {
  if (ground === 'no_spend') return 'Nothing to decide about money.';
  if (ground === 'no_price')
    return `Say what one ${oneOfKpi(view)} is worth, in a column of your file such as ${worthColumn(view)}, and fit again.`;
  if (ground === 'over_credited') return 'Check the units and what is missing from the file, then fit again.';
  if (ground === 'not_measured' && channel.information?.priorAndDataDisagree)
    return 'Check its size prior and what else moved with it; a test would tell.';
  if (ground === 'prior_disagrees')
    return 'Check its size prior, and test it by region or pause it before you move money.';
  if (ground === 'flat') return 'Vary its spend by region or from week to week before you move money.';
  switch (verdict) {
    case 'raise':
      return raiseStep(view, channel);
    case 'lower':
      return lowerStep(view);
    case 'test_first':
      return 'Test it by region, or pause it for some weeks, before you move money.';
    case 'keep':
      return 'Leave it, and fit again after another quarter.';
    case 'cannot_tell':
      return channel.spend > 0
        ? 'Vary its spend by region or from week to week, then fit again.'
        : 'Vary it by region or from week to week, then fit again.';
  }
}

/** As far as the data reach: the whole pattern scaled, until over 5 % of the periods exceed the largest seen. */
function raiseStep({ result }: View, { responseCurve: curve }: Channel): string {
  const { period } = result.data;
  const reach = curve ? Math.max(1, ...curve.scale.filter((_, i) => !curve.extrapolated[i])) : 1;
  const percent = Math.round((reach - 1) * 100);
  if (percent < 5)
    return `Raise it in small steps and fit again: with every ${period}’s spend raised, more than one ${period} in twenty would soon exceed the largest seen.`;
  if (percent >= 100) return 'Raise it in steps, and fit again with what they show.';
  return `Raise it in steps, by up to ${percent} %, then fit again: with every ${period}’s spend raised further, more than one ${period} in twenty would exceed the largest seen.`;
}

function lowerStep(view: View): string {
  const [best] = [...columnsWith(view, 'raise')].sort((a, b) => marginal(view, b) - marginal(view, a));
  if (best === undefined) return 'Lower it in steps, and fit again with what they show.';
  return `Lower it in steps; ${channelOf(view, best).label} returns more on the next ${view.words.oneSpent}.`;
}

function marginal(view: View, column: string): number {
  return channelOf(view, column).marginalRoas?.mean ?? 0;
}

/** The heading of the list: what to do in one line. */
export function verdictsTitle(view: View): Title {
  if (!view.result.convergence.passed) return { title: 'No verdict: the run did not converge', subtitle: '' };
  if (!givesVerdicts(view))
    return { title: 'No verdict from a quick look', subtitle: 'Fit in full, and each channel gets one.' };
  const priced = view.result.channels.some(({ marginalRoas }) => marginalRoas);
  if (!priced)
    return {
      title: `Say what one ${oneOfKpi(view)} is worth, and each channel gets a verdict`,
      subtitle: `Without a price there is no break-even to hold a channel against. A column of your file such as ${worthColumn(view)} says it.`,
    };
  return {
    title: whatToDo(view),
    subtitle: `One verdict for each channel, moved alone, ${heldAgainst(view)}. The surest first.`,
  };
}

function whatToDo(view: View): string {
  const of = (verdict: VerdictWord) =>
    named(columnsWith(view, verdict).map((column) => channelOf(view, column).label));
  const [raise, lower, test] = [of('raise'), of('lower'), of('test_first')];
  if (isOverCredited(view)) return `No advice: media are given more than all of ${kpiName(view)}`;
  const money =
    raise && lower
      ? `Move money from ${lower} to ${raise}`
      : raise
        ? `Raise ${raise}`
        : lower
          ? `Lower ${lower}`
          : '';
  const tested = test && `${money ? 'test' : 'Test'} ${test} before you decide`;
  const said = [money, tested].filter(Boolean).join('; ');
  if (said === '') return nothingToDo(view);
  return money && view.margin === null ? `Before margin: ${lowerFirst(said)}` : said;
}

/** Where no channel is to be moved or tested: why, and whether all of them together paid. */
function nothingToDo(view: View): string {
  const of = (verdict: VerdictWord) =>
    named(
      columnsWith(view, verdict)
        .map((column) => channelOf(view, column))
        .filter(({ spend }) => spend > 0)
        .map(({ label }) => label),
    );
  const [unknown, kept] = [of('cannot_tell'), of('keep')];
  const which = kept || view.result.channels.length === 1 ? unknown : 'one channel';
  const unclear = unknown && `the data cannot tell what ${which} ${/ and /.test(which) ? 'do' : 'does'}`;
  if (wholeDidNotPay(view)) return `The whole did not pay; ${unclear || 'no channel stands out'}`;
  if (!unclear) return 'Nothing in the data asks for a change';
  return kept ? `Keep ${kept}; ${unclear}` : capitalised(unclear);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function heldAgainst(view: View): string {
  const { margin, words } = view;
  const at = breakEvenText(view);
  return margin === null
    ? `against ${at} back for each ${words.oneSpent}; give your margin to hold it against profit`
    : `against ${at}, break-even at your margin of ${marginText(margin)}`;
}
