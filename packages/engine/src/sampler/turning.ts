// The generalised U-turn criterion on stretches of a trajectory, with checks across the seam of two.
//
// Betancourt 2017 (arXiv:1701.02434, appendix A); the seam checks are Stan's (stan-dev/stan#2800): they
// catch a trajectory that turns between its two halves.

/** A stretch of neighbouring points, in the order they were walked. */
export interface Stretch {
  firstMomentum: Float64Array;
  firstVelocity: Float64Array;
  lastMomentum: Float64Array;
  lastVelocity: Float64Array;
  /** Sum of the momenta of all its points. */
  momentumSum: Float64Array;
}

export function createStretch(size: number): Stretch {
  return {
    firstMomentum: new Float64Array(size),
    firstVelocity: new Float64Array(size),
    lastMomentum: new Float64Array(size),
    lastVelocity: new Float64Array(size),
    momentumSum: new Float64Array(size),
  };
}

/**
 * Puts `left` in front of `right`, which becomes the joined stretch and borrows the first point of `left`.
 * True while the joined stretch still moves apart: as a whole, up to the first point after the seam, and from
 * the last point before it.
 */
export function join(left: Stretch, right: Stretch): boolean {
  const { firstVelocity, lastMomentum, lastVelocity, momentumSum: before } = left;
  const { firstMomentum: seamMomentum, firstVelocity: seamVelocity, lastVelocity: endVelocity } = right;
  const after = right.momentumSum;
  let wholeFirst = 0;
  let wholeLast = 0;
  let intoFirst = 0;
  let intoLast = 0;
  let outOfFirst = 0;
  let outOfLast = 0;
  for (let i = 0; i < before.length; i++) {
    const b = before[i];
    const a = after[i];
    const whole = b + a;
    const into = b + seamMomentum[i];
    const outOf = lastMomentum[i] + a;
    const start = firstVelocity[i];
    const end = endVelocity[i];
    wholeFirst += start * whole;
    wholeLast += end * whole;
    intoFirst += start * into;
    intoLast += seamVelocity[i] * into;
    outOfFirst += lastVelocity[i] * outOf;
    outOfLast += end * outOf;
    after[i] = whole;
  }
  right.firstMomentum = left.firstMomentum;
  right.firstVelocity = left.firstVelocity;
  return wholeFirst > 0 && wholeLast > 0 && intoFirst > 0 && intoLast > 0 && outOfFirst > 0 && outOfLast > 0;
}
