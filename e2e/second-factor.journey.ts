// Signing in with a second factor: the password alone opens nothing, the code of the moment does.
import { answerOf, apiClient } from '@mixmodel/client';
import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { password, register, workspaceOf } from './person.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

test('an account with a second factor asks for its code, refuses a wrong one, and opens with the right one', async ({
  page,
}) => {
  const email = 'ana@example.org';
  await register(page, server, email);
  const secret = await enrol(email);
  // With no page of the server open, which could go on with its session meanwhile.
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const code = page.getByLabel('Code');
  await expect(code).toBeFocused();
  await code.fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(/^The code is not good/)).toBeVisible();
  // One code is taken once, and this step's has confirmed the enrolment.
  await code.fill(totp(secret, Date.now() + 30_000));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/w/*');
});

test('every page of who is signed in offers to sign out', async ({ page }) => {
  await register(page, server, 'ben@example.org');
  for (const path of ['', '/data', '/runs']) {
    await page.goto(`${server.url}/w/${workspaceOf(page)}${path}`);
    await page.getByRole('button', { name: 'Ana Ruiz' }).click();
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Ana Ruiz' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Ana Ruiz' })).toBeHidden();
});

/** Adds a second factor to the account; its secret. */
async function enrol(email: string): Promise<string> {
  const open = apiClient({ url: server.url });
  const session = await answerOf(open.POST('/api/v1/sessions', { body: { email, password } }));
  if (!('accessToken' in session)) throw new Error('the account has a second factor already');
  const api = apiClient({ url: server.url, token: session.accessToken });
  const { secret } = await answerOf(api.POST('/api/v1/accounts/me/second-factor', { body: { password } }));
  const body = { code: totp(secret, Date.now()) };
  await answerOf(api.POST('/api/v1/accounts/me/second-factor/confirmation', { body }));
  return secret;
}

/** As an app on a phone would. */
function totp(secret: string, timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}
