// The model as JSON: shown as it stands, edited or pasted, with what is wrong under it; and every default written out.
import { useId, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Sentence } from '../../../ui/sentence.tsx';
import { Json } from '../json.tsx';
import { ofSpec } from './faults.ts';
import { useForm } from './form.ts';
import { readSpec } from './read-spec.ts';

const specPlace = 'spec as JSON';

export function SpecEditor() {
  const { draft, settings, set, type, faults, plan } = useForm();
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const kept = settings.typed[specPlace];
  const shown = text ?? kept ?? JSON.stringify(draft, null, 2);
  const problems = kept === undefined ? [] : wrongIn(kept);
  const told = problems.length > 0 ? problems : ofSpec(faults).map(({ sentence }) => sentence);
  const change = (next: string) => {
    setText(next);
    const read = readSpec(next);
    type(specPlace, read.ok ? null : next);
    if (read.ok) set({ draft: read.draft });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>The model as JSON</h3>
      <p id={`${id}-hint`} className="mt-1 text-13 text-muted">
        What the fields above say, and all they cannot say. Edit it, or paste a spec, a result file, or what
        <code className="font-mono text-12"> mixmodel spec</code> printed.
      </p>
      <textarea
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-hint ${id}-errors`}
        aria-invalid={told.length > 0 || undefined}
        spellCheck={false}
        className={classes(
          'mt-2 h-80 w-full resize-y rounded border bg-bg2 p-3 font-mono text-12 leading-5 text-text',
          told.length > 0 ? 'border-2 border-bad' : 'border-rule',
        )}
        value={shown}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setText(null)}
      />
      <ul id={`${id}-errors`} aria-live="polite" className="mt-1 grid gap-1 text-13 text-bad">
        {told.map((one) => (
          <li key={one}>
            <Sentence text={one} />
          </li>
        ))}
      </ul>
      {settings.draft && (
        <Button
          small
          className="mt-2"
          onClick={() => {
            setText(null);
            set({ draft: null, typed: {} });
          }}
        >
          Go back to the model of the columns
        </Button>
      )}
      {plan?.spec && (
        <details className="mt-4">
          <summary className="text-13 font-medium">Every default written out</summary>
          <Json value={plan.spec} label="The spec with every default" />
        </details>
      )}
    </section>
  );
}

function wrongIn(text: string): string[] {
  const read = readSpec(text);
  return read.ok ? [] : read.sentences;
}
