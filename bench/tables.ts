// The performance tables of the README, from what was measured.
import { ENGINE_NUMERICS } from '@mixmodel/engine';
import { median } from './cold.ts';
import { benchKey } from './key.ts';
import type { Measured, Report, WarmFit } from './run.ts';

/** Every quantity that both sides have: each parameter, each channel's contribution, total media. */
const judged =
  /^(adstock_alpha|saturation_lam|saturation_beta|gamma_control|gamma_fourier|total_contribution)\[|^(intercept_contribution|y_sigma|total_media_contribution)$/;

export function minEss({ ess }: Pick<WarmFit, 'ess'>): number {
  return Math.min(...Object.entries(ess).flatMap(([name, value]) => (judged.test(name) ? [value] : [])));
}

function essPerSecond({ fits }: Measured): number {
  return median(fits.map((fit) => (1000 * minEss(fit)) / fit.wallMs));
}

interface Row {
  readonly sampler: string;
  readonly seconds: number;
  readonly ess: number;
  readonly target: string;
  readonly divergences: string;
}

/** Ours first, then every peer that ran. */
function rowsOf({ fits, peers }: Measured): Row[] {
  const divergences = fits.reduce((sum, fit) => sum + fit.divergences, 0);
  const ours: Row = {
    sampler: '**MixModel**',
    seconds: median(fits.map((fit) => fit.wallMs / 1000)),
    ess: median(fits.map(minEss)),
    target: '0.9',
    divergences: String(divergences),
  };
  const theirs = Object.entries(peers?.pymc?.samplers ?? {}).map(
    ([name, one]): Row => ({
      sampler: `PyMC-Marketing, ${name}`,
      seconds: one.seconds,
      ess: one.minEssBulk,
      target: String(one.target),
      divergences: String(one.divergences),
    }),
  );
  const { meridian } = peers ?? {};
  const other: Row[] = meridian
    ? [
        {
          sampler: 'Meridian, its own model',
          seconds: meridian.seconds,
          ess: meridian.minEssBulk,
          target: '–',
          divergences: '–',
        },
      ]
    : [];
  return [ours, ...theirs, ...other];
}

/** Ours over the best sampler of PyMC-Marketing, where it ran. */
export function factorOf(set: Measured): number | undefined {
  const theirs = Object.values(set.peers?.pymc?.samplers ?? {}).map((one) => one.minEssBulk / one.seconds);
  return theirs.length > 0 ? essPerSecond(set) / Math.max(...theirs) : undefined;
}

function sideBySide(set: Measured): string[] {
  return rowsOf(set).map((row, i) => {
    const perSecond = i === 0 ? essPerSecond(set) : row.ess / row.seconds;
    return cells(
      set.name,
      row.sampler,
      digits(perSecond),
      digits(row.seconds),
      digits(row.ess),
      row.target,
      row.divergences,
    );
  });
}

function sizeRow(set: Measured): string {
  const { fits, gradient } = set;
  const share = median(fits.map((fit) => fit.checkMs / fit.wallMs));
  const { kernelUs, plainUs, nativeUs, densityUs, allInUs } = gradient;
  return cells(
    set.name,
    digits(median(fits.map((fit) => fit.wallMs / 1000))),
    digits(essPerSecond(set)),
    `${Math.round(100 * share)} %`,
    digits(kernelUs),
    nativeUs === null ? 'no compiler' : digits(nativeUs),
    digits(plainUs),
    digits(densityUs),
    `${digits(allInUs)} (${(allInUs / kernelUs).toFixed(1)}×)`,
  );
}

/** What was said before a fit, beside what it took, and how soon it stops. */
function controlRow({ name, fits, estimate, peakMb, cancelMs }: Measured): string {
  const seconds = median(fits.map((fit) => fit.totalMs / 1000));
  const times = (said: number, took: number) => `${(said / took).toFixed(2)}×`;
  return cells(
    name,
    digits(estimate.ms / 1000),
    digits(seconds),
    times(estimate.ms / 1000, seconds),
    digits(estimate.memoryMb),
    digits(peakMb),
    times(estimate.memoryMb, peakMb),
    `${digits(median(cancelMs))}, at most ${digits(Math.max(...cancelMs))}`,
  );
}

/** The largest factor, either way, between what was estimated and what it took. */
export function worstEstimate(sets: readonly Measured[]): { time: number; memory: number } {
  const factor = (said: number, took: number) => Math.max(said / took, took / said);
  const took = ({ fits }: Measured) => median(fits.map(({ totalMs }) => totalMs));
  return {
    time: Math.max(...sets.map((set) => factor(set.estimate.ms, took(set)))),
    memory: Math.max(...sets.map(({ estimate, peakMb }) => factor(estimate.memoryMb, peakMb))),
  };
}

/** Least squares of log time on log weeks and log channels: how cost grows with each, the other held. */
export function exponents(sets: readonly Measured[]): { weeks: number; channels: number } {
  const centred = (values: number[]) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const x = centred(sets.map(({ rows }) => Math.log(rows)));
  const z = centred(sets.map(({ channels }) => Math.log(channels)));
  const y = centred(sets.map(({ fits }) => Math.log(median(fits.map(({ wallMs }) => wallMs)))));
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const determinant = dot(x, x) * dot(z, z) - dot(x, z) ** 2;
  return {
    weeks: (dot(x, y) * dot(z, z) - dot(z, y) * dot(x, z)) / determinant,
    channels: (dot(z, y) * dot(x, x) - dot(x, y) * dot(x, z)) / determinant,
  };
}

export function tablesOf(report: Report): string {
  const { sets, cold } = report;
  const compared = sets.filter(({ peers }) => peers);
  const growth = exponents(sets);
  const worst = worstEstimate(sets);
  const { versions } = compared[0]?.peers?.pymc ?? {};
  const wordsOfVersions = Object.entries(versions ?? {}).map(([name, version]) => `${name} ${version}`);
  const meridian = compared[0]?.peers?.meridian?.version;
  const peers = [...wordsOfVersions, ...(meridian ? [`google-meridian ${meridian}`] : [])];
  return [
    `Measured ${report.date} on ${report.machine} (load ${report.load.toFixed(1)} before), Node ${report.node}, numerics ${ENGINE_NUMERICS}${peers.length > 0 ? `; ${peers.join(', ')}` : ''}. Data: weeks × channels, simulated (\`bench/data-sets.ts\`).`,
    '',
    `A full fit in a cold process (\`mixmodel fit\`, ${sets[0]?.name}): **${digits(cold.full.seconds)} s**, ${Math.round(cold.full.peakMb)} MB at its peak; quick: **${digits(cold.quick.seconds)} s**.`,
    '',
    ...(compared.length > 0 ? [...comparison(compared), ''] : []),
    '| weeks × channels | full fit, s | ESS/s | convergence check, of that | kernel, µs | the same in C | in TypeScript | log density | a gradient all in |',
    '|---|---|---|---|---|---|---|---|---|',
    ...sets.map(sizeRow),
    '',
    'What a full fit in open threads takes until its result, as estimated before it and as it was; memory of a process that makes it; and from leaving a fit to idle threads, at seven moments of it, one of them while chains look for where to start.',
    '',
    '| weeks × channels | estimated, s | took, s | | estimated, MB | took, MB | | stopped after, ms |',
    '|---|---|---|---|---|---|---|---|',
    ...sets.map(controlRow),
    '',
    `Estimates are within a factor of ${worst.time.toFixed(1)} of the time and ${worst.memory.toFixed(1)} of the memory.`,
    '',
    `Time grows with weeks to the power ${growth.weeks.toFixed(2)} and with channels to the power ${growth.channels.toFixed(2)}.`,
  ].join('\n');
}

function comparison(sets: readonly Measured[]): string[] {
  const factors = sets.flatMap((set) => {
    const factor = factorOf(set);
    return factor === undefined ? [] : [`${digits(factor)} times at ${set.name}`];
  });
  const settings = sets[0]?.peers?.pymc?.settings;
  return [
    'Effective draws a second: the smallest bulk ESS over every parameter, each channel’s contribution and total media, by the time of start, warm-up and draws. Compiling is not counted, nor is the start of a process; ours are medians of five seeds in threads that have run before.',
    ...(settings
      ? [
          `Same data, model, priors and ${settings.chains} × ${settings.draws} draws (theirs after ${settings.tune} of tuning, ours after 300), each at the smallest target acceptance of 0.8, 0.9, 0.95, 0.99, 0.995 that left no divergence, or the last.`,
        ]
      : []),
    '',
    '| data | sampler | ESS/s | seconds | smallest ESS | target | divergences |',
    '|---|---|---|---|---|---|---|',
    ...sets.flatMap(sideBySide),
    '',
    ...(factors.length > 0 ? [`Against PyMC-Marketing’s best sampler: ${factors.join(', ')}.`] : []),
  ];
}

/** How far our posterior means are from the peers', in sds: that it is the same model. */
export function summaryOf({ sets }: Report): string {
  return sets
    .flatMap(({ name, fits, peers }) =>
      Object.entries(peers?.pymc?.samplers ?? {}).map(([sampler, one]) => {
        const ours = fits[0]?.means ?? {};
        const away = Object.entries(one.means).flatMap(([quantity, [mean, sd]]) => {
          const [base = '', index = '0'] = quantity.split('/');
          const same = Object.keys(ours).filter((key) => key === base || key.startsWith(`${base}[`))[
            Number(index)
          ];
          const [own] = (same !== undefined && ours[same]) || [Number.NaN];
          return [Math.abs(own - mean) / sd];
        });
        return `${name}, ${sampler}: posterior means within ${Math.max(...away).toFixed(2)} sd of ours`;
      }),
    )
    .join('\n');
}

const BEGIN = /<!-- bench [0-9a-f]{12} -->/;
const END = '<!-- /bench -->';

/** The README with its tables and the key of what they were made from. */
export function withTables(readme: string, report: Report): string {
  const [begin] = BEGIN.exec(readme) ?? [];
  const end = readme.indexOf(END);
  if (!begin || end < 0) throw new Error(`README.md has no place for the tables: ${BEGIN.source} … ${END}.`);
  const before = readme.slice(0, readme.indexOf(begin));
  return `${before}<!-- bench ${benchKey()} -->\n${tablesOf(report)}\n${readme.slice(end)}`;
}

function cells(...values: string[]): string {
  return `| ${values.join(' | ')} |`;
}

/** Three significant digits, thousands apart. */
function digits(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 3 });
}
