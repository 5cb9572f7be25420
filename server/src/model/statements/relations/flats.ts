import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import { isEarlier } from './years.ts';
import type { ChainDisagreement } from './disagreement.ts';

// Both years' figures, and a word without a number for how they compare: 与上年持平, 有所上升.

/** 基本持平, 大体相当: so far from each other both years may be, or by so many. */
const [NEARLY, FEW] = [0.15, 2];
const NEARLY_WORDS = /(?:基本|大体|大致|总体|整体|几乎|相对|差不多)(?:上|与[^，。]{0,8})?(?:保持)?$/;
/** Words that are round by themselves. */
const ROUND_WORDS = /基本|相当/;
/** A name of so few signs may stand before what is said. */
const SHORT_NAME = 2;
const LONGEST_BEFORE = 14;

interface Said {
  readonly how: 'flat' | 'up' | 'down';
  readonly isNearly: boolean;
}

/** 收到22件，与上年（25件）持平; 2023年收到25件，2024年收到22件，与上年持平; 收到22件，与上年持平，上年为25件 */
export function flats(chain: ChainReading): readonly ChainDisagreement[] {
  const { figures } = chain;
  return figures.flatMap((figure): ChainDisagreement[] => {
    if (figure.kind !== 'count' || !isEarlier(figure) || !isExact(figure)) return [];
    const isLater = (each: StatedFigure) =>
      each.sentence === figure.sentence && each.kind === 'count' && !isEarlier(each) && isExact(each);
    const former = figures.slice(0, figure.index).findLast(isLater);
    const next = figures[figure.index + 1];
    const isOfSame = next && isLater(next) && next.matter === figure.matter && next.depth === figure.depth;
    const after = former ?? (isOfSame ? next : undefined);
    if (!after || !isSameMeasure(after.number.unit, figure.number.unit)) return [];
    const said =
      saidBehind(former ? figure : after, figure, chain) ??
      (former && former.index === figure.index - 1 ? flatBetween(former, figure, chain) : undefined);
    if (!said || fits(said, figure.number.value, after.number.value)) return [];
    return [
      {
        kind: 'change',
        certainty: 'warning',
        figure: after,
        figures: [after, figure],
        before: figure.number.value,
        after: after.number.value,
        computed: `${Math.abs(after.number.value - figure.number.value)}${after.number.unit}`,
      },
    ];
  });
}

function fits({ how, isNearly }: Said, before: number, after: number): boolean {
  const difference = after - before;
  if (difference === 0) return true;
  return how === 'flat'
    ? isNearly && Math.abs(difference) <= Math.max(FEW, before * NEARLY)
    : difference > 0 === (how === 'up');
}

/** What the clause behind a figure says of the comparison, without a number and of nothing else. */
function saidBehind({ token: from }: StatedFigure, { matter }: StatedFigure, chain: ChainReading): Said | undefined {
  const { tokens } = chain;
  let said: Said | undefined;
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at];
    // 场次与去年相同: what it counts may be said again in a short word.
    if (token?.kind === 'unknown' && said === undefined && token.end - token.start <= SHORT_NAME) continue;
    if (token?.kind === 'number' || token?.kind === 'unknown') return said?.how === 'flat' ? said : undefined;
    if (token === undefined || (token.kind === 'sign' && token.sign !== 'enumeration' && isEnd(token.sign, said)))
      return said;
    if (token.kind !== 'word') continue;
    const { stat, part, matter: named } = token.meaning;
    // 答复率有所上升, 网上申请有所上升: of something else.
    if (stat === 'rate' || part !== undefined || (named !== undefined && named !== matter)) return said;
    if (said === undefined && isComparing(stat))
      said = { how: stat, isNearly: isNearlySaid(token.start, token.end, chain) };
  }
  return said;
}

/** Signs that end the sentence, and the comma behind what is said. */
function isEnd(sign: string, said: Said | undefined): boolean {
  return sign === 'stop' || sign === 'paragraph' || sign === 'semicolon' || (sign === 'comma' && said !== undefined);
}

/** 收到18件，同比持平（2023年15件）: said before last year's figure, with nothing else between both. */
function flatBetween(after: StatedFigure, before: StatedFigure, chain: ChainReading): Said | undefined {
  for (let at = after.token + 1; at < before.token; at++) {
    const token = chain.tokens[at];
    if (token?.kind === 'word' && token.meaning.stat === 'flat')
      return { how: 'flat', isNearly: isNearlySaid(token.start, token.end, chain) };
  }
  return undefined;
}

function isComparing(stat: string | undefined): stat is Said['how'] {
  return stat === 'flat' || stat === 'up' || stat === 'down';
}

function isNearlySaid(start: number, end: number, { text }: ChainReading): boolean {
  return (
    ROUND_WORDS.test(text.slice(start, end)) ||
    NEARLY_WORDS.test(text.slice(Math.max(0, start - LONGEST_BEFORE), start))
  );
}
