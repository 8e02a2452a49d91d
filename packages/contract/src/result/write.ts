// Makes the result file of a fit: its origin beside it, a sentence beside each code, null for what does not exist.
import type { FitResult, FitWarning, Period, Spec } from '@mixmodel/engine';
import { sentence } from '../errors/catalogue.ts';
import { convergenceSentence } from '../errors/convergence.ts';
import type { Told } from '../errors/entry.ts';
import type { Labels } from '../errors/quantity.ts';
import type { ResultFile } from './result.ts';
import { resultSchema } from './result.ts';

/** What the engine cannot know of a run. */
export interface Origin {
  readonly versions: { readonly mixmodel: string; readonly numerics: number; readonly node: string };
  readonly data: {
    readonly rows: number;
    readonly period: Period;
    /** First days of the first and last measured period, integer days since 1970-01-01. */
    readonly firstDate: number;
    readonly lastDate: number;
    readonly sha256: string;
    readonly modelSha256: string;
  };
}

/** The result file of `result`; throws when it would not be one, which is a defect of the program. */
export function resultFile(result: FitResult, origin: Origin): ResultFile {
  const { seed, ...sampling } = result.sampling;
  const { firstDate, lastDate, rows, period, ...hashes } = origin.data;
  const labels = labelsOf(result.spec);
  const file = {
    schemaVersion: 1,
    ...result,
    seed,
    versions: origin.versions,
    data: { rows, period, from: isoDate(firstDate), to: isoDate(lastDate), ...hashes },
    sampling,
    convergence: {
      ...result.convergence,
      problems: result.convergence.problems.map((problem) => ({
        ...problem,
        sentence: convergenceSentence(problem, labels),
      })),
    },
    warnings: result.warnings.map((warning) => ({
      ...warning,
      sentence: sentence(labelled(warning, labels)),
    })),
  };
  return resultSchema.parse(withNull(file));
}

/** Names of channels and controls by column, as their owner wrote them. */
export function labelsOf(spec: Spec): Labels {
  return Object.fromEntries(spec.channels.map((channel) => [channel.column, channel.name]));
}

/** Day number as 2024-12-31. */
export function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A warning about a channel, told with the name people know. */
function labelled(warning: FitWarning, labels: Labels): Told {
  const label = labels[warning.column ?? ''];
  return label === undefined ? warning : { ...warning, facts: { ...warning.facts, label } };
}

/** JSON has no NaN and no infinity: both say that there is no such number. */
function withNull(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNull(item)]));
}
