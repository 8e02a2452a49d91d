// One writing of an address, so that it is found again however it is typed.

/** Addresses differ by more than case nowhere that matters, and people type them in any. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
