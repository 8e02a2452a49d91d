// The state of the configure page: settings kept in the tab, and the plan the server makes of them.
import type { DatasetView, Fault, PlanRequest } from '@mixmodel/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAccountId } from '../../../api/accounts.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { planQuery } from '../../../api/runs.ts';
import { type Draft, sameDraft } from './draft.ts';
import { faultsOf } from './faults.ts';
import type { Form } from './form.ts';
import { keepSettings, placeOf, readSettings, type Settings, withTyped } from './stored.ts';

/** Long enough that a number is typed to its end, short enough not to be noticed. */
const settleMs = 250;

export interface FormState {
  readonly form: Form;
  /** The plan is of what stands on the page now. */
  readonly upToDate: boolean;
  /** A refusal that names no field. */
  readonly refusal: unknown;
  readonly retry: () => void;
  readonly asked: PlanRequest;
}

export function useForm(workspaceId: string, dataset: DatasetView & { draft: Draft }): FormState {
  const { id } = dataset.dataset;
  const place = placeOf(useAccountId(), id);
  const [settings, setSettings] = useState(() => readSettings(place));
  useEffect(() => keepSettings(place, settings), [place, settings]);
  const asked = useAsked(settings);
  const settled = useSettled(asked);
  const draft = settings.draft ?? dataset.draft;
  // What is wrong in itself is told at once; what is wrong with these data, the server knows.
  const inItself = faultsOf(draft, settings.sampling);
  const plan = useQuery({
    ...planQuery(workspaceId, id, settled),
    placeholderData: keepPreviousData,
    enabled: faultsOf(settled.spec ?? dataset.draft, settled.sampling ?? {}).length === 0,
  });
  const refused = plan.error instanceof ApiProblem ? plan.error.faults : [];
  const withData = plan.error ? refused : (plan.data?.faults ?? []);
  const faults: readonly Fault[] = inItself.length > 0 ? inItself : withData;
  const set = (change: Partial<Settings>) => setSettings((before) => ({ ...before, ...change }));
  const form: Form = {
    dataset,
    settings,
    draft,
    plan: plan.data ?? null,
    faults,
    set,
    edit: (change) =>
      setSettings((before) => {
        const after = change(before.draft ?? dataset.draft);
        return { ...before, draft: sameDraft(after, dataset.draft) ? null : after };
      }),
    type: (place, text) =>
      setSettings((before) => ({ ...before, typed: withTyped(before.typed, place, text) })),
  };
  return {
    form,
    asked,
    upToDate: settled === asked && !plan.isPlaceholderData && (plan.isSuccess || refused.length > 0),
    refusal: plan.error && refused.length === 0 ? plan.error : null,
    retry: () => void plan.refetch(),
  };
}

/** The same object while nothing that matters to the plan has changed. */
function useAsked({ draft, sampling }: Settings): PlanRequest {
  const [kept, keep] = useState<PlanRequest>({ sampling });
  const now: PlanRequest = { ...(draft && { spec: draft }), sampling };
  if (sameDraft(kept, now)) return kept;
  keep(now);
  return now;
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
