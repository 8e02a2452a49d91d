// What a channel's input would be had a lift test treated the whole market: x + Δx/g.
//
// The change of spend is spread like the spend of the treated periods, that is, it multiplies them by one factor; where
// there was none, evenly. Exposure moves with its spend: by the same factor, or at its average cost in training.
import { columnOf, type ModelData } from './data.ts';
import type { ScaledChannel } from './scaled.ts';
import type { ChannelSpec, LiftTestSpec } from './spec.ts';
import { rowsInside } from './windows.ts';

type Tested = Pick<ChannelSpec, 'column' | 'exposure'>;

/** Rounded to the cent, a channel that was switched off may seem to have spent a little less than nothing. */
const ROUNDING = 1e-6;

/** Scaled, one number a row; the caller has checked that no spend becomes negative. */
export function liftInput(
  test: Pick<LiftTestSpec, 'treated' | 'spendChange' | 'marketShare'>,
  { spec, input, scale }: ScaledChannel,
  data: ModelData,
  mask: Float64Array,
): Float64Array {
  const treated = rowsInside(test.treated, data);
  const change = test.spendChange[spec.column] / test.marketShare;
  const spent = spentInside(spec, data, treated);
  if (spent > 0) {
    const factor = Math.max(0, 1 + change / spent);
    return input.map((x, t) => (treated[t] ? factor * x : x));
  }
  const periods = treated.reduce((sum, one) => sum + one, 0);
  const each = (change * exposurePerSpend(spec, data, mask)) / periods / scale;
  return input.map((x, t) => (treated[t] ? x + each : x));
}

/** Spend of the channel over the periods of `treated`. */
export function spentInside({ column }: Tested, data: ModelData, treated: Float64Array): number {
  return columnOf(data, column).reduce((sum, x, t) => sum + treated[t] * x, 0);
}

/** Whether a change of spend leaves the treated periods with some, or none. */
export function staysPositive(change: number, marketShare: number, spent: number): boolean {
  return change > 0 || (spent > 0 && change / marketShare >= -spent * (1 + ROUNDING));
}

/** What one unit of spend buys of the input, over the training rows: 1 where spend is the input. */
function exposurePerSpend({ column, exposure }: Tested, data: ModelData, mask: Float64Array): number {
  if (exposure === undefined) return 1;
  const total = (name: string) => columnOf(data, name).reduce((sum, x, t) => sum + mask[t] * x, 0);
  return total(exposure) / total(column);
}
