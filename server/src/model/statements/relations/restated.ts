import { labelTextOf } from '../labelText.ts';
import { memoByObject } from '../../../text/memo.ts';
import type { Chain, ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { PARAGRAPH_END } from '../tokens.ts';
import { isExact } from './arithmetic.ts';
import type { Disagreement } from './disagreement.ts';
import { isOfOrigin } from '../labelWords.ts';

/** Words directly before a number that was told already. */
const TOLD: readonly string[] = ['上述', '以上', '前述', '上列', '这', '该'];
/** Figures so far before are looked at. */
const FARTHEST = 16;

/** 全年公开信息1227条。上述1327条信息均经审核: a number that is said to be told above, and is not. */
export function restatements(chains: readonly Chain[], known: readonly Disagreement[]): readonly Disagreement[] {
  const taken = new Set<StatedFigure>(known.flatMap(({ found }) => found.figures));
  return chains.flatMap(chain =>
    toldAbove(chain.reading).flatMap((figure): Disagreement[] => {
      if (taken.has(figure)) return [];
      const earlier = earlierOf(figure, chain.reading);
      if (!earlier || taken.has(earlier)) return [];
      return [
        {
          chain,
          found: { kind: 'same', certainty: 'information', figure, figures: [figure], earlier, earlierChain: chain },
        },
      ];
    }),
  );
}

const toldAbove = memoByObject((reading: ChainReading) => reading.figures.filter(each => isToldAbove(each, reading)));

function isToldAbove(figure: StatedFigure, reading: ChainReading): boolean {
  const { text } = reading;
  return (
    figure.kind === 'count' &&
    isExact(figure) &&
    figure.number.unit !== '' &&
    (isAllAgain(figure, text) ||
      TOLD.some(
        word => text.startsWith(word, figure.start - word.length) && beginsClause(text, figure.start - word.length),
      ) ||
      isToldAgain(figure, reading))
  );
}

/** 上述主动公开的1327条信息: a word like 上述 begins the clause, and what it counts follows up to 的. */
function isToldAgain({ labelFrom, start }: StatedFigure, { text, tokens }: ChainReading): boolean {
  const label = labelTextOf({ labelFrom, start }, { text, tokens });
  return label.endsWith('的') && ABOVE.some(word => label.startsWith(word)) && beginsClause(text, start - label.length);
}

const ABOVE: readonly string[] = ['上述', '以上', '前述'];

/**
 * 受理12件。12件申请均为自然人提出; 12件申请均按期答复: first in its sentence, and from whom or by which way all of them came, or that
 * all were answered.
 */
function isAllAgain({ token, labelFrom, matterSource, parts, steps, start, end }: StatedFigure, text: string): boolean {
  return (
    labelFrom === token &&
    matterSource === 'noun' &&
    (parts.some(isOfOrigin) || steps.includes('replied')) &&
    SENTENCE_ENDS.includes(text.charAt(start - 1)) &&
    ALL_BEHIND.test(text.slice(end, end + LONGEST_NOUN))
  );
}

const SENTENCE_ENDS = `。；;${PARAGRAPH_END}`;
const LONGEST_NOUN = 16;
const ALL_BEHIND = /^[^，。；：、]{0,10}申请(?:[均都]|全部)/;

/** 本科以上36名 tells nothing again. */
function beginsClause(text: string, at: number): boolean {
  return at === 0 || SIGNS.includes(text.charAt(at - 1));
}

const SIGNS = `，,；;。：:、（(\n${PARAGRAPH_END}`;

/** The one count above that may be meant; undefined where some count, sum or difference of what stands there is it. */
function earlierOf(figure: StatedFigure, { figures, lists }: ChainReading): StatedFigure | undefined {
  const before = figures
    .slice(Math.max(0, figure.index - FARTHEST), figure.index)
    .filter(each => each.kind === 'count' && isSameMeasure(each.number.unit, figure.number.unit));
  const { value } = figure.number;
  if (before.some(each => each.number.value === value || !isExact(each))) return undefined;
  for (const [i, a] of before.entries()) {
    let sum = a.number.value;
    for (const b of before.slice(i + 1)) {
      sum += b.number.value;
      if (sum === value || Math.abs(a.number.value - b.number.value) === value) return undefined;
    }
  }
  const isPart = (each: StatedFigure) =>
    lists.some(
      ({ form, whole, parts }) =>
        form !== 'implied' && before.includes(whole) && parts.some(part => part.figure === each),
    );
  const near = before.filter(each => figure.paragraph - each.paragraph <= 1 && !isPart(each));
  const [only] = near;
  // 受理15件。5件申请均为自然人提出，10件申请为企业提出: parts of it.
  const next = figures[figure.index + 1];
  if (next?.sentence === figure.sentence && value + next.number.value === only?.number.value) return undefined;
  const isOne = near.length === 1 && only !== undefined && only.sentence >= figure.sentence - 2;
  return isOne && (only.matter === figure.matter || only.matterSource !== 'label' || figure.matterSource !== 'label')
    ? only
    : undefined;
}
