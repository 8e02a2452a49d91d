// No adstock: the whole effect comes in the period of the spend.
import type { AdstockForm } from './form.ts';

export const none: AdstockForm = {
  parameters: [],
  weigh(_, { values }) {
    values.fill(0);
    values[0] = 1;
  },
};
