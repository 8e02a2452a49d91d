// The door to the charts; apart from the report's other door, so that the terminal does not load React.

export type { ChartTable } from '../rounded-table.ts';
export { acfChart } from './acf.tsx';
export type { Chart, Frame, Reading, Readings } from './chart.ts';
export { channelColour } from './colours.ts';
export { toCsv } from './csv.ts';
export { type CurveOptions, curveChart, curveSlope } from './curve.tsx';
export { decayChart } from './decay.tsx';
export { densitySpark } from './density-spark.tsx';
export { type HeroBarOptions, heroBar } from './hero-bar.tsx';
export { meterAxis, meterChart } from './meter.tsx';
export { metersChart } from './meters.tsx';
export { curvesChart, curvesNote, decaysChart } from './multiples.ts';
export { overTimeChart } from './over-time.tsx';
export { cssPalette, darkPalette, lightPalette, type Palette } from './palette.ts';
export { predictionChart } from './prediction.tsx';
export { probabilityDots } from './probability-dots.tsx';
export { residualChart } from './residuals.tsx';
export { roasChart } from './roas.tsx';
export { shareChart } from './share.tsx';
export { type SparklineKind, sparkline } from './sparkline.tsx';
export { type SvgFileOptions, toSvg } from './svg-file.tsx';
export { type TraceOptions, traceChart } from './trace.tsx';
export { waterfallChart } from './waterfall.tsx';
