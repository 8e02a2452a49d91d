// Schema of the result file (`mixmodel fit --out`): the engine's result with its origin and sentences beside the codes.
import type { Accuracy, ConvergenceProblem, FitResult, FitWarning, ParameterSummary } from '@mixmodel/engine';
import * as z from 'zod';
import type { Same } from '../same.ts';
import { sizeKind } from '../spec/parts.ts';
import { specSchema } from '../spec/spec.ts';

/** A statistic that may not exist (R-hat of a chain that never moved): null in the file, NaN in the engine. */
export const perhaps = z.number().nullable();

/** Named, as is `estimate`: so it stands in descriptions once. */
export const interval = z.tuple([z.number(), z.number()]).meta({ id: 'Interval' });
export const estimate = z
  .strictObject({ mean: z.number(), sd: z.number(), median: z.number(), hdi94: interval })
  .meta({ id: 'Estimate' });
export const numbers = z.array(z.number());
export const count = z.int().min(0);
export const facts = z.record(z.string(), z.union([perhaps, z.string(), z.array(z.string())]));
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const attemptSchema = z
  .strictObject({
    warmup: count,
    draws: count,
    targetAcceptance: z.number(),
    /** Absent in results of numerics 1, which knew only `nuts`. */
    algorithm: z.enum(['hmc', 'nuts']).optional(),
    divergences: count,
    maxRHat: perhaps,
    minEssBulk: perhaps,
    minEssTail: perhaps,
    outcome: z.enum(['passed', 'extend', 'rerun', 'stop']),
  })
  .meta({ id: 'Attempt' });

const samplingSchema = z
  .strictObject({
    mode: z.enum(['quick', 'full']),
    chains: count,
    warmup: count,
    draws: count,
    targetAcceptance: z.number(),
    wallMs: z.number().min(0),
    gradients: count,
    divergences: count,
    attempts: z.array(attemptSchema),
  })
  .meta({ id: 'SamplingDone' });

const convergenceSchema = z
  .strictObject({
    passed: z.boolean(),
    maxRHat: perhaps,
    minEssBulk: perhaps,
    minEssTail: perhaps,
    minEBfmi: perhaps,
    problems: z.array(
      z.strictObject({
        code: z.enum(['r_hat', 'ess_bulk', 'ess_tail', 'e_bfmi', 'divergences', 'tree_depth', 'modes']),
        quantity: z.string(),
        value: perhaps,
        threshold: z.number(),
        severity: z.enum(['block', 'warn']),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'Convergence' });

const parameterSchema = estimate
  .extend({
    name: z.string(),
    mcseMean: perhaps,
    rHat: perhaps,
    essBulk: perhaps,
    essTail: perhaps,
  })
  .meta({ id: 'Parameter' });

export const mediaShareSchema = z
  .strictObject({
    median: z.number(),
    interval94: interval,
    above1: z.number(),
  })
  .meta({ id: 'MediaShare' });

const curveSchema = z
  .strictObject({
    mean: numbers,
    q03: numbers,
    q25: numbers,
    q75: numbers,
    q97: numbers,
    scale: numbers,
    spend: numbers,
    extrapolated: z.array(z.boolean()),
    draws: count,
  })
  .meta({ id: 'ResponseCurve' });

const parts = z
  .strictObject({
    data: z.number(),
    /** Files written before there were experiments have none. */
    experiments: z.number().default(0),
    ownSize: z.number(),
    ownShape: z.number(),
    otherPriors: z.number(),
  })
  .meta({ id: 'InformationParts' });

const informationSchema = z
  .strictObject({
    shares: parts,
    pulls: parts,
    total: z.number(),
    mcse: z.number(),
    verdict: z.enum(['measured', 'partly_assumed', 'mostly_assumed', 'not_determined']),
    priorAndDataDisagree: z.boolean(),
  })
  .meta({ id: 'Information' });

const channelSchema = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    spend: z.number(),
    contribution: estimate,
    incremental: estimate.optional(),
    share: estimate,
    roas: estimate.nullable().describe('Null of media without spend, as newsletters.'),
    roasOfSpend: estimate.nullable(),
    marginalRoas: estimate.nullable(),
    costPerKpi: estimate.pick({ median: true, hdi94: true }).nullable(),
    flatProbability: z.number(),
    adstock: z.strictObject({ kind: z.string(), alpha: estimate.nullable(), meanLag: estimate }),
    saturation: z.strictObject({ kind: z.string(), level: estimate.nullable() }),
    responseCurve: curveSchema.nullable(),
    information: informationSchema
      .nullable()
      .describe('Null where there is no ROAS, or where the draws are too few to say.'),
  })
  .meta({ id: 'ChannelResult' });

/** What the numbers are where parts multiply. */
const multiplicativeSchema = z.strictObject({
  contribution: z.literal('attributed'),
  roas: z.literal('incremental'),
  planning: z.literal('refused'),
});

const liftTestSchema = z
  .strictObject({
    name: z.string(),
    channels: z.array(z.string()),
    unit: z.enum(['kpi', 'log_ratio']),
    lift: z.number(),
    sd: z.number(),
    predicted: estimate,
    /** Absent in results of versions that only guessed it. */
    expected: z
      .strictObject({ mean: z.number(), sd: z.number(), by: z.enum(['weights', 'refit']) })
      .optional(),
    z: z.number(),
  })
  .meta({ id: 'LiftTestResult' });

const treatmentSchema = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    reference: z.number(),
    contribution: estimate,
    share: estimate,
    effect: estimate,
  })
  .meta({ id: 'TreatmentResult' });

const fitSchema = z
  .strictObject({
    rows: count,
    r2: z.number(),
    bayesianR2: estimate,
    mape: perhaps,
    mapeSkippedRows: count,
    wmape: perhaps,
    /** Absent in results of versions that did not count them. */
    crps: z.number().optional(),
    coverage50: z.number().optional(),
    coverage94: z.number(),
    residualAcf1: perhaps,
    residualAcf1PValue: perhaps,
  })
  .meta({ id: 'FitQuality' });

/** How well a KPI was predicted on named rows; null where those rows cannot tell. */
export const accuracySchema = z
  .strictObject({
    rows: count,
    r2: perhaps,
    mape: perhaps,
    mapeSkippedRows: count,
    wmape: perhaps,
    crps: z.number(),
    coverage50: z.number(),
    coverage94: z.number(),
  })
  .meta({ id: 'Accuracy' });

const holdoutSchema = accuracySchema
  .extend({ periods: count, from: z.iso.date(), to: z.iso.date() })
  .meta({ id: 'Holdout' });

/** What a file was made of: the same keys in every file a run writes. */
export const lineage = {
  schemaVersion: z.literal(1),
  spec: specSchema,
  seed: z.int().min(0),
  versions: z
    .strictObject({ mixmodel: z.string(), numerics: z.int(), node: z.string() })
    .meta({ id: 'ProgramVersions' }),
  data: z
    .strictObject({
      rows: count,
      period: z.enum(['day', 'week', 'month']),
      from: z.iso.date(),
      to: z.iso.date(),
      sha256,
      modelSha256: sha256,
    })
    .meta({ id: 'FittedData' }),
};

const warningSchema = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['warning', 'suggestion', 'note']),
    column: z.string().optional(),
    row: count.optional(),
    rows: z.array(count).optional(),
    facts: facts.optional(),
    sentence: z.string(),
  })
  .meta({ id: 'ResultWarning' });

export const resultSchema = z
  .strictObject({
    ...lineage,
    sampling: samplingSchema,
    convergence: convergenceSchema,
    prior: z.strictObject({
      totalMediaShare: mediaShareSchema,
      sizeRule: z
        .strictObject({
          kind: sizeKind.nullable(),
          reason: z.enum(['money', 'not_money', 'returns_exceed_kpi', 'parts_multiply', 'explicit']),
          under: mediaShareSchema.optional(),
        })
        .meta({ id: 'SizeRule' }),
    }),
    parameters: z.array(parameterSchema),
    channels: z.array(channelSchema),
    multiplicative: multiplicativeSchema.optional(),
    treatments: z.array(treatmentSchema).optional(),
    liftTests: z.array(liftTestSchema).optional(),
    baseline: estimate,
    baselineNegative: z.number(),
    totalMedia: estimate,
    fit: fitSchema,
    holdout: holdoutSchema.optional(),
    warnings: z.array(warningSchema),
  })
  .meta({
    id: 'ResultFile',
    title: 'MixModel result',
    description:
      'What one fit says. `from` and `to` are the first days of the first and last measured period; estimates carry the narrowest 94 % interval. A statistic that does not exist is null. `warnings` hold what was found in the data, decided for you, and to be known about the fit; of long lists of rows the first hundred. `holdout`: how well the last periods were predicted by a model that never saw their KPI; no other number counts them.',
  });

export type ResultFile = z.infer<typeof resultSchema>;

type Perhaps<T, K extends keyof T> = Omit<T, K> & { [Key in K]: T[Key] | null };
type Attempt = FitResult['sampling']['attempts'][number];

/** The file as the engine's types define it: any change there that the schema does not follow stops the compiler. */
interface Written
  extends Omit<FitResult, 'sampling' | 'convergence' | 'parameters' | 'fit' | 'holdout' | 'warnings'> {
  schemaVersion: 1;
  seed: number;
  versions: { mixmodel: string; numerics: number; node: string };
  data: {
    rows: number;
    period: 'day' | 'week' | 'month';
    from: string;
    to: string;
    sha256: string;
    modelSha256: string;
  };
  sampling: Omit<FitResult['sampling'], 'seed' | 'attempts'> & {
    attempts: Perhaps<Attempt, 'maxRHat' | 'minEssBulk' | 'minEssTail'>[];
  };
  convergence: Omit<
    Perhaps<FitResult['convergence'], 'maxRHat' | 'minEssBulk' | 'minEssTail' | 'minEBfmi'>,
    'problems'
  > & { problems: (Perhaps<ConvergenceProblem, 'value'> & { sentence: string })[] };
  parameters: Perhaps<ParameterSummary, 'mcseMean' | 'rHat' | 'essBulk' | 'essTail'>[];
  fit: Omit<
    Perhaps<FitResult['fit'], 'mape' | 'wmape' | 'residualAcf1' | 'residualAcf1PValue'>,
    'crps' | 'coverage50'
  > & { crps?: number; coverage50?: number };
  holdout?: Perhaps<Accuracy, 'r2' | 'mape' | 'wmape'> & { periods: number; from: string; to: string };
  warnings: (Omit<FitWarning, 'facts'> & {
    severity: 'warning' | 'suggestion' | 'note';
    row?: number;
    rows?: number[];
    facts?: Record<string, string | number | string[] | null>;
    sentence: string;
  })[];
}

const drift: Same<ResultFile, Written> = true;
void drift;
