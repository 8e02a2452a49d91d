// A table as somebody uploads it: weekly, two channels, as long as it is asked for.

/** Weeks from 2020-01-06 on; `note` makes files of the same numbers different, and `padding` makes them large. */
export function table(note: string, weeks = 60, padding = 0): string {
  const rows = Array.from({ length: weeks }, (_, i) => {
    const week = new Date(Date.UTC(2020, 0, 6 + 7 * i)).toISOString().slice(0, 10);
    const [tv, search] = [100 + ((37 * i) % 91), 60 + ((53 * i) % 47)];
    return `${week},${1000 + 3 * tv + 2 * search + ((29 * i) % 83)},${tv},${search},${note}${'x'.repeat(padding)}`;
  });
  return ['week,revenue,tv_spend,search_spend,note', ...rows, ''].join('\n');
}
