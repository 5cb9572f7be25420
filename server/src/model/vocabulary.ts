import { EDITIONS, printedTexts } from '../format/index.ts';
import { readReportTitle } from '../format/reportTitle.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { coreOf, fold } from '../text/fold.ts';

/** Titles and labels of all editions: a draft's layout is read before its edition is known. */
export const VOCABULARY: Vocabulary = makeVocabulary();

function makeVocabulary(): Vocabulary {
  const titles = new Set<string>();
  for (const section of EDITIONS.flatMap(edition => edition.sections)) {
    for (const title of [section.title, ...section.variants]) titles.add(fold(title));
  }
  const labels = new Set<string>();
  for (const table of EDITIONS.flatMap(edition => edition.tables)) {
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
    isReportTitle: line => readReportTitle(line) !== undefined,
  };
}
