import { readFileSync } from 'node:fs';

/** A draft of docs/reading.md and the sentence that it brings. */
export interface ReadingEntry {
  readonly title: string;
  readonly rule: string;
  readonly draft: string;
  readonly sentence: string;
}

const ENTRY = /^## (.+)\n\n\[([a-z-]+\/[a-z-]+)\]\([^)]+\)\n\n```text\n([^]*?)\n```\n\n> (.+)$/gm;

/** The entries of docs/reading.md. */
export function readingEntries(path: string): readonly ReadingEntry[] {
  return [...readFileSync(path, 'utf8').matchAll(ENTRY)].map(
    ([, title = '', rule = '', draft = '', sentence = '']) => ({
      title,
      rule,
      draft: `${draft}\n`,
      sentence,
    }),
  );
}
