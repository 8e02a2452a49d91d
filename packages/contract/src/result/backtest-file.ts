// Makes the file of a backtest: its origin beside it, ISO dates, sentences beside codes, null for what does not exist.
import type { BacktestResult } from '@mixmodel/engine';
import { sentence } from '../errors/catalogue.ts';
import { type BacktestFile, backtestSchema } from './backtest.ts';
import { backtestVerdict } from './backtest-verdict.ts';
import { faultOf, isoDate, lastDay, type Origin, withNull } from './write.ts';

/** The file of `result`; throws when it would not be one, which is a defect of the program. */
export function backtestFile(result: BacktestResult, origin: Omit<Origin, 'findings'>): BacktestFile {
  const { firstDate, lastDate, rows, period, ...hashes } = origin.data;
  const { period: _, ...rest } = result;
  const file = {
    schemaVersion: 1,
    ...rest,
    versions: origin.versions,
    data: { rows, period, from: isoDate(firstDate), to: lastDay(isoDate(lastDate), period), ...hashes },
    folds: result.folds.map((fold) => ({
      ...fold,
      from: isoDate(fold.from),
      problems: fold.problems.map((problem) => ({ ...problem, sentence: sentence(problem) })),
    })),
    verdict: backtestVerdict(result),
  };
  const written = backtestSchema.safeParse(withNull(file));
  if (written.success) return written.data;
  throw new Error(`the backtest cannot be written, ${faultOf(written.error.issues)}`);
}
