import { lineFrom, type Line } from './line.ts';

/** End of an HTML element and what is nested in it. */
export interface ElementEnd {
  readonly end: number;
  /** Number of elements of its name in it that hold none of that name, itself included. */
  readonly innermost: number;
  /** Levels of nested elements of its name, itself included. */
  readonly depth: number;
}

/**
 * Finds the end tags of what may be long: comments, fences, HTML elements. It remembers misses, so parsing stays linear
 * in a draft full of unclosed tags. Queries must come in ascending order of offset.
 */
export class ClosingTags {
  private commentsOpenFrom = Infinity;
  private readonly fencesOpenFrom = new Map<string, number>();
  private readonly elements = new Map<string, ElementEnds>();

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

  /** End of the HTML element whose tag stands at `start`; undefined when its end tag is missing. */
  element(name: string, start: number): ElementEnd | undefined {
    let ends = this.elements.get(name);
    if (!ends) this.elements.set(name, (ends = new ElementEnds(this.text, name)));
    return ends.endOf(start);
  }
}

/** Longest attributes of a tag. They hold no other tag, so that what is one does not depend on where reading began. */
const LONGEST_ATTRIBUTES = 2000;

/** The ends of the elements of one name. */
class ElementEnds {
  private readonly ends = new Map<number, ElementEnd>();
  private readonly open: { readonly start: number; innermost: number; depth: number }[] = [];
  private readTo = 0;

  constructor(
    private readonly text: string,
    private readonly name: string,
  ) {}

  endOf(start: number): ElementEnd | undefined {
    if (start >= this.readTo) {
      this.open.length = 0;
      this.read(start);
    }
    return this.ends.get(start);
  }

  /** Reads tags from `start` up to the one that closes the element there. */
  private read(start: number): void {
    const tag = new RegExp(`<(/?)${this.name}\\b[^<>]{0,${String(LONGEST_ATTRIBUTES)}}>`, 'gi');
    tag.lastIndex = start;
    for (let match = tag.exec(this.text); match; match = tag.exec(this.text)) {
      if (match[1] !== '/') {
        this.open.push({ start: match.index, innermost: 0, depth: 1 });
        continue;
      }
      const closed = this.open.pop();
      if (!closed) continue;
      const end = match.index + match[0].length;
      const innermost = Math.max(1, closed.innermost);
      this.ends.set(closed.start, { end, innermost, depth: closed.depth });
      const outer = this.open.at(-1);
      if (outer) {
        outer.innermost += innermost;
        outer.depth = Math.max(outer.depth, closed.depth + 1);
      } else {
        this.readTo = end;
        return;
      }
    }
    this.readTo = this.text.length;
  }
}
