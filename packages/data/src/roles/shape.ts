// What a column of numbers looks like, whatever it is called.

export interface Shape {
  readonly constant: boolean;
  /** Only 0 and 1, and both. */
  readonly binary: boolean;
  readonly negative: boolean;
  readonly integer: boolean;
  /** Goes up by one each row. */
  readonly counter: boolean;
}

export function shapeOf(values: Float64Array): Shape {
  const present = values.filter((v) => !Number.isNaN(v));
  const first = present[0] ?? Number.NaN;
  const constant = present.every((v) => v === first);
  return {
    constant,
    binary: !constant && present.every((v) => v === 0 || v === 1),
    negative: present.some((v) => v < 0),
    integer: present.every((v) => Number.isInteger(v)),
    counter:
      present.length > 2 && present.length === values.length && present.every((v, i) => v === first + i),
  };
}
