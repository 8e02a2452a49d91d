// A page's name in the browser's tab and, when it has one of its own, as the last part of the top bar's path.
import { useEffect, useSyncExternalStore } from 'react';

let crumb: string | null = null;
const listeners = new Set<() => void>();

function become(next: string | null): void {
  crumb = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Sets `title · MixModel`; `crumb` is the page's own name below its place (a dataset, a run). */
export function usePageTitle(title: string, crumb?: string): void {
  useEffect(() => {
    document.title = `${title} · MixModel`;
  }, [title]);
  useEffect(() => {
    become(crumb ?? null);
    return () => become(null);
  }, [crumb]);
}

export const useCrumb = () => useSyncExternalStore(subscribe, () => crumb);
