// The engine's only door.
export type {
  Draws,
  DrawVariable,
  ChainSegment,
  SampleStats,
} from './fit/draws.ts';
export type { ChainEvent, ChainJob, ChainProgress, ChainRunner } from './fit/job.ts';
export type * from './fit/result.ts';
export type { ModelData, Period } from './model/data.ts';
export { daysPerPeriod } from './model/data.ts';
export type * from './model/spec.ts';
export { ENGINE_NUMERICS } from './numerics.ts';
export { InputError, type Problem } from './problem.ts';
export type { ChainState, MetricState } from './sampler/state.ts';
