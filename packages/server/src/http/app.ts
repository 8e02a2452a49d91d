// The HTTP application: what surrounds every request, then the features, then the pages.
import type { IncomingMessage, ServerResponse } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawServerDefault,
  type RouteOptions,
} from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import { refuse } from '../refuse.ts';
import type { Services } from '../services.ts';
import { guard } from './access.ts';
import { documentation } from './documentation.ts';
import { errorCodes } from './errors.ts';
import { headers } from './headers.ts';
import { health } from './health.ts';
import { openApi } from './open-api.ts';
import { answerProblems, sendProblem } from './problem.ts';
import { rateLimits } from './rate-limits.ts';
import { compileValidator } from './validation.ts';
import { web } from './web.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Registers its routes on an application whose addresses begin with /api/v1. */
export type Feature = (app: App, services: Services) => void | Promise<void>;

export interface AppOptions {
  readonly services: Services;
  readonly features: readonly Feature[];
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>;
  /** What the web application was built to. */
  readonly webFolder?: string;
  /** Hears of every route there is: a test walks them. */
  readonly onRoute?: (route: RouteOptions) => void;
}

export async function buildApp({ services, features, ping, webFolder, onRoute }: AppOptions): Promise<App> {
  const app = bareApp(services.config);
  if (onRoute) app.addHook('onRoute', onRoute);
  answerProblems(app);
  await headers(app, services.config);
  await app.register(cookie);
  // A stream of events must not wait in a compressor's buffer until there is enough of it.
  await app.register(compress, {
    customTypes: /^(?!text\/event-stream)(text\/|application\/(json|.*\+json|javascript|wasm)|image\/svg)/,
  });
  await rateLimits(app, services.config);
  guard(app, services);
  await openApi(app);
  await app.register(
    async (api) => {
      errorCodes(api as App);
      for (const feature of features) await feature(api as App, services);
    },
    { prefix: '/api/v1' },
  );
  health(app, ping);
  await documentation(app);
  await web(app, webFolder);
  await app.ready();
  return app;
}

function bareApp(config: Config): App {
  const app = Fastify({
    logger: config.logLevel === 'silent' ? false : logging(config.logLevel),
    logController: new LogController({ disableRequestLogging: !['info', 'debug'].includes(config.logLevel) }),
    // The nearest proxy only: what stands further left in X-Forwarded-For, a caller may have written. A function, as
    // Fastify 5.12 takes a number of hops for none.
    trustProxy: config.trustProxy && ((_address, hop) => hop === 0),
    genReqId: () => v7(),
    requestIdHeader: false,
    // The router's own 100 are fewer than the name of a quantity may have, whose column names are people's.
    routerOptions: { maxParamLength: 1000 },
    bodyLimit: 1024 * 1024,
    // 50 MB in five minutes is 170 KB a second.
    requestTimeout: 300_000,
    frameworkErrors: (error, request, reply) => {
      const detail = error.message.replace(/\.$/, '');
      return sendProblem(reply, request, refuse('request_unreadable', { facts: { detail } }).problems);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  acceptEmptyJson(app);
  endStreamsOnClose(app);
  return app;
}

/** To the error output: the normal one is for people. */
function logging(level: string) {
  return { level, stream: process.stderr, redact: ['req.headers.authorization', 'req.headers.cookie'] };
}

/** A client that says `application/json` with every request, also where there is nothing to say. */
function acceptEmptyJson(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}

/** Streams of events never end by themselves: after a moment for the others, their connections are closed. */
function endStreamsOnClose(app: App): void {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), 1000).unref();
  });
}
