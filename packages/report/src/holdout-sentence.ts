// How well the periods that were held out were predicted, in a sentence.
import type { ResultFile } from '@mixmodel/contract';
import { amountText } from './amounts.ts';
import type { Words } from './words.ts';

/** Nothing where no period was held out. */
export function holdoutSentences({ holdout, data }: ResultFile, words: Words): string[] {
  if (!holdout) return [];
  const { rows, periods, from, to, wmape, r2, crps } = holdout;
  const known = rows < periods ? `, ${rows} of them with a KPI` : '';
  const off = wmape === null ? '' : `, and was off by ${(100 * wmape).toFixed(1)} % on average`;
  const explained = r2 === null ? '' : ` R² there is ${r2.toFixed(2)}.`;
  const inside = (share: number) => `${Math.round(share * rows)} of ${rows}`;
  return [
    `The model never saw ${words.kpi} of the last ${periods} ${data.period}${periods === 1 ? '' : 's'} (${from} to ${to}${known})${off}.${explained} ${inside(holdout.coverage94)} lie inside its 94 % intervals, ${inside(holdout.coverage50)} inside its 50 % intervals; the mean CRPS is ${amountText(crps, words.kpiUnit)}.`,
  ];
}
