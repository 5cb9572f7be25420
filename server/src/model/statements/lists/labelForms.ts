import type { Role } from '../../../format/meanings.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { Token } from '../tokens.ts';
import type { ChainWords } from './chainWords.ts';

// What the form of a label says where no word of a list does.

const SUMMING = /^(?:[总一合]?共|累计|总数|总量|总和|之和)/;

/** Words between 的 and the number: 属实的有12件. */
const DESCRIBING: ReadonlySet<string> = new Set([
  '有',
  '为',
  '是',
  '共',
  '共有',
  '计',
  '达',
  '仅',
  '只有',
  '达到',
  '占',
]);

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
    if (token.kind !== 'word' || token.meaning.role === undefined || !roles.includes(token.meaning.role)) continue;
    // 不重复计算 says that they do not.
    const before = words.tokens[at - 1];
    if (before?.kind !== 'word' || before.meaning.role !== 'not') return true;
  }
  return false;
}

/** 甲100元，乙60元，两种方式合计上缴; 甲3件、乙4件，两项合计等于总数: a clause behind a figure sums up, and has no number of its own. */
export function isSummedBehind(words: ChainWords, { token }: StatedFigure): boolean {
  let isClause = false;
  for (let at = token + 1; at < Math.min(words.tokens.length, token + FARTHEST_BEHIND); at++) {
    const each = words.tokens[at] as Token;
    if (each.kind === 'sign') {
      if (each.sign !== 'comma') return false;
      isClause = true;
    } else if (each.kind === 'number' && !(each.number.isInWords && each.number.value < MOST_SUMMED)) return false;
    else if (isClause && each.kind === 'word' && each.meaning.role === 'total') return endsWithoutNumber(words, at);
  }
  return false;
}

/** Tokens behind the last part in which the clause that sums up begins, and parts that it may sum up. */
const [FARTHEST_BEHIND, MOST_SUMMED] = [8, 10];

function endsWithoutNumber({ tokens }: ChainWords, from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const each = tokens[at];
    if (each?.kind === 'number') return false;
    if (each?.kind === 'sign' && each.sign !== 'comma' && each.sign !== 'enumeration') return each.sign !== 'semicolon';
  }
  return true;
}

/** 一类是文件，有107条；一类是动态，有65条: the clauses behind two figures begin with the same words. */
export function beginsAlike(words: ChainWords, a: StatedFigure, b: StatedFigure): boolean {
  const start = startBehindFigure(words, a);
  return start.length === ALIKE && start === startBehindFigure(words, b);
}

const ALIKE = 2;

/** The first signs of the clause that begins behind the figure before. */
export function startBehindFigure({ tokens, text, figures }: ChainWords, figure: StatedFigure): string {
  for (let at = (figures[figure.index - 1]?.token ?? -1) + 1; at < figure.token; at++)
    if (tokens[at]?.kind === 'sign') return text.substr(tokens[at + 1]?.start ?? text.length, ALIKE);
  return '';
}

/** 68件申请由甲承办36件，由乙承办32件; 52家单位评为优秀的6家，良好的46家: no sign sets the first part off, but the next is told alike. */
export function isToldAlike(words: ChainWords, first: StatedFigure): boolean {
  const next = words.figures[first.index + 1];
  if (next?.sentence !== first.sentence || next.depth !== first.depth || next.kind !== 'count') return false;
  if (isDescribed(words, first) && isDescribed(words, next)) return true;
  const by = words.textOf(next.labelFrom);
  if (!BY.has(by)) return false;
  for (let at = first.labelFrom; at < first.token; at++) if (words.textOf(at) === by) return true;
  return false;
}

/** Words that say by whom, each time anew. */
const BY: ReadonlySet<string> = new Set(['由', '被', '向', '从', '在', '以']);

/** 建议办理34条 among kinds: what was done is said behind what it was done with, as a name. */
export function beginsWithNoun({ tokens }: ChainWords, { labelFrom, token }: StatedFigure): boolean {
  const first = tokens[labelFrom];
  return labelFrom < token && !(first?.kind === 'word' && first.meaning.step !== undefined);
}

/** “其他法定内容”6条 */
const QUOTED_REST = /^(?:[“"]|&quot;)其[他它余]/;

/** 其余6件, or 6件为其他信息 where nothing stands before the number. */
export function isRest(words: ChainWords, figure: StatedFigure): boolean {
  return (
    figure.roles.has('rest') ||
    (figure.steps.length === 0 && QUOTED_REST.test(words.labelText(figure))) ||
    (figure.labelFrom === figure.token && words.hasRole(figure.token + 1, figure.nounTo, 'rest'))
  );
}

/** 通过微信发布30条, 其中通过公报公开2条, 发布通告141条: its label begins with the way that it went, or with what was done anew. */
export function isOfWay({ text, tokens }: Pick<ChainWords, 'text' | 'tokens'>, { labelFrom }: StatedFigure): boolean {
  const start = tokens[labelFrom]?.start ?? text.length;
  return WAY.test(text.slice(start, start + LONGEST_START));
}

const LONGEST_START = 4;
const WAY = /^(?:其中)?(?:通过|利用|依托|借助|运用|发布)/;

/** 收到45件，占总数68件的66.2%: the base of a share is no part. */
export function isBaseOfShare({ text, figures }: ChainWords, { stats, end, index }: StatedFigure): boolean {
  return stats.has('share') && text.charAt(end) === '的' && figures[index + 1]?.kind === 'share';
}
