// The method's page states the priors a fit starts from: each row of its tables against the spec written out.
import {
  type Adstock,
  expandSpec,
  type Prior,
  type Saturation,
  type SpecDraft,
  sample,
} from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { readDocument } from './documents.ts';

const { data, draft } = sample();
const page = readDocument('docs/method/model.md');

/** Rows of the table whose first column is headed `head`: the word in backticks, and every distribution the row names. */
function rowsOf(head: string): [kind: string, named: string[]][] {
  const lines = page.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${head} |`)) + 2;
  const to = lines.findIndex((line, i) => i > from && !line.startsWith('|'));
  return lines.slice(from, to).map((line) => {
    const named = [...line.matchAll(/\b(?:Beta|Gamma|HalfNormal|LogNormal|Uniform)\([^)]*\)/g)];
    return [/`(\w+)`/.exec(line)?.[1] ?? '', [...new Set(named.map(([text]) => text))].sort()];
  });
}

/** As the page writes it: a Gamma of sd 1 by mean and sd, others by their parameters. */
function written(prior: Prior): string {
  switch (prior.family) {
    case 'beta':
      return `Beta(${prior.alpha}, ${prior.beta})`;
    case 'half_normal':
      return `HalfNormal(${prior.sd})`;
    case 'log_normal':
      return `LogNormal(${prior.mu}, ${prior.sigma})`;
    case 'uniform':
      return `Uniform(${prior.low}, ${prior.high})`;
    case 'gamma': {
      const { shape, rate } = prior;
      if (rate === 1 && shape !== 1) return `Gamma(${shape}, ${rate})`;
      return `Gamma(mean ${shape / rate}, sd ${Math.sqrt(shape) / rate})`;
    }
    default:
      return prior.family;
  }
}

type Channel = SpecDraft['channels'][number];

/** Priors of the first channel's adstock, curve and, if asked, size. */
function priorsOf(channel: Partial<Channel>, part: 'adstock' | 'saturation'): string[] {
  const [first, ...others] = draft.channels as [Channel, ...Channel[]];
  const { spec } = expandSpec({ ...draft, channels: [{ ...first, ...channel }, ...others] }, data);
  const made = spec.channels[0];
  const priors: Prior[] = Object.values(made?.[part].priors ?? {});
  if (channel.size && made) priors.push(made.size.prior);
  return priors.map(written);
}

const sorted = (words: string[]) => [...new Set(words)].sort();

const adstocks = rowsOf('`adstock.kind`');
const saturations = rowsOf('`saturation.kind`');

test('the page has a row for every kind', () => {
  expect(adstocks.map(([kind]) => kind)).toHaveLength(6);
  expect(saturations.map(([kind]) => kind)).toHaveLength(9);
});

test.each(adstocks)('adstock %s begins with the priors the page states', (kind, named) => {
  expect(
    sorted(priorsOf({ adstock: { kind } as { kind: Adstock['kind'] } as Channel['adstock'] }, 'adstock')),
  ).toEqual(named);
});

test.each(saturations)('saturation %s begins with the priors the page states', (kind, named) => {
  const saturation = { kind } as { kind: Saturation['kind'] } as Channel['saturation'];
  const alone = priorsOf({ saturation }, 'saturation');
  const withAmplitude = priorsOf({ saturation, size: { kind: 'coefficient' } }, 'saturation');
  expect(sorted([...alone, ...withAmplitude])).toEqual(named);
});

test.each([
  ['roi', 'LogNormal(0.2, 0.9)'],
  ['mroi', 'LogNormal(0, 0.5)'],
  ['contribution', 'Beta(1, 99)'],
] as const)('size %s begins with the prior the page states', (kind, prior) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`));
  expect(row).toContain(prior);
  expect(priorsOf({ size: { kind } }, 'adstock').at(-1)).toBe(prior);
});

test('total media is 0.4 ± 0.2 of the KPI', () => {
  const channels = draft.channels.map((channel) => ({ ...channel, size: { kind: 'total_media' as const } }));
  const { spec } = expandSpec({ ...draft, channels }, data);
  const spend = draft.channels.map(({ column }) => sum(data.columns.get(column) as Float64Array));
  const kpi = sum(data.columns.get(draft.columns.target.column) as Float64Array);
  const moments = spec.channels.map(({ size: { prior } }) => {
    if (prior.family !== 'log_normal') throw new Error(prior.family);
    const mean = Math.exp(prior.mu + prior.sigma ** 2 / 2);
    return { mean, sd: mean * Math.sqrt(Math.expm1(prior.sigma ** 2)) };
  });
  const mean = moments.reduce((total, one, c) => total + one.mean * (spend[c] ?? 0), 0);
  const variance = moments.reduce((total, one, c) => total + (one.sd * (spend[c] ?? 0)) ** 2, 0);
  expect(page).toContain('0.4 ± 0.2 of the KPI');
  expect(mean / kpi).toBeCloseTo(0.4, 10);
  expect(Math.sqrt(variance) / kpi).toBeCloseTo(0.2, 10);
});

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
