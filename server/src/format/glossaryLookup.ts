import { GLOSSARY, glossaryForColumn, glossaryForRow, type GlossaryEntry } from './data/glossary.ts';
import { fold } from '../text/fold.ts';

const byTerm = new Map<string, GlossaryEntry>();
for (const entry of GLOSSARY) {
  for (const term of [entry.term, ...entry.aliases]) {
    const key = bare(fold(term));
    if (!byTerm.has(key)) byTerm.set(key, entry);
  }
}

/**
 * Entry for the key of a row or column (`refusedStateSecret`), or for a label or term as written or folded; its number,
 * 其中 and a remark in brackets behind it make no difference. Undefined for anything that the glossary does not explain.
 */
export function glossaryFor(keyOrLabel: string): GlossaryEntry | undefined {
  const known = glossaryForRow(keyOrLabel) ?? glossaryForColumn(keyOrLabel);
  if (known) return known;
  const folded = fold(keyOrLabel);
  const label = bare(folded);
  return byTerm.get(label) ?? byTerm.get(folded) ?? byTerm.get(label.replace(/\([^()]*\)$/, ''));
}

/** A folded label without 其中 and its number. */
function bare(folded: string): string {
  return folded
    .replace(/^其中:?/, '')
    .replace(/^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+,|\d+[.,]|\(\d+\))/, '');
}
