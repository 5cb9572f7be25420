import type { Clipboard, PastedTable } from '../../protocol/writing.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { LayoutCell, TableSpec } from '../../format/types.ts';
import { bind } from '../../model/bind.ts';
import { isBlank, type BoundTable, type Report } from '../../model/report.ts';
import { placeTable } from '../../model/writing/aroundTable.ts';
import { noteOf, standardForm, type NoteStyle } from '../../model/writing/standardTable.ts';
import { styleOf } from '../../model/writing/draftStyle.ts';
import { vocabularyFor } from '../../model/vocabulary.ts';
import { cellText, writeGrid, type TableLayout, type WriteOptions } from '../../model/writing/write.ts';
import { type Cell, isKind, type Placed, type Table } from '../../syntax/block.ts';
import { readHtml } from '../../syntax/html.ts';
import { parse } from '../../syntax/readBlocks.ts';
import { isWebPage } from '../../syntax/webPage.ts';
import { LIMITS } from '../../text/limits.ts';
import { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { toRange } from '../support/convert.ts';
import { officialTableAt } from '../support/place.ts';
import { asPage, withoutQuotes } from './clipboard.ts';

/**
 * The official tables on the clipboard as standard tables of the report's edition, written as the draft writes tables,
 * with their figures. Text around them is kept. At a cell of the same table, still blank, it takes that table's place.
 * Null where there is none, where all are standard tables already, where another table would be torn, and in a saved
 * web page.
 */
export function pastedTable(
  { version, source, report }: Pick<Snapshot, 'version' | 'source' | 'report'>,
  place: Span,
  clipboard: Clipboard,
  note: NoteStyle,
): PastedTable | null {
  const style = styleOf(report);
  if (!style) return null;
  for (const text of readings(clipboard)) {
    const { edition, editions } = report;
    const { blocks } = parse(text, vocabularyFor(editions, source.text));
    const copied = bind(new Source(text), blocks, edition?.id ?? null, { editions });
    const found = rewritten(copied, style, note, report.reportYear?.value);
    if (!found) continue;
    if (unaligned(found.text) === unaligned(clipboard.text ?? '')) return null;
    const target = tearsTable(report, place) ? blankTableAt(report, place, copied) : place;
    if (!target) return null;
    const { span, text: placed } = placeTable(source, target, found.text);
    return {
      ...found,
      version,
      text: placed.replace(/\r?\n/g, style.lineEnd ?? '\n'),
      range: toRange(source, target === place ? place : span),
    };
  }
  return null;
}

/** A text without the blanks and dashes that only align the cells of pipe tables. */
function unaligned(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(line =>
      line
        .split('|')
        .map(cell => (/^-{3,}$/.test(cell.trim()) ? '---' : cell.trim()))
        .join('|'),
    )
    .join('\n')
    .trim();
}

/** Whether a place holds a part of a table and not all of it: a table put there would tear the row. */
function tearsTable({ blocks }: Report, { start, end }: Span): boolean {
  return blocks.some(({ at, block }) => {
    if (block.kind !== 'table') return false;
    const from = at + block.span.start;
    const to = at + block.span.end;
    return start < to && from < end && !(start <= from && to <= end);
  });
}

/** Extent of the table around a place where it is the one that was copied and holds no figure yet. */
function blankTableAt(report: Report, { start, end }: Span, { tables: [copied, ...others] }: Report): Span | undefined {
  const table = officialTableAt(report, start);
  if (!table || !copied || others.length > 0 || end > table.span.end || table.spec.id !== copied.spec.id)
    return undefined;
  return [...table.figures.values()].every(isBlank) && table.shortRows.length === 0 && table.extraRows.length === 0
    ? table.span
    : undefined;
}

/** The forms of the clipboard from the richest to the poorest: only HTML tells merged cells. */
function* readings({ html = '', text = '' }: Clipboard): Iterable<string> {
  if (html.length <= LIMITS.clipboardLength && /<t[dh][\s>]/i.test(html)) yield asPage(html);
  if (text.length <= LIMITS.clipboardLength && /[\r\n]/.test(text)) yield withoutQuotes(text.replace(/\r\n?/g, '\n'));
}

// ── What was copied, written anew ──

/** The copied text with standard tables in place of the official ones; undefined where there are none. */
function rewritten(
  copied: Report,
  style: WriteOptions,
  note: NoteStyle,
  reportYear: number | undefined,
): Pick<PastedTable, 'title' | 'text' | 'notPlaced' | 'isWhole'> | undefined {
  const [first] = copied.tables;
  if (!first) return undefined;
  const standards = copied.tables.map((table): Standard => {
    const spec = copied.edition?.tables.find(({ id }) => id === table.spec.id) ?? table.spec;
    const { text, notPlaced } = standardForm(table, spec, style.layout, reportYear);
    return { table, spec, notPlaced, text: notPlaced.length === 0 ? text : `${text}\n\n${noteOf(notPlaced, note)}` };
  });
  const isPage = isWebPage(copied.source.text);
  // Figures in running text of a page: the clipboard's plain text says the same.
  if (isPage && copied.tables.some(({ blocks }) => blocks.some(({ block }) => block.layout !== 'html')))
    return undefined;
  const text = isPage ? pageText(copied, standards, style.layout) : plainText(copied, standards);
  return {
    title: standards[0]?.spec.title ?? first.spec.title,
    text,
    notPlaced: standards.flatMap(({ notPlaced }) => notPlaced),
    isWhole: standards.every(isWhole) && copied.blocks.every(({ block }) => block.kind === 'table'),
  };
}

interface Standard {
  readonly table: BoundTable;
  readonly spec: TableSpec;
  /** The standard table, and below it what has no place in it. */
  readonly text: string;
  readonly notPlaced: readonly string[];
}

/** Whether all rows of the form were copied by their names, and each figure is in its place. */
function isWhole({ table: { parts, shortRows, unplaced, extraRows }, spec, notPlaced }: Standard): boolean {
  if (notPlaced.length > 0 || shortRows.length > 0 || unplaced.length > 0 || extraRows.length > 0) return false;
  const known = new Set(
    parts.flatMap(({ rows }) => rows.filter(({ match }) => match !== 'similar')).map(row => row.spec.key),
  );
  return spec.parts.every(({ rows }) => rows.every(({ key }) => known.has(key)));
}

/** A web page's text, one paragraph after another, with the tables at their places. */
function pageText({ source, blocks }: Report, standards: readonly Standard[], layout: TableLayout): string {
  const standardAt = new Map(
    standards.flatMap(({ table, text }) => table.blocks.map(({ at }, i) => [at, i === 0 ? text : ''] as const)),
  );
  const otherAt = new Map(
    blocks.filter(placed => isKind(placed, 'table')).map(({ at, block }) => [at, block] as const),
  );
  const parts = readHtml(source.text).map(piece => {
    if (piece.kind === 'line') return piece.text.text.trim();
    if (piece.kind === 'comment') return '';
    const other = otherAt.get(piece.span.start);
    return (
      standardAt.get(piece.span.start) ??
      (other
        ? writeGrid(gridOf(other), layout, cell => (cell.kind === 'text' ? cellText(cell.text, layout) : ''), ALIGNED)
        : '')
    );
  });
  return parts.filter(part => part !== '').join('\n\n');
}

const ALIGNED = { alignment: 'withFigures' } as const;

/** Each cell of a table once, with the places that it takes. */
function gridOf({ rows }: Table): LayoutCell[][] {
  const seen = new Set<Cell>();
  return rows.map(({ cells }) =>
    cells.flatMap((cell): LayoutCell[] => {
      if (seen.has(cell)) return [];
      seen.add(cell);
      const { text, rowSpan, columnSpan } = cell;
      return [{ kind: 'text', text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(columnSpan > 1 ? { columnSpan } : {}) }];
    }),
  );
}

/** Plain text as it is, but for the tables. */
function plainText({ source }: Report, standards: readonly Standard[]): string {
  const changes = standards
    .flatMap(({ table, text }) =>
      table.blocks.map(({ at, block }: Placed<Table>, i) => {
        const span = { start: at + block.span.start, end: at + block.span.end };
        return i === 0 ? placeTable(source, span, text) : { span, text: '' };
      }),
    )
    .sort((a, b) => a.span.start - b.span.start);
  const parts: string[] = [];
  let done = 0;
  for (const { span, text } of changes) {
    parts.push(source.text.slice(done, span.start), text);
    done = span.end;
  }
  return [...parts, source.text.slice(done)].join('').trim();
}
