// Words that several views share: the KPI's name, break-even, names in a row, an interval to be drawn.
import { amountText, type EstimateText, estimateText, shareText } from '../amounts.ts';
import { rounded } from '../rounding.ts';
import { dataPeriods, mcseOf, measuredText } from '../words.ts';
import type { DrawnInterval } from './shapes.ts';
import { insightsOf, type View } from './view.ts';

type Estimate = View['result']['baseline'];

/** The KPI inside a sentence: `new_customers` as `new customers`. */
export function kpiName({ words }: View): string {
  return words.kpi.replaceAll('_', ' ').trim() || words.kpi;
}

/** The same at the head of a label: `New customers`. */
export function kpiTitle(view: View): string {
  return capitalised(kpiName(view));
}

export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

/** One unit of a counted KPI: `order`. */
export function oneOfKpi({ words }: View): string {
  return words.oneOfKpi.replaceAll('_', ' ');
}

/** A column name that is read as the worth of one unit of a counted KPI: `revenue_per_order`. */
export function worthColumn({ words }: View): string {
  return `revenue_per_${words.oneOfKpi.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_')}`;
}

/** The periods that totals are of: `104 weeks`, `102 of 104 weeks`. */
export function periodsText({ result }: View): string {
  return measuredText(result);
}

/** The periods a chart over time shows: `104 weeks`; `the last 26 of 104 weeks` where its series were cut. */
export function shownText(view: View): string {
  const all = dataPeriods(view.result);
  if (!isCut(view)) return all;
  const shown = view.insights.series.dates.length;
  return `the last${shown === 1 ? '' : ` ${shown.toLocaleString('en-US')}`} of ${all}`;
}

/** Whether its series were cut: then titles and totals are of more than what is shown. */
export function isCut({ result, insights }: View): boolean {
  return insights.series.dates.length < result.data.rows;
}

/** Whether what comes back is known in money: a KPI in money, or a counted one with a price. Returns and curves then are money. */
export function hasMoney({ result }: View): boolean {
  const { kind, revenuePerKpi } = result.spec.columns.target;
  return kind === 'money' || revenuePerKpi !== undefined;
}

/** What money came back is called after an amount: ` of revenue`; nothing where the KPI's name reads as no word. */
export function ofReturn({ result, words }: View): string {
  return result.spec.columns.target.kind === 'money' ? words.ofKpi.replaceAll('_', ' ') : ' of revenue';
}

/** The same as a name: `revenue`; `return` where the KPI's name reads as no word. */
export function returnName(view: View): string {
  return ofReturn(view).replace(' of ', '') || 'return';
}

/** Paid media inside a sentence; what else brings the KPI is then named apart. */
export function hasOrganic({ result }: View): boolean {
  return result.channels.some(({ spend }) => spend === 0);
}

/** `each €1`, `each unit` */
export function eachOne({ words }: View): string {
  return `each ${words.oneSpent}`;
}

/** `the next €1`, `the next unit spent` */
export function nextOne({ words }: View): string {
  return words.oneSpent === 'unit' ? 'the next unit spent' : `the next ${words.oneSpent}`;
}

/** Break-even as an amount: `€2.00`. */
export function breakEvenText({ breakEven, words }: View): string {
  return `${words.moneyUnit.before}${rounded(breakEven, -2)}`;
}

/** What a return is held against: `the €2.00 you need`; before anyone named a margin `the €1 it costs`. */
export function neededText(view: View): string {
  const { margin, words } = view;
  if (margin !== null) return `the ${breakEvenText(view)} you need`;
  return `the ${words.moneyUnit.before}1 it costs`;
}

/** `50 %`, as exact as it was given. */
export function marginText(margin: number): string {
  return `${Number((margin * 100).toPrecision(4)).toLocaleString('en-US', { maximumSignificantDigits: 4 })} %`;
}

/** The return of the next unit of spend of channel `column`, as text; nothing where there is none. */
export function marginalText(view: View, column: string): EstimateText | undefined {
  const channel = view.result.channels.find(({ name }) => name === column);
  return channel?.marginalRoas
    ? estimateText(
        channel.marginalRoas,
        mcseOf(view.result, `marginal_roas[${column}]`),
        view.words.moneyUnit,
      )
    : undefined;
}

/** The bounds alone, without unit: for brackets behind a mean that has it. */
export function bareInterval(estimate: Estimate, mcse: number | null): string {
  return estimateText(estimate, mcse).interval;
}

/** `€1.62 (1.04 to 2.20)` */
export function meanAndInterval(view: View, column: string): string | undefined {
  const channel = view.result.channels.find(({ name }) => name === column);
  const text = marginalText(view, column);
  if (!channel?.marginalRoas || !text) return undefined;
  const bare = bareInterval(channel.marginalRoas, mcseOf(view.result, `marginal_roas[${column}]`));
  return `${text.mean} (${bare})`;
}

/** `€0.26 (0.21 to 0.31)`: what one unit of a counted KPI cost. */
export function costText(view: View, column: string): string | undefined {
  const cost = view.result.channels.find(({ name }) => name === column)?.costPerKpi;
  if (!cost) return undefined;
  const estimate = { ...cost, mean: cost.median, sd: 0 };
  return `${estimateText(estimate, 0, view.words.moneyUnit).mean} (${bareInterval(estimate, 0)})`;
}

const mostNames = 3;

/** `TV`, `TV and Search`, `TV, Search and Radio`, `TV, Search and 4 more`. */
export function named(labels: readonly string[], most = mostNames): string {
  if (labels.length > most)
    return `${labels.slice(0, most - 1).join(', ')} and ${labels.length - most + 1} more`;
  if (labels.length <= 1) return labels.join('');
  return `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

/** `, with Price at 20.4 and Promotion at 0`: what the baseline takes as given; nothing without treatments. */
export function atReferences({ treatments = [] }: View['result']): string {
  const places = treatments.map(
    ({ label, reference }) =>
      `${label} at ${reference.toLocaleString('en-US', { maximumSignificantDigits: 4 })}`,
  );
  return places.length === 0 ? '' : `, with ${named(places)}`;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Up to ten as a word. */
export function countWord(count: number): string {
  return small[count] ?? count.toLocaleString('en-US');
}

/** The end of an axis: a round number at or beyond `value`. */
export function roundEnd(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((s) => s * power >= value * (1 - 1e-12)) ?? 10;
  return step * power;
}

/** Estimate and quartiles on an axis from 0, or from below it where the estimate goes there. */
export function drawn(
  { mean, hdi94: [lo, hi] }: Estimate,
  quartiles: readonly [number, number] | null,
  reference: { readonly at: number; readonly label: string } | null,
  end?: number,
): DrawnInterval {
  const most = Math.max(hi, mean, reference?.at ?? 0, 0);
  const least = Math.min(lo, mean, reference?.at ?? 0, 0);
  return {
    mean,
    lo,
    hi,
    q25: quartiles ? quartiles[0] : null,
    q75: quartiles ? quartiles[1] : null,
    from: least < 0 ? -roundEnd(-least) : 0,
    to: end ?? roundEnd(most),
    reference: reference?.at ?? null,
    referenceLabel: reference?.label ?? null,
  };
}

/** The middle half of quantiles at 0, 1 … 100 %. */
export function quartilesOf(quantiles: readonly number[] | null): readonly [number, number] | null {
  const [low, high] = [quantiles?.[25], quantiles?.[75]];
  return low === undefined || high === undefined ? null : [low, high];
}

/** What stands beside the break-even mark. */
export function breakEvenLabel(view: View): string {
  return `Break-even ${breakEvenText(view)}`;
}

/** Marginal ROAS of a channel with its quartiles, on the axis all channels share. */
export function drawnMarginal(view: View, column: string): DrawnInterval | null {
  const { result, breakEven } = view;
  const estimate = result.channels.find(({ name }) => name === column)?.marginalRoas;
  if (!estimate) return null;
  const highest = Math.max(breakEven, ...result.channels.map(({ marginalRoas: m }) => m?.hdi94[1] ?? 0));
  const quartiles = quartilesOf(insightsOf(view, column).marginalRoas);
  return drawn(estimate, quartiles, { at: breakEven, label: breakEvenLabel(view) }, roundEnd(highest));
}

/** An estimate times a constant: mean, sd, median and interval all follow. */
export function scaled({ mean, sd, median, hdi94: [low, high] }: Estimate, factor: number): Estimate {
  return {
    mean: mean * factor,
    sd: sd * factor,
    median: median * factor,
    hdi94: [low * factor, high * factor],
  };
}

/** An estimate plus a constant. */
export function shifted({ mean, sd, median, hdi94: [low, high] }: Estimate, by: number): Estimate {
  return { mean: mean + by, sd, median: median + by, hdi94: [low + by, high + by] };
}

/** What part of the KPI an estimate is: `24.4 % of revenue`; the amount itself where the KPI's total is no whole to divide. */
export function partOfKpi(
  view: View,
  estimate: Estimate,
  quantity: string,
): { readonly mean: string; readonly interval: string } {
  const { result, insights, words } = view;
  const mcse = mcseOf(result, quantity) ?? 0;
  if (!(insights.kpi > 0)) {
    const { mean, interval } = estimateText(estimate, mcse, words.kpiUnit);
    return { mean: `${mean}${words.ofKpi.replaceAll('_', ' ')}`, interval };
  }
  const { mean, interval } = shareText(scaled(estimate, 1 / insights.kpi), mcse / insights.kpi);
  return { mean: `${mean} of ${kpiName(view)}`, interval };
}

/** A known amount of money. */
export function moneyText({ words }: View, amount: number): string {
  return amountText(amount, words.moneyUnit);
}
