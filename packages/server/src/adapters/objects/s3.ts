// Objects in a bucket of any store that speaks S3.
import type { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '../../config.ts';
import type { Objects } from '../../ports/objects.ts';
import { keyParts } from './key.ts';

/** What is removed at once: one request each, as not every store takes a list of many. */
const atOnce = 16;

export interface BucketObjects {
  readonly objects: Objects;
  /** Rejects unless the bucket is there and ours to use. */
  ping(): Promise<void>;
  close(): void;
}

/** Its own libraries are loaded only where there is a bucket. */
export async function s3Objects(bucket: Bucket): Promise<BucketObjects> {
  const [aws, { Upload }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  const client: S3Client = new aws.S3Client({
    endpoint: bucket.endpoint,
    region: bucket.region,
    credentials: { accessKeyId: bucket.accessKey, secretAccessKey: bucket.secretKey },
    forcePathStyle: true,
    // A store that takes a connection and says nothing would hold a start, a run, an upload for ever.
    requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
    // Stores other than Amazon's refuse checksums they do not know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const Bucket = bucket.name;

  async function* listed(prefix: string) {
    const pages = aws.paginateListObjectsV2({ client }, { Bucket, Prefix: `${keyParts(prefix).join('/')}/` });
    for await (const { Contents = [] } of pages)
      for (const { Key, Size = 0 } of Contents) if (Key !== undefined) yield { key: Key, bytes: Size };
  }
  const keysBelow = async (prefix: string) => {
    const keys: string[] = [];
    for await (const { key } of listed(prefix)) keys.push(key);
    return keys;
  };

  const objects: Objects = {
    async put(key, body) {
      const Key = keyParts(key).join('/');
      // In parts, as nobody knows how long a stream is; the object is there once the last one is.
      await new Upload({ client, params: { Bucket, Key, Body: body } }).done();
    },
    async get(key) {
      const Key = keyParts(key).join('/');
      try {
        const { Body } = await client.send(new aws.GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof aws.NoSuchKey) return undefined;
        throw error;
      }
    },
    list: keysBelow,
    async size(prefix) {
      let sum = 0;
      for await (const { bytes } of listed(prefix)) sum += bytes;
      return sum;
    },
    async remove(keyOrPrefix) {
      const isPrefix = keyOrPrefix.endsWith('/');
      const keys = isPrefix ? await keysBelow(keyOrPrefix) : [keyParts(keyOrPrefix).join('/')];
      for (let i = 0; i < keys.length; i += atOnce) {
        const some = keys.slice(i, i + atOnce);
        await Promise.all(some.map((Key) => client.send(new aws.DeleteObjectCommand({ Bucket, Key }))));
      }
    },
  };
  return {
    objects,
    ping: async () => void (await client.send(new aws.HeadBucketCommand({ Bucket }))),
    close: () => client.destroy(),
  };
}
