// A line between browser and server that can be cut while bytes are on their way.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Line {
  /** The server, seen through the line. */
  readonly url: string;
  /** From now on, whatever has sent this many bytes loses its connection, once. */
  cutAfter(bytes: number): void;
  /** Connections that were cut. */
  readonly cuts: () => number;
  close(): void;
}

export async function lineTo(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  let limit = Number.POSITIVE_INFINITY;
  let cuts = 0;
  const open = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    let sent = 0;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => {});
    }
    near.on('data', (chunk) => {
      sent += chunk.length;
      if (sent > limit) {
        limit = Number.POSITIVE_INFINITY;
        cuts++;
        near.destroy();
        far.destroy();
      } else far.write(chunk);
    });
    near.on('end', () => far.end());
    far.pipe(near);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cutAfter(bytes) {
      limit = bytes;
    },
    cuts: () => cuts,
    close() {
      line.close();
      for (const socket of open) socket.destroy();
    },
  };
}
