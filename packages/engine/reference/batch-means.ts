// The error of a chain's mean by batch means: slow to be precise, but obvious and independent of the diagnostics.

export interface BatchMean {
  readonly mean: number;
  /** Standard error of the mean, from the scatter of the means of 40 consecutive batches. */
  readonly error: number;
  /** How many independent draws would have this error. */
  readonly effectiveSize: number;
}

const batches = 40;

export function batchMean(values: readonly number[]): BatchMean {
  const length = Math.floor(values.length / batches);
  const used = values.slice(0, length * batches);
  const means = Array.from({ length: batches }, (_, b) => average(used.slice(b * length, (b + 1) * length)));
  const mean = average(used);
  const error = Math.sqrt(spread(means) / batches);
  return { mean, error, effectiveSize: spread(used) / (error * error) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample variance. */
function spread(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}
