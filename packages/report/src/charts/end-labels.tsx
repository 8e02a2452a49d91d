// Names at the right end of what is drawn over time, moved apart so that none stands on another.
import { dodge } from './dodge.ts';
import { type LegendItem, LegendMark } from './legend.tsx';
import { px, Text } from './marks.tsx';
import type { Palette } from './palette.ts';
import { fitText, textWidth } from './text-width.ts';

export interface EndLabel extends LegendItem {
  /** Where what it names ends. */
  readonly y: number;
  /** False for what explains a mark and ends nowhere. */
  readonly leader?: boolean;
}

const leader = 12;
const mark = 15;
const widest = 184;

/** Room right of the plot for the longest of `names`. */
export function endLabelsWidth(names: readonly string[]): number {
  const longest = Math.max(0, ...names.map((name) => textWidth(name, { weight: 500 })));
  return Math.min(widest, Math.ceil(longest) + leader + mark + 2);
}

interface Props {
  readonly labels: readonly EndLabel[];
  readonly x: number;
  readonly width: number;
  readonly bounds: readonly [number, number];
  readonly palette: Palette;
}

export function EndLabels({ labels, x, width, bounds, palette }: Props) {
  const placed = dodge(
    labels.map(({ y }) => y),
    17,
    bounds,
  );
  return (
    <>
      {labels.map((label, i) => {
        const y = placed[i] ?? label.y;
        const colour = label.colour(palette);
        return (
          <g key={label.name}>
            {label.leader !== false && (
              <path
                d={`M${px(x + 2)},${px(label.y)}L${px(x + leader - 3)},${px(y)}`}
                fill="none"
                stroke={palette.rule}
              />
            )}
            <LegendMark mark={label.mark} x={x + leader} y={y} colour={colour} palette={palette} />
            <Text x={x + leader + mark} y={y + 4} weight={500}>
              {fitText(label.name, width - leader - mark, { weight: 500 })}
            </Text>
          </g>
        );
      })}
    </>
  );
}
