// Which colour a channel has: by its place in the order of contribution, the same in every chart, table and export.
import type { View } from '../views/view.ts';
import { cssPalette, type Palette } from './palette.ts';

/** The colour of the channel `column`; grey from the tenth on, for which there is no hue that stays apart. */
export function channelColour(
  { order }: Pick<View, 'order'>,
  column: string,
  palette: Palette = cssPalette,
): string {
  return palette.channels[order.indexOf(column)] ?? palette.base;
}

/** Channels that have a colour of their own; the others are "other" in overviews. */
export function colouredChannels({ order }: Pick<View, 'order'>): readonly string[] {
  return order.slice(0, cssPalette.channels.length);
}
