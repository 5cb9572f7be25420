import type { Span } from './span.ts';

/** Zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The text of one version of a draft with its line starts. LF, CRLF and CR end a line. */
export class Source {
  private starts: readonly number[] | undefined;

  constructor(readonly text: string) {}

  /** Offsets at which the lines start. */
  get lineStarts(): readonly number[] {
    return (this.starts ??= lineStartsOf(this.text));
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** Line that holds `offset`, zero-based. */
  lineAt(offset: number): number {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Span of a line without its line end. */
  line(line: number): Span {
    const start = this.lineStarts[line] ?? this.text.length;
    let end = this.lineStarts[line + 1] ?? this.text.length;
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - (this.lineStarts[line] ?? 0) };
  }

  /** Offset of a position; one past a line's end is taken back to it. */
  offsetAt(position: Position): number {
    if (position.line >= this.lineCount) return this.text.length;
    const { start, end } = this.line(position.line);
    return Math.min(start + position.character, end);
  }

  slice(of: Span): string {
    return this.text.slice(of.start, of.end);
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
