// What every feature is given: the database, the ports and the configuration, chosen once in `start.ts`.
import type { Background } from './background.ts';
import type { Config } from './config.ts';
import type { Database } from './database/connection.ts';
import type { Clock } from './ports/clock.ts';
import type { Events } from './ports/events.ts';
import type { Mail } from './ports/mail.ts';
import type { Objects } from './ports/objects.ts';
import type { Queue } from './ports/queue.ts';

export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly objects: Objects;
  readonly queue: Queue;
  readonly events: Events;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly background: Background;
  /** Signs access tokens. */
  readonly signingKey: Uint8Array;
  /** Of what the database must not hold in clear. */
  readonly encryptionKey: Uint8Array;
}
