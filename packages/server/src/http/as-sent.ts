// Large answers as text: they were held to their schemas when they were stored, and once more would take longer than all the rest.

export const jsonType = 'application/json; charset=utf-8';

/** A body that is JSON already passes the reply's serializer by; its type is what the schema says all the same. */
export function asSent<Body>(body: Body, indent?: number): Body {
  return written(JSON.stringify(body, null, indent));
}

/** Text that is the JSON of a `Body`. */
export function written<Body>(text: string): Body {
  return text as Body;
}
