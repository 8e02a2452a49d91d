// What is said about how much of a result was assumed.
import { readFileSync } from 'node:fs';
import { type ResultFile, resultSchema } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { conflictSentences, measuredSentences, unsaidSentences } from './evidence.ts';
import { kpiTotal } from './sentences.ts';
import { wordsOf } from './words.ts';

const read = (name: string) =>
  resultSchema.parse(JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')));
const sample = read('sample');
const units = read('units');

const known = {
  shares: { data: 1, experiments: 0, ownSize: 0, ownShape: 0, otherPriors: 0 },
  pulls: { data: 0, experiments: 0, ownSize: 0, ownShape: 0, otherPriors: 0 },
  total: 1,
  mcse: 0.01,
  priorAndDataDisagree: false,
};
type Information = NonNullable<ResultFile['channels'][number]['information']>;

const informed = (of: (label: string) => Partial<Information> | null): ResultFile => ({
  ...sample,
  channels: sample.channels.map((channel) => {
    const own = of(channel.label);
    return { ...channel, information: own && { ...known, verdict: 'measured', ...own } };
  }),
});

describe('how much of a result was assumed', () => {
  test('is told by verdict, with the channels it holds for', () => {
    const verdicts = {
      TV: 'partly_assumed',
      Radio: 'mostly_assumed',
      Display: 'mostly_assumed',
      Social: 'not_determined',
    } as const;
    const result = informed((label) => ({ verdict: verdicts[label as 'TV'] ?? 'measured' }));
    expect(measuredSentences(result)).toEqual([
      expect.stringMatching(/^Partly assumed: TV\. /),
      expect.stringMatching(/^Mostly assumed: Radio, Display\. .+ an experiment would tell\.$/),
      expect.stringMatching(/^Not determined by the data: Social\. /),
    ]);
  });

  test('is not told where all is measured', () => {
    expect(measuredSentences(informed(() => ({})))).toEqual([]);
    expect(unsaidSentences(informed(() => ({})))).toEqual([]);
  });

  test('cannot be told from too few draws, which is said with the channels it holds for', () => {
    const result = informed((label) => (label === 'TV' || label === 'Radio' ? null : {}));
    expect(measuredSentences(result)).toEqual([]);
    expect(unsaidSentences(result)).toEqual([
      'Too few draws to say how much is the data: TV, Radio. More of them would tell.',
    ]);
  });

  test('names channels about which assumption and data disagree', () => {
    const result = informed((label) => ({ priorAndDataDisagree: label === 'TV' }));
    expect(measuredSentences(result)).toEqual([
      expect.stringMatching(/^Assumption and data disagree about TV: /),
    ]);
  });
});

describe('a share of media that what was assumed did not allow', () => {
  const assumed = (result: ResultFile, interval94: [number, number]): ResultFile => ({
    ...result,
    prior: { ...result.prior, totalMediaShare: { median: 0.5, interval94, above1: 0 } },
  });
  const said = (result: ResultFile) => conflictSentences(result, wordsOf(result));
  const [low, high] = sample.totalMedia.hdi94.map((x) => x / kpiTotal(sample)) as [number, number];

  test('is told with the way the assumption pulls', () => {
    expect(said(assumed(sample, [high + 0.01, 0.9]))).toEqual([
      expect.stringMatching(/wholly below .+ pulls the result up\./),
    ]);
    expect(said(assumed(sample, [0.01, low - 0.01]))).toEqual([
      expect.stringMatching(/wholly above .+ pulls the result down\./),
    ]);
  });

  test('is not told where the two overlap', () => {
    expect(said(assumed(sample, [high - 0.01, 0.9]))).toEqual([]);
    expect(said(assumed(sample, [0.01, low + 0.01]))).toEqual([]);
  });

  test('leaves what organic media may have brought out of account', () => {
    const [totalLow] = units.totalMedia.hdi94.map((x) => x / kpiTotal(units)) as [number, number];
    const organic = units.channels.find(({ label }) => label === 'Newsletter')?.share.hdi94[1] ?? 0;
    expect(said(assumed(units, [0.001, totalLow - 0.5 * organic]))).toEqual([]);
    expect(said(assumed(units, [0.001, totalLow - 1.1 * organic]))).toHaveLength(1);
  });
});
