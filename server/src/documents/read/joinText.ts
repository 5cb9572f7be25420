import { joined, part, trimmed, type MappedText } from '../../text/mappedText.ts';

export const NO_TEXT: MappedText = { text: '', pieces: [{ at: 0, length: 0, from: 0, to: 0 }] };

/** A line without white space at its ends (full-width spaces indent paragraphs); no-break spaces are spaces. */
export function tidied(line: MappedText): MappedText {
  const text = line.text.replace(/[\u00a0\u2007\u202f]/g, ' ');
  const kept = trimmed({ text, pieces: line.pieces });
  const end = kept.text.replace(/[\s\u200b\ufeff]+$/, '').length;
  return end === kept.text.length ? kept : part(kept, 0, end);
}

/**
 * Lines of one cell as one text: a label goes on without anything between (商业, 企业); between two figures or Latin
 * words a line break stays, since 12 and 13 are not 1213.
 */
export function joinCell(lines: readonly MappedText[]): MappedText {
  let text: MappedText | undefined;
  for (const line of lines) {
    if (line.text === '') continue;
    if (!text) text = line;
    else {
      const isGap = isNarrow(text.text.slice(-1)) && isNarrow(line.text.charAt(0));
      text = joined(isGap ? joined(text, breakAt(line)) : text, line);
    }
  }
  return text ?? lines[0] ?? NO_TEXT;
}

function breakAt({ pieces }: MappedText): MappedText {
  const from = pieces[0]?.from ?? 0;
  return { text: '\n', pieces: [{ at: 0, length: 1, from, to: from }] };
}

function isNarrow(sign: string): boolean {
  return /[\dA-Za-z.%％０-９]/.test(sign);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Text that stands raised behind other text: its digits are those of notes, or of m², and none of a figure. In square
 * brackets they are so anyway.
 */
export function raised(text: string): string {
  if (/^\s*\[/.test(text)) return text;
  return text.replace(/\d/g, digit => RAISED.charAt(Number(digit)));
}
