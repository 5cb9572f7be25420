import type { MappedText } from '../../text/mappedText.ts';
import { MappedTextBuilder } from '../../text/mappedTextBuilder.ts';
import { childOf, descendantsOf, elementsOf, type XmlElement, type XmlNode } from '../xml.ts';
import type { Fields } from './docxFields.ts';
import type { DocxPackage } from './docxPackage.ts';
import type { Counts } from '../notes.ts';
import { raised } from './joinText.ts';

/** What is counted of a Word document for the notes. */
export type DocxCount =
  | 'insertions'
  | 'deletions'
  | 'pictures'
  | 'objects'
  | 'equations'
  | 'textBoxes'
  | 'hidden'
  | 'struck'
  | 'prompts'
  | 'uncomputed'
  | 'comments'
  | 'footnotes'
  | 'symbols'
  | 'embedded'
  | 'dates';

/** What readers of one document share. */
export interface DocxState {
  readonly package: DocxPackage;
  readonly fields: Fields;
  readonly counts: Counts<DocxCount>;
  /** Alternative texts of pictures that were left out. */
  readonly pictures: string[];
  /** Texts of footnotes and endnotes, in the order of their signs. */
  readonly footnotes: XmlElement[];
}

/** The content of a paragraph. */
export interface Inline {
  /** Lines of text; a break begins a new one. */
  readonly lines: readonly MappedText[];
  /** Comments that refer to it, by their ids. */
  readonly comments: readonly string[];
  /** Contents of text boxes that are anchored in it. */
  readonly textBoxes: readonly XmlElement[];
}

/**
 * Reads what stands in a paragraph: text as it is valid, insertions taken; deletions, hidden text, what is struck out
 * and the prompts of controls that nobody has filled in are left out. Raised digits are those of notes, or of m².
 */
export function readInline(paragraph: XmlElement, state: DocxState): Inline {
  const reader = new InlineReader(state, childOf(paragraph, 'w:pPr'));
  reader.readAll(paragraph.children);
  return reader.finish();
}

class InlineReader {
  private readonly lines: MappedText[] = [];
  private readonly beside: { readonly comments: string[]; readonly textBoxes: XmlElement[] } = {
    comments: [],
    textBoxes: [],
  };
  private readonly text = new MappedTextBuilder();
  /** Why the run before was left out. */
  private leftOut: 'hidden' | 'struck' | undefined;
  /** How far the paragraph's first run stands above the line, and whether the one that is read stands above that. */
  private baseline: number | undefined;
  private isRaised = false;

  constructor(
    private readonly state: DocxState,
    private readonly properties: XmlElement | undefined,
  ) {}

  finish(): Inline {
    this.lines.push(this.text.take());
    return { lines: this.lines, ...this.beside };
  }

  readAll(nodes: readonly XmlNode[]): void {
    for (const node of nodes) if (node.kind === 'element') this.read(node);
  }

  private read(element: XmlElement): void {
    const { counts, fields } = this.state;
    switch (element.name) {
      case 'w:r':
        this.readRun(element);
        return;
      case 'w:ins':
      case 'w:moveTo':
        counts.add('insertions');
        this.readAll(element.children);
        return;
      case 'w:del':
      case 'w:moveFrom':
        counts.add('deletions');
        return;
      case 'w:hyperlink':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
      case 'w:sdtContent':
        this.readAll(element.children);
        return;
      case 'w:sdt':
        if (isPrompt(element)) counts.add('prompts');
        else this.readAll(elementsOf(element, 'w:sdtContent'));
        return;
      case 'w:fldSimple':
        fields.begin();
        fields.instruct(element.attributes['w:instr'] ?? '');
        fields.separate();
        this.readAll(element.children);
        fields.end();
        return;
      case 'mc:AlternateContent':
        this.readAll(contentOf(element));
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        if (isPlain(element)) this.addPlain(element);
        else counts.add('equations');
        return;
      default:
        return;
    }
  }

  private readRun(run: XmlElement): void {
    const properties = childOf(run, 'w:rPr');
    const why = this.state.package.styles.whyLeftOut(properties, this.properties);
    if (why === undefined) this.leftOut = undefined;
    else if (elementsOf(run).some(({ name }) => name === 'w:t' || name === 'w:sym')) {
      if (why !== this.leftOut) this.state.counts.add(why);
      this.leftOut = why;
    }
    const height = this.state.package.styles.heightOf(properties, this.properties);
    if (elementsOf(run).some(({ name }) => name === 'w:t')) this.baseline ??= height;
    this.isRaised = !this.text.isEmpty && height >= (this.baseline ?? 0) + LEAST_RAISED;
    for (const child of elementsOf(run)) this.readInRun(child, why !== undefined);
  }

  private readInRun(element: XmlElement, isLeftOut: boolean): void {
    const { fields, counts, footnotes } = this.state;
    switch (element.name) {
      case 'w:fldChar':
        this.addFormula(fields.mark(element.attributes['w:fldCharType']), element.start);
        return;
      case 'w:instrText':
        for (const child of element.children) if (child.kind === 'text') fields.instruct(child.text.text);
        return;
      case 'mc:AlternateContent':
        for (const child of contentOf(element)) if (child.kind === 'element') this.readInRun(child, isLeftOut);
        return;
      case 'w:commentReference':
        counts.add('comments');
        this.beside.comments.push(element.attributes['w:id'] ?? '');
        return;
      default:
        break;
    }
    if (isLeftOut || !fields.isShown) return;
    switch (element.name) {
      case 'w:t':
        this.addText(element);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.text.add('\t', element.start, element.end);
        return;
      case 'w:noBreakHyphen':
        this.text.add('-', element.start, element.end);
        return;
      case 'w:br':
      case 'w:cr':
        this.lines.push(this.text.take());
        return;
      case 'w:sym':
        counts.add('symbols');
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.addFootnote(element, footnotes);
        return;
      case 'w:ruby':
        for (const base of elementsOf(element, 'w:rubyBase')) this.readAll(base.children);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.addDrawing(element);
        return;
      default:
        return;
    }
  }

  /** A formula without its result is written as it is: a blank would count as 0. */
  private addFormula(formula: string | undefined, at: number): void {
    if (formula === undefined) return;
    this.state.counts.add('uncomputed');
    this.text.add(formula, at, at);
  }

  private addText(element: XmlElement): void {
    const isKept = element.attributes['xml:space'] === 'preserve';
    const texts = element.children.flatMap(child => (child.kind === 'text' ? [child.text] : []));
    for (const { text, pieces } of texts) {
      for (const piece of pieces) {
        const cut = text.slice(piece.at, piece.at + piece.length);
        const written = this.isRaised ? raised(cut) : cut;
        if (isKept) this.text.add(written, piece.from, piece.to);
        else {
          const trimmed = written.trim();
          const from = piece.from + written.indexOf(trimmed);
          if (piece.to - piece.from === piece.length) this.text.add(trimmed, from, from + trimmed.length);
          else this.text.add(written, piece.from, piece.to);
        }
      }
    }
  }

  /** A number that was typed as an equation; a blank would count as 0. */
  private addPlain(equation: XmlElement): void {
    for (const text of descendantsOf(equation, 'm:t'))
      for (const child of text.children)
        if (child.kind === 'text') this.text.add(child.text.text.trim(), text.start, text.end);
  }

  private addFootnote(element: XmlElement, footnotes: XmlElement[]): void {
    const { package: parts, counts } = this.state;
    const notes = element.name === 'w:footnoteReference' ? parts.footnotes : parts.endnotes;
    const note = notes.get(element.attributes['w:id'] ?? '');
    if (!note) return;
    counts.add('footnotes');
    footnotes.push(note);
    this.text.add(`[^${String(footnotes.length)}]`, element.start, element.start);
  }

  private addDrawing(element: XmlElement): void {
    const { counts, pictures } = this.state;
    const boxes = descendantsOf(element, 'w:txbxContent');
    if (boxes.length > 0) {
      counts.add('textBoxes');
      this.beside.textBoxes.push(...boxes);
    }
    const isPicture = descendantsOf(element, 'pic:pic').length > 0 || descendantsOf(element, 'v:imagedata').length > 0;
    if (element.name === 'w:object' || descendantsOf(element, 'c:chart').length > 0 || isDiagram(element))
      counts.add('objects');
    else if (isPicture) {
      counts.add('pictures');
      const alternative = descendantsOf(element, 'wp:docPr')[0]?.attributes['descr'];
      if (alternative !== undefined && alternative.trim() !== '') pictures.push(alternative.trim());
    }
  }
}

/** Whether an equation is but signs in a row: no fraction, no power, nothing that stands above or below the line. */
function isPlain(equation: XmlElement): boolean {
  return elementsOf(equation).every(each => PLAIN.has(each.name) || (each.name === 'm:oMath' && isPlain(each)));
}

const PLAIN: ReadonlySet<string> = new Set(['m:r', 'm:oMathParaPr']);

/** Half points by which a note's sign stands above its line at least. */
const LEAST_RAISED = 4;

/** Whether a control shows what it asks for instead of what was filled in. */
export function isPrompt(control: XmlElement): boolean {
  return childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined;
}

function isDiagram(element: XmlElement): boolean {
  return descendantsOf(element, 'a:graphicData').some(({ attributes }) => /\/diagram$/.test(attributes['uri'] ?? ''));
}

/** What of an alternative is read: the choice alone, else its text would come twice. */
function contentOf(alternative: XmlElement): readonly XmlNode[] {
  return (childOf(alternative, 'mc:Choice') ?? childOf(alternative, 'mc:Fallback'))?.children ?? [];
}
