// Holds the description of the API to what tests see: a refusal that it does not list for its operation is an error at the end.
import type { Feature } from '../http/app.ts';
import { isListed, operationOf } from '../http/refusals.ts';
import { routeName } from '../http/route-name.ts';

interface Unlisted {
  readonly feature: Feature;
  /** Throws when there was one. */
  check(): void;
}

export function unlistedRefusals(): Unlisted {
  const found = new Set<string>();
  const feature: Feature = (app) => {
    app.addHook('onSend', async (request, reply, payload) => {
      const { method, url = '', config, schema } = request.routeOptions;
      const route = { method: request.method as 'GET', url, config, schema };
      const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
      if (!isProblem || method === 'HEAD' || typeof payload !== 'string' || !operationOf(route)) return;
      const { code } = JSON.parse(payload) as { code: string };
      if (!isListed(route, code)) found.add(`${routeName(request.method, url)}: ${code}`);
    });
  };
  return {
    feature,
    check() {
      if (found.size === 0) return;
      throw new Error(
        `Refused with a code that the description of the API does not list (add it to \`refuses\` in http/operations): ${[...found].join(', ')}`,
      );
    },
  };
}
