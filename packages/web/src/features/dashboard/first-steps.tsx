// An empty workspace: what MixModel does in one sentence, and the one step to begin with.
import { useNavigate } from '@tanstack/react-router';
import { useNewDataset } from '../../api/datasets.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Refusal } from '../../ui/states.tsx';

interface FirstStepsProps {
  readonly workspaceId: string;
  readonly mayUpload: boolean;
}

export function FirstSteps({ workspaceId, mayUpload }: FirstStepsProps) {
  const navigate = useNavigate();
  const sample = useNewDataset(workspaceId);
  const takeSample = async () => {
    const view = await sample.mutateAsync('sample');
    await navigate({
      to: '/w/$workspaceId/data/$datasetId/columns',
      params: { workspaceId, datasetId: view.dataset.id },
    });
  };
  return (
    <div className="max-w-[64ch]">
      <h1>What did your marketing really return?</h1>
      <p className="mt-2 text-muted">
        Give MixModel a table of your sales and what each channel cost, week by week. It answers what each
        channel returned, how sure that is, and what to do next.
      </p>
      {mayUpload ? (
        <>
          <div className="mt-6 flex flex-wrap gap-3">
            <Button
              kind="primary"
              busy={sample.isPending}
              // The refusal is shown below.
              onClick={() => void takeSample().catch(() => undefined)}
            >
              Try the sample
            </Button>
            <ButtonLink to="/w/$workspaceId/data/new" params={{ workspaceId }}>
              Upload your data
            </ButtonLink>
          </div>
          {sample.error && (
            <div className="mt-4">
              <Refusal error={sample.error} />
            </div>
          )}
          <p className="mt-3 text-13 text-muted">
            The sample is simulated, so its true effects are known. From it to the results are a few clicks.
          </p>
        </>
      ) : (
        <p className="mt-6">
          Nothing has been uploaded here yet. Who is a member of this workspace can do so.
        </p>
      )}
      <ol className="mt-10 grid gap-4 border-border border-t pt-6">
        {steps.map(({ name, means }, index) => (
          <li key={name} className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2">
            <span className="text-muted tabular-nums">{index + 1}</span>
            <div>
              <h2 className="text-14!">{name}</h2>
              <p className="text-13 text-muted">{means}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

const steps = [
  {
    name: 'Upload',
    means: 'CSV or Excel. What is in each column is guessed, and you correct what is wrong.',
  },
  {
    name: 'Fit',
    means: 'The model is ready as it is; everything that can be changed stands under Advanced.',
  },
  { name: 'Read', means: 'Three views of one result: for those who decide, who plan, and who check.' },
] as const;
