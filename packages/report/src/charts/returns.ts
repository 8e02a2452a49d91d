// What the chart of returns draws: ROAS and marginal ROAS of each channel, or the cost of one KPI unit where a KPI that is no money has no price.

import { hasMoney, oneOfKpi, returnName } from '../views/phrases.ts';
import { type ChannelInsights, channelOf, insightsOf, type View } from '../views/view.ts';
import { mcseOf } from '../words.ts';
import type { Spread } from './marks.tsx';
import { intervalText, none } from './numbers.ts';
import type { Domain } from './scale.ts';

type Quantiles = ChannelInsights['roas'];

export interface ReturnRow {
  readonly column: string;
  /** Null without spend, or without money to count the return in. */
  readonly spread: Spread | null;
  readonly text: string;
  /** `2.11 to 3.47` */
  readonly interval: string;
  /** Monte Carlo error, for rounding. */
  readonly mcse: number | null;
}

export interface ReturnPanel {
  readonly key: string;
  readonly name: string;
  readonly heading: string;
  readonly rows: readonly ReturnRow[];
  /** A line with a name. */
  readonly reference: { readonly value: number; readonly name: string } | null;
  /** What the dot is. */
  readonly centre: 'Mean' | 'Median';
}

export function returnPanels(view: View): ReturnPanel[] {
  const { words, breakEven } = view;
  if (!hasMoney(view)) return [costPanel(view)];
  const before = view.margin === null ? ', before any margin' : '';
  const reference = { value: breakEven, name: `break-even ${breakEven.toFixed(2)}${before}` };
  const one = words.oneSpent;
  return [
    {
      key: 'roas',
      name: 'ROAS',
      heading: `ROAS: ${returnName(view)} per ${one}, all spend`,
      rows: view.order.map((column) =>
        rowOf(view, column, channelOf(view, column).roas, insightsOf(view, column).roas, 'roas'),
      ),
      reference,
      centre: 'Mean',
    },
    {
      key: 'marginal',
      name: 'Marginal ROAS',
      heading: `Marginal ROAS: ${returnName(view)} per next ${one}`,
      rows: view.order.map((column) =>
        rowOf(
          view,
          column,
          channelOf(view, column).marginalRoas,
          insightsOf(view, column).marginalRoas,
          'marginal_roas',
        ),
      ),
      reference,
      centre: 'Mean',
    },
  ];
}

type Estimate = View['result']['channels'][number]['roas'];

function rowOf(
  { result }: View,
  column: string,
  estimate: Estimate,
  quantiles: Quantiles,
  quantity: string,
): ReturnRow {
  if (!estimate) return { column, spread: null, text: '', interval: '', mcse: null };
  const [low, high] = estimate.hdi94;
  const { mean } = estimate;
  const mcse = mcseOf(result, `${quantity}[${column}]`);
  const text = intervalText({ mean, low, high }, none, mcse);
  const spread = { mean, low, high, q25: quantiles?.[25] ?? null, q75: quantiles?.[75] ?? null };
  return { column, spread, text: text.mean, interval: text.interval, mcse };
}

/** Cost falls as the contribution rises, so its quartiles are those of the contribution turned round. */
function costPanel(view: View): ReturnPanel {
  const { words } = view;
  const rows = view.order.map((column): ReturnRow => {
    const { costPerKpi, spend } = channelOf(view, column);
    if (!costPerKpi) return { column, spread: null, text: '', interval: '', mcse: null };
    const { contribution: attributed, incremental: contribution = attributed } = insightsOf(view, column);
    const [low, high] = costPerKpi.hdi94;
    const quartile = (percent: number) => {
      const brought = contribution[percent] ?? 0;
      return brought > 0 ? spend / brought : null;
    };
    const text = intervalText({ mean: costPerKpi.median, low, high }, words.moneyUnit);
    const spread = { mean: costPerKpi.median, low, high, q25: quartile(75), q75: quartile(25) };
    return { column, spread, text: text.mean, interval: text.interval, mcse: null };
  });
  const heading = `Cost of one ${oneOfKpi(view)}, all spend; dot: median`;
  return {
    key: 'cost',
    name: `Cost of one ${oneOfKpi(view)}`,
    heading,
    rows,
    reference: null,
    centre: 'Median',
  };
}

/** One scale for all panels. A tail that would squeeze everything else is left to an arrow. */
export function returnDomain(panels: readonly ReturnPanel[]): Domain {
  const spreads = panels.flatMap(({ rows }) => rows.flatMap(({ spread }) => spread ?? []));
  const references = panels.flatMap(({ reference }) => (reference ? [reference.value] : []));
  const cores = spreads.flatMap(({ mean, q75 }) => [mean, q75 ?? mean]);
  const needed = Math.max(
    ...cores.map((value) => value * 1.1),
    ...references.map((value) => value * 1.15),
    0,
  );
  const whole = Math.max(needed, ...spreads.map(({ high }) => high));
  const least = Math.min(0, ...spreads.map(({ low }) => low));
  const most = whole > 2 * needed ? 1.5 * needed : whole;
  return [least, most > least ? most : least + 1];
}
