import { lineFrom, type Line } from './line.ts';

/** End of an HTML table and what is nested in it. */
export interface TableEnd {
  readonly end: number;
  /** Number of tables in it that hold no tables, itself included. */
  readonly innermost: number;
  /** Levels of nested tables, itself included. */
  readonly depth: number;
}

/**
 * Finds the end tags of what may be long: comments, fences, HTML tables. It remembers misses, so parsing stays linear
 * in a draft full of unclosed tags. Queries must come in ascending order of offset.
 */
export class ClosingTags {
  private commentsOpenFrom = Infinity;
  private readonly fencesOpenFrom = new Map<string, number>();
  private readonly tables = new Map<number, TableEnd>();
  private readonly openTables: { readonly start: number; innermost: number; depth: number }[] = [];
  private tablesReadTo = 0;

  constructor(private readonly text: string) {}

  /** Offset of the next `-->`; undefined for none. */
  comment(from: number): number | undefined {
    if (from >= this.commentsOpenFrom) return undefined;
    const at = this.text.indexOf('-->', from);
    if (at >= 0) return at;
    this.commentsOpenFrom = from;
    return undefined;
  }

  /** The line from `from` on that closes a fence, which is made of nothing but its signs; undefined for none. */
  fenceEnd(fence: string, from: number): Line | undefined {
    if (from >= (this.fencesOpenFrom.get(fence) ?? Infinity)) return undefined;
    for (let line = lineFrom(this.text, from); line.start < this.text.length; line = lineFrom(this.text, line.next))
      if (line.text.trim() === fence) return line;
    this.fencesOpenFrom.set(fence, from);
    return undefined;
  }

  /** End of the HTML table whose tag stands at `start`; undefined when its end tag is missing. */
  table(start: number): TableEnd | undefined {
    if (start >= this.tablesReadTo) {
      this.openTables.length = 0;
      this.readTables(start);
    }
    return this.tables.get(start);
  }

  /** Reads table tags from `start` up to the one that closes the table there. */
  private readTables(start: number): void {
    const tag = /<(\/?)table\b[^>]{0,2000}>/gi;
    tag.lastIndex = start;
    for (let match = tag.exec(this.text); match; match = tag.exec(this.text)) {
      if (match[1] !== '/') {
        this.openTables.push({ start: match.index, innermost: 0, depth: 1 });
        continue;
      }
      const closed = this.openTables.pop();
      if (!closed) continue;
      const end = match.index + match[0].length;
      const innermost = Math.max(1, closed.innermost);
      this.tables.set(closed.start, { end, innermost, depth: closed.depth });
      const outer = this.openTables.at(-1);
      if (outer) {
        outer.innermost += innermost;
        outer.depth = Math.max(outer.depth, closed.depth + 1);
      } else {
        this.tablesReadTo = end;
        return;
      }
    }
    this.tablesReadTo = this.text.length;
  }
}
