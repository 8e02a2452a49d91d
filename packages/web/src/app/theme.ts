// Which theme the person chose: the system's, light or dark; `public/theme.js` sets it again before the next first paint.
import { useState } from 'react';

const key = 'mixmodel.theme';

export const themes = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

export type Theme = (typeof themes)[number][0];

function present(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(present);
  const choose = (next: Theme) => {
    keep(next);
    setTheme(next);
  };
  return [theme, choose];
}

function keep(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is blocked: the choice holds until the page closes.
  }
}
