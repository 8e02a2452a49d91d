// The worker: one fit from start to end, every step told to the page.
import { fit, sample } from '@mixmodel/engine';

self.addEventListener('message', async ({ data: options }) => {
  try {
    const { data, draft, truth } = sample();
    for await (const step of fit(data, draft, { ...options, now: () => performance.now() })) {
      if (step.phase === 'warmup' || step.phase === 'sampling') postMessage({ fraction: step.fraction });
      if (step.phase !== 'done') continue;
      const { channels, convergence } = step.result;
      postMessage({ channels, convergence, truth, fingerprint: await fingerprint(step.draws) });
    }
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});

/** SHA-256 of every number of every chain, in order: Node gives the same. */
async function fingerprint({ segments }) {
  const bytes = await new Blob(segments.flat().map(({ values }) => values)).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
