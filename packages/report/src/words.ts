// The words a report shares: what the KPI is called, in which money, over which period, what a channel is called.
import type { ResultFile } from '@mixmodel/contract';
import { currencyUnit, type Unit } from './amounts.ts';

export type Channel = ResultFile['channels'][number];

export interface Words {
  /** The KPI by its column: `revenue`. */
  readonly kpi: string;
  /** After an amount, with a space before it: ` of revenue` for money, ` conversions` for units; nothing where the name would not read as a word. */
  readonly ofKpi: string;
  /** One unit of a counted KPI: `conversion`. */
  readonly oneOfKpi: string;
  readonly kpiUnit: Unit;
  readonly moneyUnit: Unit;
  /** One unit of money in a sentence: `€1`, or `unit` when the currency is not known. */
  readonly oneSpent: string;
  /** Head of the column that says what more spend brings: `Next €1`. */
  readonly next: string;
  /** `104 weeks, 2024-01-01 to 2025-12-28`; the periods that counted where that is not all: `102 of 104 weeks, …` */
  readonly period: string;
}

const plain: Unit = { before: '', after: '' };

export function wordsOf(result: ResultFile): Words {
  const { target } = result.spec.columns;
  const moneyUnit = currencyUnit(target.currency);
  const known = moneyUnit.before !== '' || moneyUnit.after !== '';
  const { from, to } = result.data;
  return {
    kpi: target.column,
    ofKpi: !/^[\p{L} _-]+$/u.test(target.column)
      ? ''
      : target.kind === 'money'
        ? ` of ${target.column}`
        : ` ${target.column}`,
    oneOfKpi: singular(target.column),
    kpiUnit: target.kind === 'money' ? moneyUnit : plain,
    moneyUnit,
    oneSpent: known ? `${moneyUnit.before}1` : 'unit',
    next: known ? `Next ${moneyUnit.before}1` : 'Next 1 spent',
    period: `${measuredText(result)}, ${from} to ${to}`,
  };
}

/** The periods every total is of: `104 weeks`, `102 of 104 weeks` where some have no KPI or were left out. */
export function measuredText(result: ResultFile): string {
  const { rows } = result.fit;
  const all = dataPeriods(result);
  return rows < result.data.rows ? `${rows.toLocaleString('en-US')} of ${all}` : all;
}

/** All periods of the data: `104 weeks`. */
export function dataPeriods({ data: { rows, period } }: ResultFile): string {
  return `${rows.toLocaleString('en-US')} ${period}${rows === 1 ? '' : 's'}`;
}

/** An English plural without its s; any other name as it is. */
function singular(column: string): string {
  return /[a-z]{2}(?<!s)s$/.test(column) ? column.slice(0, -1) : column;
}

/** Monte Carlo error of a stored quantity, for rounding; null when it is not known. */
export function mcseOf(result: ResultFile, quantity: string): number | null {
  return result.parameters.find(({ name }) => name === quantity)?.mcseMean ?? null;
}

/** Largest contribution first: the order of every table and sentence. */
export function byContribution(result: ResultFile): readonly Channel[] {
  return [...result.channels].sort((a, b) => b.contribution.mean - a.contribution.mean);
}

/** The `most` channels with the largest spend, still in the order of contribution. */
export function largestSpend(result: ResultFile, most: number): readonly Channel[] {
  const largest = new Set([...result.channels].sort((a, b) => b.spend - a.spend).slice(0, most));
  return byContribution(result).filter((channel) => largest.has(channel));
}

/** An estimate in another unit. */
export function scaledBy({ mean, sd, median, hdi94: [low, high] }: ResultFile['baseline'], factor: number) {
  return {
    mean: mean * factor,
    sd: sd * factor,
    median: median * factor,
    hdi94: [low * factor, high * factor] as [number, number],
  };
}
