// The mapping while it is edited: each change shows at once and is saved at once.
// What the server refuses is taken back; what could not reach it stays until it does.
import type { DatasetView, Mapping } from '@mixmodel/contract';
import { useRef, useState } from 'react';
import { useMapping } from '../../api/datasets.ts';
import { mayPass, sentenceOf } from '../../api/problem.ts';
import { toast } from '../../ui/toast.tsx';

export interface MappingEdits {
  /** What the user wants, saved or on its way. */
  readonly mapping: Mapping;
  readonly saving: boolean;
  /** Why the newest change is not saved yet, when asking again may help. */
  readonly unsaved: string | null;
  /** Why the newest change was refused and taken back. */
  readonly refused: string | null;
  /** Saves what `edit` makes of the newest mapping; changes made in quick succession build on each other. */
  readonly change: (edit: (mapping: Mapping) => Mapping) => void;
  readonly retry: () => void;
}

export function useMappingEdits(workspaceId: string, view: DatasetView): MappingEdits {
  const save = useMapping(workspaceId, view.dataset.id);
  const newest = useRef<Mapping | null>(null);
  const [wanted, setWanted] = useState<Mapping | null>(null);
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const want = (mapping: Mapping | null) => {
    newest.current = mapping;
    setWanted(mapping);
    setUnsaved(null);
  };
  const send = async (mapping: Mapping) => {
    want(mapping);
    setRefused(null);
    try {
      await save.mutateAsync(mapping);
      if (newest.current === mapping) want(null);
    } catch (error) {
      if (newest.current !== mapping) return;
      if (mayPass(error)) setUnsaved(sentenceOf(error));
      else {
        want(null);
        setRefused(sentenceOf(error));
        toast(`The change was not saved. ${sentenceOf(error)}`, 'bad');
      }
    }
  };
  return {
    mapping: wanted ?? view.mapping,
    saving: wanted !== null && unsaved === null,
    unsaved,
    refused,
    change: (edit) => void send(edit(newest.current ?? view.mapping)),
    retry: () => void send(newest.current ?? view.mapping),
  };
}
