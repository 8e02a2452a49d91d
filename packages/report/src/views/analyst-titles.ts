// Findings as headings for the charts an analyst checks a model with.

import { nearOne, type QuantityView, wantedEss, wantedRHat } from '@mixmodel/contract';
import { estimateText } from '../amounts.ts';
import { rounded } from '../rounding.ts';
import { parameterMeaning } from './parameter-meaning.ts';
import { countWord, isCut, kpiTitle, named, shownText } from './phrases.ts';
import { finding } from './return-titles.ts';
import type { Title } from './shapes.ts';
import { channelsInOrder, type View } from './view.ts';

/** R-hat and ESS asked of every quantity in the mode of a run. */
export function askedOf({ result: { sampling } }: View): { readonly rHat: number; readonly ess: number } {
  return { rHat: wantedRHat[sampling.mode], ess: wantedEss[sampling.mode] };
}

export function parametersTitle(view: View): Title {
  const { parameters, convergence, sampling } = view.result;
  const failing = new Set(convergence.problems.map(({ quantity }) => quantity));
  const failed = parameters.filter(({ name }) => failing.has(name)).length;
  const all = parameters.length.toLocaleString('en-US');
  const passed =
    failed === 0
      ? `All ${all} quantities passed`
      : `${failed.toLocaleString('en-US')} of ${all} quantities fell short`;
  const assumed = channelsInOrder(view)
    .filter(
      ({ information }) =>
        information &&
        !information.priorAndDataDisagree &&
        ['mostly_assumed', 'not_determined'].includes(information.verdict),
    )
    .map(({ label }) => label);
  const close =
    assumed.length > 0
      ? `; ${named(assumed)} ${assumed.length > 1 ? 'stay' : 'stays'} close to what was assumed`
      : '';
  const draws = (sampling.chains * sampling.draws).toLocaleString('en-US');
  return finding(
    view,
    `${passed}${close}`,
    `Parameters in scaled units, totals and returns in yours; ${draws} draws. Filled: posterior; dashed: prior, where one is stated. Choose a row to see its chains.`,
  );
}

/** Whether the chains tell the same story about one quantity; no value of it where the run did not converge. */
export function traceTitle(quantity: QuantityView, view: View): Title {
  const { result } = view;
  const meaning = parameterMeaning(quantity.name, result).replace(': ', ', ');
  const summary = result.parameters.find(({ name }) => name === quantity.name);
  const chains = countWord(quantity.chains.length);
  const draws = (quantity.chains.length * quantity.draws).toLocaleString('en-US');
  const every = quantity.every <= 1 ? 'every draw' : `every ${ordinal(quantity.every)} draw`;
  const value =
    summary && result.convergence.passed ? `Mean ${estimateText(summary, summary.mcseMean).mean}, ` : '';
  const rHat = summary ? ` ${value}R-hat ${statistic(summary.rHat, askedOf(view).rHat)}.` : '';
  return {
    title: `${meaning}: ${storyOf(summary, askedOf(view), chains)}`,
    subtitle: `Left: draws by chain, ${every}, dashed at the chain’s mean. Right: ranks among all ${draws} draws, even when chains agree; the grey band holds 99 % of even ranks.${rHat}`,
  };
}

type Summary = View['result']['parameters'][number];

function storyOf(
  summary: Summary | undefined,
  { rHat, ess }: { rHat: number; ess: number },
  chains: string,
): string {
  if (!summary) return `draws of ${chains} chains`;
  if (!(summary.rHat !== null && summary.rHat <= rHat))
    return summary.rHat !== null && summary.rHat <= nearOne
      ? `the ${chains} chains nearly agree, not as closely as is asked`
      : `the ${chains} chains do not agree`;
  const few = !(
    summary.essBulk !== null &&
    summary.essBulk >= ess &&
    summary.essTail !== null &&
    summary.essTail >= ess
  );
  return few ? 'too few independent draws' : `${chains} chains tell the same story`;
}

function ordinal(n: number): string {
  const words: Readonly<Record<number, string>> = {
    2: 'second',
    3: 'third',
    4: 'fourth',
    5: 'fifth',
    10: 'tenth',
  };
  const [tens, ones] = [n % 100, n % 10];
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th');
  return words[n] ?? `${n}${ending}`;
}

/** R-hat and its like, to three decimals. */
export function statistic(value: number | null, most = Number.POSITIVE_INFINITY): string {
  if (value === null) return 'not defined';
  // What is above `most` is written with as many digits as show it.
  const digits = [3, 4, 5, 6, 7, 8].find((n) => value <= most || Number(value.toFixed(n)) > most);
  return value.toFixed(digits ?? 9);
}

export function predictionTitle(view: View): Title {
  const { fit, data } = view.result;
  const inside = Math.round(fit.coverage94 * fit.rows);
  const explained = Number.isFinite(fit.r2) && fit.r2 > 0 ? `${percent(fit.r2)} of` : 'none of';
  const off = fit.wmape === null ? '' : `, wMAPE ${percent(fit.wmape, 1)}`;
  return finding(
    view,
    `The model explains ${explained} the ups and downs; ${inside.toLocaleString('en-US')} of ${fit.rows.toLocaleString('en-US')} ${data.period}s lie in the 94 % band`,
    `${kpiTitle(view)} a ${data.period}${view.words.kpiUnit.before ? `, in ${view.words.kpiUnit.before.trim()}` : ''}, ${isCut(view) ? `${shownText(view)}, ` : ''}with 50 and 94 % predictive bands; ring: outside the band. In sample: R² ${rounded(fit.r2, -2)}${off}. Predicting the past well does not show that a ROAS is right.`,
  );
}

function percent(share: number, decimals = 0): string {
  return `${(share * 100).toFixed(decimals)} %`;
}

const echoing = ({ result }: View) => result.warnings.some(({ code }) => code === 'residual_autocorrelation');

/** Below zero the misses change sign from one period to the next. */
const alternates = ({ result }: View) => (result.fit.residualAcf1 ?? 0) < 0;

export function residualTitle(view: View): Title {
  const title = echoing(view)
    ? alternates(view)
      ? 'What is left alternates: the intervals are, if anything, too wide'
      : 'What is left follows a pattern: the intervals may be too narrow'
    : 'What is left shows no clear pattern';
  const unit = view.words.kpiUnit.before ? `, in ${view.words.kpiUnit.before.trim()}` : '';
  return finding(
    view,
    title,
    `Actual minus predicted ${view.words.kpi.replaceAll('_', ' ')} a ${view.result.data.period}${unit}, ${shownText(view)}; shaded: 94 % band.`,
  );
}

export function acfTitle(view: View): Title {
  const { residualAcf1 } = view.result.fit;
  const { period } = view.result.data;
  const subtitle = `Autocorrelation by lag in ${period}s; grey: what noise alone stays within, 94 %.`;
  if (residualAcf1 === null) return finding(view, `Too few ${period}s to see an echo`, subtitle);
  const r = `r = ${rounded(residualAcf1, -2)}`;
  const within = Math.abs(residualAcf1) <= view.insights.residuals.noise;
  const title = echoing(view)
    ? alternates(view)
      ? `What is missed in one ${period} comes back in the next: ${r}`
      : `What is missed in one ${period} is missed in the next: ${r}`
    : within
      ? `No echo from ${period} to ${period}: ${r}`
      : `A weak ${alternates(view) ? 'alternation' : 'echo'} from ${period} to ${period}: ${r}`;
  return finding(view, title, subtitle);
}
