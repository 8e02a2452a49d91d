// Sentences for webhooks.
import { type Catalogue, count, error, fact, numberFact } from './entry.ts';

export const webhookErrors = {
  webhook_address_wrong: error(
    (p) =>
      `A webhook needs a whole https address that the internet can reach, and ${fact(p, 'got')}. Correct the address.`,
    { path: 'url', facts: { got: '`ftp://example.com` does not begin with https://' } },
  ),
  webhook_address_internal: error(
    (p) =>
      `The address ${fact(p, 'host')} leads to ${fact(p, 'to')}, inside this server's own network, where webhooks are not sent. Give a public address, or ask the operator to set WEBHOOK_INTERNAL=allow.`,
    { path: 'url', facts: { host: 'localhost', to: '127.0.0.1' } },
  ),
  too_many_webhooks: error(
    (p) =>
      `A workspace has at most ${count(numberFact(p, 'most'), 'webhook')}. Delete one that is no longer needed.`,
    { facts: { most: 10 } },
    409,
  ),
} satisfies Catalogue;
