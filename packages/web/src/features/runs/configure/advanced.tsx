// Everything else: channels, baseline, controls, sampling and the model as JSON, folded until somebody wants it.
import { lazy, Suspense } from 'react';
import { part } from '../../../api/part.ts';
import { Skeleton } from '../../../ui/states.tsx';
import { BaselineSettings } from './baseline-settings.tsx';
import { ChannelSettings } from './channel-settings.tsx';
import { Fold } from './fold.tsx';
import { useForm } from './form.ts';
import { SamplingFields } from './sampling-settings.tsx';

/** Reading JSON and YAML takes the schemas along, three times the rest of this page: they come when they are wanted. */
const loadEditor = part(() => import('./spec-editor.tsx'));
const SpecEditor = lazy(async () => ({ default: (await loadEditor()).SpecEditor }));

export function Advanced() {
  const { settings, faults } = useForm();
  const touched = settings.draft !== null || Object.keys(settings.sampling).length > 1;
  const wrong = faults.length > 0 || Object.keys(settings.typed).length > 0;
  return (
    <Fold
      className="mt-8 border-border border-t pt-2"
      wrong={wrong}
      begun={touched}
      summary={
        <>
          <h2>Advanced</h2>
          <span className="text-13 text-muted">
            {touched ? 'changed' : 'carry-over, saturation, priors, season, controls, sampling, JSON'}
          </span>
        </>
      }
    >
      <div className="mt-4 grid gap-8">
        <ChannelSettings />
        <BaselineSettings />
        <SamplingFields />
        <Suspense fallback={<Skeleton className="h-96" />}>
          <SpecEditor />
        </Suspense>
      </div>
    </Fold>
  );
}
