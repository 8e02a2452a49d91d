// What every field of the configure page reads and changes: the settings, the plan made of them, and their faults.
import type { DatasetView, Fault, PlanView } from '@mixmodel/contract';
import { createContext, useContext } from 'react';
import type { Draft } from './draft.ts';
import type { Settings } from './stored.ts';

export interface Form {
  readonly dataset: DatasetView;
  readonly settings: Settings;
  /** The draft as it stands: the person's own or the mapping's. */
  readonly draft: Draft;
  /** The last plan that came; null before the first. */
  readonly plan: PlanView | null;
  readonly faults: readonly Fault[];
  readonly set: (change: Partial<Settings>) => void;
  readonly edit: (change: (draft: Draft) => Draft) => void;
  /** Keeps what cannot be used yet, or forgets it. */
  readonly type: (place: string, text: string | null) => void;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field stands outside the configure page');
  return form;
}
