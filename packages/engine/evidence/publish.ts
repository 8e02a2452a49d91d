// docs/method/evidence from everything stored for today's numerics: tables, pictures, and what they were made from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { posterior } from '../src/model/posterior.ts';
import { ENGINE_NUMERICS } from '../src/numerics.ts';
import { EXTENSIONS, longPlan, quantityNames, type Step } from './calibrate.ts';
import { type Configuration, longForm, modelOf } from './configurations.ts';
import { mutants } from './mutants.ts';
import { type Panel, sheet } from './picture.ts';
import type { MarketRecovery, PriorRecovery } from './recover.ts';
import { marketRecoveryPart, priorRecoveryPart } from './recovery-tables.ts';
import { storedSteps } from './store.ts';
import {
  calibrationName,
  marketRecoveryName,
  mutantName,
  mutantsOn,
  priorRecoveryName,
  studies,
} from './studies.ts';
import { band } from './uniformity.ts';
import { judge, LEVEL, MOST_TROUBLED, refusals, threshold, type Verdict } from './verdict.ts';

export const evidenceFolder = resolve(import.meta.dirname, '../../../docs/method/evidence');

/** What the committed page was made from: a test compares it with today's. */
export interface MadeFrom {
  readonly numerics: number;
  readonly date: string;
  readonly node: string;
  /** By study: the steps that were done. */
  readonly steps: Readonly<Record<string, number>>;
}

interface Stored {
  readonly name: string;
  readonly records: ReadonlyMap<number, unknown>;
}

export function writeEvidence(): void {
  mkdirSync(evidenceFolder, { recursive: true });
  // Read once: a run may be adding to it.
  const all: Stored[] = studies().map((study) => ({ name: study.name, records: storedSteps(study) }));
  const verdicts = Object.values(longForm).map((group) => group.map((one) => verdictOf(one, all)));
  const least = threshold(verdicts.flat());
  const bands = bandsOf(verdicts.flat());
  const groups = Object.keys(longForm).map((title, g) => {
    const panels = verdicts[g]
      .filter(({ fits }) => fits > 0)
      .map((verdict): Panel => {
        return { verdict, band: bands.get(verdict.fits) ?? [], least };
      });
    const picture = `ranks-${g + 1}.svg`;
    write(picture, sheet(title, panels, longPlan.ranked));
    return groupPart(title, picture, verdicts[g], least);
  });
  const madeFrom = madeFromOf(all);
  write('made-from.json', `${JSON.stringify(madeFrom, null, 2)}\n`);
  const parts = [
    opening(madeFrom),
    calibrationPart(verdicts.flat(), least),
    ...groups,
    mutantPart(all, least),
    priorRecoveryPart(recordsOf<PriorRecovery>(priorRecoveryName, all)),
    marketRecoveryPart(recordsOf<MarketRecovery>(marketRecoveryName, all)),
  ];
  write('index.md', `${parts.join('\n\n')}\n`);
}

function write(name: string, text: string): void {
  writeFileSync(join(evidenceFolder, name), text);
}

function madeFromOf(all: readonly Stored[]): MadeFrom {
  return {
    numerics: ENGINE_NUMERICS,
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    steps: Object.fromEntries(all.map(({ name, records }) => [name, records.size])),
  };
}

function recordsOf<T>(name: string, all: readonly Stored[]): T[] {
  const study = all.find((one) => one.name === name);
  if (!study) throw new Error(`no study ${name}`);
  return [...study.records].sort(([a], [b]) => a - b).map(([, made]) => made as T);
}

function verdictOf(configuration: Configuration, all: readonly Stored[]): Verdict {
  const { spec, data } = modelOf(configuration);
  const steps = recordsOf<Step>(calibrationName(configuration), all);
  return judge(configuration.name, quantityNames(spec, data), steps, longPlan);
}

/** By number of fits: the band that all quantities of one model stay in with 99 %. */
function bandsOf(verdicts: readonly Verdict[]): Map<number, Panel['band']> {
  const most = Math.max(...verdicts.map(({ quantities }) => quantities.length));
  const counts = new Set(verdicts.map(({ fits }) => fits).filter((fits) => fits > 0));
  return new Map([...counts].map((fits) => [fits, band(fits, longPlan.ranked, LEVEL / most)]));
}

function opening({ numerics, date, node }: MadeFrom): string {
  return `# Evidence that the posterior is right

Written by \`npm run evidence\` on ${date}: engine numerics ${numerics}, Node ${node}. Seeds follow from the names of the models and the number of the data set, so the same command makes the same numbers. What a table says of N data sets was seen on N data sets; the long form asks for 300 a model, and the same command goes on where the last run stopped.`;
}

function calibrationPart(verdicts: readonly Verdict[], least: number): string {
  const done = verdicts.filter(({ fits }) => fits > 0);
  const refused = done.flatMap((verdict) => refusals(verdict, least));
  const troubled = done.reduce((sum, verdict) => sum + verdict.troubled, 0);
  const fits = done.reduce((sum, verdict) => sum + verdict.fits, 0);
  const quantities = done.reduce((sum, verdict) => sum + verdict.quantities.length, 0);
  return `## Calibration by simulation

For every data set a truth is drawn from the model's priors, a KPI is made of it by formulas apart from the engine's own code, and the model is fitted to that KPI: one chain, ${longPlan.warmup} + ${longPlan.draws} draws at target acceptance ${longPlan.targetAcceptance}, ${longPlan.ranked} of them kept; where fewer than that are effective the chain goes on, at most ${EXTENSIONS} times as long again. If the sampler draws from the right posterior, the rank of the truth among the draws is uniform (Talts et al. 2018). 78 weeks, two channels (one in flights, one always on), four linear columns, fixed scales; β ~ HalfNormal(0.3), σ ~ HalfNormal(0.1), coefficients N(0, 0.5), shapes as in \`packages/engine/evidence/configurations.ts\`.

Ranked are, by channel, ROAS, mean lag, β and every parameter of adstock and saturation; σ and other parameters of noise and trend; one linear coefficient; the mean of the last week; and the log likelihood of the data, without which an engine that ignores them would pass. Each has three tests: the mean and the variance of its normal scores, and the simultaneous band of its ECDF with its exact p value (Säilynoja, Bürkner & Vehtari 2022). Of all of them together, ${LEVEL * 100} % may fail by chance: a p value below ${least.toExponential(1)} refuses.

**${quantities} quantities of ${done.length} models on ${fits} data sets: ${refused.length === 0 ? 'none refused' : `${refused.length} refused`}.** ${((100 * troubled) / Math.max(fits, 1)).toFixed(1)} % of the fits diverged or had fewer than ${longPlan.ranked} effective draws of some quantity (at most ${MOST_TROUBLED * 100} % wanted); they are counted and kept.${refused.length > 0 ? `\n\nRefused:\n${refused.map((words) => `- ${words}`).join('\n')}` : ''}`;
}

function groupPart(title: string, picture: string, verdicts: readonly Verdict[], least: number): string {
  return `### ${title}

![Rank ECDFs](${picture})

Every line is one quantity's ECDF of ranks less the diagonal, in units of 1/√N; the band holds all lines of a panel with 99 %. Red: refused.

| model | N | diverged or few draws | smallest p of its quantities | |
|---|---|---|---|---|
${verdicts.map((verdict) => rowOf(verdict, least)).join('\n')}`;
}

function rowOf(verdict: Verdict, least: number): string {
  const { name, fits, troubled, quantities } = verdict;
  if (fits === 0) return `| ${name} | 0 | | | not run |`;
  const worst = quantities.reduce((a, b) => (b.p < a.p ? b : a));
  const refused = refusals(verdict, least).length;
  return `| ${name} | ${fits} | ${troubled} | ${worst.p.toPrecision(2)} (${worst.name}) | ${refused === 0 ? 'not refused' : `**${refused} refused**`} |`;
}

function mutantPart(all: readonly Stored[], least: number): string {
  const { spec, data } = modelOf(mutantsOn);
  const quantities = quantityNames(spec, data);
  const rows = Object.keys(mutants).map((mutant) => {
    const verdict = judge(mutant, quantities, recordsOf<Step>(mutantName(mutant), all), longPlan);
    const caught = verdict.quantities.filter(({ p }) => p < least).map(({ name }) => name);
    const said = verdict.fits === 0 ? 'not run' : caught.length > 0 ? caught.join(', ') : '**not caught**';
    return `| ${mutant} | ${verdict.fits} | ${said} |`;
  });
  return `### Wrong engines

The same tests on engines that are wrong on purpose (\`packages/engine/evidence/mutants.ts\`), on the model ${mutantsOn.name} with ${posterior(spec, data).size} sampled coordinates: each must be refused.

| engine | N | refused by |
|---|---|---|
${rows.join('\n')}`;
}
