// A column of data as small as a line of a table; missing values are marked, not bridged.
import type { Chart } from './chart.ts';
import { Box, Canvas, Line } from './marks.tsx';
import { brokenPath } from './paths.ts';
import { domainOf, linear } from './scale.ts';

const height = 28;
const floor = 26;

export type SparklineKind = 'bars' | 'line';

/** `bars` for amounts, from zero; `line` for levels, over their own range. */
export function sparkline(values: readonly (number | null)[], kind: SparklineKind): Chart {
  const missing = values.filter((value) => value === null).length;
  const description = `${values.length} values${missing > 0 ? `, ${missing} missing` : ''}.`;
  return {
    id: 'column',
    title: '',
    subtitle: '',
    description,
    table: {
      columns: ['Row', 'Value'].map((label) => ({ label, numeric: true })),
      rows: values.map((value, i) => [i + 1, value ?? '']),
    },
    height: () => height,
    draw({ width, palette }) {
      const places = values.map((_, i) => i);
      const half = width / Math.max(1, values.length) / 2;
      const x = linear([0, Math.max(1, values.length - 1)], [half, width - half]);
      const y = linear(domainOf(values, kind === 'bars'), [floor, 2]);
      const thin = Math.min(3, Math.max(0.5, half * 1.4));
      return (
        <Canvas label={description} width={width} height={height} palette={palette}>
          <Line from={[0, floor + 1]} to={[width, floor + 1]} stroke={palette.border} crisp />
          {kind === 'line' && (
            <path d={brokenPath(places, values, x, y)} fill="none" stroke={palette.text} strokeWidth={1.25} />
          )}
          {places.map((i) => {
            const value = values[i] ?? null;
            if (value === null)
              return (
                <Box
                  key={i}
                  x={x(i) - half}
                  y={2}
                  width={Math.max(2, half * 2)}
                  height={floor - 1}
                  fill={palette.bad}
                />
              );
            const isDrawn = kind === 'bars' && value !== 0;
            return (
              isDrawn && (
                <Line key={i} from={[x(i), y(0)]} to={[x(i), y(value)]} stroke={palette.muted} width={thin} />
              )
            );
          })}
        </Canvas>
      );
    },
  };
}
