// What a run samples where nothing is said, and between which limits.
// Plain numbers, apart from the schemas, so that a page can announce them without loading those.

/** R-hat compares chains, so one alone proves nothing; metric and step size need a warm-up to settle. */
export const samplingLimits = {
  seed: { least: 0, most: Number.MAX_SAFE_INTEGER },
  chains: { least: 2, most: 16 },
  warmup: { least: 100, most: 100_000 },
  draws: { least: 100, most: 100_000 },
} as const;

/** What a mode samples where nothing else is said: read by screens that announce a run; the engine decides. */
export const samplingDefaults = {
  quick: { seed: 1, chains: 2, warmup: 300, draws: 500, targetAcceptance: 0.9 },
  full: { seed: 1, chains: 4, warmup: 300, draws: 2000, targetAcceptance: 0.9 },
} as const;
