import { readAnyTitle } from '../format/anyTitle.ts';
import { isForWords } from '../format/cellTypes.ts';
import { BUILT_IN, type EditionSet } from '../format/editionSet.ts';
import { printedTexts } from '../format/index.ts';
import { FIRST_KIND, type ReportKind } from '../format/kind.ts';
import { readKindTitle } from '../format/kindTitle.ts';
import type { TableSpec } from '../format/types.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { coreOf, fold } from '../text/fold.ts';
import { memoByObject } from '../text/memo.ts';
import { simplifiedText } from '../text/traditional.ts';

/**
 * Titles and labels of all editions of a set: a draft's layout is read before its kind and edition are known. Kinds
 * without any table, whose headings are those of any prose, add nothing to it.
 */
export const vocabularyOf = memoByObject(makeVocabulary);

/**
 * The vocabulary for a text. Labels of another kind's tables (名称, 总数) tell a table in lines without marks from prose
 * only in a text that bears a title of the kind.
 */
export function vocabularyFor(set: EditionSet, text: string): Vocabulary {
  const others = othersWithTables(set);
  if (others.length === 0 || hasTitleOf(others, text)) return vocabularyOf(set);
  return firstKindVocabulary(set);
}

const othersWithTables = memoByObject((set: EditionSet): readonly ReportKind[] =>
  set.kinds.filter(kind => kind.id !== FIRST_KIND && set.ofKind(kind).tables.length > 0),
);

/** Labels and titles of sections of the first kind, titles of all reports. */
const firstKindVocabulary = memoByObject((set: EditionSet): Vocabulary => {
  const first = set.kindById(FIRST_KIND);
  const { isReportTitle } = vocabularyOf(set);
  return first ? { ...vocabularyOf(set.ofKind(first)), isReportTitle } : vocabularyOf(set);
});

/** Signs and lines at the beginning of a text among which a title stands. */
const BEGINNING = 20_000;
const MOST_LINES = 60;

function hasTitleOf(kinds: readonly ReportKind[], text: string): boolean {
  const lines = text.slice(0, BEGINNING).split(/\r\n?|\n/, MOST_LINES);
  return lines.some(line => {
    const words = simplifiedText(line.replace(/<[^<>]{0,300}>/g, '').replace(/^[\s#*_>]+/, ''));
    return kinds.some(kind => readKindTitle(words, kind).is === 'title');
  });
}

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
  const beforeWords = new Set(tables.flatMap(labelsBeforeWords));
  return {
    titles,
    labels,
    cores,
    openings: openingsOf(tables),
    ...(beforeWords.size > 0 ? { beforeWords } : {}),
    isTitle: text => titles.has(fold(text)),
    isReportTitle: line => readAnyTitle(line, kinds) !== undefined,
  };
}

/** What tables begin with, by its folded text: the table's id. Texts that stand in another table tell none. */
function openingsOf(tables: readonly TableSpec[]): ReadonlyMap<string, string> {
  const openings = new Map<string, string>();
  for (const { id, layout } of tables)
    for (const cell of layout[0] ?? []) if (cell.kind === 'text') openings.set(fold(cell.text), id);
  for (const table of tables)
    for (const text of printedTexts(table)) if (openings.get(fold(text)) !== table.id) openings.delete(fold(text));
  return openings;
}

/** Cores of the labels beside which a form of labels and values has words. */
function labelsBeforeWords({ parts }: TableSpec): readonly string[] {
  return parts.flatMap(({ keyValue, rows, columns: [column] }) =>
    rows
      .filter(({ type = column?.type ?? 'count' }) => keyValue === true && isForWords(type))
      .flatMap(({ label, variants = [] }) => [label, ...variants].map(coreOf)),
  );
}
