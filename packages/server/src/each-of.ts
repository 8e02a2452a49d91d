// Work on many objects at a time: each waits for the disk or the network, not for the processor.

const atOnce = 16;

/** In their order, as far as they begin; the first that fails fails all. */
export async function eachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
