import { similarity } from './fold.ts';

/** The name that a misspelt one is most like; the first of several. */
export function nearest(written: string, names: readonly string[]): string {
  let best = '';
  let most = -1;
  for (const name of names) {
    const likeness = similarity(written, name);
    if (likeness > most) [best, most] = [name, likeness];
  }
  return best;
}
