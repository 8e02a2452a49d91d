// Letters to people. Features write what they say; an adapter only delivers them.

export interface Letter {
  /** One address. */
  readonly to: string;
  /** One line: a break in it (of a name somebody chose) becomes a space. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

export interface Mail {
  /** Resolves once the letter is kept or handed on; rejects when it cannot be. */
  send(letter: Letter): Promise<void>;
}
