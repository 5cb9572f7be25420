import { labelFinder } from '../../syntax/labels.ts';
import { VOCABULARY } from '../vocabulary.ts';

const LONGEST_HEAD = 80;
const LONGEST_LABEL = 12;
const SHORTEST_PIECE = 2;

/** Whether a text is made of labels and pieces of labels alone, as a head is that lost its columns: 结果结果其他尚未. */
export function isTornHead(text: string): boolean {
  const words = text.replace(/\s+/g, '');
  if (words.length > LONGEST_HEAD || /[^\u4e00-\u9fff]/.test(words)) return false;
  const finder = labelFinder(VOCABULARY);
  let count = 0;
  for (let at = 0; at < words.length; count++) {
    let length = Math.min(LONGEST_LABEL, words.length - at);
    while (length >= SHORTEST_PIECE && !finder.isFragment(words.slice(at, at + length))) length--;
    if (length < SHORTEST_PIECE) return false;
    at += length;
  }
  return count > 2;
}
