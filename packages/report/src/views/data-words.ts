// An uploaded file in words once its columns are known: periods, KPI, spend by channel, what moves together.
import type { ColumnView, DatasetView } from '@mixmodel/contract';
import { amountText, currencyUnit, type Unit } from '../amounts.ts';
import { dayText } from './header.ts';
import { movesAlike } from './moves-alike.ts';
import { capitalised } from './phrases.ts';
import type { DataWords, Fact } from './shapes.ts';

const plain: Unit = { before: '', after: '' };

export function dataWords(view: DatasetView): DataWords {
  const spend = spendOf(view);
  const total = spend.reduce((sum, { total }) => sum + total, 0);
  const money = currencyUnit(view.mapping.currency);
  return {
    title: titleOf(view, spend.length),
    facts: [...periodFacts(view), ...kpiFacts(view, money), ...spendFacts(total, spend.length, money)],
    spend: spend.map(({ column, label, total: amount }) => ({
      column,
      label,
      amount: amountText(amount, money),
      share: total > 0 ? amount / total : 0,
      shareText: total > 0 ? shareOf(amount / total) : '–',
    })),
    sentences: view.findings.filter(movesAlike).map(({ sentence }) => sentence),
  };
}

interface Spend {
  readonly column: string;
  readonly label: string;
  readonly total: number;
}

/** Channels by spend, the largest first. */
function spendOf({ columns }: DatasetView): Spend[] {
  return columns
    .flatMap(({ name, role, label, total }) =>
      role === 'spend' && total !== null ? [{ column: name, label: label ?? name, total }] : [],
    )
    .sort((a, b) => b.total - a.total);
}

function titleOf({ grid, findings }: DatasetView, channels: number): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return `${errors === 1 ? 'One thing has' : `${errors} things have`} to be corrected first`;
  if (!grid) return 'The periods are not known yet';
  return `${counted(grid.periods, grid.period)}, ${counted(channels, 'channel')} with spend`;
}

function periodFacts({ grid }: DatasetView): Fact[] {
  if (!grid) return [];
  const { periods, period, from, to } = grid;
  return [{ term: 'Period', text: `${counted(periods, period)}, ${dayText(from)} to ${dayText(to)}` }];
}

function kpiFacts({ columns, grid, mapping, draft }: DatasetView, money: Unit): Fact[] {
  const target = columns.find(({ role }) => role === 'target');
  if (!target) return [];
  const kind = mapping.kpi ?? draft?.columns.target.kind;
  const unit = kind === 'money' ? money : plain;
  return [{ term: capitalised(target.name.replaceAll('_', ' ')), text: kpiText(target, grid, unit) }];
}

function kpiText({ total, missing }: ColumnView, grid: DatasetView['grid'], unit: Unit): string {
  if (total === null) return 'not a number yet';
  const each =
    grid && grid.periods > 0
      ? `, ${amountText(total / grid.periods, unit)} in an average ${grid.period}`
      : '';
  const gaps = missing > 0 ? `; ${counted(missing, 'value')} missing` : '';
  return `${amountText(total, unit)}${each}${gaps}`;
}

function spendFacts(total: number, channels: number, money: Unit): Fact[] {
  if (channels === 0) return [];
  return [{ term: 'Spend', text: `${amountText(total, money)} in ${counted(channels, 'channel')}` }];
}

/** A share that is not nothing is never written as nothing, nor all where something else is. */
function shareOf(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  if (share >= 0.995 && share < 1) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
}
