import { isWay } from './labelWords.ts';
import type { Token } from './tokens.ts';

/**
 * 通过邮寄、现场等方式提交的申请16件: behind several ways that are named, 等 stands for all others, unless its paragraph
 * goes on with another way that is none of them (网络等方式46件，信函18件). Tokens: of the gap before the figure, of its
 * label, its own.
 */
export function areAllWays(tokens: readonly Token[], gapFrom: number, labelFrom: number, figure: number): boolean {
  let [ways, isLast] = [0, false];
  for (let at = gapFrom; at < figure; at++) {
    const token = tokens[at];
    if (token?.kind === 'number') return false;
    if (token?.kind !== 'word') continue;
    if (isOfWay(token)) {
      ways++;
      isLast = at >= labelFrom;
    } else if (isLast && token.meaning.role === 'etc' && ways > 1) return !goesOnWithWay(tokens, figure);
    else if (at >= labelFrom && ways > 0) isLast = false;
  }
  return false;
}

/** Whether another way is told in the paragraph behind a figure, and not of parts of it. */
function goesOnWithWay(tokens: readonly Token[], figure: number): boolean {
  for (let at = figure + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'sign' && token.sign === 'paragraph') return false;
    if (token?.kind !== 'word') continue;
    const { role } = token.meaning;
    if (role === 'among' || role === 'opener' || role === 'allOpener') return false;
    if (isOfWay(token)) return true;
  }
  return false;
}

function isOfWay(token: Token): boolean {
  return token.kind === 'word' && token.meaning.part !== undefined && isWay(token.meaning.part);
}
