// How long and from which seed to sample, each with what holds while the field is empty.
import { type SamplingSettings, samplingDefaults } from '@mixmodel/contract';
import { useForm } from './form.ts';
import { NumberField } from './number-field.tsx';

const fields = [
  { key: 'seed', label: 'Seed', hint: 'Same seed, same numbers.' },
  { key: 'chains', label: 'Chains', hint: 'Independent runs that must agree.' },
  { key: 'warmup', label: 'Warm-up draws', hint: 'Of each chain, not kept.' },
  { key: 'draws', label: 'Kept draws', hint: 'Of each chain.' },
  {
    key: 'targetAcceptance',
    label: 'Target acceptance',
    hint: 'Nearer to 1: smaller steps.',
  },
] as const satisfies readonly { key: keyof SamplingSettings; label: string; hint: string }[];

export function SamplingFields() {
  const { settings, set } = useForm();
  const { sampling } = settings;
  return (
    <section aria-labelledby="sampling-settings">
      <h3 id="sampling-settings">Sampling</h3>
      <div className="mt-2 grid items-start gap-4 sm:grid-cols-2 md:grid-cols-5">
        {fields.map(({ key, label, hint }) => (
          <NumberField
            key={key}
            label={label}
            hint={hint}
            place={key}
            value={sampling[key]}
            otherwise={samplingDefaults[sampling.mode ?? 'full'][key]}
            onValue={(value) => {
              const { [key]: _, ...others } = sampling;
              set({ sampling: value === undefined ? others : { ...others, [key]: value } });
            }}
          />
        ))}
      </div>
    </section>
  );
}
