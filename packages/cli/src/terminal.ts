// What the program knows of the terminal it writes to: width, colour, whether a line can be updated.
import { colourStyle, plainStyle, type Style } from '@mixmodel/report';
import type { WorkerPool } from '@mixmodel/runtime';

/** Standard output and error of a process, or of a test. */
export interface Streams {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  /** Worker threads that are already starting, for commands that fit; whoever runs the program closes them. */
  readonly threads?: WorkerPool;
}

export function styleOf(stream: NodeJS.WriteStream): Style {
  const wanted = stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return wanted ? colourStyle : plainStyle;
}

/** Columns of the terminal; of what is no terminal those that COLUMNS says, else 80. */
export function widthOf(stream: NodeJS.WriteStream): number {
  const said = Number(process.env.COLUMNS);
  return Math.max(40, (stream.isTTY && stream.columns) || (Number.isInteger(said) && said) || 80);
}

/** A reader that has seen enough (`| head`) is no fault: end quietly. */
export function endQuietlyWhenNobodyReads({ out, err }: Streams): void {
  for (const stream of [out, err]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
}
