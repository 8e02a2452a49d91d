// Every operation of the API asked once, as people and programs ask: what is sent and answered becomes its example.
import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { formOf } from './form.ts';
import type { TestProvider } from './oidc.ts';
import { endlessSampling, hasCompleted, runWhen, startRun, takeSample } from './runs.ts';
import { type Client, clientOf, type TestServer } from './server.ts';

const password = 'correct horse battery';
const api = '/api/v1';

/** Of a server that works on runs, where registration is confirmed by letter. */
export async function tour(server: TestServer, provider: TestProvider): Promise<void> {
  const guide = guideOf(server);
  const anna = await server.register({
    email: 'anna@example.com',
    name: 'Anna Berg',
    workspace: 'Acme',
    password,
  });
  await installation(anna, guide);
  const bert = await people(anna, guide);
  await withProvider(bert, guide, provider);
  await secondFactor(bert, guide);
  await workspaces(anna, guide);
  const datasetId = await datasets(anna, guide);
  await runs(anna, guide, datasetId);
  await webhooks(anna, guide);
  await team(anna, bert, guide);
}

type Guide = ReturnType<typeof guideOf>;

/** What every stop of the tour needs: an answer that is no refusal, and the token of a letter. */
function guideOf(server: TestServer) {
  const good = async (asked: Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> => {
    const answer = await asked;
    if (answer.statusCode >= 300) throw new Error(`The tour was refused: ${answer.body}`);
    return answer;
  };
  return {
    server,
    good,
    json: async (asked: Promise<LightMyRequestResponse>) => (await good(asked)).json(),
    /** By nobody who is signed in. */
    post: (url: string, payload?: object, headers: Readonly<Record<string, string>> = {}) =>
      good(server.app.inject({ method: 'POST', url: `${api}${url}`, headers, ...(payload && { payload }) })),
    tokenFor: async (email: string): Promise<string> => {
      const letter = (await server.letters(email)).at(-1);
      return /#(\S+)/.exec(letter?.text ?? '')?.[1] ?? `no letter to ${email}`;
    },
  };
}

async function installation(anna: Client, { server, good }: Guide): Promise<void> {
  await good(server.app.inject(`${api}/installation`));
  await good(server.app.inject(`${api}/errors/run_not_completed`));
  for (const registration of ['open', 'closed', 'open'])
    await good(anna.put(`${api}/installation/registration`, { registration }));
  for (const kind of ['csv', 'xlsx']) await good(server.app.inject(`${api}/templates/data.${kind}`));
}

/** Bert registers, changes what can be changed, forgets his password, and signs in again. */
async function people(anna: Client, { server, good, post, tokenFor }: Guide): Promise<Client> {
  const email = 'bert@example.com';
  await post('/accounts', { email, password, name: 'Bert Cole', workspace: 'Bert’s own' });
  const made = await post('/accounts/confirmations', { token: await tokenFor(email) });
  const bert = clientOf(server.app, made);
  const me = `${api}/accounts/me`;
  await good(bert.patch(me, { name: 'Bert Cole' }));
  await good(bert.get(me));
  await good(bert.put(`${me}/password`, { current: password, password: 'horse battery staple' }));
  const newEmail = 'bert@acme.example';
  await good(bert.post(`${me}/email-changes`, { email: newEmail, password: 'horse battery staple' }));
  await post('/email-confirmations', { token: await tokenFor(newEmail) });
  await post('/password-resets', { email: newEmail });
  await post('/password-resets/redemptions', { token: await tokenFor(newEmail), password });
  const again = clientOf(server.app, await post('/sessions', { email: newEmail, password }));
  await good(again.get(`${api}/sessions`));
  await good(again.delete(`${api}/sessions/others`));
  const refreshed = await post('/sessions/refresh', undefined, { cookie: again.cookie });
  await good(anna.get(me));
  await good(again.get(`${me}/export`));
  return clientOf(server.app, refreshed);
}

async function withProvider(bert: Client, guide: Guide, provider: TestProvider): Promise<void> {
  const { good, json, post } = guide;
  provider.people.set('bert', { email: 'bert@acme.example', email_verified: true, name: 'Bert Cole' });
  const begun = await good(bert.post(`${api}/sessions/provider/connect`, { password }));
  await finish(begun, provider, guide);
  await finish(await post('/sessions/provider/start'), provider, guide);
  const identities = `${api}/accounts/me/identities`;
  const { items } = await json(bert.get(identities));
  await good(bert.post(`${identities}/${items[0].id}/removal`, { password }));
}

async function finish(begun: LightMyRequestResponse, provider: TestProvider, { post }: Guide): Promise<void> {
  const query = await provider.visit(begun.json().url, 'bert');
  const cookie = begun.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await post('/sessions/provider', { query }, { cookie });
}

async function secondFactor(bert: Client, { server, good, json, post }: Guide): Promise<void> {
  const path = `${api}/accounts/me/second-factor`;
  const { secret } = await json(bert.post(path, { password }));
  // A code is good once: each is of the next half minute.
  const code = () => {
    server.clock.advance(30_000);
    const timestamp = server.clock.now().getTime();
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
  };
  await good(bert.post(`${path}/confirmation`, { code: code() }));
  await good(bert.get(path));
  await good(bert.post(`${path}/recovery-codes`, { password, code: code() }));
  const { ticket } = (await post('/sessions', { email: 'bert@acme.example', password })).json();
  await post('/sessions/second-factor', { ticket, code: code() });
  await good(bert.post(`${path}/removal`, { password, code: code() }));
}

async function workspaces(anna: Client, { good, json }: Guide): Promise<void> {
  const made = await json(anna.post(`${api}/workspaces`, { name: 'Acme Japan' }));
  await good(anna.get(`${api}/workspaces`));
  const japan = anna.in(made.id);
  await good(anna.get(''));
  await good(japan.patch('', { name: 'Acme Tokyo' }));
  await good(japan.post('/delete', { name: 'Acme Tokyo' }));
  await good(anna.get(`${api}/deleted-workspaces`));
  await good(anna.post(`${api}/deleted-workspaces/${made.id}/restore`));
  const { key } = await json(
    anna.post('/keys', { name: 'Nightly report', scope: 'run', expiresInDays: 365 }),
  );
  await good(anna.get('/keys'));
  await good(anna.delete(`/keys/${key.id}`));
}

/** The sample as it would come out of somebody's own files, then with one week that was corrected. */
async function datasets(anna: Client, { good, json }: Guide): Promise<string> {
  const sampleId = await takeSample(anna);
  const { body: csv } = await good(anna.get(`/datasets/${sampleId}/file`));
  const send = (url: string, fileName: string, bytes: string) =>
    json(anna.inject({ method: 'POST', url, ...formOf([{ fileName, bytes }]) }));
  const { dataset } = await send('/datasets', 'sales.csv', csv);
  const one = `/datasets/${dataset.id}`;
  await good(anna.put(`${one}/mapping`, { roles: { temperature: 'control' }, currency: 'EUR' }));
  await good(anna.get(one));
  await good(anna.get(`${one}/rows?count=2`));
  const [head = '', first = '', ...rest] = csv.split('\n');
  const corrected = first.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const next = await send(`${one}/versions`, 'sales-corrected.csv', [head, corrected, ...rest].join('\n'));
  const newest = `/datasets/${next.dataset.id}`;
  await good(anna.get(`${newest}/versions`));
  await good(anna.get(`${newest}/changes`));
  await good(anna.patch(newest, { name: 'Weekly sales' }));
  await good(anna.get('/datasets'));
  await good(anna.post(`${newest}/plan`, { sampling: { mode: 'full' } }));
  await good(anna.delete(`/datasets/${sampleId}`));
  await good(anna.post(`/datasets/${sampleId}/restore`));
  return next.dataset.id;
}

async function runs(anna: Client, guide: Guide, datasetId: string): Promise<void> {
  const { good, json, server } = guide;
  const sampling = { mode: 'quick' as const, seed: 7 };
  const backtest = { origins: 1 };
  const asked = { datasetId, name: 'Revenue by channel', sampling, margin: 0.4, backtest };
  const run = await runWhen(anna, (await startRun(anna, asked)).id, hasCompleted);
  const one = `/runs/${run.id}`;
  const other = await json(
    anna.post(`${one}/duplicate`, { name: 'Another seed', sampling: { seed: 8 }, backtest: null }),
  );
  await runWhen(anna, other.id, hasCompleted);
  await good(anna.post(`${one}/again`));
  await good(anna.patch(one, { margin: 0.35 }));
  await good(anna.get('/runs?state=completed'));
  await results(anna, guide, run.id);
  await good(anna.get(`/runs/compare?runs=${run.id},${other.id}`));
  const long = await startRun(anna, { datasetId, sampling: endlessSampling });
  await good(anna.post(`/runs/${long.id}/cancel`));
  await good(anna.post(`/runs/${long.id}/resume`));
  await good(anna.post(`/runs/${long.id}/cancel`));
  // What no request can bring about: a run that failed, for a reason that has gone.
  await server.services.database.$client.query("update runs set state = 'failed' where id = $1", [long.id]);
  await good(anna.post(`/runs/${long.id}/retry`));
  await good(anna.delete(`/runs/${long.id}`));
}

const parts = [
  ...['', '/lineage', '/result', '/quantities/adstock_alpha%5Btv_spend%5D', '/channels', '/decomposition'],
  ...['/contributions', '/predictions', '/response-curves', '/adstock', '/distributions', '/information'],
  ...[
    '/parameters',
    '/densities',
    '/diagnostics',
    '/export',
    '/result.json',
    '/backtest',
    '/backtest.json',
    '/draws',
  ],
];

async function results(anna: Client, { good, json, post }: Guide, runId: string): Promise<void> {
  const one = `/runs/${runId}`;
  for (const part of parts) await good(anna.get(`${one}${part}`));
  const { share, url } = await json(anna.post(`${one}/shares`, { name: 'For the board', expiresInDays: 14 }));
  await post('/shared/read', { token: String(url).split('#')[1] });
  await good(anna.get(`${one}/shares`));
  await good(anna.delete(`${one}/shares/${share.id}`));
}

async function webhooks(anna: Client, { good, json }: Guide): Promise<void> {
  const url = 'https://hooks.example.com/mixmodel';
  const { id } = await json(anna.post('/webhooks', { url, events: ['run.completed', 'run.failed'] }));
  await good(anna.get('/webhooks'));
  const one = `/webhooks/${id}`;
  await good(anna.patch(one, { events: ['run.completed'] }));
  await good(anna.get(one));
  const delivery = await json(anna.post(`${one}/test`));
  await good(anna.get(`${one}/deliveries`));
  await good(anna.post(`${one}/deliveries/${delivery.id}/again`));
  await good(anna.delete(one));
}

/** Bert and Carla join; Carla leaves with her account, and Anna hands over to Bert and leaves too. */
async function team(
  anna: Client,
  bert: Client,
  { good, json, post, server, tokenFor }: Guide,
): Promise<void> {
  const email = 'carla@example.com';
  await good(anna.post('/invitations', { role: 'member', email }));
  const { link } = await json(anna.post('/invitations', { role: 'viewer' }));
  await good(anna.get('/invitations'));
  const token = String(link).split('#')[1];
  await post('/invitations/read', { token });
  await good(bert.post(`${api}/invitations/accept`, { token }));
  const invitation = await tokenFor(email);
  const joined = await post('/accounts/invited', { invitation, email, password, name: 'Carla Diaz' });
  const carla = clientOf(server.app, joined).in(anna.workspaceId);
  await good(anna.get('/members'));
  await good(anna.patch(`/members/${bert.account.id}`, { role: 'admin' }));
  const open = await json(anna.post('/invitations', { role: 'viewer' }));
  await good(anna.delete(`/invitations/${open.invitation.id}`));
  await good(carla.post(`${api}/accounts/me/deletion`, { password }));
  await good(anna.get('/audit'));
  await good(anna.get('/usage'));
  await good(anna.post('/transfer', { accountId: bert.account.id }));
  await good(anna.post('/leave'));
}
