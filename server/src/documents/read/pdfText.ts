import { VOCABULARY } from '../../model/vocabulary.ts';
import { readHeading } from '../../syntax/headings.ts';
import { withoutRadicals } from '../../text/unify.ts';
import { unplaced, type Piece } from '../pieces.ts';
import { tidied } from './joinText.ts';
import { isNarrow, type PdfLine } from './pdfLines.ts';

/** A line with where the text of its page begins and ends. */
export interface FlowLine extends PdfLine {
  readonly page: number;
}

/** Parts of the type's size. */
const [INDENTED, SLACK, OTHER_SIZE, MIDDLE] = [1.2, 0.6, 0.15, 1.5];
/** Lines that stand that many times farther apart than others are two paragraphs. */
const FARTHER = 1.6;
/** Widest distance of the lines of one paragraph, in parts of the type's size. */
const WIDEST_PITCH = 2.2;

/** Edges of the running text of a document's pages. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  /** From one line to the next. */
  readonly pitch: number;
}

/**
 * Where running text begins and ends on each page: between the outermost edges of its lines. A page without any, as one
 * that is all tables, has the edges of the others.
 */
export function edgesOf(pages: readonly (readonly PdfLine[])[]): Edges[] {
  const widest = Math.max(...pages.flat().map(widthOf));
  const own = pages.map(lines => (lines.some(line => widthOf(line) > widest * WHOLE) ? edgesOfPage(lines) : undefined));
  const known = own.filter(each => each !== undefined).sort((a, b) => a.left - b.left);
  const usual = known[0] ?? { left: 0, right: 0, pitch: Infinity };
  return own.map(each => each ?? usual);
}

function edgesOfPage(lines: readonly PdfLine[]): Edges {
  const size = middleOf(lines.map(line => line.size));
  const text = lines.filter(line => Math.abs(line.size - size) <= OTHER_SIZE * size);
  const steps = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const step = before ? line.bottom - before.bottom : 0;
    return step > 0 ? [step] : [];
  });
  return {
    left: Math.min(...text.map(line => line.left)),
    right: Math.max(...text.map(line => line.right)),
    pitch: steps.length > 0 ? middleOf(steps) : Infinity,
  };
}

/** The middle one of some numbers; of two the smaller. */
function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}

function widthOf({ left, right }: PdfLine): number {
  return right - left;
}

/** Part of the width of running text that a line has by which the edges are known. */
const WHOLE = 0.9;

/** Lines of running text as paragraphs; they tell by their edges where one ends. */
export function paragraphsOf(lines: readonly FlowLine[], edges: readonly Edges[]): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let isCentred = false;
  const end = () => {
    const written = tidied(unplaced(withoutRadicals(text)));
    if (written.text !== '') pieces.push({ kind: 'paragraph', text: written, isCentred });
    text = '';
  };
  for (const [i, line] of lines.entries()) {
    const own = withTabs(lines, i);
    const before = lines[i - 1];
    if (!before || own.includes('\t') || text.includes('\t') || isNew(before, line, edges)) {
      end();
      isCentred = isInMiddle(line, edges[line.page]);
      text = own;
    } else text += joint(before, line) + own;
  }
  end();
  return pieces;
}

/** Tabs stay where lines stand in columns: several in this line, or some in one beside it, too. */
function withTabs(lines: readonly FlowLine[], at: number): string {
  const { text = '' } = lines[at] ?? {};
  const tabs = (line: FlowLine | undefined) => (line?.text.match(/\t/g) ?? []).length;
  const isInColumns = tabs(lines[at]) > 1 || tabs(lines[at - 1]) > 0 || tabs(lines[at + 1]) > 0;
  return isInColumns ? text : text.replaceAll('\t', ' ');
}

function isNew(before: FlowLine, line: FlowLine, edges: readonly Edges[]): boolean {
  const { left, pitch } = edges[line.page] ?? { left: line.left, pitch: Infinity };
  const { right, left: leftBefore } = edges[before.page] ?? { right: before.right, left: before.left };
  if (Math.abs(line.size - before.size) > OTHER_SIZE * line.size) return true;
  if (line.left - left > INDENTED * line.size) return true;
  // What stands in the middle or at the right is a line of its own.
  if (before.left - leftBefore > FAR_IN * before.size) return true;
  if (before.page === line.page && line.bottom - before.bottom > FARTHER * Math.min(pitch, WIDEST_PITCH * line.size))
    return true;
  // The next word would have had its place.
  if (right - before.right > line.firstWord + SLACK * line.size) return true;
  return /[。：；！？]$/.test(before.text) && isHeading(line.text);
}

/** A first line is indented by two signs; more is no running text. */
const FAR_IN = 4.5;

function isHeading(text: string): boolean {
  const numbering = readHeading(text, VOCABULARY, {})?.numbering;
  return numbering?.style === 'chinese' || numbering?.style === 'chineseBracket';
}

/** What stands between two lines of a paragraph: nothing, but for Latin words and where the document has a space. */
function joint(before: FlowLine, line: FlowLine): string {
  const [last, first] = [before.text.slice(-1), line.text.charAt(0)];
  if (!isNarrow(last) || !isNarrow(first)) return '';
  return before.endsInSpace || (/[A-Za-z,.;:]/.test(last) && /[A-Za-z]/.test(first)) ? ' ' : '';
}

function isInMiddle(line: PdfLine, edges: Edges | undefined): boolean {
  if (!edges) return false;
  const [before, behind] = [line.left - edges.left, edges.right - line.right];
  return Math.abs(before - behind) < MIDDLE * line.size && Math.max(before, behind) > -line.size;
}
