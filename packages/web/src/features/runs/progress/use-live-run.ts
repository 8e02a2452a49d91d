// A run as it goes: the stored row first, then every event of its stream, until it ends.
import type { RunView } from '@mixmodel/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { runEvents } from '../../../api/run-events.ts';
import { runQuery } from '../../../api/runs.ts';

export const isLive = ({ state }: Pick<RunView, 'state'>) => state === 'queued' || state === 'running';

/** `broken`: the connection is lost and being taken up again; what is shown may be old. */
export function useLiveRun(workspaceId: string, runId: string) {
  const client = useQueryClient();
  const query = useQuery(runQuery(workspaceId, runId));
  const [broken, setBroken] = useState(false);
  const live = query.data !== undefined && isLive(query.data);
  useEffect(() => {
    if (!live) return;
    const stop = new AbortController();
    const key = runQuery(workspaceId, runId).queryKey;
    const follow = async () => {
      for await (const { run } of runEvents(workspaceId, runId, {
        signal: stop.signal,
        onBroken: setBroken,
      })) {
        client.setQueryData(key, run);
        if (!isLive(run)) void client.invalidateQueries({ queryKey: ['runs', workspaceId] });
      }
    };
    follow().catch((error: unknown) => {
      // The stream was refused: the row tells what the stream would have.
      if (!stop.signal.aborted) void client.invalidateQueries({ queryKey: key });
      console.error(error);
    });
    return () => stop.abort();
  }, [client, live, runId, workspaceId]);
  return { ...query, broken };
}
