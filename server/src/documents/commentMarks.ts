import type { Span } from '../text/span.ts';
import { childOf, descendantsOf, elementsOf, type XmlElement } from './xml.ts';

/** A comment's id and the words that it is about, as offsets in the text of the document's part. */
export interface Mark {
  readonly id: number;
  readonly span: Span;
}

/** A text of the document that a comment can be put on. */
interface TextNode {
  readonly element: XmlElement;
  readonly run: XmlElement;
  readonly paragraph: XmlElement;
  /** Extent of its characters. */
  readonly start: number;
  readonly end: number;
}

/** A place in a run where marks are put: before it, behind it, or inside, where it is split. */
interface Slot {
  readonly at: number;
  readonly run: XmlElement | undefined;
  /** The text element that is parted there. */
  readonly split: XmlElement | undefined;
  readonly ends: number[];
  readonly starts: number[];
}

/**
 * The text of a document's part with marks for comments, in the order of the schema; all else stays as it is, but that
 * runs are split where a comment begins or ends inside one. A comment whose words stand nowhere is put on those next to
 * its place, one in a text box on those before it, one over several paragraphs on the first.
 */
export function markedText(text: string, root: XmlElement, marks: readonly Mark[]): string {
  const nodes = textNodesIn(root);
  const boxes = descendantsOf(root, 'w:txbxContent');
  const prefix = nodes[0] ? prefixAt(text, nodes[0].run) : '';
  const slots = new Map<string, Slot>();
  const slotAt = (at: number, run: XmlElement | undefined, split: XmlElement | undefined): Slot => {
    const key = `${String(at)} ${split ? 'split' : run ? 'part' : ''}`;
    const slot = slots.get(key) ?? { at, run, split, ends: [], starts: [] };
    slots.set(key, slot);
    return slot;
  };
  for (const { id, span } of marks) {
    const box = boxes.find(({ start, end }) => start <= span.start && span.start < end);
    const range = box ? before(nodes, box.start) : rangeFor(nodes, span);
    if (!range) continue;
    place(range.first, range.start, true, slotAt).starts.push(id);
    place(range.last, range.end, false, slotAt).ends.push(id);
  }
  const edits = [...slots.values()].flatMap(slot => [
    { at: slot.at, text: written(text, slot, prefix) },
    ...(slot.split ? keptSpaces(text, slot.split) : []),
  ]);
  // One text may be split several times; its tag is opened once.
  const once = new Map(edits.map(edit => [`${String(edit.at)} ${edit.text}`, edit]));
  const pieces: string[] = [];
  let done = 0;
  for (const edit of [...once.values()].sort((x, y) => x.at - y.at)) {
    pieces.push(text.slice(done, edit.at), edit.text);
    done = edit.at;
  }
  return pieces.join('') + text.slice(done);
}

/** What keeps white space at the new ends of a text that is split; nothing where it is kept already. */
function keptSpaces(text: string, { attributes, innerStart, innerEnd }: XmlElement): { at: number; text: string }[] {
  const words = text.slice(innerStart, innerEnd);
  const isKept = attributes['xml:space'] === 'preserve' || words !== words.trim();
  return isKept ? [] : [{ at: innerStart - 1, text: ' xml:space="preserve"' }];
}

/** Texts that are shown, in order; a text box cannot hold comments, and what was moved away is not there. */
function textNodesIn(root: XmlElement): TextNode[] {
  const nodes: TextNode[] = [];
  const visit = (element: XmlElement, run: XmlElement | undefined, paragraph: XmlElement | undefined): void => {
    switch (element.name) {
      case 'w:txbxContent':
      case 'w:moveFrom':
      case 'w:del':
      case 'mc:Fallback':
        return;
      case 'w:t': {
        if (!run || !paragraph || element.innerStart >= element.innerEnd) return;
        nodes.push({ element, run, paragraph, start: element.innerStart, end: element.innerEnd });
        return;
      }
      default:
        for (const child of elementsOf(element))
          visit(child, element.name === 'w:r' ? element : run, element.name === 'w:p' ? element : paragraph);
    }
  };
  visit(root, undefined, undefined);
  return nodes;
}

/** Words that a comment is put on. */
interface MarkedRange {
  readonly first: TextNode;
  readonly last: TextNode;
  readonly start: number;
  readonly end: number;
}

/** The text in front of a text box, which cannot hold comments: its caption or its heading. */
function before(nodes: readonly TextNode[], at: number): MarkedRange | undefined {
  const node = nodes.findLast(({ end }) => end <= at) ?? nodes[0];
  return node && { first: node, last: node, start: node.start, end: node.end };
}

/** The texts of one paragraph that a span touches; where it touches none, the text behind it, else before. */
function rangeFor(nodes: readonly TextNode[], span: Span): MarkedRange | undefined {
  const first =
    nodes.find(({ start, end }) => start < span.end && span.start < end) ??
    nodes.find(({ start }) => start >= span.start) ??
    nodes.at(-1);
  if (!first) return undefined;
  const isTouched = first.start < span.end && span.start < first.end;
  if (!isTouched || span.end <= span.start) return { first, last: first, start: first.start, end: first.end };
  const last =
    nodes.findLast(
      ({ start, end, paragraph }) => paragraph === first.paragraph && start < span.end && span.start < end,
    ) ?? first;
  return { first, last, start: Math.max(first.start, span.start), end: Math.min(last.end, span.end) };
}

function place(
  { element, run, start, end }: TextNode,
  at: number,
  isStart: boolean,
  slotAt: (at: number, run: XmlElement | undefined, split: XmlElement | undefined) => Slot,
): Slot {
  const content = elementsOf(run).filter(({ name }) => name !== 'w:rPr');
  if (isStart && at <= start)
    return content[0] === element ? slotAt(run.start, undefined, undefined) : slotAt(element.start, run, undefined);
  if (!isStart && at >= end)
    return content.at(-1) === element ? slotAt(run.end, undefined, undefined) : slotAt(element.end, run, undefined);
  return slotAt(at, run, element);
}

function written(text: string, { run, split, ends, starts }: Slot, prefix: string): string {
  const tag = (name: string, id: number) => `<${prefix}${name} ${prefix}id="${String(id)}"/>`;
  const marks = [
    ...ends.map(id => `${tag('commentRangeEnd', id)}<${prefix}r>${tag('commentReference', id)}</${prefix}r>`),
    ...starts.map(id => tag('commentRangeStart', id)),
  ].join('');
  if (!run) return marks;
  const properties = childOf(run, 'w:rPr');
  const again =
    text.slice(run.start, run.innerStart) + (properties ? text.slice(properties.start, properties.end) : '');
  return split
    ? `</${prefix}t></${prefix}r>${marks}${again}<${prefix}t xml:space="preserve">`
    : `</${prefix}r>${marks}${again}`;
}

function prefixAt(text: string, { start }: XmlElement): string {
  return /^<([^\s:/>]*:)?/.exec(text.slice(start, start + 40))?.[1] ?? '';
}
