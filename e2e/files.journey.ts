// A file of one's own through the wizard, and every kind of file that cannot be used: each says why, nothing is lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { lineTo } from './cut-line.ts';
import { blocked, ownFile, refused, sampleFile } from './files.ts';
import { fit, giveFile, register, signedIn, toModel, workspaceOf } from './person.ts';
import { type Server, startServer } from './server.ts';

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

test('a German file with semicolons and decimal commas goes through to results', async () => {
  await giveFile(page, server, ownFile);
  await page.waitForURL('**/columns');
  await expect(page.getByRole('combobox', { name: 'Role of Umsatz' })).toHaveValue('target');
  await expect(page.getByRole('combobox', { name: 'Role of TV Kosten' })).toHaveValue('spend');
  await page.getByLabel('Currency of target and spend').selectOption('EUR');
  await toModel(page);
  await page.getByRole('radio', { name: /Quick/ }).check();
  await fit(page);
  await expect(page.getByRole('button', { name: 'Executive' })).toBeVisible();
  await expect(page.getByText('€').first()).toBeVisible();
});

for (const [file, why] of refused) {
  test(`${file.name} is refused where it was given, with the reason`, async () => {
    await giveFile(page, server, file);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(`${file.name} was not taken`);
    await expect(alert).toContainText(why);
    expect(page.url()).toContain('/data/new');
    await expect(page.locator('input[type=file]')).toBeEnabled();
  });
}

for (const [file, why] of blocked) {
  test(`${file.name} is kept, shown, and says what blocks it`, async () => {
    await giveFile(page, server, file);
    await page.waitForURL('**/columns');
    await expect(page.getByText('Error', { exact: true }).first()).toBeVisible();
    await expect(page.locator('main')).toContainText(why);
    await expect(page.getByText(/Next is waiting for/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/Next is waiting for/)).toBeVisible();
  });
}

test('60 MB are refused before they are sent, and by the server when they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixmodel-large-'));
  const path = join(folder, 'large.csv');
  const bytes = Buffer.alloc(60 * 1024 * 1024, 'week,revenue,tv_spend\n');
  writeFileSync(path, bytes);
  await page.goto(`${server.url}/w/${workspaceOf(page)}/data/new`);
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('alert')).toContainText(/50 MB.*60 MB/s);
  rmSync(folder, { recursive: true });
  const form = new FormData();
  form.set('file', new Blob([bytes]), 'large.csv');
  const answer = await (await signedIn(server)).send(`/workspaces/${workspaceOf(page)}/datasets`, form);
  expect(answer.status).toBe(413);
  expect(((await answer.json()) as { detail: string }).detail).toMatch(/50 MB/);
});

test('an upload that is cut in the middle is sent again by itself, and is there once', async ({
  browser,
}) => {
  const line = await lineTo(server.url);
  const other = await browser.newPage();
  await register(other, { ...server, url: line.url }, 'cut@example.org');
  const note = '#'.repeat(40_000);
  const file = sampleFile('cut.csv', ([head, ...rows]) => [
    `${head},note`,
    ...rows.map((row) => `${row},${note}`),
  ]);
  line.cutAfter(1_000_000);
  await giveFile(other, { ...server, url: line.url }, file);
  await other.waitForURL('**/columns');
  expect(line.cuts()).toBe(1);
  await other.goto(`${line.url}/w/${workspaceOf(other)}/data`);
  await expect(other.getByRole('link', { name: 'cut', exact: true })).toHaveCount(1);
  await other.close();
  line.close();
});

test('a finding is settled by its button, and the way on opens', async () => {
  await giveFile(
    page,
    server,
    sampleFile('doubled.csv', (lines) => [...lines, lines.at(-1) ?? '']),
  );
  await page.waitForURL('**/columns');
  await expect(page.getByText(/Next is waiting for/)).toBeVisible();
  await page
    .getByRole('button', { name: /Add .*up|Sum/i })
    .first()
    .click();
  await expect(page.getByRole('link', { name: 'Next: data report' })).toBeVisible();
});
