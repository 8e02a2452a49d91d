// Real files through the browser to their results, with no more than a person would correct by hand.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { fit, giveFile, register, toModel } from './person.ts';
import { type Server, startServer } from './server.ts';

/** They lie beside the project and are not ours to keep in it; where they are, they must be tested. */
const folder = join(import.meta.dirname, '../../shared/data');
const isThere = existsSync(folder);
if (!isThere && process.env.MIXMODEL_REQUIRE_SHARED) throw new Error(`${folder} is wanted and not there`);

const files = [
  'synthetic_104w.csv',
  'synthetic_52w.csv',
  'robyn_simulated_weekly.csv',
  'meridian_national_all_channels.csv',
  'meridian_national_media_rf.csv',
];

let server: Server;
let page: Page;
test.beforeAll(async ({ browser }) => {
  test.skip(!isThere, 'no real files beside the project');
  server = await startServer();
  page = await browser.newPage();
  await register(page, server);
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

for (const name of files) {
  test(`${name} goes from upload to its three views`, async () => {
    await giveFile(page, server, { name, buffer: readFileSync(join(folder, name)) });
    await page.waitForURL('**/columns');
    await toModel(page);
    await fit(page);
    await expect(page.getByText('Converged', { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('[aria-labelledby="verdicts"]')).toBeVisible();
    for (const view of ['Manager', 'Analyst']) {
      await page.getByRole('button', { name: view }).click();
      await expect(page.getByRole('img').first()).toBeVisible();
    }
  });
}

test('a file by region says what it is and what to do', async () => {
  const name = 'meridian_geo_media.csv';
  await giveFile(page, server, { name, buffer: readFileSync(join(folder, name)) });
  await page.waitForURL('**/columns');
  await expect(page.locator('main')).toContainText(/20 regions/);
  await expect(page.getByText(/Next is waiting for/)).toBeVisible();
});
