// Everything else: channels, baseline, controls, sampling and the model as JSON, folded until somebody wants it.
import { BaselineSettings } from './baseline-settings.tsx';
import { ChannelSettings } from './channel-settings.tsx';
import { useForm } from './form.ts';
import { SamplingFields } from './sampling-settings.tsx';
import { SpecEditor } from './spec-editor.tsx';

export function Advanced() {
  const { settings, faults } = useForm();
  const touched = settings.draft !== null || Object.keys(settings.sampling).length > 1;
  const wrong = faults.length > 0 || Object.keys(settings.typed).length > 0;
  return (
    <details className="mt-8 border-border border-t pt-4" open={wrong || touched || undefined}>
      <summary className="text-16 font-semibold">
        Advanced
        <span className="ml-3 text-13 font-normal text-muted">
          {touched ? 'changed' : 'carry-over, saturation, priors, season, controls, sampling, JSON'}
        </span>
      </summary>
      <div className="mt-4 grid gap-8">
        <ChannelSettings />
        <BaselineSettings />
        <SamplingFields />
        <SpecEditor />
      </div>
    </details>
  );
}
