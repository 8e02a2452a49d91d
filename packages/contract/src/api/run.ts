// What a run looks like to the API: how it is asked for, where it stands, what it tells while it works.
import * as z from 'zod';
import { insightsSchema } from '../result/insights.ts';
import { interval, lineage, mediaShareSchema, resultSchema } from '../result/result.ts';
import { samplingSchema } from '../sampling.ts';
import { specDraftSchema, specSchema } from '../spec/spec.ts';
import { mappingSchema } from './dataset.ts';
import { faultSchema } from './problem.ts';

export const runStates = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;

const margin = z
  .number()
  .gt(0)
  .max(1)
  .meta({ description: 'Profit in each unit of revenue, before media; break-even ROAS is 1 / margin' });
const runName = z.string().trim().min(1).max(120);

/** How far a run is to be backtested: what is absent is as METHOD has it (4 and 13 weeks, 4 origins 13 weeks apart). */
export const backtestRequestSchema = z
  .strictObject({
    origins: z
      .int()
      .min(1)
      .max(26)
      .optional()
      .meta({ description: 'Fewer where the data are short; 4 unless said' }),
    originWeeks: z
      .int()
      .min(1)
      .max(52)
      .optional()
      .meta({ description: 'Between two origins; 13 unless said' }),
    horizonWeeks: z
      .array(z.int().min(1).max(52))
      .min(1)
      .max(6)
      .optional()
      .meta({ description: 'How far ahead; 4 and 13 unless said' }),
    hindsight: z
      .boolean()
      .optional()
      .meta({ description: 'Use controls that nobody knows in advance as they came to be' }),
    mode: z
      .enum(['quick', 'full'])
      .optional()
      .meta({ description: 'Quick unless said; what that does not settle is sampled in full' }),
  })
  .meta({ id: 'BacktestRequest' });

export const runRequestSchema = z
  .strictObject({
    datasetId: z.uuid(),
    name: runName.optional(),
    /** The mapping's own draft when absent. */
    spec: specDraftSchema.optional(),
    sampling: samplingSchema.optional(),
    margin: margin.optional(),
    /** None unless asked for. */
    backtest: backtestRequestSchema.optional(),
  })
  .meta({ id: 'RunRequest' });

export const runChangeSchema = z
  .strictObject({ name: runName.optional(), margin: margin.nullable().optional() })
  .meta({ id: 'RunChange' });

/** What of a run shall be otherwise; what is absent stays. */
export const runDuplicateSchema = z
  .strictObject({
    name: runName.optional(),
    datasetId: z.uuid().optional(),
    spec: specDraftSchema.optional(),
    sampling: samplingSchema.optional(),
    margin: margin.nullable().optional(),
    /** Null: without. */
    backtest: backtestRequestSchema.nullable().optional(),
  })
  .meta({ id: 'RunDuplicate' });

const count = z.int().min(0);

export const chainProgressSchema = z
  .object({
    chain: count,
    phase: z.enum(['warmup', 'sampling']),
    draw: count,
    of: count,
    drawsPerSecond: z.number(),
    divergences: count,
  })
  .meta({ id: 'ChainProgress' });

export const progressSchema = z
  .object({
    phase: z.enum(['waiting', 'warmup', 'sampling', 'assembling']),
    attempt: count,
    fraction: z.number().meta({
      description:
        'Part of the run that is done, its backtest included, by what was supposed; below 1 until it has ended. Another attempt begins anew',
    }),
    chains: z.array(chainProgressSchema),
    etaMs: z.number().nullable(),
    /** Of the last check; null before the first attempt ended. */
    worstRHat: z.number().nullable(),
    /** While the run is backtested: the origin from which is forecast, 1 the oldest, and by what. */
    backtest: z.object({ fold: count, of: count, forecaster: z.enum(['model', 'noMedia']) }).optional(),
  })
  .meta({ id: 'Progress' });

export const runSchema = z
  .object({
    id: z.uuid(),
    number: z.int().meta({ description: 'Counts the runs of a workspace from 1' }),
    name: z.string(),
    state: z.enum(runStates),
    mode: z.enum(['quick', 'full']),
    dataset: z
      .object({
        id: z.uuid(),
        version: z.int(),
        name: z.string(),
        fileName: z.string(),
        sample: z.boolean(),
      })
      .meta({ description: 'The version it was fitted on' }),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    converged: z.boolean().nullable(),
    estimateMs: z.number(),
    margin: z.number().nullable(),
    /** As it was asked for; null without. */
    backtest: backtestRequestSchema.nullable(),
    /** While it waits: runs of anybody that begin before it, and about when its turn comes. */
    queue: z.object({ ahead: count, startsInMs: z.number() }).nullable(),
    progress: progressSchema.nullable(),
    /** Why it failed. */
    error: faultSchema.nullable(),
  })
  .meta({ id: 'Run' });

/** Newest first. */
export const runPageSchema = z
  .object({
    items: z.array(runSchema),
    next: z.string().nullable().meta({ description: 'Hand back as `cursor`; null at the end' }),
  })
  .meta({ id: 'RunPage' });

/** `id` of the event is `sequence`; every stream begins with a snapshot. */
export const runEventSchema = z
  .object({
    kind: z.enum(['snapshot', 'progress', 'completed', 'failed', 'cancelled']),
    sequence: count,
    run: runSchema,
  })
  .meta({ id: 'RunEvent' });

/** A model that could be run, before it is: every default explicit, and what it would cost. */
export const planRequestSchema = z
  .strictObject({
    spec: specDraftSchema.optional(),
    sampling: samplingSchema.optional(),
    backtest: backtestRequestSchema.optional(),
  })
  .meta({ id: 'PlanRequest' });

export const planSchema = z
  .object({
    draft: specDraftSchema,
    /** Null while something is wrong with it. */
    spec: specSchema.nullable(),
    totalMediaShare: mediaShareSchema.nullable(),
    sizeRule: z.string().nullable().meta({ description: 'Why this prior on the effects, in one sentence' }),
    estimateMs: z.object({ quick: z.number(), full: z.number() }).nullable(),
    memoryMb: z.number().nullable(),
    /** Null where none is asked for, or while something is wrong with it. */
    backtest: z
      .object({ origins: count, estimateMs: z.number().meta({ description: 'On top of the run' }) })
      .nullable(),
    faults: z.array(faultSchema),
  })
  .meta({ id: 'Plan' });

/** One reported quantity chain by chain: its trace thinned, and ranks of its draws among all chains. */
export const quantitySchema = z
  .object({
    name: z.string(),
    chains: z.array(
      z.object({
        mean: z.number(),
        /** Every `every`-th draw. */
        trace: z.array(z.number()),
        /** Draws of this chain in each of 20 equal bins of rank. */
        ranks: z.array(count),
      }),
    ),
    every: count,
    draws: count.meta({ description: 'Of each chain' }),
    /** A bin of even ranks holds between these with probability 99 %. */
    evenRanks: interval,
  })
  .meta({ id: 'Quantity' });

const segmentLineage = z
  .object({
    draws: count,
    attempt: count.meta({
      description: 'Which beginning of the run drew it: more than 1 after an interruption',
    }),
    sha256: z.string().meta({ description: 'Of what was drawn; equal runs have equal ones' }),
  })
  .meta({ id: 'SegmentLineage' });

/** All that the numbers of a run follow from: given the same, they are the same to the last bit. */
export const runLineageSchema = z
  .object({
    dataset: z.object({ id: z.uuid(), name: z.string(), fileName: z.string() }),
    dataSha256: z.string().meta({ description: 'Of the exact bytes that were uploaded' }),
    modelSha256: z.string().meta({ description: 'Of what the model read out of them' }),
    mapping: mappingSchema,
    spec: specSchema,
    sampling: samplingSchema,
    seed: count,
    numerics: count.meta({ description: 'Another number may mean other bits' }),
    fits: z.array(
      z.object({
        id: z.uuid(),
        purpose: z.enum(['main', 'backtest']),
        /** Of a backtest: its origin, 1 the oldest, and whether it is the model or the same without media. */
        fold: count.nullable(),
        forecaster: z.enum(['model', 'noMedia']).nullable(),
        attempts: count,
        /** Null until it has completed. */
        versions: lineage.versions.nullable(),
        chains: z.array(
          z.object({
            rung: count.meta({ description: '0, and one more for every extension or rerun' }),
            chain: count,
            draws: count,
            segments: z.array(segmentLineage),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'RunLineage' });

export type BacktestRequest = z.infer<typeof backtestRequestSchema>;
export type RunLineage = z.infer<typeof runLineageSchema>;
export type RunState = (typeof runStates)[number];
export type RunRequest = z.infer<typeof runRequestSchema>;
export type RunDuplicate = z.infer<typeof runDuplicateSchema>;
export type RunChange = z.infer<typeof runChangeSchema>;
export type RunProgress = z.infer<typeof progressSchema>;
export type RunView = z.infer<typeof runSchema>;
export type RunPage = z.infer<typeof runPageSchema>;
export type RunEvent = z.infer<typeof runEventSchema>;
export type PlanRequest = z.infer<typeof planRequestSchema>;
export type PlanView = z.infer<typeof planSchema>;
export type QuantityView = z.infer<typeof quantitySchema>;

/** A run's result as a page reads it: the result file, what stands behind its charts, and the run it belongs to. */
export const runResultSchema = z
  .object({ run: runSchema, result: resultSchema, insights: insightsSchema })
  .meta({ id: 'RunResult' });

export type RunResult = z.infer<typeof runResultSchema>;
