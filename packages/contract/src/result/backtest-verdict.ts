// What a backtest says in words, by rule: beside each baseline, whether intervals held, and what it does not show.
import type { BacktestResult, Comparison, HorizonResult } from '@mixmodel/engine';
import { columns, count } from '../errors/entry.ts';

/** Always the last word. */
const notAboutRoas = 'Predicting sales well does not show that a ROAS is right.';

/** Sentences about the longest horizon; of a shorter one only where it says something else. */
export function backtestVerdict(result: BacktestResult): string[] {
  const longest = result.horizons.at(-1);
  if (!longest) return ['No origin could be scored, so nothing is known of how well the model predicts.'];
  const shorter = result.horizons.slice(0, -1).filter((horizon) => differs(horizon, longest));
  return [
    ...[longest, ...shorter].map((horizon) => against(horizon, result)),
    ...meaning(longest),
    intervals(longest, result),
    ...limits(result),
    notAboutRoas,
  ];
}

function differs(one: HorizonResult, other: HorizonResult): boolean {
  return (['againstSeasonalNaive', 'againstNoMedia'] as const).some(
    (key) => one[key].verdict !== other[key].verdict,
  );
}

function against(horizon: HorizonResult, { spec, period, scored }: BacktestResult): string {
  const ahead = horizon.periods === 1 ? `first ${period}` : `first ${horizon.periods} ${period}s`;
  return `Over the ${ahead} after an origin the model forecast ${spec.columns.target.column} ${compared(horizon.againstSeasonalNaive, 'the same weeks a year before', scored)}, and ${compared(horizon.againstNoMedia, 'the same model without media', scored)}.`;
}

/** "better than … (CRPS 58 % lower, closer at 4 of 4 origins)" */
function compared({ verdict, crpsRatio, closer }: Comparison, baseline: string, scored: number): string {
  const words = { better: 'better than', alike: 'about as well as', worse: 'worse than' }[verdict];
  const off = Math.round(100 * Math.abs(1 - crpsRatio));
  const size = off === 0 ? 'the same CRPS' : `CRPS ${off} % ${crpsRatio < 1 ? 'lower' : 'higher'}`;
  return `${words} ${baseline} (${size}, closer at ${closer} of ${count(scored, 'origin')})`;
}

/** What to make of a baseline that was not beaten. */
function meaning({ againstNoMedia, againstSeasonalNaive }: HorizonResult): string[] {
  const told: string[] = [];
  if (againstSeasonalNaive.verdict === 'worse')
    told.push('The baseline misses something that last year knew: an event, a price, a season, a trend.');
  if (againstNoMedia.verdict === 'alike')
    told.push(
      'Knowing what was spent did not improve the forecast, which neither shows nor rules out an effect of media.',
    );
  if (againstNoMedia.verdict === 'worse')
    told.push(
      'Leaving media out forecast better: what the model gives to media may be chance, or spend that follows expected sales.',
    );
  return told;
}

function intervals({ intervals: held, model }: HorizonResult, { period }: BacktestResult): string {
  const of = (share: number) =>
    `${Math.round(share * model.rows)} of ${count(model.rows, period)} (${Math.round(100 * share)} %)`;
  switch (held) {
    case 'narrow':
      return `Its intervals were too narrow: ${of(model.coverage94)} lay inside the 94 % intervals, ${of(model.coverage50)} inside the 50 % intervals.`;
    case 'wide':
      return `Its intervals were wider than they had to be: ${of(model.coverage50)} lay inside the 50 % intervals.`;
    case 'right':
      return `Its intervals held about as often as they say: ${of(model.coverage94)} lay inside the 94 % intervals, ${of(model.coverage50)} inside the 50 % intervals.`;
  }
}

/** What the reader must know of how it was done. */
function limits({ folds, originsAsked, scored, controlsLeftOut, hindsight }: BacktestResult): string[] {
  const told: string[] = [];
  if (folds.length < originsAsked)
    told.push(`The data are long enough for ${folds.length} of the ${originsAsked} origins asked for.`);
  const failed = folds.filter(({ status }) => status === 'not_converged').length;
  if (failed > 0)
    told.push(`${count(failed, 'origin')} did not converge and count${failed === 1 ? 's' : ''} nowhere.`);
  const skipped = folds.length - scored - failed;
  if (skipped > 0)
    told.push(
      `${count(skipped, 'origin')} could not be forecast from and count${skipped === 1 ? 's' : ''} nowhere.`,
    );
  if (controlsLeftOut.length > 0)
    told.push(
      `Forecast without ${columns(controlsLeftOut)}, which nobody knows in advance; mark a control that is known, such as a holiday, with \`knownAhead: true\`.`,
    );
  if (hindsight)
    told.push('Controls nobody knows in advance were used as they came to be: forecasts with hindsight.');
  return told;
}
