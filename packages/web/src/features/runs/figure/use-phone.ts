// Whether the page is as narrow as a phone: the breakpoint of the bottom bar.
import { useSyncExternalStore } from 'react';

const phone = matchMedia('(width < 720px)');

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}

export const usePhone = () => useSyncExternalStore(subscribe, () => phone.matches);
