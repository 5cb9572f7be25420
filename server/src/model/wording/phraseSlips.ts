import { isWordPair, looksAlike, soundsAlike } from '../../text/alikeCharacters.ts';
import { SpanSet } from '../../text/spanSet.ts';
import { simplifiedText } from '../../text/traditional.ts';
import {
  FIGURE_SIGN,
  PAIR_BITS,
  PAIR_SHIFT,
  phraseIndex,
  type PhraseIndex,
  rightWords,
  SHORTEST_PHRASE,
  signOf,
  usualSigns,
  waysOf,
  type CommonEnd,
  type PhraseEntry,
  type PhraseKind,
  type PhraseWays,
} from './phraseIndex.ts';

/** A place that is one slip away from a phrase with a fixed form. */
export interface PhraseSlip {
  readonly start: number;
  readonly end: number;
  /** The phrase that was meant. */
  readonly right: string;
  /** The phrase is the title of a part of the report. */
  readonly isTitle: boolean;
}

/** One slip: from `start` to `end` of the text stands something else than the phrase; `at`, `to`: what differs. */
interface Difference {
  readonly kind: 'other' | 'missing' | 'extra' | 'swapped';
  readonly start: number;
  readonly end: number;
  /** Place of the difference in the text, and in the phrase. */
  readonly at: number;
  readonly inPhrase: number;
}

/** From this length on a phrase is recognised with a character missing or too many. */
const SHORTEST_UNEVEN = 5;
const SHORTEST_EXTRA = 7;
/** From this length on a phrase without one of its characters is not met by chance, whatever stands beside it. */
const LONG_PHRASE = 7;

/** Slips in the phrases of all reports in a text, in their order, none inside another. */
export function phraseSlips(written: string): readonly PhraseSlip[] {
  return slipsIn(written, phraseIndex());
}

/** The same for other phrases. */
export function slipsIn(written: string, index: PhraseIndex): readonly PhraseSlip[] {
  const text = simplifiedText(written);
  const { lastEnds } = index;
  const found: FoundSlip[] = [];
  let key = text.charCodeAt(0);
  for (let at = 0; at + 1 < text.length; at++) {
    key = (key << 16) | text.charCodeAt(at + 1);
    // Written out, as calls at every character cost most before the code is compiled.
    if (lastEnds[(key ^ (key >>> PAIR_SHIFT)) & PAIR_BITS] === 0) continue;
    const { beginnings, endings } = index.endsWithPair(key);
    if (beginnings) addSlips(text, at, 1, beginnings, found);
    if (endings) addSlips(text, at, -1, endings, found);
  }
  return found.length > 0 ? withoutOverlaps(found) : NONE;
}

/** A slip with the place of the pair and the phrase by which it was found. */
interface FoundSlip {
  readonly slip: PhraseSlip;
  readonly at: number;
  readonly order: number;
}

const NONE: readonly never[] = [];
const NO_SIGN = -1;

/**
 * Slips in phrases whose end stands in the text, from the pair at `at` on or up to it: `step` leads from there to the
 * rest of them. The text is followed as far as phrases have it.
 */
function addSlips(text: string, at: number, step: 1 | -1, pair: CommonEnd, found: FoundSlip[]): void {
  let end: CommonEnd | undefined = pair;
  for (let next = step === 1 ? at + 2 : at - 1; end; next += step) {
    const { entries, length }: CommonEnd = end;
    const only = entries.length === 1 ? entries[0] : undefined;
    if (only) {
      if (mayBeSlip(text, at, only)) addSlip(text, at, only, found);
      return;
    }
    // V8 throws away the code that it made for places inside the text where it is asked for one beside it.
    const near = next >= 0 && next < text.length ? text.charCodeAt(next) : NO_SIGN;
    const behind = next + step;
    const far = behind >= 0 && behind < text.length ? text.charCodeAt(behind) : NO_SIGN;
    const { whole, last, byFirst, firsts, bySecond, seconds, onward }: PhraseWays = (end.ways ??= waysOf(end));
    for (let i = 0; i < whole.length; i++) addSlip(text, at, whole[i], found);
    for (let i = 0; i < last.length; i++) {
      const entry = last[i];
      if (entry && signOf(entry, length) !== near) addSlip(text, at, entry, found);
    }
    // Where a phrase goes wrong, one of its next two characters is one of the next two of the text: one missing, two
    // swapped; another one in its place; one too many. The bits of the signs (signBit) are written out, as calls cost
    // most before the code is compiled.
    const missing = (seconds & (1 << (near & 31))) !== 0 ? bySecond.get(near) : undefined;
    if (missing) for (const entry of missing) addSlip(text, at, entry, found);
    if (far !== near) {
      const others = (seconds & (1 << (far & 31))) !== 0 ? bySecond.get(far) : undefined;
      if (others) for (const entry of others) if (signOf(entry, length) !== near) addSlip(text, at, entry, found);
      const extra = (firsts & (1 << (far & 31))) !== 0 ? byFirst.get(far) : undefined;
      if (extra) for (const entry of extra) if (signOf(entry, length + 1) !== near) addSlip(text, at, entry, found);
    }
    end = onward.get(near);
  }
}

/** Whether one end of a phrase stands in the text with its half, and the phrase as a whole does not. */
function mayBeSlip(text: string, at: number, { phrase, kind, isBeginning, half }: PhraseEntry): boolean {
  if (kind === 'known') return true;
  const start = isBeginning ? at : at + 2 - phrase.length;
  const right = isBeginning ? start : start + half;
  const halfPhrase = isBeginning ? phrase.slice(0, half) : phrase.slice(half);
  // A place before the text would be taken as its beginning.
  return right >= 0 && text.startsWith(halfPhrase, right) && !(start >= 0 && text.startsWith(phrase, start));
}

function addSlip(text: string, at: number, entry: PhraseEntry | undefined, found: FoundSlip[]): void {
  const slip = entry && slipAt(text, at, entry);
  if (slip && !isInTitleMarks(text, slip.start)) found.push({ slip, at, order: entry.order });
}

/** Of slips that overlap, the one of the longest phrase. */
function withoutOverlaps(found: readonly FoundSlip[]): PhraseSlip[] {
  const taken = new SpanSet();
  const byLength = [...found].sort(
    (a, b) =>
      b.slip.right.length - a.slip.right.length || a.slip.start - b.slip.start || a.at - b.at || a.order - b.order,
  );
  const kept = byLength.map(({ slip }) => slip).filter(({ start, end }) => taken.addIfFree({ start, end }));
  return kept.sort((a, b) => a.start - b.start);
}

/** Titles of documents are compared as such. */
function isInTitleMarks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  const open = Math.max(before.lastIndexOf('《'), before.lastIndexOf('〈'));
  return open >= 0 && !/[》〉]/.test(before.slice(open));
}

const LONGEST_TITLE = 80;

function slipAt(text: string, at: number, entry: PhraseEntry): PhraseSlip | undefined {
  const { phrase, kind, right } = entry;
  if (kind === 'known') return knownSlip(text, at, phrase, right);
  if (kind === 'figure') return figureSlip(text, at, phrase);
  const difference = entry.isBeginning
    ? differenceBehind(text, at, phrase, entry.half)
    : differenceBefore(text, at + 2, phrase, entry.half);
  if (!difference || isMeant(text, difference, phrase, kind)) return undefined;
  return { start: difference.start, end: difference.end, right, isTitle: kind === 'title' };
}

/** A slip that is known as such, unless its ends belong to the words beside it: 自己公开, 公示兰州. */
function knownSlip(text: string, start: number, phrase: string, right: string): PhraseSlip | undefined {
  const end = start + phrase.length;
  if (!text.startsWith(phrase, start) || isWordPair(text.charAt(start - 1), phrase.charAt(0))) return undefined;
  if (phrase.length < SHORTEST_PHRASE && isWordPair(phrase.charAt(phrase.length - 1), text.charAt(end)))
    return undefined;
  // 三季度末公开
  if (phrase.startsWith('末') && PERIOD_ENDS.includes(text.charAt(start - 1))) return undefined;
  if (phrase.startsWith(AS_CONJUNCTION) && !isChinese(text.charAt(start - 1))) return undefined;
  return { start, end, right, isTitle: false };
}

/** What has an end: 季度末. */
const PERIOD_ENDS = '度年月期周旬';

/** 工作不过顺畅 is a slip for 不够; at the beginning of a clause it is the conjunction. */
const AS_CONJUNCTION = '不过';

/** The one difference between a phrase and a text that has its first `half` at `start`. */
function differenceBehind(text: string, start: number, phrase: string, half: number): Difference | undefined {
  const { length } = phrase;
  let same = half;
  while (same < length && text.charCodeAt(start + same) === phrase.charCodeAt(same)) same++;
  if (same === length) return undefined;
  const at = start + same;
  const end = start + length;
  if (at < text.length && goesOn(text, at + 1, phrase, same + 1))
    return { kind: 'other', start, end, at, inPhrase: same };
  if (length - same < 2) return undefined;
  if (isSwapped(text, at, phrase, same) && goesOn(text, at + 2, phrase, same + 2))
    return { kind: 'swapped', start, end, at, inPhrase: same };
  if (goesOn(text, at, phrase, same + 1)) return { kind: 'missing', start, end: end - 1, at, inPhrase: same };
  return goesOn(text, at + 1, phrase, same) ? { kind: 'extra', start, end: end + 1, at, inPhrase: same } : undefined;
}

/** The same for a text that has what follows the first `half` up to `end`: the difference lies before. */
function differenceBefore(text: string, end: number, phrase: string, half: number): Difference | undefined {
  const { length } = phrase;
  const start = end - length;
  let head = half;
  while (head > 0 && text.charCodeAt(start + head - 1) === phrase.charCodeAt(head - 1)) head--;
  if (head === 0) return undefined;
  const before = start + head;
  // 其进他: the first character stands before the one too many.
  if (beginsLike(text, before - 1 - head, phrase, head))
    return { kind: 'extra', start: start - 1, end, at: before - 1, inPhrase: head };
  if (beginsLike(text, start, phrase, head - 1))
    return { kind: 'other', start, end, at: before - 1, inPhrase: head - 1 };
  if (head < 2) return undefined;
  if (isSwapped(text, before - 2, phrase, head - 2) && beginsLike(text, start, phrase, head - 2))
    return { kind: 'swapped', start, end, at: before - 2, inPhrase: head - 2 };
  return beginsLike(text, start + 1, phrase, head - 1)
    ? { kind: 'missing', start: start + 1, end, at: before, inPhrase: head - 1 }
    : undefined;
}

/** Whether the text has at `at` all of the phrase from `from` on. */
function goesOn(text: string, at: number, phrase: string, from: number): boolean {
  for (let i = from; i < phrase.length; i++) if (text.charCodeAt(at + i - from) !== phrase.charCodeAt(i)) return false;
  return true;
}

/** Whether the text has at `at` the first `count` characters of the phrase. */
function beginsLike(text: string, at: number, phrase: string, count: number): boolean {
  if (at < 0) return false;
  for (let i = 0; i < count; i++) if (text.charCodeAt(at + i) !== phrase.charCodeAt(i)) return false;
  return true;
}

function isSwapped(text: string, at: number, phrase: string, inPhrase: number): boolean {
  return (
    text.charCodeAt(at) === phrase.charCodeAt(inPhrase + 1) &&
    text.charCodeAt(at + 1) === phrase.charCodeAt(inPhrase) &&
    text.charCodeAt(at) !== text.charCodeAt(at + 1)
  );
}

/** Characters that are words of their own: where one stands, something else was meant than the phrase. */
const WORDS = new Set(
  '的了和与及等在为是对将已未不各并由以从其可须应有无于至到向按据经也还又均都即则而但或如若因故使让把被给用做作办收发设开上下中内外前后左右东西南北' +
    '大小多少好新老高低全总共分本该此这那某每个件条项次种类名位人家户省市县区镇乡村街路局委处科室所站院校厅部署会党团一二三四五六七八九十百千万亿零两年月日时天周' +
    '季度来去出入过再更最很较极能要想需说看听讲问答谈抓管查审核报送交转推建改修订编写读学教练考评选拟定款章节册页版期号届批套组队班级层段起宗份篇场遍趟' +
    '便先后仍只才就却虽既且当凡除比像似同跟带领随依照凭靠沿顺朝往离距自打连甚至所之者乎焉矣兮非勿莫别休另余它他她你我您们谁何哪几若干第初副正主次首末' +
    '农工商兵医药车船路桥河湖江海山水火土金木石田林草牛羊马鱼花树叶果粮油盐糖茶酒衣食住行钱财物权责任利法律规章制令函电件证照卡表图书报刊网',
);
/** Without one of these a phrase is the same. */
const FUNCTION_WORDS = new Set('的了和与及等在为是对将已未各并其可以应、，所');
/** Words of one character that titles may hold rightly. */
const TITLE_WORDS = new Set('的和与及等在对各并其以本年全县市区镇局、，所');

/** Whether what differs makes words with what stands beside it, so that the phrase was not meant. */
function isMeant(text: string, difference: Difference, phrase: string, kind: PhraseKind): boolean {
  const { start, end, at, inPhrase } = difference;
  const words = kind === 'title' ? TITLE_WORDS : WORDS;
  const sign = text.charAt(at);
  const before = text.charAt(at - 1);
  const expected = phrase.charAt(inPhrase);
  switch (difference.kind) {
    case 'other': {
      if (!isChinese(sign) || !isChinese(expected) || makesWord(before, sign, text.charAt(at + 1))) return true;
      if (looksAlike(sign, expected)) break;
      if (words.has(sign)) return true;
      if (kind !== 'term' || soundsAlike(sign, expected)) break;
      const isEdge = inPhrase === 0 || inPhrase === phrase.length - 1;
      // Short ones meet words that are not known here: 执纪情况 is no slip of 执行情况.
      if (isEdge || (phrase.length === SHORTEST_PHRASE && usualSigns().has(sign))) return true;
      break;
    }
    case 'swapped': {
      const second = text.charAt(at + 1);
      if (!isChinese(sign) || !isChinese(second)) return true;
      if (makesWord(before, sign, second) || isWordPair(second, text.charAt(at + 2))) return true;
      break;
    }
    case 'missing': {
      if (phrase.length < SHORTEST_UNEVEN && kind !== 'idiom') return true;
      if (!isChinese(expected) || FUNCTION_WORDS.has(expected)) return true;
      // 预决算 stands for 预算决算.
      if (phrase.indexOf(expected) !== phrase.lastIndexOf(expected)) return true;
      const [left, right] = [phrase.charAt(inPhrase - 1), phrase.charAt(inPhrase + 1)];
      if (isWordPair(left, right) || !isChinese(left) || !isChinese(right)) return true;
      // 意见及反馈 is no 及时反馈.
      if (inPhrase === 1 && FUNCTION_WORDS.has(left) && isWordPair(right, phrase.charAt(inPhrase + 2))) return true;
      // 现行有效 is no 行之有效.
      if (phrase.length < LONG_PHRASE) {
        if (isWordPair(text.charAt(start - 1), text.charAt(start))) return true;
        if (isWordPair(text.charAt(end - 1), text.charAt(end))) return true;
      }
      if (kind !== 'term') break;
      const [isEnd, isStart] = [isWordPair(left, expected), isWordPair(expected, right)];
      if ((!isEnd && !isStart) || (isEnd && words.has(left)) || (isStart && words.has(right))) return true;
      break;
    }
    case 'extra': {
      const after = text.charAt(at + 1);
      const isDoubled = sign === before || sign === after;
      if ((phrase.length < SHORTEST_EXTRA && kind !== 'idiom' && !isDoubled) || !isChinese(sign)) return true;
      if (!isDoubled && (makesWord(before, sign, after) || words.has(sign))) return true;
    }
  }
  return isPartOfPhrase(text, at);
}

function makesWord(before: string, sign: string, after: string): boolean {
  return isWordPair(before, sign) || isWordPair(sign, after);
}

function isChinese(sign: string): boolean {
  return sign >= '\u4e00' && sign <= '\u9fff';
}

/** Whether the character at `at` belongs to a phrase or a word that stands there rightly. */
function isPartOfPhrase(text: string, at: number): boolean {
  const known = rightWords();
  for (let start = Math.max(0, at - LONGEST_PHRASE); start <= at; start++) {
    const found = known.longestAt(text, start, LONGEST_PHRASE);
    if (found && found.end > at) return true;
  }
  return false;
}

const LONGEST_PHRASE = 24;

/** A slip in the words before a figure, of which the measure word behind it makes sure. */
function figureSlip(text: string, start: number, phrase: string): PhraseSlip | undefined {
  const length = phrase.indexOf(FIGURE_SIGN);
  let same = 2;
  while (same < length && text.charCodeAt(start + same) === phrase.charCodeAt(same)) same++;
  if (same === length) return undefined;
  const at = start + same;
  const sign = text.charAt(at);
  const rest = phrase.slice(same + 1, length);
  const isOther = isChinese(sign) && text.startsWith(rest, at + 1);
  const words = isOther ? at + 1 + rest.length : text.startsWith(rest, at) ? at + rest.length : -1;
  if (words < 0) return undefined;
  let end = words;
  while (isFigure(text.charAt(end))) end++;
  if (end === words || !text.startsWith(phrase.slice(length + 1), end)) return undefined;
  const isWord = isOther
    ? makesWord(text.charAt(at - 1), sign, text.charAt(at + 1)) || WORDS.has(sign)
    : isWordPair(phrase.charAt(same - 1), sign);
  if (isWord || isPartOfPhrase(text, at - 1)) return undefined;
  return { start, end: words, right: phrase.slice(0, length), isTitle: false };
}

function isFigure(sign: string): boolean {
  return (sign >= '0' && sign <= '9') || (sign >= '０' && sign <= '９') || sign === ' ';
}
