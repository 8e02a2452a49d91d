// What holds for the words of any run: made-up ones of every shape, from one channel to forty, tiny to huge.
import type { QuantityView } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { pricedView, randomView, viewFrom } from '../../fixtures/views.ts';
import * as analyst from './analyst-titles.ts';
import { facts, methodSentence, notice, remarks } from './header.ts';
import { headline } from './headline.ts';
import { heroes } from './heroes.ts';
import { lineage } from './lineage.ts';
import { notConverged } from './not-converged.ts';
import { parameterMeaning } from './parameter-meaning.ts';
import * as titles from './return-titles.ts';
import { unknowns } from './unknowns.ts';
import { verdicts, verdictsTitle } from './verdicts.ts';
import type { View } from './view.ts';

const run = {
  dataset: { id: '', version: 1, name: 'Sales', fileName: 'sales.csv', sample: false },
  createdBy: 'Ana Ruiz',
  finishedAt: '2026-11-03T09:42:00Z',
};

const quantity = (name: string): QuantityView => ({
  name,
  chains: [1, 2, 3, 4].map((mean) => ({ mean, trace: [mean], ranks: [1] })),
  every: 10,
  draws: 2000,
  evenRanks: [80, 120],
});

/** Everything a view says, as one list of texts. */
function everyText(view: View): string[] {
  const { overTimeTitle, shareTitle, roasTitle, curvesTitle, decayTitle, waterfallTitle, metersTitle } =
    titles;
  const { parametersTitle, predictionTitle, residualTitle, acfTitle, traceTitle } = analyst;
  const headings = [
    overTimeTitle,
    shareTitle,
    roasTitle,
    curvesTitle,
    decayTitle,
    waterfallTitle,
    metersTitle,
    parametersTitle,
    predictionTitle,
    residualTitle,
    acfTitle,
    verdictsTitle,
  ].map((title) => title(view));
  const said = [
    headline(view),
    methodSentence(view),
    heroes(view),
    verdicts(view),
    unknowns(view),
    notice(view),
    remarks(view),
    facts(view, run),
    lineage(view, run),
    headings,
    notConverged(view),
    traceTitle(quantity(view.result.parameters[0]?.name ?? ''), view),
    view.order.map((column) => [titles.curveNote(view, column), titles.decayNote(view, column)]),
    view.result.parameters.map(({ name }) => parameterMeaning(name, view.result)),
  ];
  return textsIn(said);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const views: readonly { readonly seed: number | string; readonly view: View }[] = [
  ...Array.from({ length: 60 }, (_, i) => ({ seed: i + 1, view: randomView(i + 1) })),
  { seed: 'orders with a price', view: pricedView() },
  { seed: 'orders with a price and a margin', view: pricedView(0.5) },
];

describe('every run', () => {
  test('is told in whole words: no missing number, no object, no empty bracket', () => {
    for (const { seed, view } of views)
      for (const text of everyText(view))
        expect(text, `seed ${seed}`).not.toMatch(/NaN|undefined|null|\[object|Infinity|∞|\(\)| {2}| \.$|\(–/);
  });

  test('gives every figure that is an estimate an interval and, where it is drawn, a bar that holds it', () => {
    for (const { seed, view } of views) {
      const [kpi, ...estimates] = heroes(view);
      expect(kpi?.notes[0]).toBe('From your file, no estimate.');
      for (const { value, notes, bar } of estimates) {
        expect(value === '–', `seed ${seed}`).toBe(bar === null);
        if (bar) expect(notes[0], `seed ${seed}`).toMatch(/^94 %: .+ to .+/);
      }
      for (const row of verdicts(view)) {
        if (row.returnText !== '–') expect(row.returnInterval, `seed ${seed}`).toMatch(/^94 %: .+ to .+/);
        for (const bar of [row.return, ...estimates.map((hero) => hero.bar)]) {
          if (!bar) continue;
          expect(bar.from, `seed ${seed}`).toBeLessThanOrEqual(bar.lo);
          expect(bar.to, `seed ${seed}`).toBeGreaterThanOrEqual(bar.hi);
        }
      }
    }
  });

  test('gives each channel exactly one verdict, or none at all after a quick look', () => {
    for (const { seed, view } of views) {
      const columns = verdicts(view).map(({ channel }) => channel);
      const expected = view.result.sampling.mode === 'quick' ? [] : [...view.order];
      expect(columns.sort(), `seed ${seed}`).toEqual(expected.sort());
    }
  });

  test('never advises what was assumed, and never promises', () => {
    for (const { seed, view } of views) {
      for (const { channel, verdict, probability } of verdicts(view)) {
        const information = view.result.channels.find(({ name }) => name === channel)?.information?.verdict;
        const known = information === 'measured' || information === 'partly_assumed';
        if (!known) expect([verdict, probability], `seed ${seed}`).toEqual(['cannot_tell', null]);
      }
      expect(everyText(view).join(' ')).not.toMatch(/guarantee|certain(ly)? (to|will)|100 % (sure|probab)/i);
    }
  });

  test('that did not converge says so and nothing else', () => {
    for (const margin of [null, 0.5]) {
      const view = viewFrom('hill', margin);
      expect([headline(view), heroes(view), verdicts(view), unknowns(view)]).toEqual(['', [], [], []]);
      expect(titles.roasTitle(view).title).toBe('Not converged: for finding the cause only');
    }
  });
});
