// What a run fits: its stored file read again, held to be what it was when the run was asked for.
import type { Mapping, Origin } from '@mixmodel/contract';
import { ENGINE_NUMERICS, type ModelData, type Spec } from '@mixmodel/engine';
import { modelSha256 } from '@mixmodel/runtime';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { version } from '../../version.ts';
import { prepareStored, type StoredDataset } from '../datasets/actions.ts';

interface Asked {
  readonly mapping: Mapping;
  readonly spec: Spec;
  readonly dataSha256: string;
  readonly modelSha256: string;
}

/** The model data of a run, and where they come from for its result file. */
export async function inputsOf(
  services: Services,
  run: Asked,
  dataset: Pick<StoredDataset, 'files'>,
): Promise<{ readonly data: ModelData; readonly origin: Origin }> {
  const { data, findings } = await readAgain(services, run, dataset);
  const { dates, leadIn, period } = data;
  return {
    data,
    origin: {
      versions: { mixmodel: version, numerics: ENGINE_NUMERICS, node: process.versions.node },
      data: {
        rows: dates.length - leadIn,
        period,
        firstDate: dates[leadIn] ?? 0,
        lastDate: dates.at(-1) ?? 0,
        sha256: run.dataSha256,
        modelSha256: run.modelSha256,
      },
      findings,
    },
  };
}

/** As its mapping reads it, with all that was decided about its columns; where the spec takes others, as the spec does. */
async function readAgain(services: Services, run: Asked, dataset: Pick<StoredDataset, 'files'>) {
  for (const draft of [undefined, run.spec]) {
    const { data, findings } = await prepareStored(services, { ...dataset, mapping: run.mapping, draft });
    if (data && modelSha256(data) === run.modelSha256) return { data, findings };
  }
  throw refuse('run_data_changed');
}
