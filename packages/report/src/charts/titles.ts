// Plain titles for charts.
import type { Title } from '../views/shapes.ts';
import type { View } from '../views/view.ts';

const say =
  (title: string, subtitle: string) =>
  (view: View): Title => ({ title, subtitle: `${subtitle}, ${view.words.period}.` });
export const overTimeTitle = say('Where it came from', 'By period');
export const shareTitle = say('Shares', 'Share of the KPI');
export const roasTitle = say('Returns', 'Dot: mean; thick line: middle 50 %; thin line: 94 % interval');
export const waterfallTitle = say('What advertising brought', 'Posterior means; thin line: 94 %');
export const predictionTitle = say('Actual against predicted', 'Bands: 50 and 94 %');
export const residualTitle = say('What is left', 'Actual minus predicted');
export const acfTitle = say('Echo', 'Autocorrelation');
