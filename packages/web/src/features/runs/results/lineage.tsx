// Where the numbers come from and how to get them again: spec, hashes, versions, the command, and the files to take away.
import type { RunView } from '@mixmodel/contract';
import { lineage, type RunFacts, type View } from '@mixmodel/report';
import { useState } from 'react';
import { saveBlob } from '../../../api/download.ts';
import { sentenceOf } from '../../../api/problem.ts';
import { downloadDraws, downloadResult } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { Sentence } from '../../../ui/sentence.tsx';
import { Code, Json } from '../json.tsx';
import { commandOf, fileStem, xarraySnippet } from './reproduce.ts';

interface LineageProps {
  workspaceId: string;
  run: RunView;
  facts: RunFacts;
  view: View;
}

export function Lineage(props: LineageProps) {
  return (
    <section className="mt-10 grid gap-10 max-sm:mt-8 md:grid-cols-2">
      <SpecAndLineage {...props} />
      {props.view.result.convergence.passed && <TakeAway {...props} />}
    </section>
  );
}

export function SpecAndLineage({ run, facts, view }: LineageProps) {
  const { spec } = view.result;
  const save = () => {
    const text = `${JSON.stringify(spec, null, 2)}\n`;
    saveBlob(new Blob([text], { type: 'application/json' }), `${fileStem(run)}.spec.json`);
  };
  return (
    <div className="min-w-0">
      <h2>Spec and lineage</h2>
      <dl className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 text-13 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {lineage(view, facts).map(({ term, text }) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="tabular-nums [overflow-wrap:anywhere] max-sm:mb-2">
              <Sentence text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <details className="mt-4">
        <summary className="text-13 font-medium">The spec, every default written out</summary>
        <Json value={spec} label="Spec as JSON" />
      </details>
      <Button small className="mt-3 print:hidden" onClick={save}>
        Download the spec, JSON
      </Button>
    </div>
  );
}

function TakeAway({ workspaceId, run, view }: LineageProps) {
  return (
    <div className="min-w-0">
      <h2>To take away</h2>
      <div className="mt-3 flex flex-wrap gap-2 print:hidden">
        <Download save={() => downloadDraws(workspaceId, run)}>Download the draws, Zarr</Download>
        <Download save={() => downloadResult(workspaceId, run)}>Download the result, JSON</Download>
      </div>
      <p className="mt-4 text-13 text-muted">To open the draws in Python, with xarray and zarr:</p>
      <Code text={xarraySnippet(run)} label="Python to open the draws" />
      <p className="mt-4 text-13 text-muted">
        To fit it again in a terminal, with the spec; “Same again” says when the numbers are the same:
      </p>
      <Code text={commandOf(run, view.result)} label="Command to fit this again" />
    </div>
  );
}

/** A file of the server: the bytes take a moment, and may be refused. */
function Download({ save, children }: { save: () => Promise<void>; children: string }) {
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const start = async () => {
    setState({ busy: true, error: null });
    try {
      await save();
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error: sentenceOf(error) });
    }
  };
  return (
    <div className="min-w-0">
      <Button small busy={state.busy} onClick={() => void start()}>
        {children}
      </Button>
      {state.error && (
        <p role="alert" className="mt-1 text-13 text-bad">
          {state.error}
        </p>
      )}
    </div>
  );
}
