import { Parser } from 'htmlparser2';
import type { MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import { LIMITS } from '../text/limits.ts';
import { refuse, refuseDamaged } from './refused.ts';

/** An element of an XML part. Offsets count in the part's text, so that it can be written again around it. */
export interface XmlElement {
  readonly kind: 'element';
  /** Prefix and name, the prefix being the usual one of its namespace, whatever the file calls it: `w:p`. */
  readonly name: string;
  /** By names with the usual prefixes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** From `<` to behind the end tag. */
  readonly start: number;
  readonly end: number;
  /** Behind the start tag, and before the end tag; the same for an empty element. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

/** Text between tags, entities decoded. */
export interface XmlText {
  readonly kind: 'text';
  readonly text: MappedText;
}

export type XmlNode = XmlElement | XmlText;

/** Usual prefixes of the namespaces that documents use, transitional and strict (ISO/IEC 29500). */
const PREFIXES = new Map<string, string>([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
]);

interface Open extends Omit<XmlElement, 'children' | 'end' | 'innerEnd'> {
  readonly written: string;
  readonly children: XmlNode[];
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * Reads a part into a tree. Ends reading where tags do not fit each other, the root is not closed, elements nest deeper
 * than documents do (told at once: the parser's time grows with the square of the depth), or a DOCTYPE stands before
 * it. Nothing outside the part is ever looked at.
 */
export function readXml(text: string, part: string): XmlElement {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let behind = 0;
  const addText = (to: number): void => {
    const above = open.at(-1);
    if (above && to > behind) above.children.push({ kind: 'text', text: decoded(text.slice(behind, to), behind) });
    else if (
      !above &&
      text
        .slice(behind, to)
        .replace(/^\ufeff/, '')
        .trim() !== ''
    )
      refuseDamaged(part);
  };
  const parser: Parser = new Parser(
    {
      onopentag: (written, attributes) => {
        addText(parser.startIndex);
        behind = parser.endIndex + 1;
        if (open.length >= LIMITS.documentNesting)
          refuse('documents.refused.tooDeep', { limit: LIMITS.documentNesting });
        if (open.length === 0 && root) refuseDamaged(part);
        const prefixes = prefixesOf(attributes, open.at(-1)?.prefixes);
        open.push({
          kind: 'element',
          written,
          name: usualName(written, prefixes),
          attributes: usualAttributes(attributes, prefixes),
          children: [],
          start: parser.startIndex,
          innerStart: behind,
          prefixes,
        });
      },
      onclosetag: written => {
        const isEmpty = text.startsWith('/>', behind - 2) && parser.endIndex + 1 === behind;
        const start = isEmpty ? behind : parser.startIndex;
        // What the parser closes of itself was left open.
        if (!isEmpty && text.slice(start, parser.endIndex).trimEnd() !== `</${written}`) refuseDamaged(part);
        addText(start);
        behind = parser.endIndex + 1;
        const element = open.pop();
        if (element?.written !== written) refuseDamaged(part);
        const { name, attributes, children, start: from, innerStart } = element;
        const closed: XmlElement = {
          kind: 'element',
          name,
          attributes,
          children,
          start: from,
          innerStart,
          innerEnd: start,
          end: behind,
        };
        const above = open.at(-1);
        if (above) above.children.push(closed);
        else root = closed;
      },
      onprocessinginstruction: name => {
        if (name.startsWith('!')) refuseDamaged(part);
        addText(parser.startIndex);
        // The parser's end is that of what the instruction says.
        behind = text.indexOf('>', parser.endIndex) + 1;
      },
      oncomment: () => {
        addText(parser.startIndex);
        behind = text.indexOf('>', parser.endIndex) + 1;
      },
      oncdatastart: () => refuseDamaged(part),
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(text);
  parser.end();
  if (!root || open.length > 0 || text.slice(behind).trim() !== '') return refuseDamaged(part);
  return root;
}

function prefixesOf(
  attributes: Readonly<Record<string, string>>,
  above: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  let own: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (prefix === undefined) continue;
    own ??= new Map(above);
    const usual = PREFIXES.get(value);
    // Another namespace under a usual prefix must not be taken for it.
    own.set(prefix, usual ?? ([...PREFIXES.values()].includes(prefix) ? `other-${prefix}` : prefix));
  }
  return own ?? above;
}

function usualName(written: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = written.indexOf(':');
  const prefix = prefixes.get(written.slice(0, Math.max(0, colon))) ?? '';
  return prefix === '' ? written : `${prefix}:${written.slice(colon + 1)}`;
}

function usualAttributes(
  attributes: Readonly<Record<string, string>>,
  prefixes: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const usual: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('xmlns')) continue;
    usual[name.includes(':') ? usualName(name, prefixes) : name] = decoded(value, 0).text;
  }
  return usual;
}

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with the five entities of XML and character numbers decoded; any other stays as it is written. */
function decoded(raw: string, from: number): MappedText {
  const builder = new MappedTextBuilder();
  let at = 0;
  const keep = (to: number): void => {
    builder.add(raw.slice(at, to), from + at, from + to);
  };
  if (raw.includes('&')) {
    for (const match of raw.matchAll(ENTITY)) {
      const code = match[1] !== undefined ? Number(match[1]) : parseInt(match[2] ?? '', 16);
      const sign = match[3] === undefined ? signOf(code) : (NAMED[match[3].toLowerCase()] ?? '');
      keep(match.index);
      at = match.index + match[0].length;
      builder.add(sign, from + match.index, from + at);
    }
  }
  keep(raw.length);
  return builder.take();
}

function signOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Children that are elements, by name where one is given. */
export function elementsOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => child.kind === 'element' && (name === undefined || child.name === name),
  );
}

/** The first child by a name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child): child is XmlElement => child.kind === 'element' && child.name === name);
}

/** Value of the attribute `w:val` of a child; undefined without it. */
export function valueOfChild(parent: XmlElement | undefined, name: string): string | undefined {
  return childOf(parent, name)?.attributes['w:val'];
}

/** Whether a property that is on or off (`w:vanish`) is on. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(parent, name);
  if (!child) return undefined;
  return !/^(?:0|false|off)$/.test(child.attributes['w:val'] ?? '');
}

/** Every element below another by a name, in order; not inside one that is found. */
export function descendantsOf(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap(child => (child.name === name ? [child] : descendantsOf(child, name)));
}
