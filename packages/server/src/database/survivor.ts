// A database that has lost its footing is never asked again: PostgreSQL would end its process, PGlite turns in a circle.
import type { PGlite } from '@electric-sql/pglite';

/**
 * Resolves with why, when PostgreSQL has panicked (its log could not be written, as the disk was full). Its process would
 * end then, and the next one begin from the log. PGlite has no process: whoever asks it once more, if only to roll back,
 * never comes back and holds the event loop for ever. So from then on whatever is asked fails, with the same error.
 */
export function untilPanic(lite: PGlite): Promise<Error> {
  return new Promise((resolve) => {
    let lost: Error | undefined;
    const gate = (): void => {
      if (lost) throw lost;
    };
    const hear = (error: unknown): never => {
      if (lost === undefined && error instanceof Error && isPanic(error)) {
        lost = error;
        resolve(error);
      }
      throw error;
    };
    const { execProtocol, execProtocolStream, execProtocolRawSync, execProtocolRawStream } = lite;
    lite.execProtocol = (...asked) => execProtocol.apply(lite, asked).catch(hear);
    lite.execProtocolStream = (...asked) => execProtocolStream.apply(lite, asked).catch(hear);
    lite.execProtocolRawSync = (message) => {
      gate();
      return execProtocolRawSync.call(lite, message);
    };
    lite.execProtocolRawStream = async (...asked) => {
      gate();
      return execProtocolRawStream.apply(lite, asked);
    };
  });
}

const isPanic = (error: Error): boolean =>
  'severity' in error && ['PANIC', 'FATAL'].includes(String(error.severity));
