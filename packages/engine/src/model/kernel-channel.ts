// A channel as the kernel takes it: fused where the kernel has a loop for its curve, else composed.
import type { KernelInput } from '../kernel/kernel.ts';
import { composedOver } from './composed-curve.ts';
import { fusedKind } from './fused-curve.ts';
import type { ScaledChannel } from './scaled.ts';

/**
 * A channel as the kernel takes it, over another input if given. With `measured`, that part of the input, a composed
 * curve has its slope by the scale of that part as column A, and no other.
 */
export function kernelChannel(
  channel: ScaledChannel,
  input: Float64Array = channel.input,
  measured?: Float64Array,
): KernelInput['channels'][number] {
  const kind = fusedKind(channel.spec);
  const { adstock } = channel.spec;
  const carry = adstock.kind === 'geometric' || adstock.kind === 'none' ? 'recursion' : 'window';
  if (kind) return { x: input, lags: adstock.lMax, kind, carry };
  return { kind: 'composed', curve: composedOver(channel, input, measured) };
}
