// Objects in a bucket keep the port's promises, and say what is wrong with a bucket they cannot use.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bucket } from '../../config.ts';
import { objectsSuite } from '../../ports/objects.suite.ts';
import type { Objects } from '../../ports/objects.ts';
import { hasStore, testBucket } from '../../testing/bucket.ts';
import { type BucketObjects, s3Objects } from './s3.ts';

let bucket: Bucket;
let opened: BucketObjects[] = [];
beforeAll(async () => {
  if (!hasStore) return;
  bucket = await testBucket();
  opened = await Promise.all([s3Objects(bucket), s3Objects(bucket)]);
});
afterAll(() => {
  for (const { close } of opened) close();
});

test('has a store where one is required', () => {
  if (!hasStore)
    console.log('Skipped: objects in a bucket. `npm run cluster -- npx vitest run packages/server`.');
  expect(hasStore || process.env.MIXMODEL_REQUIRE_CLUSTER !== '1').toBe(true);
});

let turn = 0;
/** Another instance each time, as another process would have. */
const open = (): Objects => {
  const one = opened[turn++ % opened.length];
  if (!one) throw new Error('no bucket was opened');
  return one.objects;
};

describe.runIf(hasStore)('objects in a bucket', () => {
  objectsSuite('objects in a bucket', open);

  test('a stream of many parts arrives whole', async () => {
    const block = Buffer.alloc(1024 * 1024, 'x');
    await open().put('long/stream', Readable.from(Array.from({ length: 12 }, () => block)));
    expect((await open().get('long/stream'))?.length).toBe(12 * block.length);
  });

  test('more objects than one page of a list are all listed and all removed', async () => {
    const keys = Array.from({ length: 1010 }, (_, i) => `pages/${i}`);
    for (let i = 0; i < keys.length; i += 50)
      await Promise.all(keys.slice(i, i + 50).map((key) => open().put(key, Buffer.from('x'))));
    expect(await open().list('pages/')).toHaveLength(keys.length);
    await open().remove('pages/');
    expect(await open().list('pages/')).toEqual([]);
  });

  test('a bucket that is not there, or keys it does not know, are told when it is asked', async () => {
    const [missing, stranger] = await Promise.all([
      s3Objects({ ...bucket, name: 'another' }),
      s3Objects({ ...bucket, secretKey: 'wrong' }),
    ]);
    await expect(missing.ping()).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
    await expect(stranger.ping()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(opened[0]?.ping()).resolves.toBeUndefined();
  });
});
