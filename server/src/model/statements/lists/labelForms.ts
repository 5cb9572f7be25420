import type { Role } from '../../../format/meanings.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { Token } from '../tokens.ts';
import type { ChainWords } from './chainWords.ts';

// What the form of a label says where no word of a list does.

const SUMMING = /^(?:[总一合]?共|累计|总数|总量|总和|之和)/;

/** Words between 的 and the number: 属实的有12件. */
const DESCRIBING: ReadonlySet<string> = new Set(['有', '为', '是', '共', '共有', '计', '达']);

/** 线上5次、线下4次，累计9次: nothing but 累计 and words without meaning in the label. */
export function isRunningTotal(words: ChainWords, figure: StatedFigure): boolean {
  let isRunning = false;
  for (let at = figure.labelFrom; at < figure.token; at++) {
    const token = words.tokens[at];
    if (token?.kind !== 'word') return false;
    const { matter, step, part, whose, stat, role } = token.meaning;
    if (words.textOf(at).startsWith('累计')) isRunning = true;
    else if ((matter ?? step ?? part ?? whose ?? stat) !== undefined || (role !== undefined && role !== 'all'))
      return false;
  }
  return isRunning;
}

/** 共移送372件, 累计推出107篇, 总数为150条: a word of the label sums up. */
export function isSumming(words: ChainWords, figure: StatedFigure): boolean {
  for (let at = figure.labelFrom; at < figure.token; at++) if (SUMMING.test(words.textOf(at))) return true;
  return false;
}

/** 属实的12件, 未采纳的有3条: what it counts is told by what it has, or by what was done with it. */
export function isDescribed(words: ChainWords, figure: StatedFigure): boolean {
  let at = figure.token - 1;
  if (at > figure.labelFrom && DESCRIBING.has(words.textOf(at))) at--;
  return at > figure.labelFrom && words.textOf(at).endsWith('的');
}

/** 报纸60条、电视40条，部分信息多渠道同时发布: words behind a figure, in its sentence, say that parts overlap or are but some. */
export function isRepeatedBehind(
  words: ChainWords,
  figure: StatedFigure,
  roles: readonly Role[] = ['mainly', 'overlap'],
): boolean {
  for (let at = figure.token + 1; at < words.tokens.length; at++) {
    const token = words.tokens[at] as Token;
    if (token.kind === 'number' || (token.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph')))
      return false;
    if (token.kind === 'word' && token.meaning.role !== undefined && roles.includes(token.meaning.role)) return true;
  }
  return false;
}
