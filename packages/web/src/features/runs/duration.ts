// Durations as people say them: estimates roughly, measured ones as they were.

/** `about 2 s`, `about 4 min`; an estimate has no decimals. */
export function roughly(ms: number): string {
  if (ms < 1000) return 'under 1 s';
  if (ms < 90_000) return `about ${Math.round(ms / 1000)} s`;
  if (ms < 5_400_000) return `about ${Math.round(ms / 60_000)} min`;
  return `about ${Math.round(ms / 3_600_000)} h`;
}

/** `1.9 s`, `2 min 5 s`. */
export function measured(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
