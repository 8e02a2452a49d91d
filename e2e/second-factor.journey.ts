// Signing in with a second factor: the password alone opens nothing, the code of the moment does.
import { createHmac } from 'node:crypto';
import { answerOf, apiClient } from '@mixmodel/client';
import { expect, test } from '@playwright/test';
import { password, register } from './person.ts';
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
  await page.goto(`${server.url}/sign-in`);
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
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

/** RFC 6238 with SHA-1, six digits and steps of 30 seconds. */
function totp(secret: string, at: number): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', base32(secret)).update(step).digest();
  const from = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/[= ]/g, '').toUpperCase()]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
