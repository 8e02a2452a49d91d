// What a key may look like, whatever keeps the objects.

/** No part begins with a dot, so that no key leads out of its place or to what is being written there. */
const part = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}$/;

/** The parts of a key, or of a prefix that ends in `/`. Throws for what is neither. */
export function keyParts(key: string): string[] {
  const parts = (key.endsWith('/') ? key.slice(0, -1) : key).split('/');
  if (parts.every((name) => part.test(name))) return parts;
  throw new Error(`A key is made of letters, digits, "_", "-" and "." between slashes; got "${key}".`);
}
