import type { ReportedFinding } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { publishedBlocks } from '../documents/fromReport.ts';
import { elementOf, type PageElement } from '../documents/write/html.ts';
import type { Language } from '../messages/message.ts';
import { messageInLines } from '../messages/text.ts';
import type { Preview, PreviewElement } from '../protocol/documents.ts';
import type { Severity } from '../rules/support/rule.ts';
import { LIMITS } from '../text/limits.ts';
import { indexOf, place, type MappedText } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Places that one finding marks; one may run over a whole report. */
const MOST_PLACES = 50;
/** Findings that one mark names. */
const MOST_TOGETHER = 5;

/**
 * A draft as it is published, with marks where something was found. A finding of what is not published, such as a
 * missing section, marks what stands before it.
 */
export function preview(
  draft: Pick<Snapshot, 'version' | 'source' | 'report'>,
  findings: readonly ReportedFinding[],
  language: Language,
): Preview {
  const { version } = draft;
  const isTooLong = draft.source.text.length > LIMITS.previewLength;
  if (isTooLong) return { version, isTooLong, blocks: [], findings: [] };
  const shown = [...findings]
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
    .slice(0, LIMITS.previewFindings);
  const elements = publishedBlocks(draft.report).blocks.map(elementOf);
  const marks = marksFor(
    elements.flatMap(leavesOf),
    shown.map(({ span }) => span),
  );
  return {
    version,
    isTooLong,
    blocks: elements.map(element => shownElement(element, marks)),
    findings: shown.map(finding => ({
      severity: finding.severity,
      text: messageInLines(language, finding),
      from: finding.span.start,
      to: finding.span.end,
    })),
  };
}

/** Words that are marked: a cell as a whole, other words sign by sign. */
type Leaf = MappedText | PageElement;

/** What is found in a leaf: which finding, from where to where in its text. */
interface Mark extends Span {
  readonly finding: number;
}

type Marks = ReadonlyMap<Leaf, readonly Mark[]>;

function leavesOf(element: PageElement): readonly Leaf[] {
  if (element.tag === 'td') return [element];
  return element.children.flatMap(child => ('tag' in child ? leavesOf(child) : [child]));
}

/** Where the words of an element stand; undefined where they stand nowhere. */
function spanOf(node: Leaf): Span | undefined {
  if ('tag' in node) {
    let whole: Span | undefined;
    for (const child of node.children) {
      const span = spanOf(child);
      if (!span) continue;
      whole = {
        start: Math.min(whole?.start ?? span.start, span.start),
        end: Math.max(whole?.end ?? span.end, span.end),
      };
    }
    return whole;
  }
  const [first] = node.pieces;
  // A label that the official form prints and the draft lacks has a piece without length.
  if (!first || (first.length === 0 && node.text !== '')) return undefined;
  return node.text === '' ? { start: first.from, end: first.to } : place(node, 0, node.text.length);
}

/** Finds out where findings are marked. */
function marksFor(leaves: readonly Leaf[], spans: readonly Span[]): Marks {
  const placed = leaves
    .flatMap(leaf => {
      const span = spanOf(leaf);
      return span ? [{ leaf, span }] : [];
    })
    .sort((a, b) => a.span.start - b.span.start);
  const marks = new Map<Leaf, Mark[]>();
  const add = (leaf: Leaf, mark: Mark) => {
    const known = marks.get(leaf);
    if (known) known.push(mark);
    else marks.set(leaf, [mark]);
  };
  const starts = placed.map(({ span }) => span.start);
  for (const [finding, span] of spans.entries()) {
    const first = Math.max(0, lastBefore(starts, span.start));
    const before = placed[first];
    let count = 0;
    for (const each of placed.slice(first, first + MOST_PLACES)) {
      if (each.span.start >= span.end && each.span.start > span.start) break;
      if (each.span.end < span.start || (each.span.end === span.start && each.span.start < each.span.end)) continue;
      count++;
      add(each.leaf, { finding, ...within(each.leaf, span) });
    }
    if (count === 0 && before) add(before.leaf, { finding, start: 0, end: Infinity });
  }
  return marks;
}

/** The part of a leaf's text that stands in a span of the draft. */
function within(leaf: Leaf, span: Span): Span {
  if ('tag' in leaf) return { start: 0, end: Infinity };
  const start = Math.min(indexOf(leaf, span.start), Math.max(0, leaf.text.length - 1));
  return { start, end: Math.max(indexOf(leaf, span.end), start + 1) };
}

/** Index of the last of ascending numbers that is not above a limit; -1 where all are. */
function lastBefore(numbers: readonly number[], limit: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Attributes that mean something beside a style sheet. */
const ATTRIBUTES = ['rowspan', 'colspan'] as const;

function shownElement(element: PageElement, marks: Marks): PreviewElement {
  const { tag, role, attributes = {}, children } = element;
  const span = spanOf(element);
  const own = marks.get(element);
  const kept = Object.fromEntries(
    (tag === 'col' ? (['width'] as const) : ATTRIBUTES).flatMap(name => {
      const value = attributes[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    tag,
    ...(role === undefined ? {} : { role }),
    ...(Object.keys(kept).length > 0 ? { attributes: kept } : {}),
    ...(span ? { from: span.start, to: span.end } : {}),
    ...(own ? { findings: own.slice(0, MOST_TOGETHER).map(({ finding }) => finding) } : {}),
    children: children.flatMap(child =>
      'tag' in child ? [shownElement(child, marks)] : markedWords(child, marks.get(child) ?? []),
    ),
  };
}

/** Words in pieces: those between the ends of marks that lie in a mark are one. */
function markedWords(words: MappedText, marks: readonly Mark[]): (PreviewElement | string)[] {
  const { text } = words;
  if (marks.length === 0) return text === '' ? [] : [text];
  const ends = new Set([0, text.length]);
  for (const { start, end } of marks) ends.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const sorted = [...ends].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i): PreviewElement | string => {
    const end = sorted[i + 1] ?? start;
    const piece = text.slice(start, end);
    const found = marks.filter(mark => mark.start < end && start < mark.end).map(({ finding }) => finding);
    if (found.length === 0) return piece;
    const span = place(words, start, end);
    return {
      tag: 'mark',
      from: span.start,
      to: span.end,
      findings: found.slice(0, MOST_TOGETHER),
      children: [piece],
    };
  });
}
