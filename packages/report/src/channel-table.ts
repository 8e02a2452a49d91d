// The two tables of a run: what each channel returned, and what the next unit and the whole are worth.
import type { ResultFile, TruthFile } from '@mixmodel/contract';
import { amountText, type EstimateText, estimateText, shareText } from './amounts.ts';
import { type Chances, chanceGroups, chanceLegend } from './chance-columns.ts';
import { estimateColumns, none, packed, right } from './estimate-columns.ts';
import { axisEnd, type Bar, barLegend, intervalBars } from './interval-bar.ts';
import { type Column, clip, type Style, table, tableWidth, wrap } from './layout.ts';
import { rounded } from './rounding.ts';
import { byContribution, type Channel, mcseOf, type Words } from './words.ts';
import { worthGroup, worthLegend } from './worth-columns.ts';

export interface TableOptions {
  readonly width: number;
  readonly style: Style;
  readonly words: Words;
  readonly truth?: TruthFile;
  readonly chances?: Chances;
}

const narrowestBar = 10;
const widestBar = 32;

/** ROAS with its interval, drawn, and the truth beside it when there is one; contributions where nothing has a ROAS. */
export function returnTable(result: ResultFile, options: TableOptions): string[] {
  return result.channels.some(({ roas }) => roas)
    ? roasTable(result, options)
    : contributionTable(result, options);
}

function roasTable(result: ResultFile, options: TableOptions): string[] {
  const { width, style, words, truth, chances } = options;
  const breakEven = chances?.breakEven ?? 1;
  const channels = byContribution(result);
  const texts = channels.map((channel) => roasText(result, channel));
  const truths = channels.map(
    (channel) => truth?.channels.find(({ column }) => column === channel.name)?.roas,
  );
  const bars = channels.map(({ roas }, i) => roas && barOf(roas, truths[i]));
  const columns: Column[] = [
    labelColumn(channels, width),
    spendColumn(channels, words),
    ...inBold(estimateColumns('ROAS', texts), style),
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
  const back = breakEven === 1 ? '1' : rounded(breakEven, -2);
  const marks = `${barLegend.breakEven} ${back} back for 1 spent${ofTruth}`;
  return withBars(columns, bars, { width, style }, { at: breakEven, marks });
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
    ...inBold(estimateColumns('Brought', texts), style),
  ];
  return withBars(columns, bars, { width, style });
}

/** The table with its intervals drawn in what room is left, and a line that explains the marks. */
function withBars(
  columns: readonly Column[],
  bars: readonly (Bar | null)[],
  { width, style }: Pick<TableOptions, 'width' | 'style'>,
  breakEven?: { readonly at: number; readonly marks: string },
): string[] {
  const room = Math.min(widestBar, width - tableWidth(columns) - 2);
  const order = 'Largest contribution first';
  if (room < narrowestBar) return [...table(columns, style), style.faint(`${order}.`)];
  const end = axisEnd(bars, breakEven?.at ?? 0);
  const cells = intervalBars(bars, room, end, breakEven?.at);
  const legend = `${order}; ${barLegend.mean} mean, line 94 % interval${breakEven ? `, ${breakEven.marks}` : ''}`;
  const drawn = { head: axisHead(room, end), align: 'left' as const, cells };
  return [...table([...columns, drawn], style), ...wrap(legend, width).map(style.faint)];
}

/** Marginal ROAS, cost of a KPI unit, share of the KPI and how much of it is the data, each where there is one. */
export function valueTable(result: ResultFile, options: TableOptions): string[] {
  const { width, style, words, chances } = options;
  const channels = byContribution(result);
  const groups = [
    nextGroup(result, channels, words),
    costGroup(channels, words),
    measuredGroup(channels),
    shareGroup(result, channels, words),
  ];
  const worth = worthGroup(result, channels, words);
  const further = chances ? chanceGroups(channels, chances) : [];
  const label = labelColumn(channels, width);
  const tables = packed(
    label,
    [...groups, worth, ...further].filter((group) => group.length > 0),
    width,
  );
  const lines = tables.flatMap((columns, i) => [...(i > 0 ? [''] : []), ...table(columns, style)]);
  return [
    ...lines,
    ...[
      ...valueLegend(groups, words),
      ...worthLegend(result, words, worth),
      ...chanceLegend(further, result.data.period),
    ].flatMap((text) => wrap(text, width, '  ').map(style.faint)),
  ];
}

function nextGroup(result: ResultFile, channels: readonly Channel[], { next }: Words): Column[] {
  if (!channels.some(({ marginalRoas }) => marginalRoas)) return [];
  const texts = channels.map(({ name, marginalRoas }) =>
    marginalRoas ? estimateText(marginalRoas, mcseOf(result, `marginal_roas[${name}]`)) : undefined,
  );
  return estimateColumns(next, texts);
}

function costGroup(channels: readonly Channel[], { moneyUnit, oneOfKpi }: Words): Column[] {
  if (!channels.some(({ costPerKpi }) => costPerKpi)) return [];
  const texts = channels.map(({ costPerKpi: cost }) =>
    cost ? estimateText({ ...cost, mean: cost.median, sd: 0 }, null, moneyUnit) : undefined,
  );
  return estimateColumns(`Cost per ${clip(oneOfKpi, 14)}`, texts);
}

function shareGroup(result: ResultFile, channels: readonly Channel[], { kpi }: Words): Column[] {
  const texts = channels.map((channel) => shareText(channel.share, shareMcse(result, channel)));
  return estimateColumns(`Share of ${clip(kpi, 14)}`, texts);
}

const measuredWords = {
  measured: 'yes',
  partly_assumed: 'partly',
  mostly_assumed: 'hardly',
  not_determined: 'no',
};

function measuredGroup(channels: readonly Channel[]): Column[] {
  if (channels.every(({ information }) => information === null)) return [];
  return [
    right(
      'Measured',
      channels.map(({ information }) => (information ? measuredWords[information.verdict] : none)),
    ),
  ];
}

/** What the heads mean that do not say it themselves. */
function valueLegend([next, cost, measured]: readonly (readonly Column[])[], words: Words): string[] {
  return [
    ...(next?.length ? [`${words.next}: what the next ${words.oneSpent} spent would bring back.`] : []),
    ...(cost?.length ? [`Cost per ${words.oneOfKpi}: the median.`] : []),
    ...(measured?.length
      ? [
          `Measured: how much of the result is the data, not an assumption${measured[0]?.cells.includes(none) ? ` (${none}: too few draws to say)` : ''}.`,
        ]
      : []),
  ];
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

/** The estimate itself stands out beside its interval. */
function inBold([estimate, ...others]: readonly Column[], { strong }: Style): Column[] {
  return estimate ? [{ ...estimate, dress: strong }, ...others] : [];
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

/** The two ends of the axis over the bars. */
function axisHead(width: number, end: number): string {
  const last = end < 100 ? rounded(end, end < 3 ? -1 : 0) : amountText(end);
  return `0${last.padStart(width - 1)}`;
}
