// Events within this process: who publishes and who listens share one table of topics.
import type { Events } from '../../ports/events.ts';

export function processEvents(): Events {
  const topics = new Map<string, Set<() => void>>();
  return {
    publish(topic) {
      // After the publisher's own work, as an event over a wire would come; who has left by then hears nothing.
      for (const hear of topics.get(topic) ?? [])
        queueMicrotask(() => {
          if (topics.get(topic)?.has(hear)) hear();
        });
    },
    subscribe(topic, hear) {
      // A function of its own, so that who subscribes twice also leaves twice.
      const own = () => hear();
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(own));
      return () => {
        listeners.delete(own);
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic);
      };
    },
  };
}
