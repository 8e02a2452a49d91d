// Many problems at once: shared ones are said once.
import { expect, test } from 'vitest';
import { sentencesOf } from './together.ts';

const season = {
  code: 'season_order',
  path: 'baseline.yearly.order',
  facts: { got: 40, most: 25, period: 'week' },
};
const window = (column: string, got: number) => ({
  code: 'adstock_window',
  path: 'channels[0].adstock.lMax',
  column,
  facts: { got, most: 104 },
});

test('a fault that channels share names them all, in the order they came', () => {
  const told = sentencesOf([
    window('tv', 200),
    season,
    window('radio', 200),
    window('ooh', 0),
    window('tv', 200),
  ]);
  expect(told).toEqual([
    'Channels `tv` and `radio`: the adstock window `lMax` must be a whole number from 1 to 104, the number of periods; got 200.',
    expect.stringMatching(/^Key `baseline\.yearly\.order`/),
    expect.stringMatching(/^Channel `ooh`: .+ got 0\.$/),
  ]);
});

test('a sentence that is said twice is told once', () => {
  expect(sentencesOf([season, season])).toHaveLength(1);
});
