// Sets the chosen theme before the first paint; a file of its own because the content policy forbids inline scripts.
try {
  const theme = localStorage.getItem('mixmodel.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme applies.
}
