// Telling whoever listens that a row has changed. An event carries no state: readers look the row up.

export interface Events {
  /** `topic`: `run/ID`. */
  publish(topic: string): void;
  /** Calls `hear` after each publication until the returned function is called. */
  subscribe(topic: string, hear: () => void): () => void;
}
