// One variable of the environment at a time, and what is wrong with it in a sentence.
import type { Name } from './configuration-table.ts';

export type Environ = Readonly<Record<string, string | undefined>>;

export type Reader = ReturnType<typeof reader>;

/** What must be set beside `name`. */
export function missing(name: Name, others: readonly Name[], { text }: Reader): string[] {
  return others
    .filter((other) => text(other) === undefined)
    .map((other) => `${name} is set, but ${other} is not, and needs to be. Set ${other}, or unset ${name}.`);
}

/** `a, b or c` */
function anyOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Reads one variable at a time; what is wrong is added to `problems` and read as absent. */
export function reader(environ: Environ, problems: string[]) {
  const text = (name: Name): string | undefined => environ[name]?.trim() || undefined;
  const wrong = (name: Name, wanted: string, remedy: string): undefined => {
    problems.push(`${name} wants ${wanted}; got \`${text(name)}\`. ${remedy}`);
    return undefined;
  };
  return {
    text,
    whole(name: Name, { least, most }: { least: number; most: number }): number | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      if (/^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
      return wrong(name, `a whole number from ${least} to ${most}`, `Set such a number, or unset ${name}.`);
    },
    choice<Choice extends string>(name: Name, choices: readonly Choice[], fallback: Choice): Choice {
      const value = text(name);
      if (value === undefined) return fallback;
      const found = choices.find((choice) => choice === value);
      return found ?? wrong(name, anyOf(choices), 'Choose one of them.') ?? fallback;
    },
    address(name: Name): string | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
        return url.origin;
      return wrong(name, 'an address such as https://mixmodel.example.com', 'Leave out any path.');
    },
    /** Its value is never repeated. */
    secret(name: Name): string | undefined {
      const value = text(name);
      if (value === undefined || value.length >= 32) return value;
      problems.push(
        `${name} wants at least 32 characters; got ${value.length}. Make one with \`openssl rand -hex 32\`, or unset it and one is made.`,
      );
      return undefined;
    },
  };
}
