// The interval under a large figure: thin line 94 %, thick line the middle half, dot the mean, dashed the named reference.
import type { DrawnInterval } from '../views/shapes.ts';
import type { Chart } from './chart.ts';
import { Canvas, Line, SpreadMark } from './marks.tsx';
import { linear } from './scale.ts';

const height = 20;
const longest = 200;

export interface HeroBarOptions {
  readonly id: string;
  /** The figure in one sentence. */
  readonly description: string;
}

/** Says its figure in `description`; the words stand beside it. */
export function heroBar(bar: DrawnInterval, { id, description }: HeroBarOptions): Chart {
  const { mean, lo, hi, q25, q75, from, to, reference, referenceLabel } = bar;
  return {
    id,
    title: '',
    subtitle: '',
    description,
    table: {
      columns: [
        { label: 'Figure', numeric: false },
        { label: 'Value', numeric: true },
      ],
      rows: [
        ['Mean', mean],
        ['94 % interval: low', lo],
        ['94 % interval: high', hi],
        ...(q25 === null || q75 === null
          ? []
          : [
              ['Middle 50 %: low', q25],
              ['Middle 50 %: high', q75],
            ]),
        ...(reference === null ? [] : [[referenceLabel ?? 'Reference', reference]]),
      ],
    },
    height: () => height,
    draw({ width, palette }) {
      const x = linear(from < to ? [from, to] : [from - 1, to + 1], [6, Math.min(width, longest) - 6]);
      const [start = 0, end = 0] = x.range();
      return (
        <Canvas label={description} width={width} height={height} palette={palette}>
          <Line from={[start - 4, 10]} to={[end + 4, 10]} stroke={palette.border} crisp />
          {reference !== null && (
            <Line
              from={[x(reference), 2]}
              to={[x(reference), 18]}
              stroke={palette.muted}
              width={1.25}
              dash="2 2"
            />
          )}
          <SpreadMark
            spread={{ mean, low: lo, high: hi, q25, q75 }}
            x={x}
            y={10}
            colour={palette.text}
            palette={palette}
            sizes={[1.5, 5, 4.5]}
          />
        </Canvas>
      );
    },
  };
}
