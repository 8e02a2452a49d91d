// Findings as headings for the charts of what channels brought and return: executive and manager views.
import { estimateText } from '../amounts.ts';
import { type Channel, mcseOf } from '../words.ts';
import {
  atReferences,
  breakEvenText,
  capitalised,
  costText,
  countWord,
  hasMoney,
  hasOrganic,
  isCut,
  kpiName,
  kpiTitle,
  marginText,
  meanAndInterval,
  named,
  nextOne,
  oneOfKpi,
  partOfKpi,
  periodsText,
  returnName,
  shownText,
} from './phrases.ts';
import type { Title } from './shapes.ts';
import { columnsWith, rulingOn, SURE } from './verdict-rules.ts';
import { channelOf, channelsInOrder, insightsOf, type View } from './view.ts';

/** A finding, or where the run did not converge the word that there is none. */
export function finding({ result }: View, title: string, subtitle: string): Title {
  return { title: result.convergence.passed ? title : 'Not converged: for finding the cause only', subtitle };
}

const advertising = (view: View) => (hasOrganic(view) ? 'Media' : 'Advertising');

export function overTimeTitle(view: View): Title {
  const { result } = view;
  const [first, ...others] = channelsInOrder(view);
  const part = partOfKpi(view, result.totalMedia, 'total_media_contribution');
  // Largest by its mean; surely so only where no other interval reaches into its own.
  const apart = others.every(
    ({ contribution }) => contribution.hdi94[1] < (first?.contribution.hdi94[0] ?? 0),
  );
  const largest =
    first && others.length > 0 ? `, ${apart ? '' : 'probably '}${first.label} the largest part of it` : '';
  return finding(
    view,
    `${advertising(view)} brought ${part.mean} (${part.interval})${largest}`,
    `${kpiTitle(view)} a ${result.data.period}${inUnit(view)}, ${shownText(view)}.${isCut(view) ? ` The share is of ${periodsText(view)}.` : ''} Areas are posterior means and add up to the model’s prediction.`,
  );
}

/** `, in €`: for a subtitle; nothing where the unit is the KPI itself. */
function inUnit({ words }: View): string {
  return words.kpiUnit.before === '' ? '' : `, in ${words.kpiUnit.before.trim()}`;
}

export function shareTitle(view: View): Title {
  const { baseline } = view.result;
  const part = partOfKpi(view, baseline, 'baseline_contribution');
  const title =
    baseline.mean > 0
      ? `${part.mean} would have come anyway (${part.interval})${atReferences(view.result)}`
      : `Media are given more than all of ${kpiName(view)}`;
  return finding(view, title, `Share of ${kpiName(view)}, ${periodsText(view)}; 94 % intervals.`);
}

export function roasTitle(view: View): Title {
  const dots = 'Dot: mean; thick line: middle 50 %; thin line: 94 % interval.';
  const returns = channelsInOrder(view).filter(({ marginalRoas }) => marginalRoas);
  if (returns.length === 0) return costTitle(view);
  const break94 =
    view.margin === null
      ? `Dashed: ${breakEvenText(view)} back for each ${view.words.oneSpent}, before margin.`
      : `Above break-even it pays at your margin of ${marginText(view.margin)}.`;
  return finding(
    view,
    [bestNext(view, returns), ...flattest(view)].join('; '),
    `${capitalised(returnName(view))} per ${view.words.oneSpent} spent, ${periodsText(view)}. ${dots} ${break94}`,
  );
}

/** Who earns most on the next unit; only as surely as the intervals lie apart. */
function bestNext(view: View, returns: readonly Channel[]): string {
  const sorted = [...returns].sort((a, b) => (b.marginalRoas?.mean ?? 0) - (a.marginalRoas?.mean ?? 0));
  const [best, second] = sorted;
  if (!best) return '';
  if (!second)
    return `${capitalised(nextOne(view))} on ${best.label} returns ${meanAndInterval(view, best.name)}`;
  const apart = (best.marginalRoas?.hdi94[0] ?? 0) > (second.marginalRoas?.hdi94[1] ?? 0);
  const earns = apart ? 'earns most' : 'may earn most';
  return `${best.label} ${earns} on ${nextOne(view)}: ${meanAndInterval(view, best.name)}`;
}

function flattest(view: View): string[] {
  const lowered = columnsWith(view, 'lower').map((column) => channelOf(view, column).label);
  return lowered.length === 0
    ? []
    : [`${named(lowered)} ${lowered.length > 1 ? 'do' : 'does'} not earn it back`];
}

/** A counted KPI without a price has costs in place of returns. */
function costTitle(view: View): Title {
  const priced = channelsInOrder(view).filter(({ costPerKpi }) => costPerKpi);
  const [best, second] = [...priced].sort(
    (a, b) => (a.costPerKpi?.median ?? 0) - (b.costPerKpi?.median ?? 0),
  );
  const subtitle = `Cost of one ${oneOfKpi(view)}, ${periodsText(view)}. Dot: median; line: 94 % interval.`;
  if (!best) return finding(view, 'No channel has spend, so none has a return', `${periodsText(view)}.`);
  const cost = `One ${oneOfKpi(view)}`;
  const title = second
    ? `${cost} ${(best.costPerKpi?.hdi94[1] ?? 0) < (second.costPerKpi?.hdi94[0] ?? 0) ? 'cost' : 'may have cost'} least through ${best.label}: ${costText(view, best.name)}`
    : `${cost} through ${best.label} cost ${costText(view, best.name)}`;
  return finding(view, title, subtitle);
}

export function curvesTitle(view: View): Title {
  const labels = (verdict: 'raise' | 'lower') =>
    columnsWith(view, verdict).map((column) => channelOf(view, column).label);
  const [room, flat] = [labels('raise'), labels('lower')];
  const parts = [
    ...(room.length > 0 ? [`${named(room)} ${room.length > 1 ? 'have' : 'has'} room`] : []),
    ...(flat.length > 0 ? [`${named(flat)} ${flat.length > 1 ? 'gain' : 'gains'} little from more`] : []),
  ];
  const hasReturns = hasMoney(view) && view.result.channels.some(({ responseCurve }) => responseCurve);
  const dotted = hasReturns
    ? ` The dotted line is ${breakEvenText(view)} for each ${view.words.oneSpent}.`
    : '';
  const what = hasReturns ? capitalised(returnName(view)) : kpiTitle(view);
  return finding(
    view,
    parts.length > 0 ? parts.join('; ') : 'What more or less spend would bring',
    `${what} by spend, both over ${periodsText(view)}, the pattern of spend scaled from nothing to twice as much. Bands: 50 and 94 %; dashed: more than one ${view.result.data.period} in twenty beyond the largest seen.${dotted}`,
  );
}

/** One line over the curve of channel `column`. */
export function curveNote(view: View, column: string): string {
  const { pays, ground } = rulingOn(view, column);
  if (ground === 'no_spend') return 'No spend';
  if (ground === 'over_credited') return 'No advice: media are given too much';
  if (ground === 'not_measured')
    return channelOf(view, column).information?.priorAndDataDisagree
      ? 'Prior and data disagree'
      : 'Assumed more than seen';
  const cost = costText(view, column);
  if (pays === null) return cost ? `One ${oneOfKpi(view)} cost ${cost}` : '';
  const next = `${nextOne(view).replace('the ', '')} returns ${meanAndInterval(view, column)}`;
  if (ground === 'prior_disagrees') return `Prior and data disagree: ${next}`;
  if (ground === 'flat') return `Hardly told from the baseline: ${next}`;
  if (pays >= SURE) return `Steeper than break-even: ${next}`;
  if (pays <= 1 - SURE) return `Flatter than break-even: ${next}`;
  return `${ground === 'wide' ? 'Wide' : 'Near break-even'}: ${next}`;
}

export function decayTitle(view: View): Title {
  const [longest, second] = [...view.insights.channels].sort((a, b) => b.halfLife.mean - a.halfLife.mean);
  const subtitle = `Share of the effect of ${view.words.oneSpent === 'unit' ? 'one unit of spend' : view.words.oneSpent}, %, by ${view.result.data.period} after it was spent (0 = the same ${view.result.data.period}); 94 % bands.`;
  if (!longest) return finding(view, 'How long each channel keeps working', subtitle);
  const { label } = channelOf(view, longest.name);
  const half = `half of its effect comes ${halfLifeText(view, longest.name)}`;
  if (!second) return finding(view, `${label}: ${half}`, subtitle);
  const apart = longest.halfLife.hdi94[0] > second.halfLife.hdi94[1];
  return finding(view, `${label} ${apart ? 'keeps' : 'may keep'} working longest: ${half}`, subtitle);
}

/** `half after 1.2 weeks (0.7 to 1.7)`, `half within the first week` */
export function decayNote(view: View, column: string): string {
  return `half ${halfLifeText(view, column)}`;
}

function halfLifeText(view: View, column: string): string {
  const { halfLife } = insightsOf(view, column);
  const { mean, high, interval } = estimateText(halfLife);
  const { period } = view.result.data;
  if (halfLife.mean < 1)
    return `within the first ${period}${halfLife.hdi94[1] > 1 ? ` (94 %: up to ${high} ${period}s)` : ''}`;
  return `after ${mean} ${period}${Number(mean) === 1 ? '' : 's'} (${interval})`;
}

export function waterfallTitle(view: View): Title {
  const { result, words } = view;
  const base = estimateText(result.baseline, mcseOf(result, 'baseline_contribution'), words.kpiUnit);
  const media = estimateText(result.totalMedia, mcseOf(result, 'total_media_contribution'), words.kpiUnit);
  const what = advertising(view).toLowerCase();
  const given = atReferences(result);
  const title =
    result.baseline.mean > 0
      ? given === ''
        ? `${base.mean} came without ${what}, ${media.mean} through it`
        : `${base.mean} would have come without ${what}${given}; ${what} brought ${media.mean}`
      : `${capitalised(what)} are given more than all of ${kpiName(view)}`.replace(
          'Advertising are',
          'Advertising is',
        );
  return finding(
    view,
    title,
    `${kpiTitle(view)}, ${periodsText(view)}, posterior means; the thin line is the 94 % interval of each step. Without: ${base.interval}; through it: ${media.interval}.`,
  );
}

const measuredWords = {
  measured: 'measured',
  partly_assumed: 'partly assumed',
  mostly_assumed: 'mostly assumed',
  not_determined: 'not determined by the data',
} as const;

/** `Measured`, `Mostly assumed`: beside a meter; a dash's words where the draws are too few. */
export function measuredWord({ information }: Pick<Channel, 'information'>): string {
  return information ? capitalised(measuredWords[information.verdict]) : 'Too few draws to say';
}

export function metersTitle(view: View): Title {
  const count = (verdict: keyof typeof measuredWords) =>
    view.result.channels.filter(({ information }) => information?.verdict === verdict).length;
  const kinds = (Object.keys(measuredWords) as (keyof typeof measuredWords)[]).filter(
    (kind) => count(kind) > 0,
  );
  const [first, ...others] = kinds;
  const noun = (n: number) => (n === 1 ? 'channel' : 'channels');
  const unsaid = view.result.channels.filter(({ information }) => !information).length;
  const title = first
    ? [
        `${capitalised(countWord(count(first)))} ${noun(count(first))} ${measuredWords[first]}`,
        ...others.map((kind) => `${countWord(count(kind))} ${measuredWords[kind]}`),
        ...(unsaid > 0 ? [`${countWord(unsaid)} with too few draws to say`] : []),
      ].join(', ')
    : 'Too few draws to say how much is measured';
  return finding(
    view,
    title,
    'How much of each return comes from your data (solid) and how much from assumptions (hatched), %.',
  );
}
