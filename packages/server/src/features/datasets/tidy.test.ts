// After a kill: half an upload is removed, one that only lacks its row gets it, and a sidecar follows its row.
import type { DatasetView } from '@mixmodel/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv } from '../../../fixtures/weekly.ts';
import { formOf } from '../../testing/form.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';
import { tidyUploads } from './tidy.ts';

let server: TestServer;
let anna: Client;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register();
});
afterAll(() => server.close());

const key = 'an-upload';
async function upload(): Promise<DatasetView> {
  const form = formOf([{ fileName: 'sales.csv', bytes: csv() }]);
  const headers = { ...form.headers, 'idempotency-key': key };
  const answer = await anna.inject({ method: 'POST', url: '/datasets', payload: form.payload, headers });
  expect(answer.statusCode).toBe(201);
  return answer.json<DatasetView>();
}
const folder = (id: string) => `workspaces/${anna.workspaceId}/datasets/${id}/`;
const forget = (id: string) =>
  server.services.database.$client.query('delete from datasets where id = $1', [id]);

test('bytes without a sidecar are half an upload, and go', async () => {
  const { objects } = server.services;
  await objects.put(`${folder('01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10')}file`, Buffer.from(csv()));
  await tidyUploads(server.services);
  expect(await objects.list(`workspaces/${anna.workspaceId}/`)).toEqual([]);
});

test('an upload whose row was not written is there, and whoever sends it again finds it', async () => {
  const made = await upload();
  await forget(made.dataset.id);
  await tidyUploads(server.services);
  expect((await anna.get(`/datasets/${made.dataset.id}`)).json()).toEqual(made);
  expect((await upload()).dataset.id).toBe(made.dataset.id);
  expect((await server.services.objects.list(folder(made.dataset.id))).length).toBe(2);
});

test('an upload that was made again in the meantime is not there twice', async () => {
  const { objects, database } = server.services;
  const { dataset } = await upload();
  const kept = new Map<string, Uint8Array>();
  for (const name of await objects.list(folder(dataset.id)))
    kept.set(name, (await objects.get(name)) ?? new Uint8Array(0));
  await forget(dataset.id);
  const again = await upload();
  expect(again.dataset.id).not.toBe(dataset.id);
  for (const [name, bytes] of kept) await objects.put(name, bytes);
  await tidyUploads(server.services);
  expect(await objects.list(folder(dataset.id))).toEqual([]);
  expect((await database.$client.query('select id from datasets')).rows).toEqual([{ id: again.dataset.id }]);
});

test('a sidecar that its row has overtaken is written again', async () => {
  const { objects, database } = server.services;
  const { dataset } = await upload();
  await database.$client.query('update datasets set name = $2 where id = $1', [dataset.id, 'Renamed']);
  await tidyUploads(server.services);
  const sidecar = Buffer.from((await objects.get(`${folder(dataset.id)}dataset.json`)) ?? []);
  expect(JSON.parse(sidecar.toString())).toMatchObject({ id: dataset.id, name: 'Renamed' });
});

test('sixteen uploads at most are looked at at a time, and no fewer where there are more', async () => {
  const { objects } = server.services;
  for (let i = 0; i < 20; i++)
    await objects.put(`${folder(`01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f${10 + i}`)}file`, Buffer.from('half'));
  let underWay = 0;
  let most = 0;
  const get = async (name: string) => {
    most = Math.max(most, ++underWay);
    await new Promise(setImmediate);
    underWay -= 1;
    return objects.get(name);
  };
  await tidyUploads({ ...server.services, objects: { ...objects, get } });
  expect(most).toBe(16);
  expect(await objects.list(folder('01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10'))).toEqual([]);
});
