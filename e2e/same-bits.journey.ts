// The engine in Chromium gives the bits it gives in Node: same data, spec and seed.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fit, sample } from '@mixmodel/engine';
import { expect, test } from '@playwright/test';
import { build } from 'vite';

const settings = { mode: 'quick', seed: 5, draws: 200 } as const;

/** SHA-256 of every draw of every chain, in order. */
async function drawsInNode(): Promise<string> {
  const { data, draft } = sample(2, 80);
  const hash = createHash('sha256');
  for await (const step of fit(data, draft, settings)) {
    if (step.phase !== 'done') continue;
    for (const segment of step.draws.segments.flat()) hash.update(segment.values);
  }
  return hash.digest('hex');
}

test('a fit in Chromium draws the same bits as in Node', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'mixmodel-engine-'));
  const entry = join(import.meta.dirname, '../packages/engine/src/index.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, lib: { entry, formats: ['es'], fileName: 'engine' } },
  });
  const server = createServer((request, response) => {
    if (request.url !== '/engine.js')
      return void response.setHeader('content-type', 'text/html').end('<p>engine');
    void readFile(join(folder, 'engine.js')).then((bytes) =>
      response.setHeader('content-type', 'text/javascript').end(bytes),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const inBrowser = await page.evaluate(async (asked) => {
      const engine = await import('/engine.js' as string);
      const { data, draft } = engine.sample(2, 80);
      const parts: Float64Array[] = [];
      for await (const step of engine.fit(data, draft, asked)) {
        if (step.phase === 'done') for (const one of step.draws.segments.flat()) parts.push(one.values);
      }
      const bytes = await new Blob(parts as BlobPart[]).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }, settings);
    expect(inBrowser).toBe(await drawsInNode());
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
