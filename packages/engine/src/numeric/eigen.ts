// Eigenvalues and eigenvectors of a symmetric matrix.
//
// Householder tridiagonalisation and the implicit QL method: Martin, Reinsch, Wilkinson (Numer. Math. 11 (1968) 181)
// and Bowdler, Martin, Reinsch, Wilkinson (Numer. Math. 11 (1968) 293), EISPACK's tred2 and tql2.

const MAX_SWEEPS = 60;
const EPSILON = 2.220446049250313e-16;

export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** vectors[i * n + k] is component i of eigenvector k; the largest component of each is positive. */
  readonly vectors: Float64Array;
}

/** Decomposes the row-major n × n matrix `a`, of which it reads the lower triangle and changes nothing. */
export function symmetricEigen(a: Float64Array, n: number): Eigen {
  const vectors = a.slice(0, n * n);
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n);
  if (n > 0) {
    tridiagonalise(vectors, diagonal, off, n);
    accumulate(vectors, diagonal, n);
    implicitQl(vectors, diagonal, off, n);
  }
  return sorted(vectors, diagonal, n);
}

/**
 * Reduces `v` to tridiagonal form, last row first. Leaves the subdiagonal in `off[1..]`, in row i of `v` the
 * Householder vector u_i, in column i of `v` the vector u_i / h_i, and h_i in `h` (0: no reflection).
 */
function tridiagonalise(v: Float64Array, h: Float64Array, off: Float64Array, n: number): void {
  for (let i = n - 1; i > 0; i--) {
    const row = i * n;
    let scale = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(v[row + k]);
    if (i === 1 || scale === 0) {
      off[i] = v[row + i - 1];
      h[i] = 0;
      continue;
    }
    let norm = 0;
    for (let k = 0; k < i; k++) {
      v[row + k] /= scale;
      norm += v[row + k] * v[row + k];
    }
    const last = v[row + i - 1];
    const root = last > 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
    off[i] = scale * root;
    h[i] = norm - last * root;
    v[row + i - 1] = last - root;
    reflect(v, off, h[i], i, n);
  }
}

/** Applies the reflection of row i to the leading i × i block from both sides; `p` is scratch below index i. */
function reflect(v: Float64Array, p: Float64Array, h: number, i: number, n: number): void {
  const row = i * n;
  let up = 0;
  for (let j = 0; j < i; j++) {
    v[j * n + i] = v[row + j] / h;
    let sum = 0;
    for (let k = 0; k <= j; k++) sum += v[j * n + k] * v[row + k];
    for (let k = j + 1; k < i; k++) sum += v[k * n + j] * v[row + k];
    p[j] = sum / h;
    up += p[j] * v[row + j];
  }
  const half = up / (h + h);
  for (let j = 0; j < i; j++) {
    const u = v[row + j];
    p[j] -= half * u;
    const q = p[j];
    for (let k = 0; k <= j; k++) v[j * n + k] -= u * p[k] + q * v[row + k];
  }
}

/** Turns the stored reflections into their product, in place; the diagonal of the tridiagonal form ends in `d`. */
function accumulate(v: Float64Array, d: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    if (i > 0 && d[i] !== 0) {
      for (let j = 0; j < i; j++) {
        let sum = 0;
        for (let k = 0; k < i; k++) sum += v[row + k] * v[k * n + j];
        for (let k = 0; k < i; k++) v[k * n + j] -= sum * v[k * n + i];
      }
    }
    d[i] = v[row + i];
    v[row + i] = 1;
    for (let j = 0; j < i; j++) {
      v[row + j] = 0;
      v[j * n + i] = 0;
    }
  }
}

/** Diagonalises the tridiagonal form, rotating the columns of `v` along. */
function implicitQl(v: Float64Array, d: Float64Array, off: Float64Array, n: number): void {
  for (let i = 1; i < n; i++) off[i - 1] = off[i];
  off[n - 1] = 0;
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; ; sweep++) {
      const m = firstNegligible(d, off, l, n);
      if (m === l) break;
      if (sweep === MAX_SWEEPS) {
        throw new RangeError(
          'The eigenvalues did not converge: does the matrix hold NaN or infinite numbers?',
        );
      }
      qlSweep(v, d, off, l, m, n);
    }
  }
}

function firstNegligible(d: Float64Array, off: Float64Array, l: number, n: number): number {
  let m = l;
  while (m < n - 1 && !(Math.abs(off[m]) <= EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1])))) m++;
  return m;
}

/** One implicit QL step with Wilkinson's shift on rows l..m. */
function qlSweep(v: Float64Array, d: Float64Array, off: Float64Array, l: number, m: number, n: number): void {
  const half = (d[l + 1] - d[l]) / (2 * off[l]);
  const root = Math.sqrt(half * half + 1);
  let g = d[m] - d[l] + off[l] / (half + (half >= 0 ? root : -root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = sine * off[i];
    const b = cosine * off[i];
    const r = Math.sqrt(f * f + g * g);
    off[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= shift;
      off[m] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = d[i + 1] - shift;
    const t = (d[i] - g) * sine + 2 * cosine * b;
    shift = sine * t;
    d[i + 1] = g + shift;
    g = cosine * t - b;
    rotate(v, i, sine, cosine, n);
  }
  d[l] -= shift;
  off[l] = g;
  off[m] = 0;
}

/** Rotates columns i and i + 1. */
function rotate(v: Float64Array, i: number, sine: number, cosine: number, n: number): void {
  for (let at = i; at < n * n; at += n) {
    const right = v[at + 1];
    v[at + 1] = sine * v[at] + cosine * right;
    v[at] = cosine * v[at] - sine * right;
  }
}

/** Ascending values, and of each vector the first component of largest size made positive. */
function sorted(v: Float64Array, d: Float64Array, n: number): Eigen {
  const order = Array.from(d.keys()).sort((i, j) => d[i] - d[j] || i - j);
  const values = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const from = order[k];
    values[k] = d[from];
    let largest = 0;
    for (let i = 0; i < n; i++) {
      if (Math.abs(v[i * n + from]) > Math.abs(largest)) largest = v[i * n + from];
    }
    for (let i = 0; i < n; i++) vectors[i * n + k] = largest < 0 ? -v[i * n + from] : v[i * n + from];
  }
  return { values, vectors };
}
