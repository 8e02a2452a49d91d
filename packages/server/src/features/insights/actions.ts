// Reading results part by part, and several runs side by side.
import type { Comparison, InsightPart, InsightPartOf, ResultFile } from '@mixmodel/contract';
import { validate as isUuid } from 'uuid';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { completedRun, viewsOf } from '../runs/actions.ts';
import { partsOf } from './parts.ts';
import { specDifferences } from './spec-differences.ts';

export async function readPart<Part extends InsightPart>(
  services: Services,
  scope: Scope,
  runId: string,
  part: Part,
): Promise<{ readonly tag: string; readonly body: InsightPartOf<Part> }> {
  const { tag, ...read } = await completedRun(services, scope, runId);
  return { tag: `${tag}-${part}`, body: partsOf[part](read) };
}

/** Two to four runs of the workspace, in the order they are named. */
export async function compareRuns(
  services: Services,
  scope: Scope,
  runIds: readonly string[],
): Promise<Comparison> {
  const different = new Set(runIds).size;
  if (different !== runIds.length || different < 2 || different > 4)
    throw refuse('runs_to_compare', { path: 'runs', facts: { got: different } });
  // An id that cannot be one names nothing.
  if (!runIds.every(isUuid)) throw refuse('not_found', { facts: { what: 'run' } });
  const read = await Promise.all(runIds.map((runId) => completedRun(services, scope, runId)));
  const results = read.map(({ result }) => result);
  return {
    runs: await viewsOf(
      services,
      read.map(({ row }) => row),
    ),
    channels: channelsOf(results),
    baseline: results.map(({ baseline }) => baseline),
    totalMedia: results.map(({ totalMedia }) => totalMedia),
    fit: results.map(({ fit }) => fit),
    convergence: results.map(({ convergence: { problems: _, ...checked } }) => checked),
    sampling: results.map(({ sampling: { attempts: _, ...sampling }, seed }) => ({ ...sampling, seed })),
    spec: specDifferences(results.map(({ spec }) => spec)) as Comparison['spec'],
    data: {
      same: new Set(results.map(({ data }) => data.modelSha256)).size === 1,
      runs: results.map(({ data }) => data),
    },
  };
}

/** Every channel of any of them, in the order they first come. */
function channelsOf(results: readonly ResultFile[]): Comparison['channels'] {
  const labels = new Map(
    results.flatMap(({ channels }) => channels.map(({ name, label }) => [name, label] as const)).reverse(),
  );
  return [...labels].reverse().map(([name, label]) => ({
    name,
    label,
    runs: results.map(({ channels }) => {
      const channel = channels.find((one) => one.name === name);
      if (!channel) return null;
      const { spend, contribution, share, roas, roasOfSpend, marginalRoas, information } = channel;
      return {
        ...{ spend, contribution, share, roas, roasOfSpend, marginalRoas },
        verdict: information?.verdict ?? null,
      };
    }),
  }));
}
