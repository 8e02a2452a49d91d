// The example page fits in a web worker and draws the bits that Node draws: same data, spec and seed.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fit, sample } from '@mixmodel/engine';
import { expect, test } from '@playwright/test';
import { build, preview } from 'vite';

const example = join(import.meta.dirname, '../examples/browser');

/** SHA-256 of every draw of every chain, in order, and the channels with their mean return as the page writes it. */
async function inNode(): Promise<{ fingerprint: string; returns: string[][] }> {
  const { data, draft } = sample();
  const hash = createHash('sha256');
  let returns: string[][] = [];
  for await (const step of fit(data, draft, { mode: 'quick', seed: 1 })) {
    if (step.phase !== 'done') continue;
    for (const segment of step.draws.segments.flat()) hash.update(segment.values);
    returns = step.result.channels.map(({ label, roas }) => [label, roas?.mean.toFixed(2) ?? '']);
  }
  return { fingerprint: hash.digest('hex'), returns };
}

test('the example page draws the same bits in Chromium as Node does, and can be stopped', async ({
  page,
}) => {
  const outDir = mkdtempSync(join(tmpdir(), 'mixmodel-example-'));
  const shared = { configFile: false, root: example, logLevel: 'error' } as const;
  await build({ ...shared, worker: { format: 'es' }, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  try {
    const { port } = server.httpServer.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole('button', { name: 'Fit the sample' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('status')).toHaveText('Stopped.');
    await page.getByRole('button', { name: 'Fit the sample' }).click();
    await expect(page.getByRole('status')).toHaveText('Converged.');
    const { fingerprint, returns } = await inNode();
    await expect(page.locator('#fingerprint')).toHaveText(fingerprint);
    const rows = await page.getByRole('row').allTextContents();
    for (const [i, [label, mean]] of returns.entries()) expect(rows[i + 1]).toMatch(`${label}${mean}`);
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true });
  }
});
