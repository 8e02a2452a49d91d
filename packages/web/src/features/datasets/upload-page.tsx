// Step 1: one's own file, dropped or chosen, or the sample in one click.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useNewDataset } from '../../api/datasets.ts';
import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Refusal } from '../../ui/states.tsx';
import { DatasetSteps } from './dataset-steps.tsx';
import { DropZone } from './drop-zone.tsx';
import { fileProblem, mostMegabytes } from './file-problem.ts';
import { UploadedAlready } from './uploaded-already.tsx';

export function UploadPage() {
  const { workspaceId } = useParams({ from: '/w/$workspaceId/data/new' });
  const { dataset: datasetId } = useSearch({ from: '/w/$workspaceId/data/new' });
  usePageTitle('New dataset', 'New dataset');
  const upload = useUpload(workspaceId);
  return (
    <>
      <h1>Which data do you want to understand?</h1>
      <DatasetSteps present={0} workspaceId={workspaceId} datasetId={datasetId} />
      <div className="mt-6 grid max-w-[720px] gap-6">
        {datasetId && <UploadedAlready workspaceId={workspaceId} datasetId={datasetId} />}
        <DropZone disabled={upload.busy} onFiles={upload.take}>
          {upload.sending ? (
            <Sending {...upload.sending} onStop={upload.stop} />
          ) : (
            <p className="text-13 text-muted">
              CSV or Excel, up to {mostMegabytes} MB: one row for each week (or day or month), the first row
              with the names of the columns, at least a date, a result such as revenue, and what each channel
              cost.
            </p>
          )}
        </DropZone>
        {upload.refused !== null && (
          <Refusal
            error={upload.refused.error}
            title={upload.refused.name ? `${upload.refused.name} was not taken` : 'That did not work'}
          />
        )}
        <section className="border-border border-t pt-6">
          <h2>No file at hand?</h2>
          <p className="mt-1 text-muted">
            The sample holds two years of weekly sales and media spend of a made-up company. It was simulated,
            so the true effect of each channel is known and you can see whether the model finds it.
          </p>
          <Button className="mt-4" busy={upload.busy} onClick={upload.takeSample}>
            Try the sample
          </Button>
        </section>
      </div>
    </>
  );
}

interface Progress {
  readonly name: string;
  readonly fraction: number;
}

function Sending({ name, fraction, onStop }: Progress & { onStop: () => void }) {
  const reading = fraction >= 1;
  const percent = Math.floor(fraction * 100);
  return (
    <div className="grid w-full max-w-96 gap-2 text-13" role="status">
      <p className="truncate">
        {reading ? `Reading ${name} …` : `Uploading ${name}`}
        {!reading && <span className="tabular-nums"> · {percent} %</span>}
      </p>
      <progress
        className="h-1.5 w-full accent-accent"
        aria-label={reading ? 'Reading' : 'Uploading'}
        max={1}
        {...(reading ? {} : { value: fraction })}
      />
      <Button small kind="quiet" className="justify-self-center" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}

function useUpload(workspaceId: string) {
  const navigate = useNavigate();
  const create = useNewDataset(workspaceId);
  const [sending, setSending] = useState<Progress | null>(null);
  const [refused, setRefused] = useState<{ name: string | null; error: unknown } | null>(null);
  const stopper = useRef<AbortController | null>(null);
  // Who leaves the page does not want the file any more.
  useEffect(() => () => stopper.current?.abort(), []);

  const start = async (from: Parameters<typeof create.mutateAsync>[0], name: string | null) => {
    setRefused(null);
    try {
      const view = await create.mutateAsync(from);
      if (stopper.current?.signal.aborted) return;
      await navigate({
        to: '/w/$workspaceId/data/$datasetId/columns',
        params: { workspaceId, datasetId: view.dataset.id },
      });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) setRefused({ name, error });
    } finally {
      setSending(null);
    }
  };

  const take = (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    const problem = fileProblem(files);
    if (problem) {
      setRefused({ name: file.name, error: problem });
      return;
    }
    stopper.current = new AbortController();
    setSending({ name: file.name, fraction: 0 });
    const onProgress = (fraction: number) => setSending({ name: file.name, fraction });
    void start({ file, onProgress, signal: stopper.current.signal }, file.name);
  };

  return {
    busy: create.isPending,
    sending,
    refused,
    take,
    takeSample: () => void start('sample', null),
    stop: () => stopper.current?.abort(),
  };
}
