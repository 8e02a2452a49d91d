// What the method describes but this version does not fit yet: refused by name, never mistaken for a typing error.

/** A place in a spec with list positions left out: `channels[].adstock.kind`. */
export type Place = string;

interface Later {
  /** What to use meanwhile. */
  readonly use: string;
}

const leaveOut: Later = { use: 'leave it out' };
const inBaseline: Later = { use: '`baseline.events` with the days' };
const byCountry: Later = { use: '`baseline.events` with a `name` and a `country`, such as DE' };

/** Keys that will have a meaning, by the object they stand in. */
export const laterKeys: Readonly<Record<Place, Readonly<Record<string, Later>>>> = {
  '': {
    geo: { use: 'one national table, summed over regions' },
    population: { use: 'one national table, summed over regions' },
    events: inBaseline,
    holidays: byCountry,
    timeVarying: leaveOut,
  },
  baseline: { holidays: byCountry },
  columns: {
    geo: { use: 'one national table, summed over regions' },
    population: { use: 'one national table, summed over regions' },
  },
  'channels[]': {
    reach: { use: 'the impressions as exposure' },
    frequency: { use: 'the impressions as exposure' },
  },
};
