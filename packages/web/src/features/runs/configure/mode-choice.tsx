// How thorough the fit is: Full, preselected, and Quick, each with what it does, its time and its memory.
import { samplingDefaults } from '@mixmodel/contract';
import { roughly } from '../duration.ts';
import { useForm } from './form.ts';

const modes = [
  {
    mode: 'full',
    name: 'Full',
    about: 'For decisions. Where the convergence check asks for more, it goes on by itself.',
  },
  {
    mode: 'quick',
    name: 'Quick',
    about: 'A first look, with a looser convergence check and nothing repeated.',
  },
] as const;

export function ModeChoice() {
  const { settings, set, plan } = useForm();
  const { sampling } = settings;
  return (
    <fieldset className="mt-6">
      <legend className="text-16 font-semibold">How thorough</legend>
      <div className="mt-2 grid gap-3 md:grid-cols-2">
        {modes.map(({ mode, name, about }) => {
          const chains = sampling.chains ?? samplingDefaults[mode].chains;
          const draws = sampling.draws ?? samplingDefaults[mode].draws;
          return (
            <label
              key={mode}
              className="flex cursor-pointer gap-3 rounded border border-border p-4 hover:border-rule has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="mode"
                className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
                checked={(sampling.mode ?? 'full') === mode}
                onChange={() => set({ sampling: { ...sampling, mode } })}
              />
              <span className="grid grow gap-1">
                <span className="flex justify-between gap-4 font-semibold">
                  {name}
                  <span className="tabular-nums">
                    {plan?.estimateMs ? roughly(plan.estimateMs[mode]) : ' '}
                  </span>
                </span>
                <span className="text-13 text-muted">{about}</span>
                <span className="text-13 text-muted tabular-nums">
                  {chains} {chains === 1 ? 'chain' : 'chains'} of {draws.toLocaleString('en-US')} draws
                </span>
              </span>
            </label>
          );
        })}
      </div>
      {plan?.memoryMb != null && (
        <p className="mt-2 text-13 text-muted">
          Times are estimates for this machine; a fit of these data takes about {Math.ceil(plan.memoryMb)} MB
          of memory.
        </p>
      )}
    </fieldset>
  );
}
