// A probability as twenty dots: how many of twenty equally likely worlds (Kay et al. 2016, quantile dots).
import { probabilityText } from '../views/probability.ts';
import type { Chart } from './chart.ts';
import { Canvas, px } from './marks.tsx';

const dots = 20;
const perRow = 10;
const size = { width: 116, height: 18 };

/** All or none only where the probability is above 99 or below 1 %: 98 % is not certain. */
export function filledDots(probability: number): number {
  const nearest = Math.round(probability * dots);
  const least = probability < 0.01 ? 0 : 1;
  const most = probability > 0.99 ? dots : dots - 1;
  return Math.min(Math.max(nearest, least), most);
}

export function probabilityDots(probability: number): Chart {
  const filled = filledDots(probability);
  const description = `Probability ${probabilityText(probability)}: ${filled} of ${dots} dots filled.`;
  return {
    id: 'probability',
    title: '',
    subtitle: '',
    description,
    table: { columns: [{ label: 'Probability', numeric: true }], rows: [[probability]] },
    height: () => size.height,
    draw: ({ palette }) => (
      <Canvas label={description} {...size} palette={palette}>
        {Array.from({ length: dots }, (_, i) => {
          const centre = { cx: px(4 + (i % perRow) * 12), cy: px(4 + Math.floor(i / perRow) * 10) };
          return i < filled ? (
            <circle key={`${centre.cx},${centre.cy}`} {...centre} r={4} fill={palette.text} />
          ) : (
            <circle
              key={`${centre.cx},${centre.cy}`}
              {...centre}
              r={3.25}
              fill="none"
              stroke={palette.rule}
              strokeWidth={1.5}
            />
          );
        })}
      </Canvas>
    ),
  };
}
