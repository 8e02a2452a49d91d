// The words a report shares: what the KPI is called, in which money, over which period, what a channel is called.
import type { ResultFile } from '@mixmodel/contract';
import { currencyUnit, type Unit } from './amounts.ts';

export type Channel = ResultFile['channels'][number];

export interface Words {
  /** The KPI by its column: `revenue`. */
  readonly kpi: string;
  /** After an amount: `of revenue` for money, `conversions` for units. */
  readonly ofKpi: string;
  readonly kpiUnit: Unit;
  readonly moneyUnit: Unit;
  /** One unit of money in a sentence: `€1`, or `unit` when the currency is not known. */
  readonly oneSpent: string;
  /** `104 weeks, 2024-01-01 to 2025-12-28` */
  readonly period: string;
}

const plain: Unit = { before: '', after: '' };

export function wordsOf(result: ResultFile): Words {
  const { target } = result.spec.columns;
  const moneyUnit = currencyUnit(target.currency);
  const known = moneyUnit.before !== '' || moneyUnit.after !== '';
  const { rows, period, from, to } = result.data;
  return {
    kpi: target.column,
    ofKpi: target.kind === 'money' ? `of ${target.column}` : target.column,
    kpiUnit: target.kind === 'money' ? moneyUnit : plain,
    moneyUnit,
    oneSpent: known ? `${moneyUnit.before}1${moneyUnit.after}` : 'unit',
    period: `${rows.toLocaleString('en-US')} ${period}${rows === 1 ? '' : 's'}, ${from} to ${lastDay(to, period)}`,
  };
}

/** The last day of the period that begins on `date`. */
function lastDay(date: string, period: ResultFile['data']['period']): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const ends = {
    day: Date.UTC(year, month - 1, day),
    week: Date.UTC(year, month - 1, day + 6),
    month: Date.UTC(year, month, 0),
  };
  return new Date(ends[period]).toISOString().slice(0, 10);
}

/** Monte Carlo error of a stored quantity, for rounding; null when it is not known. */
export function mcseOf(result: ResultFile, quantity: string): number | null {
  return result.parameters.find(({ name }) => name === quantity)?.mcseMean ?? null;
}

/** Largest contribution first: the order of every table and sentence. */
export function byContribution(result: ResultFile): readonly Channel[] {
  return [...result.channels].sort((a, b) => b.contribution.mean - a.contribution.mean);
}
