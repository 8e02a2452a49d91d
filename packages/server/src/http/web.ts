// The web application: its files, and its one page at every address that is not the API's.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../refuse.ts';
import type { App } from './app.ts';
import { sendProblem } from './problem.ts';

const builtFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>MixModel</title><p>The web application is not built. Run <code>npm start</code>, or <code>npm run build</code> and load this page again. The API answers, and is described at <a href="/docs">/docs</a>.</p></html>';

export async function web(app: App, folder: string = builtFolder): Promise<void> {
  const page = 'index.html';
  const isBuilt = existsSync(join(folder, page));
  if (isBuilt)
    await app.register(fastifyStatic, {
      root: folder,
      index: page,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', cachedAs(path)),
    });
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) return sendProblem(reply, request, noSuchAddress(request).problems);
    return isBuilt ? reply.sendFile(page) : sendNotBuilt(reply);
  });
}

function sendNotBuilt(reply: FastifyReply) {
  return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
}

/** Vite puts a hash of the content into the names below /assets: those never change. */
function cachedAs(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Pages of the application have no ending; what has one is a file, and this one is not there. */
function wantsPage({ method, url }: FastifyRequest): boolean {
  const [path = ''] = url.split('?');
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && !/^\/(api|docs|redoc)(\/|$)/.test(path) && !/\.[a-z0-9]{1,8}$/i.test(path);
}

function noSuchAddress({ method, url }: FastifyRequest) {
  const [path = ''] = url.split('?');
  return refuse('route_unknown', { facts: { method, path: path.slice(0, 200) } });
}
