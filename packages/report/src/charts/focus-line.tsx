// The line that marks the period which is being read.
import { Line } from './marks.tsx';
import type { Palette } from './palette.ts';

interface Props {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly palette: Palette;
}

export function FocusLine({ x, top, bottom, palette }: Props) {
  return <Line from={[x, top]} to={[x, bottom]} stroke={palette.text} crisp />;
}
