import { labelTextOf } from '../labelText.ts';
import { COMPLEMENTS, TWOFOLD } from '../../../format/data/complements.ts';
import type { ChainReading } from '../chains.ts';
import { isWay } from '../labelWords.ts';
import type { PartList } from '../lists/partList.ts';
import { isOneSlipAway } from '../slips.ts';
import type { StatedFigure } from '../statedFigure.ts';

// Whether the parts of a list are all there is, by what their labels mean together.

/** Longer ones are not compared sign by sign. */
const LONGEST_LABEL = 30;
/** So many characters before a figure are looked at for what it is called. */
const LONGEST_NAME = 40;
const LONGEST_CLAUSE = 90;

/** 已销号2个，未销号11个; 主办8件，协办13件; “双公示”信息690条，许可630件，处罚60件: two parts, of which what is not one is the other. */
export function areComplements(list: PartList, chain: ChainReading): boolean {
  const [first, second] = list.parts.map(({ figure }) => nameOf(figure, chain));
  if (first === undefined || second === undefined || list.parts.length !== 2) return false;
  if (first.length > LONGEST_LABEL || second.length > LONGEST_LABEL) return false;
  return (
    isNegated(first, second) ||
    isNegated(second, first) ||
    arePair(first, second) ||
    areTwofold(list.whole, first, second, chain)
  );
}

/** What a figure counts, before or behind its number. */
function nameOf({ labelFrom, nounTo, start, end, token }: StatedFigure, { text, tokens }: ChainReading): string {
  const label = labelTextOf({ labelFrom, start }, { text, tokens });
  return label === '' ? text.slice(end, tokens[nounTo - 1]?.end ?? tokens[token]?.end ?? end) : label;
}

/** 已销号, 未销号; 属于本委职能, 不属于本委职能 */
function isNegated(name: string, negation: string): boolean {
  const done = name
    .trim()
    .replace(/^(?:其中)?(?:已经?|均已|全部)/, '')
    .replace(/[的有]+$/, '');
  const notDone = /(?:^尚未|^还未|^仍未|未|^没有|^不|^因.{1,12}不予?)([^未不]+?)[的有]*$/.exec(negation.trim())?.[1];
  return notDone !== undefined && notDone.length > 1 && (done.endsWith(notDone) || done.startsWith(notDone));
}

const SIDES = COMPLEMENTS.map(([one, other]) => [one.split(' '), other.split(' ')] as const);

function arePair(first: string, second: string): boolean {
  return SIDES.some(([one, other]) => isOnSides(first, second, one, other) || isOnSides(first, second, other, one));
}

function isOnSides(first: string, second: string, one: readonly string[], other: readonly string[]): boolean {
  const has = (name: string, words: readonly string[]) => words.some(word => name.includes(word));
  return has(first, one) && !has(first, other) && has(second, other) && !has(second, one);
}

/** “双公示”信息690条，许可630件，处罚60件: the whole is called after its two kinds. */
function areTwofold({ start }: StatedFigure, first: string, second: string, { text }: ChainReading): boolean {
  const name = text.slice(Math.max(0, start - LONGEST_NAME), start);
  return TWOFOLD.some(
    ({ names, kinds: [one, other] }) =>
      names.some(each => name.includes(each)) &&
      (isOnSides(first, second, [one], [other]) || isOnSides(first, second, [other], [one])),
  );
}

const MOST_NUMBERS = 6;
/** Of two parts that are but some, smaller numbers are often one slip from all. */
const LARGE = 1000;
/** There may be others than those that are named. */
const ACCOUNTS = 'accounts';
/** Parts of which one slip makes all there is, where they are no fewer than this of it: two, and three or more. */
const [MOST_OF_TWO, MOST_OF_MANY] = [0.75, 0.5];

/**
 * 公开199条，其中概况2条，动态72条，目录115条: what names but some of its whole is hardly ever one slip away from all of
 * it. Of two parts, one way and one kind are often but some.
 */
export function areNearlyAll({ whole, parts }: PartList, sum: number, chain: ChainReading): boolean {
  const ofWays = parts.filter(({ figure }) => figure.parts.some(isWay)).length;
  if (parts.length < 2 || whole.matter === ACCOUNTS) return false;
  if (parts.length === 2 && (ofWays === 1 || whole.number.value < LARGE || namesMore(whole, chain))) return false;
  // 收到226件，已办结213件，结转9件: what was carried in may not be told.
  if (whole.matter === 'applications' && parts.some(({ figure }) => figure.steps.some(isOfFlow))) return false;
  // Of so many numbers, one is soon a slip from anything.
  const isShort = parts.length > 2 && parts.length <= MOST_NUMBERS;
  const areAlike = isShort && parts.every(({ figure }) => figure.number.unit === whole.number.unit);
  return sum >= whole.number.value * (areAlike ? MOST_OF_MANY : MOST_OF_TWO);
}

/** So many kinds in a row, counted as their whole is, are meant to be all of it. */
const FEWEST_KINDS = 4;

/** 更新各类信息90条，政策文件1条、工作动态95条、公示公告2条、预决算2条: no word joins them, but one slip makes them up. */
export function areManyKinds({ whole, parts }: PartList, sum: number): boolean {
  const figures = parts.map(({ figure }) => figure);
  return (
    parts.length >= FEWEST_KINDS &&
    figures.every(({ number, parts: ways }) => number.unit === whole.number.unit && !ways.some(isWay)) &&
    isOneSlipAway(whole, figures, sum)
  );
}

function isOfFlow(step: string): boolean {
  return step === 'replied' || step === 'pending' || step.startsWith('carr');
}

/** 通过网站、公众号公开90条，其中网站50条，公众号40条: the parts are the ways that the whole names, and it names no others. */
export function areWaysOfWhole({ whole, parts }: PartList, chain: ChainReading): boolean {
  const own = new Set([...whole.parts, ...whole.limits].filter(isWay));
  if (own.size < 2 || own.size !== parts.length) return false;
  if (namesMore(whole, chain)) return false;
  const told = parts.map(({ figure }) => figure.parts.filter(isWay));
  return told.every(ways => ways.length === 1 && own.has(ways[0] ?? '')) && new Set(told.flat()).size === own.size;
}

/** 通过网站、公众号等渠道公开90条 */
function namesMore({ index, start, sentence }: StatedFigure, { figures, text }: ChainReading): boolean {
  const before = figures[index - 1];
  const from = Math.max(before?.sentence === sentence ? before.end : 0, start - LONGEST_CLAUSE);
  return text.slice(from, start).includes('等');
}
