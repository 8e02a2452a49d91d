// What is wrong with an input, as data: a stable code, where it is, and the facts a sentence needs.

/** One thing wrong. `contract` turns it into a sentence and a status; `facts` are the words that sentence needs. */
export interface Problem {
  readonly code: string;
  /** Where in the spec or call, as a dotted path: `channels[2].saturation.kind`. Empty when the data are meant. */
  readonly path: string;
  /** 1-based row of the table the user gave (the header is row 1), when one row is meant. */
  readonly row?: number;
  /** Column header as the user wrote it. */
  readonly column?: string;
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Thrown by `engine` and `data` for bad input: every problem at once, never only the first. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems
        .map((p) => `${p.code}${p.path ? ` at ${p.path}` : ''}${p.column ? ` in ${p.column}` : ''}`)
        .join('; '),
    );
    this.name = 'InputError';
    this.problems = problems;
  }
}
