// The two tables of a run: what each channel returned, and what the next unit and the whole are worth.
import type { ResultFile, TruthFile } from '@mixmodel/contract';
import { amountText, type EstimateText, estimateText, shareText } from './amounts.ts';
import { axisEnd, type Bar, barLegend, intervalBars } from './interval-bar.ts';
import { type Column, clip, type Style, table, tableWidth, wrap } from './layout.ts';
import { rounded } from './rounding.ts';
import { byContribution, type Channel, mcseOf, type Words } from './words.ts';

export interface TableOptions {
  readonly width: number;
  readonly style: Style;
  readonly words: Words;
  readonly truth?: TruthFile;
}

const none = '–';
const narrowestBar = 10;
const widestBar = 32;

/** ROAS with its interval, drawn, and the truth beside it when there is one; contributions where nothing has a ROAS. */
export function returnTable(result: ResultFile, options: TableOptions): string[] {
  return result.channels.some(({ roas }) => roas)
    ? roasTable(result, options)
    : contributionTable(result, options);
}

function roasTable(result: ResultFile, { width, style, words, truth }: TableOptions): string[] {
  const channels = byContribution(result);
  const texts = channels.map((channel) => roasText(result, channel));
  const truths = channels.map(
    (channel) => truth?.channels.find(({ column }) => column === channel.name)?.roas,
  );
  const bars = channels.map(({ roas }, i) => roas && barOf(roas, truths[i]));
  const columns: Column[] = [
    labelColumn(channels, width),
    spendColumn(channels, words),
    { ...right('ROAS', texts.map(meanOf)), dress: style.strong },
    right('94 % interval', texts.map(intervalOf)),
    ...(truth
      ? [
          right(
            'Truth',
            truths.map((value) => (value === undefined ? none : rounded(value, -2))),
          ),
        ]
      : []),
  ];
  const ofTruth = truth ? `, ${barLegend.truth} truth` : '';
  return withBars(columns, bars, { width, style }, 1, `${barLegend.breakEven} 1 back for 1 spent${ofTruth}`);
}

function contributionTable(result: ResultFile, { width, style, words }: TableOptions): string[] {
  const channels = byContribution(result);
  const texts = channels.map(({ name, contribution }) =>
    estimateText(contribution, mcseOf(result, `total_contribution[${name}]`), words.kpiUnit),
  );
  const bars = channels.map(({ contribution }) => barOf(contribution));
  const columns: Column[] = [
    labelColumn(channels, width),
    spendColumn(channels, words),
    { ...right('Brought', texts.map(meanOf)), dress: style.strong },
    right('94 % interval', texts.map(intervalOf)),
  ];
  return withBars(columns, bars, { width, style });
}

/** The table with its intervals drawn in what room is left, and a line that explains the marks. */
function withBars(
  columns: readonly Column[],
  bars: readonly (Bar | null)[],
  { width, style }: Pick<TableOptions, 'width' | 'style'>,
  breakEven?: number,
  otherMarks?: string,
): string[] {
  const room = Math.min(widestBar, width - tableWidth(columns) - 2);
  if (room < narrowestBar) return table(columns, style);
  const end = axisEnd(bars, breakEven ?? 0);
  const cells = intervalBars(bars, room, end, breakEven);
  const legend = `${barLegend.mean} mean, line 94 % interval${otherMarks ? `, ${otherMarks}` : ''}`;
  const drawn = { head: axisHead(room, end), align: 'left' as const, cells };
  return [...table([...columns, drawn], style), ...wrap(legend, width).map(style.faint)];
}

/** Marginal ROAS and share of the KPI (cost of a KPI unit where there is no money), each with its interval. */
export function valueTable(result: ResultFile, { width, style, words }: TableOptions): string[] {
  const channels = byContribution(result);
  const shares = channels.map((channel) => shareText(channel.share, shareMcse(result, channel)));
  const columns = [labelColumn(channels, width)];
  if (channels.some(({ marginalRoas }) => marginalRoas)) {
    const texts = channels.map(({ name, marginalRoas }) =>
      marginalRoas ? estimateText(marginalRoas, mcseOf(result, `marginal_roas[${name}]`)) : undefined,
    );
    columns.push(
      right(words.oneSpent === 'unit' ? 'Next unit' : `Next ${words.oneSpent}`, texts.map(meanOf)),
    );
    columns.push(right('94 % interval', texts.map(intervalOf)));
  }
  if (channels.some(({ costPerKpi }) => costPerKpi)) {
    const texts = channels.map(({ costPerKpi: cost }) =>
      cost ? estimateText({ ...cost, mean: cost.median, sd: 0 }, null, words.moneyUnit) : undefined,
    );
    columns.push(right('Cost per unit', texts.map(meanOf)));
    columns.push(right('94 % interval', texts.map(intervalOf)));
  }
  const share = [
    right(`Share of ${clip(words.kpi, 14)}`, shares.map(meanOf)),
    right('94 % interval', shares.map(intervalOf)),
  ];
  return tableWidth([...columns, ...share]) <= width || columns.length === 1
    ? table([...columns, ...share], style)
    : [...table(columns, style), '', ...table([labelColumn(channels, width), ...share], style)];
}

/** ROAS to the digits it supports. */
export function roasText(result: ResultFile, { name, roas }: Channel): EstimateText | undefined {
  return roas ? estimateText(roas, mcseOf(result, `roas[${name}]`)) : undefined;
}

/** A share is its contribution divided by a constant, so its error is too. */
export function shareMcse(result: ResultFile, { name, share, contribution }: Channel): number {
  const mcse = mcseOf(result, `total_contribution[${name}]`) ?? 0;
  return contribution.sd > 0 ? (mcse * share.sd) / contribution.sd : 0;
}

function barOf({ mean, hdi94: [low, high] }: Channel['contribution'], truth?: number): Bar {
  return { low, mean, high, truth };
}

function spendColumn(channels: readonly Channel[], { moneyUnit }: Words): Column {
  return right(
    'Spend',
    channels.map(({ spend }) => (spend > 0 ? amountText(spend, moneyUnit) : none)),
  );
}

function labelColumn(channels: readonly Channel[], width: number): Column {
  const most = width < 72 ? 12 : 20;
  return { head: 'Channel', align: 'left', cells: channels.map(({ label }) => clip(label, most)) };
}

function right(head: string, cells: readonly string[]): Column {
  return { head, align: 'right', cells };
}

/** The two ends of the axis over the bars. */
function axisHead(width: number, end: number): string {
  const last = end < 100 ? rounded(end, end < 3 ? -1 : 0) : amountText(end);
  return `0${last.padStart(width - 1)}`;
}

const meanOf = (text: EstimateText | undefined) => text?.mean ?? none;
const intervalOf = (text: EstimateText | undefined) => text?.interval ?? none;
