// The token of a letter's link: it stands behind the `#`, and leaves the address once it is read.

/** Read once for a page; going back does not find it again. */
export function takeToken(): string {
  const token = window.location.hash.slice(1);
  if (token !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}
