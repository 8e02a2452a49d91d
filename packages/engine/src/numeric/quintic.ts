// The polynomial of degree five between two points of a smooth curve (Hermite).

/** Coefficients, the constant first, from value, first and second derivative at 0 and at 1. */
export function quintic(
  [p0, m0, c0]: readonly [number, number, number],
  [p1, m1, c1]: readonly [number, number, number],
): readonly number[] {
  const rise = p1 - p0 - m0 - 0.5 * c0;
  const tilt = m1 - m0 - c0;
  const bend = c1 - c0;
  return [
    p0,
    m0,
    0.5 * c0,
    10 * rise - 4 * tilt + 0.5 * bend,
    -15 * rise + 7 * tilt - bend,
    6 * rise - 3 * tilt + 0.5 * bend,
  ];
}
