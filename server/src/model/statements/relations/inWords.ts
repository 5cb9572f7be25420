import type { TableAnswers } from '../../links/tableNumbers.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import { spokenShares, type SpokenShare } from '../spokenShares.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';

/** Figures before a share that are looked at for what it is of. */
const MOST_NEAR = 12;

/** 自然人申请86件，占近四成: shares in words that no two counts of the passage have. They are round: no more than odd. */
export function sharesInWords(chain: ChainReading, tables: TableAnswers): readonly ChainDisagreement[] {
  if (chain.figures.length < 2) return [];
  return spokenShares(chain.text).flatMap(spoken => judge(spoken, chain, tables) ?? []);
}

function judge(spoken: SpokenShare, chain: ChainReading, tables: TableAnswers): ChainDisagreement | undefined {
  const { figures, lists } = chain;
  const bracketed = inBrackets(spoken, chain);
  if (bracketed) return bracketed;
  const from = shareWordBefore(spoken, chain);
  if (from === undefined) return undefined;
  const last = figures.findLastIndex(({ end }) => end <= spoken.start);
  const before = figures[last];
  if (!before || !isCount(before) || behindSentence(before, spoken, chain)) return undefined;
  // 占新收申请120件的近四成: the count behind 占 is what it is of.
  const isBase = before.start >= from;
  const part = isBase ? figures[last - 1] : before;
  if (!part || !isCount(part) || part.sentence !== before.sentence) return undefined;
  const list = lists.find(({ form, parts }) => form !== 'implied' && parts.some(({ figure }) => figure === part));
  const near = figures
    .slice(Math.max(0, last + 1 - MOST_NEAR), last + 1)
    .filter(each => isCount(each) && each.sentence >= part.sentence - 1);
  const base = isBase
    ? before
    : (list?.whole ??
      near.findLast(
        each =>
          each !== part &&
          each.sentence === part.sentence &&
          each.number.value >= part.number.value &&
          isLike(each, part),
      ));
  if (!base || !isLike(base, part) || base.number.value <= 0) return undefined;
  const fits = (a: number, b: number) => isSpoken(spoken, a, b);
  if (fits(part.number.value, base.number.value) || part.number.value > base.number.value) return undefined;
  if (near.some(a => near.some(b => a !== b && fits(a.number.value, b.number.value)))) return undefined;
  if (tables.hasTotal(total => total >= part.number.value && fits(part.number.value, total))) return undefined;
  return told(spoken, part, base);
}

/** 163名群众中，近三成（47人）: the count in brackets behind a share is the share of the count before. */
function inBrackets(spoken: SpokenShare, { figures, text }: ChainReading): ChainDisagreement | undefined {
  const next = figures.findIndex(({ start }) => start >= spoken.end);
  const [part, base] = [figures[next], figures[next - 1]];
  if (!part || !base || !'（('.includes(text.charAt(spoken.end)) || text.charAt(spoken.end) === '') return undefined;
  if (part.start > spoken.end + 2 || base.sentence !== part.sentence || !isCount(part) || !isCount(base))
    return undefined;
  if (!isLike(base, part) || base.depth >= part.depth || base.number.value <= 0) return undefined;
  return isSpoken(spoken, part.number.value, base.number.value) ? undefined : told(spoken, part, base);
}

function isSpoken({ low, high }: SpokenShare, part: number, base: number): boolean {
  const share = (part / base) * 100;
  return share >= low - 1e-9 && share <= high + 1e-9;
}

function told(spoken: SpokenShare, part: StatedFigure, base: StatedFigure): ChainDisagreement {
  const figure: StatedFigure = {
    ...part,
    kind: 'share',
    start: spoken.start,
    end: spoken.end,
    number: { ...part.number, unit: '%', precision: 'rough', isInWords: true, start: spoken.start, end: spoken.end },
  };
  return {
    kind: 'share',
    certainty: 'information',
    figure,
    figures: [figure, part, base],
    part,
    partValue: part.number.value,
    base: base.number.value,
    computed: `${((part.number.value / base.number.value) * 100).toFixed(1)}%`,
  };
}

function isCount(figure: StatedFigure): boolean {
  return figure.kind === 'count' && figure.number.unit !== '' && isExact(figure) && figure.when !== 'last';
}

function isLike(a: StatedFigure, b: StatedFigure): boolean {
  return isSameMeasure(a.number.unit, b.number.unit);
}

/** Start of the word that says that a share follows, in the clause of the words or the figure's before it. */
function shareWordBefore({ start }: SpokenShare, { tokens }: ChainReading): number | undefined {
  for (let at = tokens.findLastIndex(token => token.end <= start); at >= 0; at--) {
    const token = tokens[at];
    // 占全县来信的: of something that is not told here.
    if (token === undefined || token.kind === 'sign' || token.kind === 'unknown') return undefined;
    if (token.kind === 'word' && (token.meaning.whose !== undefined || (token.meaning.when ?? 'this') !== 'this'))
      return undefined;
    if (token.kind === 'word' && token.meaning.stat === 'share') return token.start;
    if (token.kind === 'word' && token.meaning.stat !== undefined) return undefined;
  }
  return undefined;
}

/** Whether a sentence ends between a figure and the words. */
function behindSentence(figure: StatedFigure, { start }: SpokenShare, { tokens }: ChainReading): boolean {
  for (let at = figure.token + 1; (tokens[at]?.start ?? start) < start; at++) {
    const token = tokens[at];
    if (token?.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph' || token.sign === 'semicolon'))
      return true;
  }
  return false;
}
