// The run's name as the page's title, changed in place.
import type { RunView } from '@mixmodel/contract';
import { Pencil } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { sentenceOf } from '../../../api/problem.ts';
import { useChangeRun } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { Input } from '../../../ui/field.tsx';

/** As the contract has it. */
const longest = 120;

interface EditableProps {
  workspaceId: string;
  run: RunView;
  mayEdit: boolean;
}

export function RunTitle({ workspaceId, run, mayEdit }: EditableProps) {
  const [text, setText] = useState<string | null>(null);
  const change = useChangeRun(workspaceId, run.id);
  const id = useId();
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setText(null);
    change.reset();
    requestAnimationFrame(() => pencil.current?.focus());
  };
  if (text === null) {
    return (
      <div className="flex min-w-0 items-start gap-1">
        <h1 className="min-w-0 [overflow-wrap:anywhere]">{run.name}</h1>
        {mayEdit && (
          <button
            ref={pencil}
            type="button"
            aria-label="Rename the run"
            className="rounded-sm p-1.5 text-muted hover:text-text print:hidden"
            onClick={() => setText(run.name)}
          >
            <Pencil size={16} aria-hidden="true" />
          </button>
        )}
      </div>
    );
  }
  const save = (event: FormEvent) => {
    event.preventDefault();
    const name = text.trim();
    if (name === '' || name === run.name) close();
    else change.mutate({ name }, { onSuccess: close });
  };
  return (
    <form className="grid w-full max-w-160 gap-1" onSubmit={save}>
      <h1 className="sr-only">{run.name}</h1>
      <div className="flex gap-2">
        <Input
          aria-label="Name of the run"
          aria-describedby={change.error ? id : undefined}
          aria-invalid={change.error ? true : undefined}
          autoFocus
          maxLength={longest}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        />
        <Button type="submit" busy={change.isPending}>
          Save
        </Button>
        <Button kind="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
      {text.length >= longest && <p className="text-13 text-muted">A name has at most {longest} letters.</p>}
      {change.error && (
        <p id={id} role="alert" className="text-13 text-bad">
          {sentenceOf(change.error)}
        </p>
      )}
    </form>
  );
}
