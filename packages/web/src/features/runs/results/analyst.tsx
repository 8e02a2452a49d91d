// The analyst view: the check, every quantity with its chains, prediction and residuals, what was decided, lineage.

import type { RunView } from '@mixmodel/contract';
import {
  acfTitle,
  predictionTitle,
  type RunFacts,
  remarks,
  residualTitle,
  type View,
} from '@mixmodel/report';
import { acfChart, predictionChart, residualChart } from '@mixmodel/report/charts';
import { useMemo, useState } from 'react';
import { Sentence } from '../../../ui/sentence.tsx';
import { Figure } from '../figure/figure.tsx';
import { Term } from '../term.tsx';
import { Chains } from './chains.tsx';
import { checkFigures } from './check-figures.ts';
import { Lineage } from './lineage.tsx';
import { type Look, lately } from './look.ts';
import { Parameters } from './parameters.tsx';
import { aboutChannel, inOrder } from './quantity-order.ts';

interface AnalystProps {
  workspaceId: string;
  run: RunView;
  facts: RunFacts;
  view: View;
  look: Look;
}

export function Analyst({ workspaceId, run, facts, view, look }: AnalystProps) {
  const [chosen, setChosen] = useState<string>();
  const recent = useMemo(() => lately(view, look.last), [view, look.last]);
  const prediction = useMemo(() => predictionChart(recent), [recent]);
  const residuals = useMemo(() => residualChart(recent), [recent]);
  const acf = useMemo(() => acfChart(view), [view]);
  const quantity = chosen ?? firstOf(view, look.channel);
  return (
    <>
      <CheckFigures view={view} />
      <Parameters view={view} channel={look.channel} chosen={quantity} onChoose={setChosen} />
      {quantity !== undefined && (
        <section className="mt-10 max-sm:mt-8">
          <Chains workspaceId={workspaceId} runId={run.id} view={view} quantity={quantity} />
        </section>
      )}
      <section className="mt-10 max-sm:mt-8">
        <Figure chart={prediction} {...predictionTitle(recent)} fold />
      </section>
      <section className="mt-8 grid gap-10 max-sm:mt-4 max-sm:gap-4 md:grid-cols-[minmax(0,17fr)_minmax(0,10fr)]">
        <Figure chart={residuals} {...residualTitle(recent)} fold />
        <Figure chart={acf} {...acfTitle(view)} fold />
      </section>
      <FitStatistics view={view} />
      <Remarks view={view} />
      <Lineage workspaceId={workspaceId} run={run} facts={facts} view={view} />
    </>
  );
}

/** The first row of the table: the return of the channel looked at, or of the largest one. */
function firstOf(view: View, channel: string | null): string | undefined {
  const all = inOrder(view);
  return (channel === null ? all : aboutChannel(all, channel))[0]?.name;
}

export function CheckFigures({ view }: { view: View }) {
  return (
    <dl className="mt-6 flex flex-wrap gap-x-8 gap-y-3">
      {checkFigures(view.result).map(({ label, term, value, wanted, passes }) => (
        <div key={label} className="min-w-26">
          <dt className="text-12 text-muted">{term ? <Term of={term}>{label}</Term> : label}</dt>
          <dd className={`text-20 font-semibold tracking-tight tabular-nums ${passes ? '' : 'text-bad'}`}>
            {value}{' '}
            <small className="text-12 font-normal tracking-normal text-muted">
              {wanted}
              {!passes && <span className="text-bad"> fails</span>}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;

function FitStatistics({ view }: { view: View }) {
  const { fit } = view.result;
  const [low, high] = fit.bayesianR2.hdi94;
  const figures = [
    { label: 'R², in sample', value: fit.r2.toFixed(3) },
    {
      label: 'Bayesian R²',
      value: `${fit.bayesianR2.mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
    },
    { label: 'MAPE', value: fit.mape === null ? 'none' : percent(fit.mape) },
    { label: 'wMAPE', value: fit.wmape === null ? 'none' : percent(fit.wmape) },
    { label: 'In the 94 % band', value: percent(fit.coverage94) },
    {
      label: 'Residuals, lag 1',
      value:
        fit.residualAcf1 === null
          ? 'none'
          : `${fit.residualAcf1.toFixed(2)}${fit.residualAcf1PValue === null ? '' : ` (p = ${fit.residualAcf1PValue.toFixed(2)})`}`,
    },
  ];
  return (
    <section aria-labelledby="fit-statistics" className="mt-10 max-sm:mt-8">
      <h2 id="fit-statistics">How well it follows the past</h2>
      <p className="text-13 text-muted">
        {fit.rows.toLocaleString('en-US')} fitted {view.result.data.period}s
        {fit.mapeSkippedRows > 0 && `; MAPE leaves out ${fit.mapeSkippedRows} with a KPI of 0`}. Following the
        past well does not show that a return is right.
      </p>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-3 text-13">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-12 text-muted">{label}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Everything that was found in the data, warned of, and decided without asking. */
function Remarks({ view }: { view: View }) {
  const chapters = remarks(view);
  if (chapters.length === 0) return null;
  return (
    <section aria-labelledby="remarks" className="mt-10 max-sm:mt-8">
      <h2 id="remarks">What was found and decided</h2>
      <div className="mt-3 grid gap-x-10 gap-y-5 md:grid-cols-2">
        {chapters.map(({ title, sentences }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul className="mt-1 grid gap-2 text-13">
              {sentences.map((sentence) => (
                <li key={sentence} className="break-words">
                  <Sentence text={sentence} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
