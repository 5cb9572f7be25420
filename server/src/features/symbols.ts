import { SymbolKind } from 'vscode-languageserver-types';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import type { Item, Report, Section } from '../model/report.ts';
import type { Placed, Table } from '../syntax/block.ts';
import type { Source } from '../text/source.ts';
import { cover, shift } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './support/convert.ts';
import { shortened } from '../text/shortened.ts';

/** The outline as a tree: sections, the items in them, and tables in the innermost of both that holds them. */
export function symbols(snapshot: Pick<Snapshot, 'source' | 'report'>, language: Language): DocumentSymbol[] {
  const { source, report } = snapshot;
  const root: Node[] = report.sections.map(section => headingNode(section, SECTION, language));
  for (const table of tableNodes(report, language)) insert(root, table);
  return root.map(node => toSymbol(source, node));
}

/** The outline as a list, for clients that know no trees; the parent's name stands with each entry. */
export function flatSymbols(
  snapshot: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  language: Language,
): SymbolInformation[] {
  return flat(symbols(snapshot, language), snapshot.uri);
}

/** A tree of entries of one document as a list; the parent's name stands with each entry. */
export function flat(tree: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  const list: SymbolInformation[] = [];
  const visit = (symbol: DocumentSymbol, parent: string | undefined) => {
    list.push({
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(parent === undefined ? {} : { containerName: parent }),
    });
    for (const child of symbol.children ?? []) visit(child, symbol.name);
  };
  for (const symbol of tree) visit(symbol, undefined);
  return list;
}

interface Node {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: Node[];
}

/** Kinds by the icons that editors show for them: a page, a line of letters, boxes in rows. */
const SECTION = SymbolKind.File;
const ITEM = SymbolKind.String;
const TABLE = SymbolKind.Struct;

function headingNode(heading: Section | Item, kind: SymbolKind, language: Language): Node {
  return {
    name: clean(heading.title) || message(language, 'outline.untitled'),
    kind,
    span: heading.span,
    nameSpan: heading.titleSpan,
    children: heading.items.map(item => headingNode(item, ITEM, language)),
  };
}

function tableNodes(report: Report, language: Language): Node[] {
  const official = report.tables.map(({ spec, span, blocks }): Node => ({
    name: message(language, 'outline.officialTable', { title: language === 'en' ? spec.englishTitle : spec.title }),
    kind: TABLE,
    span,
    nameSpan: firstRow(blocks[0]) ?? { start: span.start, end: span.start },
    children: [],
  }));
  const others = report.otherTables.map((placed): Node => {
    const span = shift(placed.block.span, placed.at);
    return {
      name: message(language, 'outline.otherTable', { start: tableStart(placed.block) }),
      kind: TABLE,
      span,
      nameSpan: firstRow(placed) ?? { start: span.start, end: span.start },
      children: [],
    };
  });
  return [...official, ...others].sort((a, b) => a.span.start - b.span.start);
}

function firstRow(placed: Placed<Table> | undefined): Span | undefined {
  const row = placed?.block.rows[0];
  return placed && row ? shift(row.span, placed.at) : undefined;
}

const PREVIEW_LENGTH = 24;

/** The first words of a table, to tell it from others. */
function tableStart(table: Table): string {
  const cells = new Set(table.rows[0]?.cells ?? []);
  const words = clean(
    [...cells]
      .map(cell => cell.text)
      .filter(text => text !== '')
      .join('｜'),
  );
  return shortened(words, PREVIEW_LENGTH);
}

function insert(siblings: Node[], table: Node): void {
  let low = 0;
  let high = siblings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((siblings[middle]?.span.start ?? Infinity) <= table.span.start) low = middle + 1;
    else high = middle;
  }
  const before = siblings[low - 1];
  if (before && before.kind !== TABLE && table.span.start < before.span.end) insert(before.children, table);
  else siblings.splice(low, 0, table);
}

function toSymbol(source: Source, node: Node): DocumentSymbol {
  const children = node.children.map(child => toSymbol(source, child));
  return {
    name: node.name,
    kind: node.kind,
    // Clients refuse an entry whose name lies outside its range.
    range: toRange(source, cover([node.span, node.nameSpan]) ?? node.span),
    selectionRange: toRange(source, node.nameSpan),
    ...(children.length === 0 ? {} : { children }),
  };
}

function clean(text: string): string {
  return text.replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, ' ').trim();
}
