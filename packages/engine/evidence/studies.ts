// Everything that `npm run evidence` can do, as studies: a name, how many steps it wants, and step i as plain JSON.

import { createHash } from 'node:crypto';
import { sizeKinds } from '../src/model/check-size.ts';
import { calibrationStep, longPlan, type Plan, type Setting } from './calibrate.ts';
import { type Configuration, draftOf, longForm, modelOf, seedOf, shortForm } from './configurations.ts';
import { market, marketInputs } from './markets.ts';
import { mutants } from './mutants.ts';
import { marketRecovery, priorRecovery, recoveryPlan } from './recover.ts';

/** Data sets a model (METHOD §10; before a release 1000, by `--n`). */
const CALIBRATION_FITS = 300;
/** What a wrong engine must be caught by. */
const MUTANT_FITS = 100;
const RECOVERIES = 200;

export interface Study {
  /** `calibration: …`, `mutant: …`, `recovery: …`. */
  readonly name: string;
  readonly steps: number;
  /** Fingerprint of all that decides its steps, beside the engine's numerics. */
  readonly key: string;
  step(i: number): unknown;
}

export const calibrationName = (configuration: Configuration) => `calibration: ${configuration.name}`;
export const mutantName = (mutant: string) => `mutant: ${mutant}`;
export const priorRecoveryName = 'recovery: truths from the priors';
export const marketRecoveryName = 'recovery: known markets';

/** The model that mutants are caught on. */
export const mutantsOn = shortForm[0];

export function studies(): Study[] {
  return [
    ...Object.values(longForm)
      .flat()
      .map((configuration) => calibration(calibrationName(configuration), CALIBRATION_FITS, configuration)),
    ...Object.entries(mutants).map(([name, sampler]) =>
      calibration(mutantName(name), MUTANT_FITS, mutantsOn, sampler),
    ),
    {
      name: priorRecoveryName,
      steps: RECOVERIES,
      key: fingerprint([recoveryPlan, marketInputs(0, 1)]),
      step: priorRecovery,
    },
    {
      name: marketRecoveryName,
      steps: RECOVERIES,
      key: fingerprint([recoveryPlan, sizeKinds, market(0), market(1)]),
      step: marketRecovery,
    },
  ];
}

function calibration(
  name: string,
  steps: number,
  configuration: Configuration,
  sampler?: Setting['sampler'],
): Study {
  // Made at the first step: the list of studies alone needs no model.
  const made: { setting?: Setting } = {};
  const setting = () => {
    made.setting ??= settingOf(configuration, sampler);
    return made.setting;
  };
  return {
    name,
    steps,
    key: fingerprint([planOf(configuration), draftOf(configuration)]),
    step: (i) => calibrationStep(setting(), seedOf(configuration, i)),
  };
}

function settingOf(configuration: Configuration, sampler: Setting['sampler']): Setting {
  const { spec, data: inputs } = modelOf(configuration);
  return { spec, inputs, plan: planOf(configuration), sampler };
}

function planOf({ draws = longPlan.draws }: Configuration): Plan {
  return { ...longPlan, draws };
}

/** Of JSON in which maps and typed arrays count. */
function fingerprint(value: unknown): string {
  const text = JSON.stringify(value, (_, part) => {
    if (part instanceof Map) return [...part];
    return ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part;
  });
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
