// What a person does, step by step, as several journeys do it.
import { expect, type Page } from '@playwright/test';
import type { Server } from './server.ts';

export const password = 'correct horse battery';

/** Makes an account with a workspace of its own; the first of an installation gives the one-time code. */
export async function register(page: Page, server: Server, email = 'ana@example.org'): Promise<void> {
  await page.goto(`${server.url}/register`);
  await page.getByLabel('Your name').fill('Ana Ruiz');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Workspace').fill('Fieldnote Coffee');
  const code = page.getByLabel('One-time code');
  if (await code.isVisible()) await code.fill(server.code);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL('**/w/*');
  // The address changes before the page does.
  await expect(page.getByRole('button', { name: 'Make the account' })).toBeHidden();
}

/** The workspace the page is in. */
export function workspaceOf(page: Page): string {
  return /\/w\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
}

/** From the dashboard of an empty workspace to the columns of the sample. */
export async function takeSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample' }).first().click();
  await page.waitForURL('**/columns');
  await expect(page.getByRole('heading', { name: 'What is in each column?' })).toBeVisible();
}

export interface GivenFile {
  readonly name: string;
  readonly mimeType?: string;
  readonly buffer: Buffer;
}

/** Gives a file to the first step of the wizard, by its button. */
export async function giveFile(page: Page, server: Server, file: GivenFile): Promise<void> {
  await page.goto(`${server.url}/w/${workspaceOf(page)}/data/new`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ mimeType: 'text/csv', ...file, buffer: file.buffer });
}

/** From the columns to the page where the model is chosen. */
export async function toModel(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Next: data report' }).click();
  await page.getByRole('link', { name: 'Choose the model' }).click();
  await expect(page.getByRole('button', { name: /^Fit \d+ chains/ })).toBeEnabled();
}

/** Presses the button and waits for what comes of it. */
export async function fit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Fit \d+ chains/ }).click();
  await page.waitForURL('**/runs/*');
}

export async function openAdvanced(page: Page): Promise<void> {
  await page.getByText('Advanced', { exact: false }).first().click();
}

/** The API as a program uses it: signed in as the same person, with a session of its own. */
export async function signedIn(server: Server, email = 'ana@example.org') {
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${server.url}/api/v1/sessions`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await session.json()) as { accessToken: string };
  const authorization = `Bearer ${accessToken}`;
  return {
    send: (path: string, body: FormData) =>
      fetch(`${server.url}/api/v1${path}`, { method: 'POST', headers: { authorization }, body }),
    async post<T>(path: string, body: object): Promise<T> {
      const headers = { ...json, authorization };
      const sent = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await good(path, await fetch(`${server.url}/api/v1${path}`, sent))).json() as Promise<T>;
    },
    async get<T>(path: string): Promise<T> {
      const answer = await fetch(`${server.url}/api/v1${path}`, { headers: { authorization } });
      return (await good(path, answer)).json() as Promise<T>;
    },
  };
}

async function good(path: string, answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

/** What the API answers to the person who is signed in. */
export async function api<T>(server: Server, path: string): Promise<T> {
  return (await signedIn(server)).get<T>(path);
}

/** Of the page that shows a run. */
export function runPathOf(page: Page): string {
  const [, workspace, run] = /\/w\/([^/]+)\/runs\/([^/?]+)/.exec(page.url()) ?? [];
  return `/workspaces/${workspace}/runs/${run}`;
}
