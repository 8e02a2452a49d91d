// The sample, from registering to the three views: every figure on the page is one of the posterior's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunResult } from '@mixmodel/contract';
import { headline, heroes, verdicts, viewOf } from '@mixmodel/report';
import { expect, type Page, test } from '@playwright/test';
import { api, fit, register, runPathOf, takeSample, toModel, workspaceOf } from './person.ts';
import { type Server, startServer } from './server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage();
});
test.afterAll(async () => {
  await page.close();
  await server.stop();
});

/** The words stand on the page where they can be seen. */
async function shows(on: Page, words: string): Promise<void> {
  await expect(on.getByText(words).filter({ visible: true }).first()).toBeVisible();
}

test('a first owner registers with the code, and a stranger without it cannot', async ({ browser }) => {
  const stranger = await browser.newPage();
  await stranger.goto(`${server.url}/register`);
  await stranger.getByLabel('Your name').fill('A Stranger');
  await stranger.getByLabel('Email').fill('stranger@example.org');
  await stranger.getByLabel('Password').fill('long enough to pass');
  await stranger.getByLabel('Workspace').fill('Elsewhere');
  await stranger.getByLabel('One-time code').fill('AAAA-AAAA-AAAA');
  await stranger.getByRole('button', { name: 'Make the account' }).click();
  await expect(stranger.getByText('the code given is another')).toBeVisible();
  expect(stranger.url()).toContain('/register');
  await stranger.close();
  await register(page, server);
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
});

test('the sample is one click, its columns are guessed, and Full is chosen', async () => {
  await takeSample(page);
  await expect(page.getByRole('combobox', { name: /tv_spend/ })).toHaveValue('spend');
  await toModel(page);
  await expect(page.getByRole('radio', { name: /Full/ })).toBeChecked();
});

test('the executive view says what the posterior says', async () => {
  await fit(page);
  await expect(page.getByText('Converged', { exact: true })).toBeVisible();
  const { result, insights, run } = await api<RunResult>(server, `${runPathOf(page)}/result`);
  const view = viewOf(result, insights, run.margin);
  await expect(page.getByText(headline(view))).toBeVisible();
  for (const { value } of heroes(view)) await shows(page, value);
  for (const { label, why } of verdicts(view)) {
    await shows(page, label);
    await shows(page, why);
  }
  expect(verdicts(view)).toHaveLength(5);
});

test('a margin turns revenue into profit, here and after a reload', async () => {
  await page.getByRole('button', { name: /Give it/ }).click();
  await page.getByRole('textbox', { name: /margin/i }).fill('50');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give your margin to see profit.')).toBeHidden();
  await page.reload();
  const { result, insights, run } = await api<RunResult>(server, `${runPathOf(page)}/result`);
  expect(run.margin).toBe(0.5);
  await expect(page.getByText(headline(viewOf(result, insights, 0.5)))).toBeVisible();
});

test('the terminal gives the same numbers for the same file and seed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixmodel-same-'));
  const there = page.url();
  const { result } = await api<RunResult>(server, `${runPathOf(page)}/result`);
  const { items } = await api<{ items: { id: string }[] }>(
    server,
    `/workspaces/${workspaceOf(page)}/datasets`,
  );
  const download = page.waitForEvent('download');
  await page.goto(`${server.url}/w/${workspaceOf(page)}/data`);
  await page.getByRole('button', { name: /Save the file/ }).click();
  writeFileSync(join(folder, 'sample.csv'), readFileSync(await (await download).path()));
  expect(items).toHaveLength(1);
  const program = join(import.meta.dirname, '../packages/cli/bin/mixmodel.js');
  const out = join(folder, 'result.json');
  execFileSync(process.execPath, [
    program,
    'fit',
    join(folder, 'sample.csv'),
    '--full',
    '--currency',
    'EUR',
    '--out',
    out,
  ]);
  const inTerminal = JSON.parse(readFileSync(out, 'utf8'));
  expect(result.channels).toEqual(inTerminal.channels);
  expect(result.parameters).toEqual(inTerminal.parameters);
  expect(result.data).toEqual(inTerminal.data);
  rmSync(folder, { recursive: true });
  await page.goto(there);
});

test('the manager view and the analyst view show returns, checks and draws to take away', async () => {
  await page.getByRole('button', { name: 'Manager' }).click();
  const { result } = await api<RunResult>(server, `${runPathOf(page)}/result`);
  await expect(page.getByRole('img', { name: /ROAS/ }).first()).toBeVisible();
  expect(await page.getByRole('img').count()).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Analyst' }).click();
  for (const { name } of result.parameters.slice(0, 5)) await shows(page, name);
  await page.getByRole('row', { name: /adstock_alpha\[tv_spend\]/ }).click();
  await expect(page.getByRole('heading', { name: /^TV, carry-over a week: four chains/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Download (the )?draws/i }).click();
  expect((await download).suggestedFilename()).toMatch(/\.zarr\.zip$/);
});
