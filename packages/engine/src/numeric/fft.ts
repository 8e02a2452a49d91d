// Fast Fourier transform for autocovariances: radix 2, powers of two, never reordering.
//
// The forward transform (Gentleman–Sande) leaves its result in bit-reversed order, the inverse (Cooley–Tukey) takes
// it in that order. A power spectrum needs no order in between, so nobody ever sorts.
import { cos, sin } from './elementary.ts';

const TWO_PI = 6.283185307179586;

interface Twiddles {
  /** cos(2πj/2h) at index h + j, for every half length h = 1, 2, 4 … and j < h. */
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

const cache = new Map<number, Twiddles>();

function twiddles(n: number): Twiddles {
  const found = cache.get(n);
  if (found) return found;
  const cosine = new Float64Array(n);
  const sine = new Float64Array(n);
  for (let half = 1; half < n; half *= 2) {
    for (let j = 0; j < half; j++) {
      const angle = (TWO_PI * j) / (2 * half);
      cosine[half + j] = cos(angle);
      sine[half + j] = sin(angle);
    }
  }
  const made = { cosine, sine };
  cache.set(n, made);
  return made;
}

/** The power of two that keeps the n lags of a series of length n from wrapping round. */
export function paddedLength(n: number): number {
  let size = 2;
  while (size < 2 * n) size *= 2;
  return size;
}

/** Discrete Fourier transform in place; the result is in bit-reversed order. The length must be a power of two. */
export function forwardFft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  const { cosine, sine } = twiddles(n);
  for (let half = n / 2; half >= 1; half /= 2) {
    for (let start = 0; start < n; start += 2 * half) {
      for (let j = 0; j < half; j++) {
        const a = start + j;
        const b = a + half;
        const c = cosine[half + j];
        const s = sine[half + j];
        const dRe = re[a] - re[b];
        const dIm = im[a] - im[b];
        re[a] += re[b];
        im[a] += im[b];
        re[b] = dRe * c + dIm * s;
        im[b] = dIm * c - dRe * s;
      }
    }
  }
}

/** Inverse transform in place, from bit-reversed order, without the factor 1/n. */
export function inverseFft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  const { cosine, sine } = twiddles(n);
  for (let half = 1; half < n; half *= 2) {
    for (let start = 0; start < n; start += 2 * half) {
      for (let j = 0; j < half; j++) {
        const a = start + j;
        const b = a + half;
        const c = cosine[half + j];
        const s = sine[half + j];
        const tRe = re[b] * c - im[b] * s;
        const tIm = im[b] * c + re[b] * s;
        re[b] = re[a] - tRe;
        im[b] = im[a] - tIm;
        re[a] += tRe;
        im[a] += tIm;
      }
    }
  }
}

/**
 * Autocovariances (divided by the length, own mean removed) at lags 0..length−1, averaged over the `count` series
 * of `length` that stand one after another in `series`.
 *
 * Two series share a transform as its real and imaginary part: the sum of their spectra is the even part of the
 * squared modulus, and the odd part only reaches the imaginary part of the inverse, which is not read.
 */
export function meanAutocovariance(series: Float64Array, count: number, length: number): Float64Array {
  const size = paddedLength(length);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const power = new Float64Array(size);
  for (let k = 0; k < count; k += 2) {
    centreInto(re, series, k * length, length);
    if (k + 1 < count) centreInto(im, series, (k + 1) * length, length);
    else im.fill(0);
    forwardFft(re, im);
    for (let i = 0; i < size; i++) power[i] += re[i] * re[i] + im[i] * im[i];
  }
  im.fill(0);
  inverseFft(power, im);
  const scale = size * length * count;
  const result = power.slice(0, length);
  for (let lag = 0; lag < length; lag++) result[lag] /= scale;
  return result;
}

/** Biased autocovariance of one series, mean removed, at lags 0..n−1. */
export function autocovariance(x: Float64Array): Float64Array {
  return meanAutocovariance(x, 1, x.length);
}

function centreInto(target: Float64Array, series: Float64Array, from: number, length: number): void {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += series[from + i];
  const mean = sum / length;
  for (let i = 0; i < length; i++) target[i] = series[from + i] - mean;
  target.fill(0, length);
}
