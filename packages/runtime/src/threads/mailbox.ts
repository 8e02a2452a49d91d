// A queue between callbacks and a loop: events wait until someone takes them.

export interface Mailbox<T> {
  put(item: T): void;
  /** The oldest item, as soon as there is one. For one reader at a time. */
  take(): Promise<T>;
}

export function mailbox<T>(): Mailbox<T> {
  const items: T[] = [];
  let reader: ((item: T) => void) | undefined;
  return {
    put(item) {
      if (!reader) return void items.push(item);
      const read = reader;
      reader = undefined;
      read(item);
    },
    take() {
      const [item] = items.splice(0, 1);
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve) => {
        reader = resolve;
      });
    },
  };
}
