// What a size is stated about: F(1), the worth of one hundredth more, or the worth of a window alone (METHOD §5).
import type { Kernel } from '../kernel/kernel.ts';
import {
  type Altered,
  type Counterfactual,
  counterfactual,
  difference,
  type MakeKernel,
} from './counterfactual.ts';
import type { LaneSums } from './curve.ts';
import type { ScaledChannel, ScaledData } from './scaled.ts';
import { MORE } from './size-numerator.ts';

/** By channel, the sums of r times its curve that β·F is made of; after `update`, which follows `kernel.weigh`. */
export interface SizeTotals {
  readonly sums: readonly LaneSums[];
  update(): void;
}

/** `lanes` are the channels' in `kernel`, whose weighted sums are those of the training rows. */
export function sizeTotals(
  scaled: ScaledData,
  kernel: Kernel,
  lanes: ArrayLike<number>,
  makeKernel?: MakeKernel,
): SizeTotals {
  const others = scaled.channels.flatMap((channel, c) => {
    const input = otherInput(channel);
    return input ? [{ channel, lane: lanes[c], input, c, difference: difference(lanes[c]) }] : [];
  });
  if (others.length === 0) return { sums: scaled.channels.map(() => kernel.weighted), update: () => {} };
  const other: Counterfactual = counterfactual(
    kernel,
    others satisfies readonly Altered[],
    measuredWeights(scaled),
    makeKernel,
  );
  const found = (c: number) => others.find((one) => one.c === c)?.difference.sums;
  const steps = others.map(({ channel, lane, difference: { set } }, i) => {
    const [here, there] = [kernel.weighted, other.sums];
    const at = other.laneOf[i];
    return channel.spec.size.kind === 'mroi'
      ? () => set(there, at, here, lane)
      : () => set(here, lane, there, at);
  });
  return {
    sums: scaled.channels.map((_, c) => found(c) ?? kernel.weighted),
    update() {
      other.update();
      for (let i = 0; i < steps.length; i++) steps[i]();
    },
  };
}

/** r_t over the training rows. */
export function measuredWeights({ mask, revenue }: ScaledData): Float64Array {
  return revenue.map((r, t) => mask[t] * r);
}

/** The input that a channel's own is compared with; nothing where that is no input at all. */
function otherInput({ spec, input, window }: ScaledChannel): Float64Array | undefined {
  if (spec.size.kind === 'mroi') return input.map((x) => (1 + MORE) * x);
  return window && input.map((x, t) => (window[t] ? 0 : x));
}
