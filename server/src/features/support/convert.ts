import type { Position, Range } from 'vscode-languageserver-types';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';

/** LSP position of an offset in the draft. LSP counts UTF-16 units, as spans do. */
export function toPosition(source: Source, offset: number): Position {
  return source.positionAt(offset);
}

/** LSP range of a span of the draft. */
export function toRange(source: Source, span: Span): Range {
  return { start: source.positionAt(span.start), end: source.positionAt(span.end) };
}

/** Offset of an LSP position; one behind the draft's end is taken back to it. */
export function toOffset(source: Source, position: Position): number {
  return source.offsetAt(position);
}

/** Span of an LSP range; ends in the wrong order are exchanged. */
export function toSpan(source: Source, range: Range): Span {
  const start = source.offsetAt(range.start);
  const end = source.offsetAt(range.end);
  return start <= end ? { start, end } : { start: end, end: start };
}

/** Lines that a span covers; a line end or blank at its end does not count as a further line. */
export function toLines(source: Source, span: Span): { readonly start: number; readonly end: number } {
  let end = Math.min(span.end, source.text.length);
  while (end > span.start && source.text.charCodeAt(end - 1) <= 0x20) end--;
  return { start: source.lineAt(span.start), end: source.lineAt(Math.max(span.start, end - 1)) };
}
