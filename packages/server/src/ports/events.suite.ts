// What every carrier of events promises: each adapter's test runs this suite.
import { describe, expect, test, vi } from 'vitest';
import type { Events } from './events.ts';

export function eventsSuite(name: string, open: () => Events): void {
  describe(`${name}: the port`, () => {
    test('tells everyone who listens to the topic, and nobody else', async () => {
      const events = open();
      const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()];
      events.subscribe('run/1', one);
      events.subscribe('run/1', two);
      events.subscribe('run/2', other);
      events.publish('run/1');
      await vi.waitFor(() => expect([one, two].map((hear) => hear.mock.calls.length)).toEqual([1, 1]));
      expect(other).not.toHaveBeenCalled();
    });

    test('is not told within the publisher’s own call', async () => {
      const events = open();
      const hear = vi.fn();
      events.subscribe('run/1', hear);
      events.publish('run/1');
      expect(hear).not.toHaveBeenCalled();
      await vi.waitFor(() => expect(hear).toHaveBeenCalledOnce());
    });

    test('who has left hears nothing, also of what was published just before', async () => {
      const events = open();
      const [left, stays] = [vi.fn(), vi.fn()];
      const leave = events.subscribe('run/1', left);
      events.subscribe('run/1', stays);
      events.publish('run/1');
      leave();
      leave();
      await vi.waitFor(() => expect(stays).toHaveBeenCalledOnce());
      expect(left).not.toHaveBeenCalled();
    });

    test('the same function may listen twice and leave once', async () => {
      const events = open();
      const hear = vi.fn();
      const leave = events.subscribe('run/1', hear);
      events.subscribe('run/1', hear);
      leave();
      events.publish('run/1');
      await vi.waitFor(() => expect(hear).toHaveBeenCalledOnce());
    });

    test('a topic nobody listens to is no error', () => {
      expect(() => open().publish('run/unknown')).not.toThrow();
    });
  });
}
