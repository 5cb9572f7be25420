import type { ChainWords } from './chainWords.ts';

// What stands between a figure and the word that opens a list: it may be told of something that no figure counts.

/** What was published, at the end of a clause: 我局主动公开各类政府信息，具体包括… */
const PUBLISHED = /(?:公开|发布|推送|刊发|公布)(?!的)[^的，。；]{0,12}(?:信息|动态|稿件)$/;
/** … or directly before the word that opens: 主动公开涵盖… */
const PUBLISHING = /(?:公开|发布|推送|刊发|公布)了?$/;
/** … unless it is said of all that was counted. */
const SAID_OF_ALL = /均|全部|都|上述|以上|这些|该|所有|其中/;
/** Longer clauses are not looked into. */
const LONGEST_CLAUSE = 120;

/**
 * 办结留言57件；在本年度中，我乡主动公开各类信息，具体包括甲8条: between the figure before and the word that opens the list a
 * clause names another whole, without a number.
 */
export function namesUncounted(words: ChainWords, from: number, clause: number, opener: number): boolean {
  const { tokens, text } = words;
  let [start, isFirst] = [from, true];
  for (let at = from; at <= opener; at++) {
    const token = tokens[at];
    const isEnd =
      token?.kind === 'sign' && token.sign !== 'enumeration' && token.sign !== 'open' && token.sign !== 'close';
    if (at < opener && !isEnd) continue;
    const piece = text.slice(tokens[start]?.start ?? 0, token?.start ?? 0).trim();
    const isNamed = at < opener ? PUBLISHED.test(piece) : clause > from && PUBLISHING.test(piece);
    // What stands directly behind the figure is its noun.
    if (!isFirst && isNamed && piece.length < LONGEST_CLAUSE && !SAID_OF_ALL.test(piece)) return true;
    [start, isFirst] = [at + 1, false];
  }
  return false;
}

/** 含2024年预算和2023年决算，; 其中涉及机构、职能等信息，: what a word like 包括 opened are names, and the clause ends. */
export function isOfNames({ tokens, text }: ChainWords, opener: number, end: number): boolean {
  const first = tokens[opener];
  if (first?.kind === 'word' && first.meaning.role === 'opener' && end - opener > FEWEST_WORDS) {
    const named = text.slice(first.end, tokens[end]?.start);
    if (!LEADING_IN.test(named)) return true;
  }
  // 其中围绕甲、乙等领域，公开16条: of the part that follows.
  if (ADVERBIAL.test(text.substr(first?.end ?? 0, LONGEST_PREPOSITION))) return false;
  for (let at = opener + 1; at < end; at++) {
    const token = tokens[at];
    if (token?.kind === 'sign' && token.sign === 'enumeration') return true;
    if (token?.kind === 'word' && token.meaning.role === 'etc') return true;
    if (token !== undefined && token.kind !== 'sign' && JOINING.includes(text.charAt(token.start))) return true;
  }
  return false;
}

const ADVERBIAL = /^[，,：:]?(?:围绕|针对|聚焦|关于|按照?|通过|[对在向就])/;
const LONGEST_PREPOSITION = 3;
const JOINING = '和与及';
/** 包括以下几类， opens what follows. */
const LEADING_IN = /[以如]下|[类方]面?$/;
const FEWEST_WORDS = 2;

/** 以网站为主要平台, 中央主要媒体: 主要 inside a clause, before a noun. */
export function isAttribute(words: ChainWords, clause: number, at: number): boolean {
  return at > clause && ATTRIBUTE.test(words.textOf(at)) && BEFORE_ATTRIBUTE.test(words.textOf(at - 1));
}

const ATTRIBUTE = /^主要(?:公开)?$/;
const BEFORE_ATTRIBUTE = /(?:为|中央|等|的|发布|公开|推送|政府)$/;
