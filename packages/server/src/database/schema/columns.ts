// Kinds of columns that every table is made of.
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Made in the application (uuidv7), so that a row's id is known before it is written. */
export const id = () => uuid('id').primaryKey();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Up to 2^53 − 1 without loss: a seed. */
export const wholeNumber = customType<{ data: number; driverData: string | number }>({
  dataType: () => 'bigint',
  fromDriver: Number,
});
