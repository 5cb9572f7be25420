import type { MappedText } from '../../text/mappedText.ts';
import { isRadical, unifiedRadical } from '../../text/unify.ts';

/** A text that stands nowhere in a part of the file: in a PDF file signs have places on a page, texts have none. */
export function unplaced(text: string): MappedText {
  return { text, pieces: [{ at: 0, length: text.length, from: 0, to: 0 }] };
}

/** A text in which radicals that fonts give in place of characters (⾏ for 行) are the characters. */
export function withoutRadicals(text: string): string {
  if (!/[\u2e80-\u2fd5\uf900-\ufaff]/.test(text)) return text;
  return Array.from(text, sign =>
    sign.length === 1 && isRadical(sign.charCodeAt(0)) ? unifiedRadical(sign.charCodeAt(0)) : sign,
  ).join('');
}
