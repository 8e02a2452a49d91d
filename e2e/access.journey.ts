// Every screen in both themes for everyone: axe finds nothing, a phone is wide enough, the keyboard reaches it all.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { sampleFile, withCell } from './files.ts';
import { fit, giveFile, register, takeSample } from './person.ts';
import { type Server, startServer } from './server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  // axe opens a page beside the one it looks at, which needs a context of our own.
  page = await (await browser.newContext()).newPage();
});
test.afterAll(async () => {
  await page.context().close();
  await server.stop();
});

/** What axe finds wrong on the page as it is now. */
async function violations(): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function check(name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Asked until the page is at rest: between two states it has no heading for a moment.
    await expect.poll(violations, { message: `${name}, ${colorScheme}`, timeout: 10_000 }).toEqual([]);
  }
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 360, height: 780 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, { message: `${name} is wider than a phone` }).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width, height });
}

test('before signing in', async () => {
  await page.goto(`${server.url}/sign-in`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await check('sign in');
  await page.goto(`${server.url}/register`);
  await expect(page.getByLabel('Your name')).toBeVisible();
  await check('register');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await check('register with faults');
});

test('the empty dashboard, the upload, a refused file', async () => {
  await register(page, server);
  await check('dashboard, empty');
  await page.goto(`${page.url()}/data/new`);
  await check('upload');
  await giveFile(page, server, { name: 'empty.csv', buffer: Buffer.alloc(0) });
  await expect(page.getByRole('alert')).toBeVisible();
  await check('upload, refused');
});

test('the columns with findings and their rows, the report, the model', async () => {
  await giveFile(page, server, sampleFile('wrong.csv', withCell(12, 'tv_spend', 'a lot')));
  await page.waitForURL('**/columns');
  await expect(page.getByText(/Next is waiting for/)).toBeVisible();
  await check('columns with an error');
  await page
    .getByRole('button', { name: /^Show the rows?$/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('rows of a finding');
  await page.keyboard.press('Escape');
  await page.goto(page.url().replace(/\/data\/.*/, '/data/new'));
  await takeSample(page);
  await check('columns');
  await page.getByRole('link', { name: 'Next: data report' }).click();
  await expect(page.getByRole('link', { name: 'Choose the model' })).toBeVisible();
  await check('data report');
  await page.getByRole('link', { name: 'Choose the model' }).click();
  await expect(page.getByRole('button', { name: /^Fit \d+ chains/ })).toBeEnabled();
  await check('model');
  for (const group of await page.locator('details').all())
    await group.evaluate((element) => {
      (element as HTMLDetailsElement).open = true;
    });
  await check('model, advanced');
});

test('the three views', async () => {
  await fit(page);
  await expect(page.getByRole('button', { name: 'Executive' })).toBeVisible();
  await check('executive');
  for (const view of ['Manager', 'Analyst']) {
    await page.getByRole('button', { name: view }).click();
    await expect(page.getByRole('img').first()).toBeVisible();
    await check(view);
  }
});

test('the lists, a page that is not there, the API pages', async () => {
  const workspace = page.url().replace(/\/runs\/.*/, '');
  for (const path of ['', '/data', '/runs']) {
    await page.goto(`${workspace}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await check(path === '' ? 'dashboard' : path);
  }
  await page.goto(`${server.url}/nowhere`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await check('not there');
});

test('no page asks any other site for anything', async ({ browser }) => {
  const watched = await browser.newPage();
  const elsewhere: string[] = [];
  watched.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url());
  });
  for (const path of ['/sign-in', '/docs', '/redoc']) {
    await watched.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  }
  await watched.close();
  expect(elsewhere).toEqual([]);
});

test('the sample to its results with the keyboard alone', async ({ browser }) => {
  const other = await browser.newPage();
  await register(other, server, 'keys@example.org');
  const reach = async (name: RegExp): Promise<void> => {
    for (let i = 0; i < 150; i++) {
      await other.keyboard.press('Tab');
      const focused = await other.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return '';
        return `${element.getAttribute('aria-label') ?? ''}${element.textContent ?? ''}`;
      });
      if (name.test(focused)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  for (const name of [/Try the sample/, /Next: data report/, /Choose the model/, /^Fit \d+ chains/]) {
    await reach(name);
    await other.keyboard.press('Enter');
    await other.waitForTimeout(700);
  }
  await expect(other.getByRole('button', { name: 'Executive' })).toBeVisible();
  await reach(/Manager/);
  await other.keyboard.press('Enter');
  await expect(other.getByRole('img', { name: /ROAS/ }).first()).toBeVisible();
  await other.close();
});
