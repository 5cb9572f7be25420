import type { Meaning } from '../../format/meanings.ts';
import type { FigureTime, StatedFigure } from './statedFigure.ts';
import type { WordToken } from './tokens.ts';

// What the words of a label say together.

/** Measure words that count media; behind other ones their names are channels. */
export const MEDIA_UNITS = ['个', '家'];

/** Measure words of pieces of information. */
const PIECES: ReadonlySet<string> = new Set(['条', '篇', '则']);
/** Where they stand, or what they tell of: 通知公告栏目44条, 组织机构3条. */
const PLACES: ReadonlySet<string | undefined> = new Set(['columns', 'units']);

/** Whether what a word means is what a measure word counts; a word that means nothing of the kind may be. */
function isCounted(meaning: Meaning, unit: string): boolean {
  if (isMedium(meaning)) return MEDIA_UNITS.includes(unit);
  return !PLACES.has(meaning.matter) || !PIECES.has(unit);
}

function isMedium({ matter, part }: Meaning): boolean {
  return matter === 'accounts' && part !== undefined;
}

const NONE: readonly never[] = [];
const NOTHING: ReadonlySet<never> = new Set();

/** The values that a facet has in some words; most have none. */
export function facetsOf<F extends 'role' | 'stat' | 'when'>(
  words: readonly WordToken[],
  facet: F,
): ReadonlySet<NonNullable<Meaning[F]>> {
  let found: Set<NonNullable<Meaning[F]>> | undefined;
  for (const { meaning } of words) {
    const value: Meaning[F] = meaning[facet];
    if (value !== undefined) (found ??= new Set()).add(value);
  }
  return found ?? NOTHING;
}

/** Parts that label and noun name; behind a measure word of media their names are none. */
export function partsOf(
  label: readonly WordToken[],
  noun: readonly WordToken[],
  countsMedia: boolean,
): readonly string[] {
  let parts: string[] | undefined;
  for (const words of [label, noun])
    for (const { meaning } of words)
      if (meaning.part !== undefined && !(countsMedia && isMedium(meaning))) (parts ??= []).push(meaning.part);
  return parts ?? NONE;
}

const FLOW = new Set(['carriedIn', 'carriedOut', 'newReceived', 'carry']);

/** Steps of label and noun: carrying × year is one of two rows; the flow of the label goes before the noun. */
export function stepsOf(
  label: readonly WordToken[],
  noun: readonly WordToken[],
  time: FigureTime | undefined,
): readonly string[] {
  // 因甲、乙等原因不予公开的: what stands before 等 only says why.
  const etc = label.findLastIndex(({ meaning }) => meaning.role === 'etc');
  const own = stepsNamed(label, etc + 1);
  const behind = own.some(step => FLOW.has(step)) ? NONE : stepsNamed(noun, 0);
  const all = together(behind.length === 0 ? own : [...own, ...behind]);
  if (all.length < 2 && all[0] !== 'carry') return all;
  if (!all.includes('carry')) return [...new Set(all)];
  const carried = time === 'last' || time === 'year' ? 'carriedIn' : time === 'next' ? 'carriedOut' : undefined;
  return carried === undefined ? all : [...all.filter(step => step !== 'carry'), carried];
}

function stepsNamed(words: readonly WordToken[], from: number): readonly string[] {
  let steps: string[] | undefined;
  for (let at = from; at < words.length; at++) {
    const step = words[at]?.meaning.step;
    if (step !== undefined) (steps ??= []).push(step);
  }
  return steps ?? NONE;
}

/** 予以公开和部分公开: two rows of the table in one figure. */
function together(steps: readonly string[]): readonly string[] {
  const areTwo = steps.includes('granted') && steps.includes('partiallyGranted');
  return areTwo || steps.includes('grantedAndPartial')
    ? [...steps.filter(step => !GRANTED.has(step)), 'grantedAndPartial']
    : steps;
}

const GRANTED: ReadonlySet<string> = new Set(['granted', 'partiallyGranted', 'grantedAndPartial']);

/** General words that stand for what was spoken of as well. */
export function isWeak({ matter }: Pick<Meaning, 'matter'>): boolean {
  return matter === 'information' || matter === 'units' || matter === 'tasks' || matter === 'staff';
}

export function directionOf(label: readonly WordToken[]): 'up' | 'down' | undefined {
  const word = label.findLast(({ meaning }) => meaning.stat === 'up' || meaning.stat === 'down');
  return word?.meaning.stat === 'up' || word?.meaning.stat === 'down' ? word.meaning.stat : undefined;
}

export function timeOfSet(found: ReadonlySet<FigureTime>): FigureTime | undefined {
  if (found.size === 0) return undefined;
  for (const time of ['planned', 'allYears', 'partial', 'several'] as const) if (found.has(time)) return time;
  if (found.has('cumulative')) return found.has('this') ? 'unclear' : 'cumulative';
  for (const time of ['last', 'next', 'year', 'unclear', 'this'] as const) if (found.has(time)) return time;
  return undefined;
}

/** 文件类占3367条 is a part, and no base of a share: that goes on with 的. */
export function statsOf(
  label: readonly WordToken[],
  kind: StatedFigure['kind'],
  behind: string,
): StatedFigure['stats'] {
  const stats = facetsOf(label, 'stat');
  const isPart = kind === 'count' && behind !== '的' && label.at(-1)?.meaning.stat === 'share' && stats.size === 1;
  return isPart ? new Set() : stats;
}

/** Of which kind a part is: `channel=` of `channel=website`. */
export function dimensionOf(part: string): string {
  return part.slice(0, part.indexOf('=') + 1);
}

/** A word that means nothing for figures, as of what is counted. */
export function isNoun({ meaning, start, end }: WordToken): boolean {
  return end - start > 1 && meaning.step === undefined && meaning.role === undefined && meaning.stat === undefined;
}

/** Whether a part or a limit is a way by which something came in or went out. */
export function isWay(part: string): boolean {
  return part.startsWith('channel=');
}

/** By which way or from whom an application came. */
export function isOfOrigin(part: string): boolean {
  return isWay(part) || part.startsWith('applicant=');
}

/** What limits a figure that is told as these parts: 网站公开30条，微信公开20条 went not both ways. */
export function limitsBeside(
  parts: readonly string[],
  { limits, ways }: { readonly limits: readonly string[]; readonly ways: readonly string[] },
): readonly string[] {
  if (limits.length === 0 && ways.length === 0) return NONE;
  return [...limits, ...ways.filter(way => !parts.some(part => dimensionOf(part) === dimensionOf(way)))];
}

/**
 * The matter that words name, of which a measure word counts: the last one, unless it says little; the first behind a
 * number, where first stands what it counts (20个单位开设账号).
 */
export function matterNamed(words: readonly WordToken[], unit: string, isFirst: boolean): Meaning | undefined {
  let found: Meaning | undefined;
  let end = -1;
  for (const word of words) {
    const { meaning } = word;
    if (meaning.matter === undefined || !isCounted(meaning, unit)) continue;
    const isOfFound = found !== undefined && word.start === end && isApplicationFor(word, found);
    if (found === undefined || ((!isWeak(meaning) || isWeak(found)) && !isOfFound)) found = meaning;
    if (isFirst) break;
    ({ end } = word);
  }
  return found;
}

/** 行政许可申请: what directly stands before the bare word 申请 is what is applied for. */
function isApplicationFor({ meaning, start, end }: WordToken, of: Meaning): boolean {
  return meaning.matter === 'applications' && end - start === 2 && !isWeak(of) && of.matter !== 'disclosure';
}
