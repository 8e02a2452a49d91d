// Type-level equality, so that a schema and an engine type that drift apart no longer compile.

/** `T` without `readonly` and with intersections merged, all the way down. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [K in keyof T]: Plain<T[K]> };

/** `true` only when both types have exactly the same keys, optionality and values. */
export type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
