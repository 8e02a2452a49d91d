// The marks every chart is made of: canvas, text with or without a halo, lines, intervals, swatches.
import type { ReactNode } from 'react';
import type { Palette } from './palette.ts';
import type { Scale } from './scale.ts';
import type { Weight } from './text-width.ts';

/** Two decimals are finer than any screen; more only make files large. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

interface CanvasProps {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly children?: ReactNode;
}

/** Attributes alone, no class and no style: the same drawing in a page, a file and a PDF. */
export function Canvas({ label, width, height, palette, children }: CanvasProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${px(width)} ${px(height)}`}
      width={px(width)}
      height={px(height)}
      fontSize={12}
      fontVariant="tabular-nums"
      fill={palette.text}
    >
      {children}
    </svg>
  );
}

interface TextProps {
  readonly x: number;
  readonly y: number;
  readonly children: string;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: Weight;
  readonly size?: number;
  /** Colour of a rim that keeps the text readable on lines; drawn as its own text, since PDF knows no paint order. */
  readonly halo?: string;
}

export function Text({ x, y, children, fill, anchor, weight, size, halo }: TextProps) {
  const attributes = {
    x: px(x),
    y: px(y),
    ...(anchor && anchor !== 'start' && { textAnchor: anchor }),
    ...(weight && weight !== 400 && { fontWeight: weight }),
    ...(size && { fontSize: size }),
  };
  return (
    <>
      {halo && (
        <text {...attributes} fill={halo} stroke={halo} strokeWidth={4} strokeLinejoin="round" aria-hidden>
          {children}
        </text>
      )}
      <text {...attributes} {...(fill && { fill })}>
        {children}
      </text>
    </>
  );
}

interface LineProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly stroke: string;
  readonly width?: number;
  readonly dash?: string;
  /** Sharp to the pixel: for grids and axes. */
  readonly crisp?: boolean;
}

export function Line({ from, to, stroke, width = 1, dash, crisp }: LineProps) {
  return (
    <line
      x1={px(from[0])}
      y1={px(from[1])}
      x2={px(to[0])}
      y2={px(to[1])}
      stroke={stroke}
      strokeWidth={width}
      {...(dash && { strokeDasharray: dash })}
      {...(crisp && { shapeRendering: 'crispEdges' })}
    />
  );
}

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly opacity?: number | string;
  readonly radius?: number;
  readonly stroke?: string;
}

export function Box({ x, y, width, height, fill, opacity, radius, stroke }: BoxProps) {
  return (
    <rect
      x={px(x)}
      y={px(y)}
      width={px(Math.max(0, width))}
      height={px(Math.max(0, height))}
      fill={fill}
      {...(opacity !== undefined && { fillOpacity: opacity })}
      {...(radius && { rx: radius })}
      {...(stroke && { stroke })}
    />
  );
}

/** Ends of the 94 % interval and, where they are known, of the middle half. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly q25: number | null;
  readonly q75: number | null;
}

interface SpreadMarkProps {
  readonly spread: Spread;
  readonly x: Scale;
  readonly y: number;
  readonly colour: string;
  readonly palette: Palette;
  /** Thickness of the thin and the thick line, radius of the dot. */
  readonly sizes?: readonly [number, number, number];
}

/** A thin line for 94 %, a thick one for the middle half, a dot for the mean; an arrow where the scale ends before it does. */
export function SpreadMark({ spread, x, y, colour, palette, sizes = [2, 7, 6] }: SpreadMarkProps) {
  const [from = 0, to = 1] = x.domain();
  const inside = (value: number) => x(Math.min(Math.max(value, from), to));
  const [thin, thick, radius] = sizes;
  const { mean, low, high, q25, q75 } = spread;
  return (
    <>
      <Line from={[inside(low), y]} to={[inside(high), y]} stroke={colour} width={thin} />
      {high > to && <path d={arrowHead(x(to), y, 1)} fill={colour} />}
      {low < from && <path d={arrowHead(x(from), y, -1)} fill={colour} />}
      {q25 !== null && q75 !== null && (
        <Line from={[inside(q25), y]} to={[inside(q75), y]} stroke={colour} width={thick} />
      )}
      {mean >= from && mean <= to && (
        <circle
          cx={px(x(mean))}
          cy={px(y)}
          r={radius}
          fill={colour}
          stroke={palette.background}
          strokeWidth={radius > 5 ? 2 : 1.5}
        />
      )}
    </>
  );
}

function arrowHead(x: number, y: number, way: 1 | -1): string {
  return `M${px(x + way * 2)},${px(y)}l${-way * 8},-5v10z`;
}
