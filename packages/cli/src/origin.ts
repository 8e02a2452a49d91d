// What a written file says it was made of: versions, the measured periods, and hashes of the file and of the model's data.
import type { Origin } from '@mixmodel/contract';
import { ENGINE_NUMERICS, type ModelData } from '@mixmodel/engine';
import { modelSha256, sha256 } from '@mixmodel/runtime';
import { version } from './version.ts';

/** `bytes` are those of the file the data were read from. */
export function originOf(data: ModelData, bytes: Uint8Array): Pick<Origin, 'versions' | 'data'> {
  return {
    versions: { mixmodel: version(), numerics: ENGINE_NUMERICS, node: process.versions.node },
    data: {
      rows: data.dates.length - data.leadIn,
      period: data.period,
      firstDate: data.dates[data.leadIn] ?? 0,
      lastDate: data.dates.at(-1) ?? 0,
      sha256: sha256(bytes),
      modelSha256: modelSha256(data),
    },
  };
}
