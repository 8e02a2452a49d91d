// What the priors alone predict, as text for a terminal, before anything is fitted.
import type { PriorPredictive } from '@mixmodel/engine';
import { amountText, currencyUnit } from './amounts.ts';
import { plainStyle, type Style, wrap } from './layout.ts';

const mostChannels = 12;

/** "Before any data, by the priors alone:" with the share of media and of each channel, and the range of the KPI. */
export function priorText(
  { spec, mediaShare, channels, kpi, measured }: PriorPredictive,
  { width = 80, style = plainStyle }: { readonly width?: number; readonly style?: Style } = {},
): string {
  const { target } = spec.columns;
  const unit = target.kind === 'money' ? currencyUnit(target.currency) : { before: '', after: '' };
  const amount = (value: number) => amountText(value, unit);
  const [low, high] = kpi.interval94.map(amount);
  const shares = [...channels]
    .sort((a, b) => b.median - a.median)
    .slice(0, mostChannels)
    .map(({ label, interval94 }) => `${label} ${rangeOf(interval94)}`);
  const more =
    channels.length > mostChannels ? ` and ${channels.length - mostChannels} more (--json has all)` : '';
  const sentences = [
    `Paid media bring ${percent(mediaShare.median)} of ${target.column} (94 %: ${rangeOf(mediaShare.interval94)}); by channel ${shares.join(', ')}${more}.`,
    `A period of ${target.column} ${kpi.interval94.every(Number.isFinite) ? `lies between ${low} and ${high} (94 %)` : 'may lie beyond every number there is: the priors are too wide to compute with'}; measured were ${amount(measured.low)} to ${amount(measured.high)}.`,
  ];
  return [
    style.strong('Before any data, by the priors alone:'),
    ...sentences.flatMap((sentence) => wrap(`- ${sentence}`, width, '  ')),
  ].join('\n');
}

function rangeOf([low, high]: readonly [number, number]): string {
  return low > 1000 ? percent(low) : `${percent(low).replace(' %', '')} to ${percent(high)}`;
}

function percent(share: number): string {
  if (!(share <= 1000)) return 'more than 100,000 %';
  return `${(100 * share).toLocaleString('en-US', { maximumSignificantDigits: 2 })} %`;
}
