// Schema of the backtest file (`mixmodel backtest --out`): the engine's result with its origin and sentences.
import type { BacktestResult, Comparison, HorizonResult, LeftOut } from '@mixmodel/engine';
import * as z from 'zod';
import type { Same } from '../same.ts';
import { count, facts, lineage, perhaps } from './result.ts';

/** Null where the rows cannot tell: no row, no distribution, a KPI that never moves. */
const accuracy = z.strictObject({
  rows: count,
  r2: perhaps,
  mape: perhaps,
  mapeSkippedRows: count,
  wmape: perhaps,
  crps: perhaps,
  coverage50: perhaps,
  coverage94: perhaps,
});

const accuracies = z.strictObject({ model: accuracy, noMedia: accuracy, seasonalNaive: accuracy });

const comparison = z.strictObject({
  crpsRatio: perhaps,
  closer: count,
  verdict: z.enum(['better', 'alike', 'worse']),
});

const fold = z.strictObject({
  from: z.iso.date(),
  trainingRows: count,
  status: z.enum(['scored', 'not_converged', 'skipped']),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      path: z.string(),
      row: count.optional(),
      column: z.string().optional(),
      facts: facts.optional(),
      sentence: z.string(),
    }),
  ),
  leftOut: z.array(
    z.strictObject({
      part: z.enum(['channel', 'control', 'treatment', 'event', 'lift_test', 'size']),
      name: z.string(),
      code: z.string(),
    }),
  ),
  mode: z.enum(['quick', 'full']).nullable(),
  maxRHat: perhaps,
  horizons: z.array(accuracies),
});

export const backtestSchema = z
  .strictObject({
    ...lineage,
    horizonWeeks: z.array(count),
    originWeeks: count,
    originsAsked: count,
    controlsLeftOut: z.array(z.string()),
    hindsight: z.boolean(),
    folds: z.array(fold),
    scored: count,
    horizons: z.array(
      accuracies.extend({
        weeks: count,
        periods: count,
        againstNoMedia: comparison,
        againstSeasonalNaive: comparison,
        intervals: z.enum(['narrow', 'right', 'wide']),
      }),
    ),
    verdict: z.array(z.string()),
    gradients: count,
    wallMs: z.number().min(0),
  })
  .meta({
    id: 'BacktestFile',
    title: 'MixModel backtest',
    description:
      'How well the model would have forecast from several origins, beside the same model without media and the KPI of the same weeks a year before. `from` of a fold is the first day forecast; its `horizons` and those of all folds together are the first periods after the origin. CRPS is in KPI units; a score that does not exist is null. `verdict` says in words what the numbers say.',
  });

export type BacktestFile = z.infer<typeof backtestSchema>;

type Scored<T> = {
  [K in keyof T]: K extends 'model' | 'noMedia' | 'seasonalNaive'
    ? BacktestFile['horizons'][number]['model']
    : T[K];
};

/** The file as the engine's types define it: any change there that the schema does not follow stops the compiler. */
interface Written
  extends Omit<BacktestResult, 'period' | 'folds' | 'horizons' | 'controlsLeftOut' | 'horizonWeeks'> {
  schemaVersion: 1;
  versions: BacktestFile['versions'];
  data: BacktestFile['data'];
  horizonWeeks: number[];
  controlsLeftOut: string[];
  folds: {
    from: string;
    trainingRows: number;
    status: BacktestResult['folds'][number]['status'];
    problems: BacktestFile['folds'][number]['problems'];
    leftOut: LeftOut[];
    mode: BacktestResult['folds'][number]['mode'];
    maxRHat: number | null;
    horizons: Scored<BacktestResult['folds'][number]['horizons'][number]>[];
  }[];
  horizons: (Omit<Scored<HorizonResult>, 'againstNoMedia' | 'againstSeasonalNaive'> & {
    againstNoMedia: Omit<Comparison, 'crpsRatio'> & { crpsRatio: number | null };
    againstSeasonalNaive: Omit<Comparison, 'crpsRatio'> & { crpsRatio: number | null };
  })[];
  verdict: string[];
}

const drift: Same<BacktestFile, Written> = true;
void drift;
