// The margin among the facts, changed in place: every verdict and break-even on the page follows.
import type { RunView } from '@mixmodel/contract';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../../../api/problem.ts';
import { useChangeRun } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { leastPercent, marginOf } from '../configure/stored.ts';

interface MarginProps {
  workspaceId: string;
  run: RunView;
  mayEdit: boolean;
}

export function MarginFact({ workspaceId, run, mayEdit }: MarginProps) {
  const [open, setOpen] = useState(false);
  const words = run.margin === null ? 'not given' : `${percentText(run.margin)} %`;
  return (
    <>
      {words}
      {mayEdit && (
        <button
          type="button"
          className="link ml-2 print:hidden"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {run.margin === null ? 'Give it' : 'Change'}
          <span className="sr-only"> the margin</span>
        </button>
      )}
      {open && <MarginForm workspaceId={workspaceId} run={run} onDone={() => setOpen(false)} />}
    </>
  );
}

function MarginForm({ workspaceId, run, onDone }: Omit<MarginProps, 'mayEdit'> & { onDone: () => void }) {
  const [text, setText] = useState(run.margin === null ? '' : percentText(run.margin));
  const [refused, setRefused] = useState<string>();
  const change = useChangeRun(workspaceId, run.id);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const margin = marginOf(text);
    if (margin === undefined)
      setRefused(`Write a percentage from ${leastPercent} to 100, such as 50, or nothing.`);
    else change.mutate({ margin }, { onSuccess: onDone });
  };
  return (
    <form className="mt-2 w-64 max-w-full" onSubmit={save}>
      <Field
        label="Margin, %"
        hint="What is left of each 100 of revenue before advertising is paid. Empty: break-even is a return of 1."
        error={refused ?? (change.error ? sentenceOf(change.error) : undefined)}
      >
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              autoFocus
              inputMode="decimal"
              autoComplete="off"
              className="w-20 tabular-nums"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && onDone()}
            />
            <Button type="submit" busy={change.isPending}>
              Save
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}

function percentText(margin: number): string {
  return String(Number((margin * 100).toFixed(2)));
}
