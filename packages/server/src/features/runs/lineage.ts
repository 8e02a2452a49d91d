// What the numbers of a run follow from: data, spec, seed, engine, and the draws chain by chain.
import type { RunLineage } from '@mixmodel/contract';
import type { Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { findAsked, findFits, findRun } from './queries.ts';

export async function readLineage(services: Services, scope: Scope, runId: string): Promise<RunLineage> {
  const { database } = services;
  const row = await findRun(database, scope, runId);
  const asked = await findAsked(database, scope, runId);
  if (!row || !asked) throw refuse('not_found', { facts: { what: 'run' } });
  const { mapping, sampling, seed, dataSha256, modelSha256 } = asked;
  const { id, name, fileName } = row.dataset;
  const fits = await findFits(database, scope, runId);
  return {
    dataset: { id, name, fileName },
    ...{ dataSha256, modelSha256, mapping, sampling, seed },
    // The engine's types forbid writing and the schema's do not say: the values are the same.
    spec: asked.spec as RunLineage['spec'],
    numerics: row.run.numerics,
    fits: fits.map(({ id: fitId, purpose, fold, forecaster, lineage, attempt }) => ({
      ...{ id: fitId, purpose, attempts: attempt },
      fold: purpose === 'backtest' ? fold : null,
      forecaster: purpose === 'backtest' ? forecaster : null,
      versions: lineage?.versions ?? null,
      chains: (lineage?.chains ?? []).map(({ segments, ...chain }) => ({
        ...chain,
        segments: [...segments],
      })),
    })),
  };
}
