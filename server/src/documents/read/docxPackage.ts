import type { Container } from '../container.ts';
import { refuseDamaged } from '../refused.ts';
import { childOf, elementsOf, isOn, readXml, valueOfChild, type XmlElement } from '../xml.ts';

/** Parts of a Word document that its text is read from; offsets in trees count in the part's text. */
export interface DocxPackage {
  readonly name: string;
  /** Text of the part with the document itself. */
  readonly text: string;
  readonly body: XmlElement;
  readonly styles: ParagraphStyles;
  readonly numbering: XmlElement | undefined;
  /** By their ids. */
  readonly comments: ReadonlyMap<string, XmlElement>;
  readonly footnotes: ReadonlyMap<string, XmlElement>;
  readonly endnotes: ReadonlyMap<string, XmlElement>;
}

/** A relationship of a part, with the name of the part that it leads to. */
interface Relationship {
  readonly id: string;
  /** Last word of its type: `styles`, `comments`. */
  readonly type: string;
  readonly target: string;
}

/** Reads the parts; ends reading where one that the document names is missing or damaged. */
export function openDocx(container: Container): DocxPackage {
  const name = mainPartOf(container) ?? refuseDamaged('word/document.xml');
  const text = container.text(name) ?? refuseDamaged(name);
  const relationships = relationshipsOf(container, name);
  const part = (type: string): XmlElement | undefined => {
    const found = relationships.find(each => each.type === type);
    if (!found) return undefined;
    return readXml(container.text(found.target) ?? refuseDamaged(found.target), found.target);
  };
  const body = childOf(readXml(text, name), 'w:body') ?? refuseDamaged(name);
  const byId = (root: XmlElement | undefined, element: string) =>
    new Map(elementsOf(root, element).map(each => [each.attributes['w:id'] ?? '', each] as const));
  return {
    name,
    text,
    body,
    styles: new ParagraphStyles(part('styles')),
    numbering: part('numbering'),
    comments: byId(part('comments'), 'w:comment'),
    footnotes: byId(part('footnotes'), 'w:footnote'),
    endnotes: byId(part('endnotes'), 'w:endnote'),
  };
}

/** Name of the part that the package says is the document; undefined where it says none. */
export function mainPartOf(container: Container): string | undefined {
  return relationshipsOf(container, '').find(({ type }) => type === 'officeDocument')?.target;
}

/** Whether a package is a Word document, by the name of its main part or by what the package says of its parts. */
export function isWordDocument(container: Container): boolean {
  if (mainPartOf(container)?.startsWith('word/') === true) return true;
  const types = container.text('[Content_Types].xml') ?? '';
  return types.includes('wordprocessingml.document.main') || types.includes('document.macroEnabled.main');
}

/** Relationships inside the package of a part, of the package itself for an empty name. */
export function relationshipsOf(container: Container, part: string): Relationship[] {
  const path = relationshipsPartOf(part);
  const text = container.text(path);
  if (text === undefined) return [];
  return elementsOf(readXml(text, path), 'rel:Relationship').flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    // What leads out of the file is never followed.
    return mode === 'External' ? [] : [{ id, type: type.split('/').at(-1) ?? '', target: resolvePart(part, target) }];
  });
}

/** Name of the part that holds a part's relationships. */
export function relationshipsPartOf(part: string): string {
  return part.replace(/([^/]*)$/, '_rels/$1.rels');
}

function resolvePart(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}

interface ParagraphStyle {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly properties: XmlElement | undefined;
  readonly runProperties: XmlElement | undefined;
}

/** Lines through a text. */
const STRIKES = ['w:strike', 'w:dstrike'];
const LONGEST_CHAIN = 20;
const SUPERSCRIPT = 1000;

/** Styles of paragraphs and characters, with what they take over from those that they are based on. */
export class ParagraphStyles {
  private readonly styles = new Map<string, ParagraphStyle>();
  private readonly defaultId: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const style of elementsOf(root, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? '';
      this.styles.set(id, {
        name: valueOfChild(style, 'w:name') ?? '',
        basedOn: valueOfChild(style, 'w:basedOn'),
        properties: childOf(style, 'w:pPr'),
        runProperties: childOf(style, 'w:rPr'),
      });
      if (style.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? ''))
        this.defaultId ??= id;
    }
  }

  /** Whether a paragraph's style is one of a table of contents. */
  isContents(properties: XmlElement | undefined): boolean {
    const id = valueOfChild(properties, 'w:pStyle');
    return id !== undefined && /^(?:toc \d|toc heading)$/i.test(this.styles.get(id)?.name ?? '');
  }

  isCentred(properties: XmlElement | undefined): boolean {
    const own = valueOfChild(properties, 'w:jc');
    return (own ?? valueOfChild(this.inherited(properties, style => childOf(style, 'w:jc')).from, 'w:jc')) === 'center';
  }

  /** The list of a paragraph, and its level or the style that tells it. */
  listOf(
    properties: XmlElement | undefined,
  ): { readonly list: string; readonly level: number | undefined; readonly style: string } | undefined {
    const own = childOf(properties, 'w:numPr');
    const { from, id } = this.inherited(properties, style => childOf(style, 'w:numPr'));
    const taken = childOf(from, 'w:numPr');
    // A style may give its level alone, and take its list over from the style that it is based on.
    const listed = this.inherited(properties, style => childOf(childOf(style, 'w:numPr'), 'w:numId')).from;
    const list = valueOfChild(own, 'w:numId') ?? valueOfChild(childOf(listed, 'w:numPr'), 'w:numId');
    if (list === undefined || list === '0') return undefined;
    const level = valueOfChild(own, 'w:ilvl') ?? valueOfChild(taken, 'w:ilvl');
    return {
      list,
      level: level === undefined ? (own && !taken ? 0 : undefined) : Number.parseInt(level, 10) || 0,
      style: id,
    };
  }

  /** Why a run, by itself or its style or the paragraph's, is no text of the document: it is hidden or struck out. */
  whyLeftOut(run: XmlElement | undefined, paragraph: XmlElement | undefined): 'hidden' | 'struck' | undefined {
    if (this.isRunOn('w:vanish', run, paragraph)) return 'hidden';
    return STRIKES.some(name => this.isRunOn(name, run, paragraph)) ? 'struck' : undefined;
  }

  /** How far a run stands above its line, in half points; a superscript further than any. */
  heightOf(run: XmlElement | undefined, paragraph: XmlElement | undefined): number {
    const alignment = this.runSetting(run, paragraph, properties => valueOfChild(properties, 'w:vertAlign'));
    if (alignment === 'superscript') return SUPERSCRIPT;
    const height = this.runSetting(run, paragraph, properties => valueOfChild(properties, 'w:position'));
    return Number.parseInt(height ?? '', 10) || 0;
  }

  private isRunOn(name: string, run: XmlElement | undefined, paragraph: XmlElement | undefined): boolean {
    return this.runSetting(run, paragraph, properties => isOn(properties, name)) === true;
  }

  /** A setting of a run: its own, else its style's, else its paragraph's style's. */
  private runSetting<T>(
    run: XmlElement | undefined,
    paragraph: XmlElement | undefined,
    read: (properties: XmlElement | undefined) => T | undefined,
  ): T | undefined {
    const own = read(run);
    if (own !== undefined) return own;
    for (const id of [valueOfChild(run, 'w:rStyle'), valueOfChild(paragraph, 'w:pStyle') ?? this.defaultId]) {
      if (id === undefined) continue;
      for (const style of this.chain(id)) {
        const setting = read(style.runProperties);
        if (setting !== undefined) return setting;
      }
    }
    return undefined;
  }

  /** Properties of the nearest style that has something, with the style's id. */
  private inherited(
    properties: XmlElement | undefined,
    find: (style: XmlElement | undefined) => XmlElement | undefined,
  ): { readonly from: XmlElement | undefined; readonly id: string } {
    let id = valueOfChild(properties, 'w:pStyle') ?? this.defaultId;
    for (let step = 0; id !== undefined && step < LONGEST_CHAIN; step++) {
      const style = this.styles.get(id);
      if (find(style?.properties)) return { from: style?.properties, id };
      id = style?.basedOn;
    }
    return { from: undefined, id: '' };
  }

  private *chain(first: string): Iterable<ParagraphStyle> {
    let id: string | undefined = first;
    for (let step = 0; id !== undefined && step < LONGEST_CHAIN; step++) {
      const style: ParagraphStyle | undefined = this.styles.get(id);
      if (!style) return;
      yield style;
      id = style.basedOn;
    }
  }
}
