// All saturations by kind.
import type { Saturation } from '../../model/spec.ts';
import type { SaturationForm } from './form.ts';
import { hillForm } from './hill.ts';
import { hillSigmoid } from './hill-sigmoid.ts';
import { inverseScaledLogistic } from './inverse-scaled-logistic.ts';
import { logForm } from './log.ts';
import { logisticForm } from './logistic.ts';
import { michaelisMenten } from './michaelis-menten.ts';
import { none } from './none.ts';
import { root } from './root.ts';
import { tanhForm } from './tanh.ts';

const forms: Readonly<Record<Exclude<Saturation['kind'], 'log'>, SaturationForm>> = {
  logistic: logisticForm,
  inverse_scaled_logistic: inverseScaledLogistic,
  hill: hillForm,
  tanh: tanhForm,
  michaelis_menten: michaelisMenten,
  root,
  hill_sigmoid: hillSigmoid,
  none,
};

/** `unit`: what one scaled unit of the channel's input is in its own units. */
export function saturationForm(kind: Saturation['kind'], unit: number): SaturationForm {
  return kind === 'log' ? logForm(unit) : forms[kind];
}
