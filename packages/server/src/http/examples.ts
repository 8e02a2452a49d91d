// Examples in the description of the API: what a server was sent and answered, kept by `examples.test.ts`.
import { readFileSync } from 'node:fs';
import type { RouteOptions } from 'fastify';
import { routeName } from './route-name.ts';

export interface Example {
  readonly body?: unknown;
  /** By status. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** By the names of routes. */
export type Examples = Readonly<Record<string, Example>>;

/** In `src` also for what is compiled: both lie beside each other. */
export const examplesFile = new URL('../../src/http/operations/examples.json', import.meta.url);

let kept: Examples | undefined;

export function exampleOf({ method, url }: Pick<RouteOptions, 'method' | 'url'>): Example | undefined {
  kept ??= JSON.parse(readFileSync(examplesFile, 'utf8')) as Examples;
  return kept[routeName(String(method), url)];
}
