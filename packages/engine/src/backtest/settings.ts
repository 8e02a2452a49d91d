// How a backtest goes: how far it forecasts, from how many origins, and how many periods that is.
import type { ChainRunner } from '../fit/job.ts';
import { checkSettings, type FitOptions } from '../fit/settings.ts';
import { daysPerPeriod, type Period } from '../model/data.ts';
import { InputError, type Problem } from '../problem.ts';

/** One fit of a backtest. */
export interface BacktestFit {
  /** 1 for the oldest origin. */
  readonly fold: number;
  readonly forecaster: 'model' | 'noMedia';
}

export interface BacktestOptions extends FitOptions {
  /** Where the chains of each fit run, for whoever must know which fit they are of. Default: `runChains`. */
  readonly runChainsOf?: (fit: BacktestFit) => ChainRunner;
  /** Default: 4 and 13 weeks. */
  readonly horizonWeeks?: readonly number[];
  /** Default: 4; as many as the data have. */
  readonly origins?: number;
  /** Default: 13. */
  readonly originWeeks?: number;
  /** Use controls that are not known in advance as they came to be: an answer with hindsight. Default: no. */
  readonly hindsight?: boolean;
}

export interface BacktestSettings {
  readonly horizonWeeks: readonly number[];
  readonly origins: number;
  readonly originWeeks: number;
  readonly hindsight: boolean;
}

/** A year of history, and the lag of the seasonal-naive forecast: the same day of the week a year before. */
export const YEAR_WEEKS = 52;

const MOST_ORIGINS = 26;

/** Weeks as periods: 28 days, 3 months for 13 weeks. */
export function periodsIn(weeks: number, period: Period): number {
  return Math.max(1, Math.round((weeks * 7) / daysPerPeriod[period]));
}

/** Throws `InputError` with every setting that is out of bounds. */
export function backtestSettings(options: BacktestOptions): BacktestSettings {
  checkSettings(options);
  const { horizonWeeks = [4, 13], origins = 4, originWeeks = 13, hindsight = false } = options;
  const problems: Problem[] = [];
  const check = (path: string, got: number, most: number) => {
    if (Number.isInteger(got) && got >= 1 && got <= most) return;
    problems.push({ code: 'backtest_setting', path, facts: { got: String(got), least: 1, most } });
  };
  if (horizonWeeks.length === 0) check('horizonWeeks', 0, YEAR_WEEKS);
  for (const weeks of horizonWeeks) check('horizonWeeks', weeks, YEAR_WEEKS);
  check('origins', origins, MOST_ORIGINS);
  check('originWeeks', originWeeks, YEAR_WEEKS);
  if (problems.length > 0) throw new InputError(problems);
  const ascending = [...new Set(horizonWeeks)].sort((a, b) => a - b);
  return { horizonWeeks: ascending, origins, originWeeks, hindsight };
}
