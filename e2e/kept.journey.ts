// Nothing is lost: not by a reload, a session that ended, a cancelled run, a fit without an answer, or a power cut.
import type { RunResult, RunView } from '@mixmodel/contract';
import { expect, type Page, test } from '@playwright/test';
import {
  api,
  fit,
  openAdvanced,
  password,
  register,
  runPathOf,
  signedIn,
  takeSample,
  workspaceOf,
} from './person.ts';
import { type Server, startServer } from './server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage();
  await register(page, server);
});
test.afterAll(async () => {
  await page.close();
  await server.stop();
});

test('a reload in every step keeps what was chosen', async () => {
  await takeSample(page);
  const holiday = page.getByRole('combobox', { name: /holiday/ });
  await holiday.selectOption('ignore');
  await expect(page.getByText('Everything is saved.')).toBeVisible();
  await page.reload();
  await expect(holiday).toHaveValue('ignore');
  await page.getByRole('link', { name: 'Next: data report' }).click();
  await expect(page.getByText('holiday').first()).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Choose the model' }).click();
  await page.getByRole('radio', { name: /Quick/ }).check();
  await page.getByLabel('Margin, %').fill('40');
  await page.reload();
  await expect(page.getByRole('radio', { name: /Quick/ })).toBeChecked();
  await expect(page.getByLabel('Margin, %')).toHaveValue('40');
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel('Margin, %')).toHaveValue('40');
});

test('a session that has ended asks to sign in again and comes back to the same page', async () => {
  const there = page.url();
  await page.context().clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('Email').fill('ana@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(there);
  await expect(page.getByLabel('Margin, %')).toHaveValue('40');
});

test('a long run shows its chains and no result, and is cancelled at once', async () => {
  await openAdvanced(page);
  await page.getByLabel('Kept draws').fill('50000');
  await fit(page);
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await expect(page.getByText(/Chain 1/)).toBeVisible();
  await expect(page.getByText('€')).toHaveCount(0);
  await page.getByRole('button', { name: /Cancel/ }).click();
  await expect(page.getByRole('heading', { name: 'The run was cancelled' })).toBeVisible();
});

test('a fit that did not converge gives no answer, says why and what to do', async () => {
  await page.getByRole('link', { name: 'Change the settings' }).click();
  await page.getByRole('radio', { name: /Quick/ }).check();
  await openAdvanced(page);
  await page.getByLabel('Kept draws').fill('100');
  await page.getByLabel('Warm-up draws').fill('100');
  await fit(page);
  await expect(page.getByText('Not converged', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What to do now' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What was tried' })).toBeVisible();
  for (const word of ['Raise', 'Lower', 'Keep', 'Test first'])
    await expect(page.getByText(word, { exact: true })).toHaveCount(0);
  const { result } = await api<RunResult>(server, `${runPathOf(page)}/result`);
  expect(result.convergence.passed).toBe(false);
  const [first] = result.channels;
  await expect(page.getByText(String(first?.roas?.mean.toFixed(2)))).toHaveCount(0);
  await page.getByRole('button', { name: 'Show anyway' }).click();
  await expect(page.getByText(/not to be used|must not be used|Not converged/i).first()).toBeVisible();
});

test('kill -9 in the middle of a run: it goes on by itself, to the numbers of an undisturbed one', async () => {
  const workspace = workspaceOf(page);
  const me = await signedIn(server);
  const { items } = await me.get<{ items: { id: string }[] }>(`/workspaces/${workspace}/datasets`);
  const asked = { datasetId: items[0]?.id, sampling: { mode: 'full', draws: 8000 } };
  const ask = () => me.post<RunView>(`/workspaces/${workspace}/runs`, asked);
  const [disturbed, quiet] = [await ask(), await ask()];
  await page.goto(`${server.url}/w/${workspace}/runs/${disturbed.id}`);
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  const path = (run: RunView) => `/workspaces/${workspace}/runs/${run.id}`;
  await expect.poll(async () => (await me.get<RunView>(path(disturbed))).progress?.phase).toBe('sampling');
  await server.kill();
  server = await startServer({ dataDir: server.dataDir });
  const again = await signedIn(server);
  const state = async (run: RunView) => (await again.get<RunView>(path(run))).state;
  expect(await state(disturbed)).toMatch(/queued|running|completed/);
  for (const run of [disturbed, quiet])
    await expect.poll(() => state(run), { timeout: 60_000 }).toBe('completed');
  const result = async (run: RunView) => (await again.get<RunResult>(`${path(run)}/result`)).result;
  const [one, two] = [await result(disturbed), await result(quiet)];
  expect(one.parameters).toEqual(two.parameters);
  expect(one.channels).toEqual(two.channels);
});
