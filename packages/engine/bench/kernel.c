// The kernel's loop in C, for what a processor can do with it: geometric adstock with its slope, tanh by table, errors,
// linear directions taken out, gradient sums. Written for the compiler's own vectorisation, lanes innermost.
//
//   cc -O3 -march=native -ffast-math -o kernel kernel.c -lm && ./kernel input.bin repeats
//
// Input, 8-byte numbers: rows, channels, directions, lags; alpha, h and beta by channel; shrink by direction;
// then by row x of every channel, target, mask, basis. Output: eᵀe, the gradient's sums (value, A, B), microseconds.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define NODES 1281
#define TERMS 6
#define BATCHES 61

static double table[NODES][TERMS];

/* tanh(u/2) around u = j/32 in f = 32u - j: six terms of Taylor's series, the seventh and eighth folded in. */
static void make_table(void) {
  for (int j = 0; j < NODES; j++) {
    double y[8] = {tanh(j / 64.0)}, step = 1, c[8];
    for (int n = 0; n < 7; n++) {
      double square = 0;
      for (int i = 0; i <= n; i++) square += y[i] * y[n - i];
      y[n + 1] = ((n == 0) - square) / (2 * (n + 1));
    }
    for (int n = 0; n < 8; n++, step /= 32) c[n] = y[n] * step;
    table[j][0] = c[0] + c[6] / 2048;
    table[j][1] = c[1] + c[7] * 7 / 4096;
    table[j][2] = c[2] - c[6] * 9 / 256;
    table[j][3] = c[3] - c[7] * 7 / 128;
    table[j][4] = c[4] + c[6] * 3 / 8;
    table[j][5] = c[5] + c[7] * 7 / 16;
  }
}

static inline double tanh64(double v) {
  double near = v < NODES - 1 ? v : NODES - 1;
  int j = (int)(near + 0.5);
  double f = near - j, s = f * f;
  const double *p = table[j];
  return s * (s * (f * p[5] + p[4]) + (f * p[3] + p[2])) + (f * p[1] + p[0]);
}

typedef struct {
  int rows, channels, directions, lags;
  double *alpha, *h, *beta, *shrink, *x, *target, *mask, *basis;
  double *a, *d, *s, *e, *r, *c, *sums;
} Kernel;

static double *take(double **from, size_t count) {
  double *at = *from;
  *from += count;
  return at;
}

static void carry(const Kernel *k, const double *gamma, const double *gamma_slope) {
  const int C = k->channels;
  for (int t = 0; t < k->rows; t++) {
    const double *x = k->x + t * C;
    double *a = k->a + t * C, *d = k->d + t * C;
    if (t == 0) {
      for (int c = 0; c < C; c++) a[c] = x[c], d[c] = 0;
    } else if (t < k->lags) {
      for (int c = 0; c < C; c++) {
        d[c] = k->alpha[c] * d[c - C] + a[c - C];
        a[c] = k->alpha[c] * a[c - C] + x[c];
      }
    } else {
      const double *old = x - k->lags * C;
      for (int c = 0; c < C; c++) {
        d[c] = k->alpha[c] * d[c - C] + a[c - C] - gamma_slope[c] * old[c];
        double next = k->alpha[c] * a[c - C] + x[c] - gamma[c] * old[c];
        a[c] = next > 0 ? next : 0;
      }
    }
  }
}

/* Long loops over rows times channels, which compilers vectorise, tables gathered included. */
static void saturate(const Kernel *k) {
  const int T = k->rows, C = k->channels, all = T * C;
  double *restrict s = k->s, *restrict a = k->a, *restrict d = k->d;
  const double *restrict h = k->h;
  for (int t = 0; t < T; t++)
    for (int c = 0; c < C; c++) s[t * C + c] = 32 * h[c] * a[t * C + c];
  for (int i = 0; i < all; i++) s[i] = tanh64(s[i]);
  for (int i = 0; i < all; i++) {
    double slope = 1 - s[i] * s[i];
    a[i] *= slope, d[i] *= slope;
  }
}

static double evaluate(const Kernel *k, double *gamma, double *gamma_slope) {
  const int T = k->rows, C = k->channels, K = k->directions;
  const double *restrict basis = k->basis, *restrict beta = k->beta;
  double *restrict e = k->e, *restrict projected = k->c, *restrict sums = k->sums;
  for (int c = 0; c < C; c++) {
    double power = 1;
    for (int l = 1; l < k->lags; l++) power *= k->alpha[c];
    gamma[c] = power * k->alpha[c], gamma_slope[c] = k->lags * power;
  }
  carry(k, gamma, gamma_slope);
  saturate(k);
  double square = 0;
  for (int i = 0; i < K; i++) projected[i] = 0;
  for (int t = 0; t < T; t++) {
    double mean = 0;
    for (int c = 0; c < C; c++) mean += beta[c] * k->s[t * C + c];
    e[t] = k->mask[t] * (k->target[t] - mean);
    square += e[t] * e[t];
    for (int i = 0; i < K; i++) projected[i] += e[t] * basis[t * K + i];
  }
  for (int i = 0; i < K; i++) projected[i] *= k->shrink[i];
  for (int i = 0; i < 3 * C; i++) sums[i] = 0;
  for (int t = 0; t < T; t++) {
    double r = e[t];
    for (int i = 0; i < K; i++) r -= projected[i] * basis[t * K + i];
    const double *restrict s = k->s + t * C, *restrict a = k->a + t * C, *restrict d = k->d + t * C;
    for (int c = 0; c < C; c++) sums[c] += r * s[c];
    for (int c = 0; c < C; c++) sums[C + c] += r * a[c];
    for (int c = 0; c < C; c++) sums[2 * C + c] += r * d[c];
  }
  return square;
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return 1e6 * at.tv_sec + 1e-3 * at.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **words) {
  if (count != 3) return fprintf(stderr, "kernel input.bin repeats\n"), 2;
  FILE *file = fopen(words[1], "rb");
  if (!file) return perror(words[1]), 1;
  double sizes[4];
  if (fread(sizes, 8, 4, file) != 4) return fprintf(stderr, "the input ends early\n"), 1;
  Kernel k = {(int)sizes[0], (int)sizes[1], (int)sizes[2], (int)sizes[3]};
  size_t T = k.rows, C = k.channels, K = k.directions;
  size_t given = 3 * C + K + T * (C + 2 + K);
  double *all = calloc(given + 3 * T * C + 2 * T + K + 5 * C, 8), *next = all;
  if (!all || fread(all, 8, given, file) != given) return fprintf(stderr, "the input ends early\n"), 1;
  fclose(file);
  k.alpha = take(&next, C), k.h = take(&next, C), k.beta = take(&next, C), k.shrink = take(&next, K);
  k.x = take(&next, T * C), k.target = take(&next, T), k.mask = take(&next, T), k.basis = take(&next, T * K);
  k.a = take(&next, T * C), k.d = take(&next, T * C), k.s = take(&next, T * C), k.e = take(&next, T);
  k.c = take(&next, K), k.sums = take(&next, 3 * C);
  double *gamma = take(&next, C), *gamma_slope = take(&next, C), took[BATCHES], square = 0;
  int repeats = atoi(words[2]);
  make_table();
  for (int batch = 0; batch < BATCHES; batch++) {
    double began = now();
    for (int i = 0; i < repeats; i++) square = evaluate(&k, gamma, gamma_slope);
    took[batch] = (now() - began) / repeats;
  }
  qsort(took, BATCHES, 8, ascending);
  printf("%.17g\n", square);
  for (size_t i = 0; i < 3 * C; i++) printf("%.17g\n", k.sums[i]);
  printf("%.17g\n", took[BATCHES / 2]);
  return 0;
}
