// Takes the messages of a webhook: checks that each is ours, new and whole, then reads the results of the run it tells of.
// MIXMODEL_WEBHOOK_SECRET is what was shown when the webhook was made; PORT is where its address leads:
// node examples/api/webhook-receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { answerOf, apiClient } from '@mixmodel/client';

const {
  MIXMODEL_URL: url,
  MIXMODEL_KEY: token,
  MIXMODEL_WEBHOOK_SECRET: secret,
  PORT = '8080',
} = process.env;
if (!url || !token || !secret) {
  console.error('Set MIXMODEL_URL, MIXMODEL_KEY and MIXMODEL_WEBHOOK_SECRET.');
  process.exit(2);
}

const client = apiClient({ url, token });
/** Of messages that were taken: one that comes again is taken again, and done once. A service keeps them in its database. */
const known = new Set();

createServer(async (request, response) => {
  const body = await bodyOf(request);
  if (!isOurs(request.headers, body)) return response.writeHead(401).end();
  // Answered before anything is done: after ten seconds without an answer it would come again.
  response.writeHead(204).end();
  const id = request.headers['webhook-id'];
  if (known.has(id)) return;
  known.add(id);
  await tell(JSON.parse(body)).catch((error) => console.error(error.message));
}).listen(Number(PORT), () => console.log(`Listening on ${PORT}`));

/** Standard Webhooks: HMAC-SHA256 of `id.timestamp.body`, at most five minutes old. */
function isOurs(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < 300)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

/** A message holds no figures: they are read with the key. */
async function tell({ type, data: { workspaceId, run } }) {
  if (type !== 'run.completed') return console.log(run ? `Run ${run.number} ${run.state}` : type);
  const { channels } = await answerOf(
    client.GET('/api/v1/workspaces/{workspaceId}/runs/{runId}/channels', {
      params: { path: { workspaceId, runId: run.id } },
    }),
  );
  // Media without spend have no return on it.
  const returns = channels.map(({ label, roas }) => `${label} ${roas ? roas.mean.toFixed(2) : '–'}`);
  console.log(`Run ${run.number} completed: ${returns.join(', ')}`);
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
