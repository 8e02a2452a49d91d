// The mapping while it is edited: each change shows at once, is saved at once, and is taken back when it is refused.
import type { DatasetView, Mapping } from '@mixmodel/contract';
import { useRef, useState } from 'react';
import { useMapping } from '../../api/datasets.ts';
import { sentenceOf } from '../../api/problem.ts';
import { toast } from '../../ui/toast.tsx';

export interface MappingEdits {
  /** What the user wants, saved or on its way. */
  readonly mapping: Mapping;
  readonly saving: boolean;
  /** Saves what `edit` makes of the newest mapping; changes made in quick succession build on each other. */
  readonly change: (edit: (mapping: Mapping) => Mapping) => void;
}

export function useMappingEdits(workspaceId: string, view: DatasetView): MappingEdits {
  const save = useMapping(workspaceId, view.dataset.id);
  const newest = useRef<Mapping | null>(null);
  const [wanted, setWanted] = useState<Mapping | null>(null);

  const settle = (sent: Mapping) => {
    if (newest.current !== sent) return;
    newest.current = null;
    setWanted(null);
  };
  const change: MappingEdits['change'] = (edit) => {
    const next = edit(newest.current ?? view.mapping);
    newest.current = next;
    setWanted(next);
    save.mutateAsync(next).then(
      () => settle(next),
      (error: unknown) => {
        toast(sentenceOf(error), 'bad');
        settle(next);
      },
    );
  };
  return { mapping: wanted ?? view.mapping, saving: wanted !== null, change };
}
