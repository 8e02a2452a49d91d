// A run as the views read it: its result, what stands behind its charts, the margin, and the order of its channels.
import type { InsightsFile, ResultFile } from '@mixmodel/contract';
import { byContribution, type Channel, type Words, wordsOf } from '../words.ts';

export type ChannelInsights = InsightsFile['channels'][number];

export interface View {
  readonly result: ResultFile;
  readonly insights: InsightsFile;
  /** Profit in each unit of revenue before media; null when nobody said. */
  readonly margin: number | null;
  readonly words: Words;
  /** The ROAS at which spend is earned back: 1 / margin, 1 without a margin. */
  readonly breakEven: number;
  /** Columns of the channels by contribution: the order of every chart and table. */
  readonly order: readonly string[];
}

export function viewOf(result: ResultFile, insights: InsightsFile, margin: number | null): View {
  return {
    result,
    insights,
    margin,
    words: wordsOf(result),
    breakEven: margin === null ? 1 : 1 / margin,
    order: byContribution(result).map(({ name }) => name),
  };
}

/** Summary of the channel `column`. */
export function channelOf({ result }: View, column: string): Channel {
  const found = result.channels.find(({ name }) => name === column);
  if (!found) throw new Error(`no channel ${column} in the result`);
  return found;
}

/** From this probability on that nothing, or less, would have come without media, no return can be right. */
const IMPOSSIBLE = 0.5;

/** Whether media are given more than all of the KPI: units that differ, or a control that is missing. */
export function isOverCredited({ result }: View): boolean {
  return result.baselineNegative >= IMPOSSIBLE;
}

/** Series and distributions of the channel `column`. */
export function insightsOf({ insights }: View, column: string): ChannelInsights {
  const found = insights.channels.find(({ name }) => name === column);
  if (!found) throw new Error(`no channel ${column} in the insights`);
  return found;
}

/** The channels of the result in the order of every chart. */
export function channelsInOrder(view: View): readonly Channel[] {
  return view.order.map((column) => channelOf(view, column));
}
