// Numbers of the posterior as the charts write them: the report's rounding, units and intervals always beside them.
import { amountText, type EstimateText, estimateText, shareText, type Unit } from '../amounts.ts';
import { hasMoney, kpiName } from '../views/phrases.ts';
import type { View } from '../views/view.ts';

export const none: Unit = { before: '', after: '' };
export const percent: Unit = { before: '', after: ' %' };

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

interface Estimated {
  readonly mean: number;
  readonly hdi94: readonly [number, number];
}

export interface Band {
  readonly mean: readonly number[];
  readonly q03: readonly number[];
  readonly q25: readonly number[];
  readonly q75: readonly number[];
  readonly q97: readonly number[];
}

export function intervalOf({ mean, hdi94: [low, high] }: Estimated): Interval {
  return { mean, low, high };
}

/** One place of a band. */
export function bandAt(band: Band, index: number): Interval {
  return { mean: band.mean[index] ?? 0, low: band.q03[index] ?? 0, high: band.q97[index] ?? 0 };
}

export function intervalText(
  { mean, low, high }: Interval,
  unit: Unit,
  mcse: number | null = 0,
): EstimateText {
  return estimateText({ mean, sd: 0, median: mean, hdi94: [low, high] }, mcse, unit);
}

/** A share of the whole, in percent. */
export function percentText({ mean, low, high }: Interval, mcse: number | null = 0): EstimateText {
  return shareText({ mean, sd: 0, median: mean, hdi94: [low, high] }, mcse);
}

/** `€4.3 M (€2.9 to 5.7 M)` */
export function withInterval(text: EstimateText): string {
  return `${text.mean} (${text.interval})`;
}

/** `€4.3 M (3 to 97 %: €2.9 to 5.7 M)`: of a band, whose ends are quantiles and no 94 % interval. */
export function withBand(text: EstimateText): string {
  return `${text.mean} (3 to 97 %: ${text.interval})`;
}

/** A known amount. */
export function amount(value: number, unit: Unit): string {
  return amountText(value, unit);
}

/** The KPI's unit in the head of a column: `EUR`, `orders`. */
export function kpiUnitName(view: View): string {
  const { target } = view.result.spec.columns;
  return target.kind === 'money' ? (target.currency ?? 'money') : kpiName(view);
}

/** After an amount of the KPI: nothing for money, whose sign stands before it; ` orders` for units. */
export function kpiUnit(view: View): Unit {
  const isMoney = view.result.spec.columns.target.kind === 'money';
  return isMoney ? view.words.kpiUnit : { before: '', after: ` ${kpiName(view)}` };
}

/** The unit a response curve is in: money where the KPI is money or has a price, the KPI's own otherwise. */
export function curveUnit(view: View): Unit {
  return hasMoney(view) ? view.words.moneyUnit : kpiUnit(view);
}

/** The same in the head of a column. */
export function curveUnitName(view: View): string {
  return hasMoney(view) ? (view.result.spec.columns.target.currency ?? 'money') : kpiUnitName(view);
}
