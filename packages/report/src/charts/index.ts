// The door to the charts; apart from the report's other door, so that the terminal does not load React.
export type { Chart, ChartTable, Frame, Reading, Readings } from './chart.ts';
export { cssPalette, darkPalette, lightPalette, type Palette } from './palette.ts';
