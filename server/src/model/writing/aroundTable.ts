import { isKind, type Placed, type Table } from '../../syntax/block.ts';
import { isPageNumber } from '../../syntax/pageNumber.ts';
import type { Change } from '../../text/change.ts';
import type { Source } from '../../text/source.ts';
import { shift, type Span } from '../../text/span.ts';

/** Whether a layout marks where cells begin and end. In the others merged and empty cells may be lost. */
export function hasCells({ layout }: Pick<Table, 'layout'>): boolean {
  switch (layout) {
    case 'pipe':
    case 'html':
    case 'tabbed':
    case 'grid':
    case 'delimited':
      return true;
    case 'aligned':
    case 'cellPerLine':
    case 'inLine':
      return false;
  }
}

/**
 * A change that puts a table's text at `span`, on lines of its own. In a line that is parted there, headings and what
 * follows them (`places`: where they start) get lines of their own, too: in what is left they may not be found.
 */
export function placeTable(source: Source, span: Span, text: string, places: readonly number[] = []): Change {
  const first = source.line(source.lineAt(span.start));
  const last = source.line(source.lineAt(span.end));
  const lineBefore = source.lineAt(span.start) - 1;
  const lineBehind = source.lineAt(span.end) + 1;
  const isFilled = (of: Span) => source.slice(of).trim() !== '';
  const startsLine = !isFilled({ start: first.start, end: span.start });
  const endsLine = !isFilled({ start: span.end, end: last.end });
  const before = !startsLine ? '\n\n' : lineBefore >= 0 && isFilled(source.line(lineBefore)) ? '\n' : '';
  const behind = !endsLine ? '\n\n' : lineBehind < source.lineCount && isFilled(source.line(lineBehind)) ? '\n' : '';
  // An indented tag would make the first row an indented one.
  const start = startsLine ? first.start : span.start;
  const inLine = places.filter(at => first.start < at && at < last.end);
  const ahead = inLine.filter(at => at < start);
  const after = inLine.filter(at => at >= span.end);
  const ends = [...ahead.slice(1), start];
  return {
    span: { start: ahead[0] ?? start, end: after.at(-1) ?? span.end },
    text: [
      ...ahead.map((at, i) => `\n${source.slice({ start: at, end: ends[i] ?? start })}`),
      before + text + behind,
      ...after.map((at, i) => `${source.slice({ start: after[i - 1] ?? span.end, end: at })}\n`),
    ].join(''),
  };
}

/** Where the headings of a draft start, and the blocks behind them. */
export function headingPlaces(blocks: readonly Placed[]): readonly number[] {
  return blocks
    .filter((placed, i) => isKind(placed, 'heading') || blocks[i - 1]?.block.kind === 'heading')
    .map(({ at }) => at);
}

/** Text inside a table but outside its cells: a caption before it, comments and stray text behind it. */
export function besideCells(
  { text }: Source,
  { at, block }: Placed<Table>,
): { readonly before: readonly string[]; readonly behind: readonly string[] } {
  const outside: string[] = [];
  let from = at + block.span.start;
  const spans = [...new Set(block.rows.flatMap(({ cells }) => cells))]
    .map(({ span }) => shift(span, at))
    .sort((a, b) => a.start - b.start);
  for (const span of spans) {
    outside.push(text.slice(from, Math.max(from, span.start)));
    from = Math.max(from, span.end);
  }
  outside.push(text.slice(from, at + block.span.end));
  if (block.layout === 'html') {
    const rest = outside.join('');
    const caption = oneLine(
      rest
        .replace(COMMENT, '')
        .replace(/<[^>]*>/g, '')
        .replace(/&nbsp;|&#160;/gi, ' '),
    );
    return { before: caption === '' ? [] : [caption], behind: rest.match(COMMENT) ?? [] };
  }
  if (hasCells(block)) return { before: [], behind: [] };
  return {
    before: [],
    behind: outside
      .map(piece => oneLine(piece.replaceAll('|', ' ')))
      // A page break leaves a page number in the middle of a table.
      .filter(piece => piece !== '' && !isPageNumber(piece) && !/^\d{1,3}$/.test(piece)),
  };
}

const COMMENT = /<!--[^]*?-->/g;

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}
