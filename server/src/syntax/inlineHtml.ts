import type { MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import { isDigit } from '../text/numerals.ts';
import { unify } from '../text/unify.ts';
import { BLOCK_ELEMENTS, hasSaneNesting } from './htmlElements.ts';
import { HiddenText, parseHtml, type HtmlEvents } from './htmlParser.ts';

/**
 * The text of a line of a draft that holds tags or entities; the line starts at offset `from`. A line break is a space,
 * between figures a line break. Undefined where the tags are those of a table, nest as no page does, or hide what
 * follows without an end.
 */
export function readInlineHtml(line: string, from: number): MappedText | undefined {
  if (!hasSaneNesting(line)) return undefined;
  const reader = new InlineReader(line, from);
  parseHtml(line, reader);
  return reader.finish();
}

/** What a tag may be called; what stands in angle brackets otherwise are words: A<B、C>D. */
const ELEMENT_NAME = /^[a-z][\w.-]{0,40}(?::[\w.-]{1,40})?$/i;
/** An address in angle brackets, as Markdown writes links: <https://www.example.cn>, <a@example.cn>. */
const ADDRESS = /^<[^\s<>]{1,300}(?::\/\/|@)[^\s<>]{1,300}>$/;

/** What begins as a tag and does not end are words (占比<a 类), unless attributes tell that it ends on another line. */
const UNENDED_TAG = /^<[^="']*$/;

/** Reads the text of one line. */
class InlineReader implements HtmlEvents {
  private readonly text = new MappedTextBuilder();
  private readonly hidden = new HiddenText();
  /** It holds tags of a table, or hides what follows without an end. */
  private isNoLine = false;
  private breakAt: number | undefined;
  private last = '';
  /** End of what the parser has told of. */
  private done = 0;

  constructor(
    private readonly line: string,
    private readonly from: number,
  ) {}

  open(name: string, attributes: Record<string, string>, start: number, end: number): void {
    this.done = Math.max(this.done, end);
    if (!ELEMENT_NAME.test(name)) {
      const inset = ADDRESS.test(this.line.slice(start, end)) ? 1 : 0;
      this.addText(unify(this.line.slice(start + inset, end - inset)), start + inset, end - inset);
      return;
    }
    if (name === 'table' || name === 'td' || name === 'tr') this.isNoLine = true;
    if (!this.hidden.open(name, attributes) && BLOCK_ELEMENTS.has(name)) this.breakAt = start;
  }

  close(name: string, start: number, end: number): void {
    if (this.line.startsWith('</', start)) this.done = end;
    if (!ELEMENT_NAME.test(name)) return;
    // What is open at the end of the line is closed behind it.
    if (this.hidden.close()) this.isNoLine ||= start >= this.line.length;
    else if (BLOCK_ELEMENTS.has(name) && name !== 'br') this.breakAt = start;
  }

  addText(text: string, start: number, end: number): void {
    this.done = Math.max(this.done, end);
    if (this.hidden.isHidden) return;
    if (this.breakAt !== undefined) {
      const at = this.from + this.breakAt;
      const isBetweenFigures = isDigit(this.last.charCodeAt(0)) && isDigit(text.trimStart().charCodeAt(0));
      if (this.last !== '') this.text.add(isBetweenFigures ? '\n' : ' ', at, at);
      this.breakAt = undefined;
    }
    this.text.add(text, this.from + start, this.from + end);
    this.hidden.show(text);
    this.last = text.charAt(text.length - 1);
  }

  comment(content: string, start: number): void {
    this.done = Math.min(this.line.length, start + content.length + 7);
    this.isNoLine ||= !this.line.includes('-->', start);
  }

  finish(): MappedText | undefined {
    const rest = this.line.slice(this.done);
    if (UNENDED_TAG.test(rest) && !this.isNoLine) this.addText(unify(rest), this.done, this.line.length);
    return this.isNoLine ? undefined : this.text.take();
  }
}
