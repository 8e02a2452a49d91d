// Several generators read side by side, as one.
import { mailbox } from '../threads/mailbox.ts';

type Letter<T> = { readonly item: T } | { readonly end: true } | { readonly error: unknown };

/** Items in the order they come. An error of one ends all; leaving the loop leaves every one of them. */
export async function* merge<T>(sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const letters = mailbox<Letter<T>>();
  const readers = sources.map((source) => read(source, letters.put));
  try {
    let left = sources.length;
    while (left > 0) {
      const letter = await letters.take();
      if ('error' in letter) throw letter.error;
      if ('end' in letter) left--;
      else yield letter.item;
    }
  } finally {
    await Promise.all(sources.map((source) => source.return(undefined)));
    await Promise.all(readers);
  }
}

/** Never rejects: what goes wrong is a letter. */
async function read<T>(source: AsyncGenerator<T>, put: (letter: Letter<T>) => void): Promise<void> {
  try {
    for await (const item of source) put({ item });
    put({ end: true });
  } catch (error) {
    put({ error });
  }
}
