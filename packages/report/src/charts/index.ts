// The door to the charts; apart from the report's other door, so that the terminal does not load React.
export type { Chart, ChartTable, Frame, Reading, Readings } from './chart.ts';
export { channelColour } from './colours.ts';
export { type CurveOptions, curveChart, curveSlope } from './curve.tsx';
export { decayChart } from './decay.tsx';
export { type HeroBarOptions, heroBar } from './hero-bar.tsx';
export { meterAxis, meterChart } from './meter.tsx';
export { overTimeChart } from './over-time.tsx';
export { cssPalette, darkPalette, lightPalette, type Palette } from './palette.ts';
export { probabilityDots } from './probability-dots.tsx';
export { roasChart } from './roas.tsx';
export { shareChart } from './share.tsx';
export { waterfallChart } from './waterfall.tsx';
