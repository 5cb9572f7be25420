import { hasNoWords, readCellValue } from '../cellValue.ts';
import { wordsOf } from '../inline.ts';
import type { LabelFinder } from '../labels.ts';
import type { Line } from '../line.ts';
import type { Piece } from './flat.ts';
import { matchesOf } from '../../text/matches.ts';

/** Whether a piece is a figure, or a dash in the place of one. */
export function isFigure({ text }: Piece): boolean {
  if (!hasNoWords(text)) return false;
  const { kind } = readCellValue(text);
  return kind === 'value' || (kind === 'dash' && text !== '一');
}

const LONGEST_LINE = 2000;
/** What may stand between two pieces of a line. */
export const GAP = /[ \u00a0\u3000\t]/;

/** The texts of a line. Two or more spaces separate them; before and behind figures and known labels one is enough. */
export function piecesOf(line: Line, finder: LabelFinder): readonly Piece[] {
  return spacedPieces(line).flatMap(piece => partsOf(piece, finder));
}

/** Labels and pieces of labels that stand side by side with single spaces; one text where it is one label, or none. */
function partsOf(piece: Piece, finder: LabelFinder): readonly Piece[] {
  const { text, span } = piece;
  if (!GAP.test(text) || isKnown(text, finder)) return [piece];
  const words = matchesOf(text, /[^ \u00a0\u3000\t]+/g).map(({ 0: word, index }) => ({ word, index }));
  if (words.length > MOST_WORDS) return [piece];
  const parts: Piece[] = [];
  const part = (from: number, to: number): Piece => {
    const start = words[from]?.index ?? 0;
    const end = (words[to]?.index ?? 0) + (words[to]?.word.length ?? 0);
    return { text: text.slice(start, end), span: { start: span.start + start, end: span.start + end } };
  };
  for (let from = 0; from < words.length;) {
    // Words that are none stay together: they are a sentence, or a label that is not known.
    if (!isKnown(words[from]?.word ?? '', finder)) {
      if (!parts.some(each => finder.isLabel(each.text))) return [piece];
      parts.push(part(from, words.length - 1));
      return parts;
    }
    let to = from;
    while (to + 1 < words.length && isKnown(part(from, to + 1).text, finder)) to++;
    parts.push(part(from, to));
    from = to + 1;
  }
  return parts;
}

const MOST_WORDS = 60;

function isKnown(text: string, finder: LabelFinder): boolean {
  return finder.isLabel(text) || finder.isFragment(text);
}

/** A text without the backslash by which Markdown breaks a line inside a cell; alone it stands for a figure. */
function withoutBreak(text: string): string {
  return text.length > 1 && text.endsWith('\\') ? text.slice(0, -1) : text;
}

function spacedPieces(line: Line): readonly Piece[] {
  const pieces: Piece[] = [];
  if (line.text.length > LONGEST_LINE) return [{ text: line.text, span: line }];
  const gap = /[ \u00a0\u3000\t\f]+/g;
  let from = 0;
  const words: { start: number; end: number; gap: number }[] = [];
  for (let match = gap.exec(line.text); ; match = gap.exec(line.text)) {
    const end = match?.index ?? line.text.length;
    if (end > from) words.push({ start: from, end, gap: match ? match[0].length : 0 });
    if (!match) break;
    from = match.index + match[0].length;
  }
  let open: { start: number; end: number } | undefined;
  const close = () => {
    if (open)
      pieces.push({
        text: withoutBreak(wordsOf(line.text.slice(open.start, open.end))),
        span: { start: line.start + open.start, end: line.start + open.end },
      });
    open = undefined;
  };
  for (const [i, word] of words.entries()) {
    const text = wordsOf(line.text.slice(word.start, word.end));
    const isNumber = isFigure({ text, span: line });
    const isApart = i > 0 && (words[i - 1]?.gap ?? 0) >= 2;
    if (isApart || isNumber) close();
    if (isNumber) {
      open = word;
      close();
    } else open = open ? { start: open.start, end: word.end } : { start: word.start, end: word.end };
  }
  close();
  return pieces;
}
