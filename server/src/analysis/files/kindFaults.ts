import { FIRST_KIND, kindOf, type KindDescription, type ReportKind } from '../../format/kind.ts';
import { readKindTitle } from '../../format/kindTitle.ts';
import { readReportTitle } from '../../format/reportTitle.ts';
import { readTitlePattern, sampleOf } from '../../format/titlePattern.ts';
import { memberOf, type JsonReader, type Node } from './jsonReader.ts';

/** A kind whose fields are right, with its place, and the reader of its file. */
export interface KindEntry {
  readonly kind: KindDescription;
  readonly node: Node;
  readonly reader: JsonReader;
}

/**
 * The kinds without a fault: an id of their own, and titles that no other kind claims. `known`: the kinds that there
 * are already.
 */
export function soundKinds(entries: readonly KindEntry[], known: readonly ReportKind[]): readonly KindDescription[] {
  const taken = [...known];
  return entries.flatMap(({ kind, node, reader }) => {
    const before = reader.errors;
    if (taken.some(({ id }) => id === kind.id))
      reader.complain(memberOf(node, 'id') ?? node, 'formatFile.idTwice', { name: kind.id });
    checkTitles(kind, taken, memberOf(node, 'titles') ?? node, reader);
    if (reader.errors > before) return [];
    taken.push(kindOf(kind));
    return [kind];
  });
}

/** Reports titles that reports of another kind may have, too: nobody could tell which is meant. */
function checkTitles(
  description: KindDescription,
  others: readonly ReportKind[],
  node: Node,
  reader: JsonReader,
): void {
  const own = kindOf(description);
  const { titles = [] } = description;
  // The program itself knows the titles of the first kind.
  if (own.id !== FIRST_KIND && titles.length === 0) reader.complain(node, 'statuteFile.empty');
  for (const [i, title] of titles.entries()) {
    const pattern = readTitlePattern(title);
    const sample = pattern && sampleOf(pattern);
    const other = others.find(
      kind =>
        (sample !== undefined && isTitleOf(sample, kind)) ||
        kind.titles.some(each => isTitleOf(sampleOf(each), { ...own, titles: pattern ? [pattern] : [] })),
    );
    if (other) reader.complain(node.children?.[i] ?? node, 'formatFile.titleTaken', { title: other.name });
  }
}

/** Whether a report with this title would be one of a kind. */
function isTitleOf(sample: string, kind: ReportKind): boolean {
  const titles = [`某县${sample}`, `某县2024年${sample}`];
  return titles.some(title =>
    kind.id === FIRST_KIND ? readReportTitle(title) !== undefined : readKindTitle(title, kind).is === 'title',
  );
}
