// What no text may hold that is to be kept: PostgreSQL's takes no U+0000, and UTF-8 no half of a surrogate pair.
export const unstorable = /\0|\p{Surrogate}/u;
