// Markdown as the document tests read it: fenced blocks, links and the anchors of headings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './source-files.ts';

export function markdownFiles(): string[] {
  return filesUnder('.').filter((path) => path.endsWith('.md'));
}

export function readDocument(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The contents of every fence in this language, in order. */
export function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\S*)[^\n]*\n([\s\S]*?)^```/gm)]
    .filter((fence) => fence[1] === language)
    .map((fence) => fence[2] ?? '');
}

/** Targets of links and images outside code. */
export function links(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map((link) => link[1] ?? '');
}

/** Anchors as GitHub makes them from headings. */
export function anchors(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map((heading) =>
    (heading[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}
