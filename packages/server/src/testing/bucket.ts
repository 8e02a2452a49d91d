// A bucket of its own in the store the tests are given.
import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '../config.ts';

/** Where `npm run cluster` says that a store is which speaks S3, with its keys as name and password. */
const store = process.env.MIXMODEL_TEST_S3;
export const hasStore = store !== undefined;

/** It is there as long as the store is. */
export async function testBucket(): Promise<Bucket> {
  if (store === undefined)
    throw new Error('MIXMODEL_TEST_S3 is not set: `npm run cluster -- COMMAND` sets it');
  const { origin, username, password } = new URL(store);
  const bucket: Bucket = {
    ...{ endpoint: origin, region: 'us-east-1', accessKey: username, secretKey: password },
    name: `mixmodel-${randomBytes(8).toString('hex')}`,
  };
  const credentials = { accessKeyId: username, secretAccessKey: password };
  const client = new S3Client({ ...bucket, credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket.name }));
  client.destroy();
  return bucket;
}
