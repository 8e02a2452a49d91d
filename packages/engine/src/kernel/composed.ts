// Lanes that the host fills: composed curves, one after another, copied into the kernel's columns.
import type { KernelInput } from './kernel.ts';
import { type Layout, MOST_SLOPES } from './layout.ts';

/** Fills the columns of every composed lane at its parameters. */
export function composedCurves(
  memory: Float64Array,
  layout: Layout,
  input: KernelInput,
  parameters: Float64Array,
): () => void {
  const { at, counts, lanes } = layout;
  const lanesC = counts.hillLanes + counts.composedLanes;
  const works = input.channels.flatMap((channel, index) => {
    if (channel.kind !== 'composed') return [];
    const { curve } = channel;
    const lane = layout.laneOf[index];
    const own = parameters.subarray(MOST_SLOPES * lane, MOST_SLOPES * (lane + 1));
    const columns = [
      { from: curve.drive, to: at.adstocked + lane, width: lanes },
      { from: curve.value, to: at.values + lane, width: lanes },
      ...[
        { to: at.columnA + lane, width: lanes },
        { to: at.columnB + lane, width: lanes },
        { to: at.columnC + lane - counts.logisticLanes, width: lanesC },
        { to: at.columnD + lane, width: counts.lanesD },
      ].flatMap((place, i) => (i < curve.slopes.length ? [{ from: curve.slopes[i], ...place }] : [])),
    ];
    return [{ curve, own, columns }];
  });
  return () => {
    for (const { curve, own, columns } of works) {
      curve.evaluate(own);
      for (const { from, to, width } of columns) copy(from, memory, to, width);
    }
  };
}

function copy(from: Float64Array, memory: Float64Array, to: number, width: number): void {
  for (let t = 0, i = to; t < from.length; t++, i += width) memory[i] = from[t];
}
