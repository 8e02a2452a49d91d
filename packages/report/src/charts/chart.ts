// What a chart is: words, a table of everything it draws, and a pure function from width and palette to SVG.
import type { ReactElement } from 'react';
import type { ChartTable } from '../rounded-table.ts';
import type { Palette } from './palette.ts';

/** What pointer and arrow keys read at one place of a chart. */
export interface Reading {
  readonly head: string;
  readonly lines: readonly { readonly label: string; readonly value: string; readonly colour?: string }[];
}

export interface Frame {
  readonly width: number;
  readonly palette: Palette;
  /** Index of the reading that is being read; it is marked in the drawing. */
  readonly focus?: number;
}

export interface Chart {
  readonly id: string;
  /** The finding; empty where the words around the chart say it. */
  readonly title: string;
  /** What is plotted, in which unit, over which period. */
  readonly subtitle: string;
  /** The finding in one sentence, for who does not see the drawing. */
  readonly description: string;
  readonly table: ChartTable;
  /** Heading of a picture saved by itself, where title and subtitle lean on what stands around them. */
  readonly alone?: { readonly title: string; readonly subtitle: string };
  /** The colour that stands before the title of a panel. */
  swatch?(palette: Palette): string;
  /** An `<svg role="img">` of exactly `width` × `height(width)`. */
  draw(frame: Frame): ReactElement;
  height(width: number): number;
  readonly reading?: Readings;
}

export interface Readings {
  readonly count: number;
  /** Colours are the page's own, by name. */
  at(index: number): Reading;
  /** The reading under the pointer, `x` and `y` pixels from the chart's top left corner; `y` decides among rows. */
  nearest(x: number, width: number, y?: number): number;
}
