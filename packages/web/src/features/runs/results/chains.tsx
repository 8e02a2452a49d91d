// The chains of one quantity: its trace and its ranks, asked for when the quantity is chosen.
import { traceTitle, type View } from '@mixmodel/report';
import { traceChart } from '@mixmodel/report/charts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { quantityQuery } from '../../../api/runs.ts';
import { Refusal, Skeleton } from '../../../ui/states.tsx';
import { Figure } from '../figure/figure.tsx';

interface ChainsProps {
  workspaceId: string;
  runId: string;
  view: View;
  quantity: string;
  /** Without values: of a run that gives no answer only the disagreement is shown. */
  hideValues?: boolean;
}

export function Chains({ workspaceId, runId, view, quantity, hideValues = false }: ChainsProps) {
  const query = useQuery(quantityQuery(workspaceId, runId, quantity));
  const chart = useMemo(
    () => (query.data ? traceChart(query.data, { ...traceTitle(query.data, view), hideValues }) : null),
    [query.data, view, hideValues],
  );
  if (query.error)
    return (
      <Refusal
        error={query.error}
        title="The chains could not be read"
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data || !chart) return <Skeleton className="h-72" />;
  return (
    <Figure
      chart={chart}
      subtitle={
        <>
          <span className="font-mono text-12">{quantity}</span>. {chart.subtitle}
        </>
      }
    />
  );
}
