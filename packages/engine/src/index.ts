// The engine's only door.

export { type BacktestProgress, backtest } from './backtest/backtest.ts';
export type * from './backtest/result.ts';
export type { BacktestOptions } from './backtest/settings.ts';
export type { DensityParts, Information } from './diagnostics/information.ts';
export type { Estimate } from './diagnostics/summarize.ts';
export { insights } from './fit/assemble-insights.ts';
export { runChain } from './fit/chain.ts';
export { chainView } from './fit/chain-view.ts';
export { type ChannelChances, chances } from './fit/chances.ts';
export type { ChainSegment, Draws, SampleStats } from './fit/draws.ts';
export { type FitProgress, fit } from './fit/fit.ts';
export type * from './fit/insights.ts';
export type { ChainEvent, ChainJob, ChainProgress, ChainRunner } from './fit/job.ts';
export { type PriorChannel, type PriorPredictive, priorPredictive } from './fit/prior-predictive.ts';
export { type RunFacts, reassemble } from './fit/report.ts';
export type * from './fit/result.ts';
export { checkSettings, type FitOptions, type Mode, samplingSettings } from './fit/settings.ts';
export type { DrawVariable } from './insights/variables.ts';
export { daysPerPeriod, type ModelData, type Period } from './model/data.ts';
export { type ExpandedSpec, expandSpec, type SizeReason } from './model/expand.ts';
export type { MediaShare } from './model/media-share.ts';
export type * from './model/spec.ts';
export { ENGINE_NUMERICS } from './numerics.ts';
export { InputError, type Problem } from './problem.ts';
export type { ChainState, MetricState } from './sampler/state.ts';
export { type Sample, sample } from './simulate/sample.ts';
export { type ChannelTruth, simulate, type Truth } from './simulate/simulate.ts';
