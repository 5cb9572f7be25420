/** Where a table ends, and what stands in it. */
export interface TableEnd {
  readonly end: number;
  /** Tables in it that hold no tables, itself included. */
  readonly innermost: number;
  /** How many tables stand one in another, itself included. */
  readonly depth: number;
}

/**
 * Finds end signs of what may reach far: comments, fences, HTML tables. It remembers where there are none further on, so
 * that a draft full of signs that nobody closed is searched once and not once for each. Places are asked for in order.
 */
export class ClosingTags {
  private commentsOpenFrom = Infinity;
  private readonly fencesOpenFrom = new Map<string, number>();
  private readonly tables = new Map<number, TableEnd>();
  private readonly openTables: { readonly start: number; innermost: number; depth: number }[] = [];
  private tablesReadTo = 0;

  constructor(private readonly text: string) {}

  /** Offset of the next `-->`; -1 for none. */
  comment(from: number): number {
    if (from >= this.commentsOpenFrom) return -1;
    const at = this.text.indexOf('-->', from);
    if (at < 0) this.commentsOpenFrom = from;
    return at;
  }

  /** Whether a line from `from` on may close `fence`: false once {@link fenceIsOpen} was said of it. */
  mayCloseFence(fence: string, from: number): boolean {
    return from < (this.fencesOpenFrom.get(fence) ?? Infinity);
  }

  /** No line from `from` on closes `fence`. */
  fenceIsOpen(fence: string, from: number): void {
    this.fencesOpenFrom.set(fence, from);
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
