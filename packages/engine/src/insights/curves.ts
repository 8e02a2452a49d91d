// Channel curves over the measured periods and the tail after them, at the parameters of a located draw.
//
// Money and marginal returns count what spend earns after the last period, until its adstock window closes.
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { fusedKind } from '../model/fused-curve.ts';
import { kernelChannel } from '../model/kernel-channel.ts';
import type { Posterior } from '../model/posterior.ts';
import type { ChannelSpec } from '../model/spec.ts';

/** Row weights every curve kernel carries. */
export const rowWeight = {
  /** 1 on training rows: KPI units. */
  kpi: 0,
  /** r_t on training rows: money (or KPI units without a price). */
  money: 1,
  /** r_t from the first period after the lead-in on, and its mean on the tail: wherever measured spend may earn. */
  moneyWithTail: 2,
} as const;

/** Periods after the last in which spend still acts. */
export function tailRows(model: Posterior): number {
  return Math.max(1, ...model.spec.channels.map((c) => c.adstock.lMax)) - 1;
}

/**
 * A kernel over lead-in, measured periods and tail, with the input of every training row multiplied by `scale`.
 * What was spent before, or in periods without a KPI, is history: it stays as it is.
 */
export function curveKernel(model: Posterior, scale: number): Kernel {
  const { scaled } = model;
  const rows = scaled.rows + tailRows(model);
  const channels = scaled.channels.map((channel) => {
    const x = new Float64Array(rows);
    for (let t = 0; t < scaled.rows; t++) x[t] = scaled.mask[t] ? scale * channel.input[t] : channel.input[t];
    return kernelChannel(
      channel,
      x,
      x.map((input, t) => (t < scaled.rows && scaled.mask[t] ? input : 0)),
    );
  });
  const nothing = new Float64Array(rows);
  return createKernel({
    rows,
    channels,
    target: nothing,
    mask: nothing,
    basis: new Float64Array(0),
    directions: 0,
    rowWeights: rowWeights(model, rows),
  });
}

/** Whether media ran in rows outside the likelihood: lead-in, or periods without a KPI. */
export function hasHistory({ scaled }: Posterior): boolean {
  return scaled.channels.some(({ input }) => input.some((x, t) => x > 0 && scaled.mask[t] === 0));
}

/** The weights named by `rowWeight`, over `rows` rows. */
export function rowWeights(model: Posterior, rows: number): Float64Array[] {
  const { revenue, leadIn, mask } = model.scaled;
  let sum = 0;
  for (let t = leadIn; t < revenue.length; t++) sum += revenue[t];
  const mean = sum / (revenue.length - leadIn);
  const each = (at: (t: number) => number) => Float64Array.from({ length: rows }, (_, t) => at(t));
  return [
    each((t) => (t < mask.length ? mask[t] : 0)),
    each((t) => (t < mask.length ? mask[t] * revenue[t] : 0)),
    each((t) => (t < leadIn ? 0 : t < revenue.length ? revenue[t] : mean)),
  ];
}

/** Computes the curves of `kernel` with the shapes the model was last located at. */
export function drawCurves(kernel: Kernel, model: Posterior): void {
  const from = model.kernel;
  kernel.alpha.set(from.alpha);
  kernel.gamma.set(from.gamma);
  kernel.gammaSlope.set(from.gammaSlope);
  kernel.steepness.set(from.steepness);
  kernel.shift.set(from.shift);
  kernel.parameters.set(from.parameters);
  kernel.windowWeights.set(from.windowWeights);
  kernel.curves();
}

/**
 * What scales the kernel's column A into ds/d(log a): ½h for logistic, the slope for Hill. A composed curve's is the
 * slope by the scale of the measured input as it stands.
 */
export function elasticityFactor(kernel: Kernel, lane: number, channel: ChannelSpec): number {
  switch (fusedKind(channel)) {
    case 'logistic':
      return 0.5 * kernel.steepness[lane];
    case 'hill':
      return kernel.steepness[lane];
    case undefined:
      return 1;
  }
}
