// The order in which quantities are listed: channel by channel as on every chart, what people read first, then the rest.
import type { ResultFile } from '@mixmodel/contract';
import type { View } from '@mixmodel/report';

type Parameter = ResultFile['parameters'][number];

/** Results before the parameters behind them. */
const first = ['roas', 'marginal_roas', 'total_contribution', 'roas_of_spend'];

/** Of no channel, but of all of them. */
const totals = ['total_media_contribution', 'baseline_contribution'];

export function inOrder({ result, order }: View): readonly Parameter[] {
  const rank = ({ name }: Parameter): readonly [number, number] => {
    const [, variable = name, index] = /^([^[]+)(?:\[(.+)\])?$/s.exec(name) ?? [];
    const channel = variable.startsWith('gamma_') ? -1 : order.indexOf(index ?? '');
    const place = first.indexOf(variable);
    if (channel >= 0) return [channel, place < 0 ? first.length : place];
    return [order.length + (totals.includes(variable) ? 0 : 1), 0];
  };
  return [...result.parameters].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1];
  });
}

/** The quantities about one channel. */
export function aboutChannel(parameters: readonly Parameter[], column: string): readonly Parameter[] {
  return parameters.filter(({ name }) => !name.startsWith('gamma_') && name.endsWith(`[${column}]`));
}
