import { Parser } from 'htmlparser2';
import type { Span } from '../text/span.ts';
import { unify } from '../text/unify.ts';
import { hidesText, isRaised } from './htmlElements.ts';

/** Takes the parser's events in order; offsets count from the start of the text. */
export interface HtmlEvents {
  open(name: string, attributes: Record<string, string>, start: number, end: number): void;
  close(name: string, start: number, end: number): void;
  addText(text: string, start: number, end: number): void;
  comment(content: string, start: number): void;
}

/** Reads HTML as browsers do: entities are decoded, missing end tags added. Never throws. */
export function parseHtml(text: string, reader: HtmlEvents): void {
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reader.open(name, attributes, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag: name => {
        reader.close(name, parser.startIndex, parser.endIndex + 1);
      },
      ontext: data => {
        const { start, end } = placeOfText(text, data, parser.startIndex, parser.endIndex + 1);
        reader.addText(unify(data), start, end);
      },
      oncomment: content => {
        reader.comment(content, parser.startIndex);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(text);
  parser.end();
}

/**
 * Place of a text that the parser read between two offsets. A broken tag beside it belongs to what it read but not to
 * the text; only an entity stands for other characters than it is.
 */
function placeOfText(text: string, data: string, start: number, end: number): Span {
  if (end - start <= data.length || text.charAt(start) === '&') return { start, end };
  if (text.startsWith(data, start)) return { start, end: start + data.length };
  return text.startsWith(data, end - data.length) ? { start: end - data.length, end } : { start, end };
}

/** The name of the element that a start tag opens, if what it holds is hidden or struck out. */
export function hiddenElement(tag: string): string | undefined {
  let found: string | undefined;
  const nothing = () => undefined;
  parseHtml(tag, {
    open: (name, attributes) => {
      if (hidesText(name, attributes)) found = name;
    },
    close: nothing,
    addText: nothing,
    comment: nothing,
  });
  return found;
}

/** Knows whether the text at a place of a page is hidden, struck out, or a note's sign. */
export class HiddenText {
  /** Open elements inside the hidden one, itself included; 0 outside. */
  private depth = 0;
  /** The last character that is shown. */
  private last = '';

  get isHidden(): boolean {
    return this.depth > 0;
  }

  /** Whether the element and what it holds are hidden: by itself, or by what the page says elsewhere (`isHidden`). */
  open(name: string, attributes: Record<string, string>, isHidden = false): boolean {
    if (this.depth > 0) this.depth++;
    else if (isHidden || hidesText(name, attributes) || (isRaised(name, attributes) && !/[A-Za-z]/.test(this.last)))
      this.depth = 1;
    return this.depth > 0;
  }

  /** Whether the element that ends was hidden. */
  close(): boolean {
    if (this.depth === 0) return false;
    this.depth--;
    return true;
  }

  show(text: string): void {
    this.last = text.charAt(text.length - 1);
  }
}
