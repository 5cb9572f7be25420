import { readAnyTitle } from '../format/anyTitle.ts';
import { BUILT_IN, type EditionSet } from '../format/editionSet.ts';
import { printedTexts } from '../format/index.ts';
import { FIRST_KIND } from '../format/kind.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { coreOf, fold } from '../text/fold.ts';
import { memoByObject } from '../text/memo.ts';

/**
 * Titles and labels of all editions of a set: a draft's layout is read before its kind and edition are known. Kinds
 * without any table, whose headings are those of any prose, add nothing to it.
 */
export const vocabularyOf = memoByObject(makeVocabulary);

/** Those of the built-in editions. */
export const VOCABULARY: Vocabulary = vocabularyOf(BUILT_IN);

function makeVocabulary(set: EditionSet): Vocabulary {
  const { kinds, tables } = set;
  const others = kinds.filter(({ id }) => id !== FIRST_KIND);
  const editions = set.editions.filter(({ kind }) => !others.includes(kind) || set.ofKind(kind).tables.length > 0);
  const titles = new Set<string>();
  for (const section of editions.flatMap(edition => edition.sections)) {
    for (const title of [section.title, ...section.variants]) titles.add(fold(title));
  }
  const labels = new Set<string>();
  for (const table of tables) {
    const rows = table.parts.flatMap(part => part.rows);
    const columns = table.parts.flatMap(part => part.columns);
    const texts = [
      ...printedTexts(table),
      ...[...rows, ...columns].flatMap(each => [each.label, ...(each.variants ?? [])]),
    ];
    for (const text of texts) {
      const folded = fold(text);
      // The national statistics table numbers its blocks like sections, and reports took them for section titles.
      if (folded.length < 2 || (table.isUnverified && /^[一二三四五六七八九十]/.test(folded))) continue;
      labels.add(folded);
    }
  }
  for (const unit of ['万元', '人次', '--']) labels.delete(unit);
  const cores = new Set([...labels].map(coreOf).filter(core => core.length >= 2));
  return {
    titles,
    labels,
    cores,
    isTitle: text => titles.has(fold(text)),
    isReportTitle: line => readAnyTitle(line, kinds) !== undefined,
  };
}
