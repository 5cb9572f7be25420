import type { MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import { isDigit } from '../text/numerals.ts';
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

/** Reads the text of one line. */
class InlineReader implements HtmlEvents {
  private readonly text = new MappedTextBuilder();
  private readonly hidden = new HiddenText();
  private isTable = false;
  private isCutOff = false;
  private breakAt: number | undefined;
  private last = '';

  constructor(
    private readonly line: string,
    private readonly from: number,
  ) {}

  open(name: string, attributes: Record<string, string>, start: number): void {
    if (name === 'table' || name === 'td' || name === 'tr') this.isTable = true;
    if (!this.hidden.open(name, attributes) && BLOCK_ELEMENTS.has(name)) this.breakAt = start;
  }

  close(name: string, start: number): void {
    // What is open at the end of the line is closed behind it.
    if (this.hidden.close()) this.isCutOff ||= start >= this.line.length;
    else if (BLOCK_ELEMENTS.has(name) && name !== 'br') this.breakAt = start;
  }

  addText(text: string, start: number, end: number): void {
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

  comment(_content: string, start: number): void {
    this.isCutOff ||= !this.line.includes('-->', start);
  }

  finish(): MappedText | undefined {
    return this.isTable || this.isCutOff ? undefined : this.text.take();
  }
}
