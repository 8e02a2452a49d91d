// Before a run: how thorough, the margin, what is assumed, everything else under Advanced, and what it will cost.
import { type DatasetView, may } from '@mixmodel/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useId } from 'react';
import { useAccountId, useWorkspace } from '../../api/accounts.ts';
import { datasetQuery } from '../../api/datasets.ts';
import { useCreateRun } from '../../api/runs.ts';
import { useWish } from '../../api/wish.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PageFoot } from '../../ui/page-foot.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Empty, PageSkeleton, Refusal } from '../../ui/states.tsx';
import { Advanced } from './configure/advanced.tsx';
import { Assumed } from './configure/assumed.tsx';
import { buttonSentence } from './configure/button-sentence.ts';
import type { Draft } from './configure/draft.ts';
import { FormContext } from './configure/form.ts';
import { ModeChoice } from './configure/mode-choice.tsx';
import { OtherProblems } from './configure/problems.tsx';
import { forgetSettings, marginOf, placeOf, untouched } from './configure/stored.ts';
import { type FormState, useForm } from './configure/use-form.ts';
import { Worth } from './configure/worth.tsx';

export function ConfigurePage() {
  const { workspaceId, datasetId } = useParams({ from: '/w/$workspaceId/data/$datasetId/fit' });
  const dataset = useQuery(datasetQuery(workspaceId, datasetId));
  const accountId = useAccountId();
  usePageTitle('Configure a fit', dataset.data?.dataset.name);
  if (dataset.error) return <Refusal error={dataset.error} onRetry={() => void dataset.refetch()} />;
  if (!dataset.data) return <PageSkeleton />;
  const { draft } = dataset.data;
  if (!draft) {
    return (
      <Empty title="These data cannot be fitted yet">
        <p>Something in the columns must be settled first: it stands beside them, with what to do.</p>
        <ButtonLink to="/w/$workspaceId/data/$datasetId/columns" params={{ workspaceId, datasetId }}>
          Go to the columns
        </ButtonLink>
      </Empty>
    );
  }
  const key = `${accountId} ${datasetId}`;
  return <Configure key={key} workspaceId={workspaceId} dataset={{ ...dataset.data, draft }} />;
}

interface ConfigureProps {
  workspaceId: string;
  dataset: DatasetView & { draft: Draft };
}

function Configure({ workspaceId, dataset }: ConfigureProps) {
  const state = useForm(workspaceId, dataset);
  const { grid } = dataset;
  return (
    <FormContext value={state.form}>
      <h1>Fit {dataset.dataset.name}</h1>
      <p className="mt-1 text-muted">
        {grid && `${grid.periods} ${grid.period}s, `}
        {state.form.draft.channels.length} channels. The settings below are right for most data: press the
        button, and come back here when you want to know more.
      </p>
      {state.refusal !== null && (
        <div className="mt-6">
          <Refusal error={state.refusal} title="The settings could not be checked" onRetry={state.retry} />
        </div>
      )}
      <OtherProblems />
      <ModeChoice />
      <Worth />
      <Assumed />
      <Advanced />
      <Start workspaceId={workspaceId} datasetId={dataset.dataset.id} state={state} />
    </FormContext>
  );
}

/** The button that starts the run, and why it waits. */
function Start({
  workspaceId,
  datasetId,
  state,
}: {
  workspaceId: string;
  datasetId: string;
  state: FormState;
}) {
  const { form, asked } = state;
  const { settings, faults, plan } = form;
  const role = useWorkspace(workspaceId)?.role;
  const accountId = useAccountId();
  const create = useCreateRun(workspaceId);
  const navigate = useNavigate();
  const reasonId = useId();
  const wish = useWish();
  const margin = marginOf(settings.margin);
  const sentence = buttonSentence({
    sampling: settings.sampling,
    faults: faults.length + Object.keys(settings.typed).length + (margin === undefined ? 1 : 0),
    upToDate: state.upToDate,
    estimateMs: plan?.estimateMs?.[settings.sampling.mode ?? 'full'] ?? null,
    sending: create.isPending,
    allowed: role !== undefined && may(role, 'run.create'),
  });
  const start = () => {
    const name = settings.name.trim();
    const body = { datasetId, ...asked, ...(name !== '' && { name }), ...(margin && { margin }) };
    create.mutate(
      { body, idempotencyKey: wish.keyOf(body) },
      {
        onSuccess: (run) => {
          form.set(untouched);
          forgetSettings(placeOf(accountId, datasetId));
          void navigate({ to: '/w/$workspaceId/runs/$runId', params: { workspaceId, runId: run.id } });
        },
        onError: wish.failed,
      },
    );
  };
  return (
    <>
      {create.error && (
        <div className="mt-6">
          <Refusal error={create.error} title="The run was not started" />
        </div>
      )}
      <PageFoot
        back={
          <Link
            to="/w/$workspaceId/data/$datasetId/report"
            params={{ workspaceId, datasetId }}
            className="link text-13"
          >
            Back to the data
          </Link>
        }
        note={<span id={reasonId}>{sentence.reason}</span>}
        next={
          <Button
            kind="primary"
            busy={create.isPending}
            waitsFor={sentence.ready ? undefined : reasonId}
            onClick={start}
          >
            {sentence.label}
          </Button>
        }
      />
    </>
  );
}
