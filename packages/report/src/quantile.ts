// The quantile of the normal distribution on which 94 % intervals rest.

/** 97 % lie below it: half the width of an equal-tailed 94 % interval, in standard deviations. */
export const z97 = 1.880793608151251;
