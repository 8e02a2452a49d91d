// From draws to what is drawn and said: draws that are altered change every chart and sentence that rests on them, and no other.
import { insightsFile, resultFile } from '@mixmodel/contract';
import { type Draws, ENGINE_NUMERICS, fit, insights, reassemble, sample } from '@mixmodel/engine';
import { headline, heroes, unknowns, verdicts, viewOf } from '@mixmodel/report';
import {
  acfChart,
  curveChart,
  curveSlope,
  decayChart,
  densitySpark,
  lightPalette,
  metersChart,
  overTimeChart,
  predictionChart,
  residualChart,
  roasChart,
  shareChart,
  toSvg,
  waterfallChart,
} from '@mixmodel/report/charts';
import { beforeAll, describe, expect, test } from 'vitest';

const { data, draft } = sample(1, 104);
/** Enough draws that the quick check passes: what did not converge shows nothing. */
const settings = { mode: 'full', draws: 1000, chains: 4, seed: 1 } as const;

type Shown = ReadonlyMap<string, string>;
let draws: Draws;
let before: Shown;
let facts: Parameters<typeof reassemble>[3];

beforeAll(async () => {
  for await (const step of fit(data, draft, settings)) {
    if (step.phase !== 'done') continue;
    draws = step.draws;
    facts = step.result.sampling;
  }
  before = shownOf(draws);
});

/** Everything the three views draw and say of one channel and of all, by name. */
function shownOf(from: Draws): Shown {
  const result = reassemble(data, draft, from, facts);
  const { spec, sampling } = result;
  const file = resultFile(result, {
    versions: { mixmodel: '0', numerics: ENGINE_NUMERICS, node: '20' },
    data: {
      rows: 104,
      period: 'week',
      firstDate: data.dates[0] ?? 0,
      lastDate: data.dates.at(-1) ?? 0,
      sha256: 'a'.repeat(64),
      modelSha256: 'b'.repeat(64),
    },
  });
  const view = viewOf(file, insightsFile(insights(data, spec, from, sampling.seed)), 0.5);
  const charts = {
    'over time': overTimeChart(view),
    shares: shareChart(view),
    returns: roasChart(view),
    waterfall: waterfallChart(view),
    meters: metersChart(view),
    prediction: predictionChart(view),
    residuals: residualChart(view),
    echo: acfChart(view),
    ...ofChannels((column) => [`curve of ${column}`, curveChart(view, column, { slope: curveSlope(view) })]),
    ...ofChannels((column) => [`carry-over of ${column}`, decayChart(view, column)]),
    ...Object.fromEntries(view.insights.densities.map((one) => [`density ${one.name}`, densitySpark(one)])),
  };
  const drawn = Object.entries(charts).map(([name, chart]): [string, string] => [
    name,
    chart ? `${toSvg(chart, { width: 900, palette: lightPalette })}${JSON.stringify(chart.table)}` : '',
  ]);
  const said: [string, string][] = [
    ['headline', headline(view)],
    ['heroes', JSON.stringify(heroes(view))],
    ['unknowns', JSON.stringify(unknowns(view))],
    ...verdicts(view).map((one): [string, string] => [`verdict of ${one.channel}`, JSON.stringify(one, own)]),
  ];
  return new Map([...drawn, ...said]);
}

/** The rows of the verdicts share one scale: its ends belong to none of them. */
function own(key: string, value: unknown): unknown {
  return key === 'from' || key === 'to' ? undefined : value;
}

function ofChannels<T>(of: (column: string) => readonly [string, T]): Record<string, T> {
  return Object.fromEntries(draft.channels.map(({ column }) => of(column)));
}

/** A copy of the draws with one column of one variable changed. */
function altered(variable: string, label: string | undefined, change: (value: number) => number): Draws {
  const found = draws.variables.find(({ name, group }) => name === variable && group === 'posterior');
  if (!found) throw new Error(`no draws of ${variable}`);
  const column = found.offset + (label === undefined ? 0 : (found.labels?.indexOf(label) ?? -1));
  const segments = draws.segments.map((chain) =>
    chain.map((segment) => {
      const values = segment.values.slice();
      for (let i = column; i < values.length; i += draws.columns) values[i] = change(values[i] ?? 0);
      return { ...segment, values };
    }),
  );
  return { ...draws, segments };
}

function changedBy(after: Shown): string[] {
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  return [...before.keys()].filter((name) => after.get(name) !== before.get(name)).sort();
}

describe('what is altered in the draws', () => {
  test('nothing altered changes nothing', () => {
    expect(changedBy(shownOf(altered('roas', 'tv_spend', (value) => value)))).toEqual([]);
  });

  test('the return of one channel changes the charts and words of returns, of that channel and of the sum', () => {
    const changed = changedBy(shownOf(altered('roas', 'radio_spend', (value) => 3 * value)));
    expect(changed).toEqual(['density roas[radio_spend]', 'headline', 'heroes', 'returns']);
  });

  test('the return of the next unit changes the returns and the verdict of its channel', () => {
    const changed = changedBy(shownOf(altered('marginal_roas', 'search_spend', (value) => 1.05 * value)));
    expect(changed).toEqual(['curve of search_spend', 'returns', 'verdict of search_spend']);
  });

  test('a verdict that turns changes what is said of the whole, and advice that named its channel', () => {
    const changed = changedBy(shownOf(altered('marginal_roas', 'search_spend', (value) => value / 8)));
    expect(changed).toContain('headline');
    expect(changed).toContain('verdict of social_spend');
    for (const name of ['over time', 'shares', 'waterfall', 'meters', 'heroes', 'verdict of radio_spend'])
      expect(changed).not.toContain(name);
  });

  test('the carry-over of one channel changes its curves and every series, and no other channel’s curves', () => {
    const changed = changedBy(shownOf(altered('adstock_alpha', 'tv_spend', (value) => value / 2)));
    for (const name of ['carry-over of tv_spend', 'curve of tv_spend', 'density adstock_alpha[tv_spend]'])
      expect(changed).toContain(name);
    for (const name of ['over time', 'prediction', 'residuals', 'echo']) expect(changed).toContain(name);
    for (const { column } of draft.channels.filter((one) => one.column !== 'tv_spend'))
      expect(changed).not.toContain(`carry-over of ${column}`);
    for (const name of ['shares', 'returns', 'waterfall', 'headline']) expect(changed).not.toContain(name);
  });

  test('the noise changes the bands of the prediction and nothing that is a return', () => {
    const changed = changedBy(shownOf(altered('y_sigma', undefined, (value) => 2 * value)));
    expect(changed).toEqual(['density y_sigma', 'over time', 'prediction', 'residuals']);
  });
});
