// Server-sent events out of a byte stream (WHATWG HTML, "Interpreting an event stream").
// Without EventSource, which cannot send a token in a header.

export interface ServerEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

/** Feeds on text in pieces of any size; gives each event once its blank line has come. Comments are dropped. */
export function eventParser(): (text: string) => ServerEvent[] {
  let rest = '';
  let afterReturn = false;
  let lines: string[] = [];

  return (text) => {
    // A `\r\n` split between two pieces is one line end.
    const piece = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') afterReturn = text.endsWith('\r');
    const parts = (rest + piece).split(/\r\n|\r|\n/);
    rest = parts.pop() ?? '';
    const found: ServerEvent[] = [];
    for (const line of parts) {
      if (line !== '') {
        lines.push(line);
        continue;
      }
      const event = eventOf(lines);
      if (event) found.push(event);
      lines = [];
    }
    return found;
  };
}

function eventOf(lines: readonly string[]): ServerEvent | null {
  let id: string | null = null;
  let event = 'message';
  const data: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') id = value;
    else if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
  }
  return data.length === 0 ? null : { id, event, data: data.join('\n') };
}

/** The events of a response's body, until it ends. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parse = eventParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* parse(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
