// `npm run demo`: on a server that runs, an account to show the product with: the sample, and a run of it.
import { randomBytes } from 'node:crypto';
import { stop } from './steps.mjs';

const [address = `http://localhost:${process.env.PORT || 3000}`, code] = process.argv.slice(2);
// Nobody has to remember it for long, and nobody is to guess it.
const password = randomBytes(12).toString('base64url');
const email = `demo-${randomBytes(3).toString('hex')}@example.com`;

async function post(path, body, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(new URL(`/api/v1${path}`, address), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  }).catch((error) =>
    stop(
      `No server answers at ${address} (${error.cause?.code ?? error.message}). Start one with \`npm start\`, or give its address: \`npm run demo -- http://localhost:3000\`.`,
    ),
  );
  const said = await answer.json();
  if (answer.status === 202)
    stop('The server confirms addresses by letter. Make the account on its page, and take the sample there.');
  if (!answer.ok)
    stop(
      `${said.detail}${said.code === 'owner_code_wrong' ? ` Give it after the address: \`npm run demo -- ${address} CODE\`.` : ''}`,
    );
  return said;
}

const asked = { email, password, name: 'Demo', workspace: 'Demo', ...(code && { code }) };
const { accessToken, account } = await post('/accounts', asked);
const place = `/workspaces/${account.workspaces[0].id}`;
const { dataset } = await post(`${place}/datasets/sample`, {}, accessToken);
await post(`${place}/runs`, { datasetId: dataset.id, name: 'The sample' }, accessToken);
process.stdout.write(
  `Open ${address}/sign-in and sign in as ${email} with the password ${password} (shown this once).\nThe sample is there; its run takes a few seconds.\n`,
);
