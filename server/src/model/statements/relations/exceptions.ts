import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import { wrongSum, type ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

const EXCEPT = /^(?:除|扣除|剔除|除去|除了|去除|减去)(?:了)?$|(?:扣除|剔除|除去|去除)[\u4e00-\u9fff]{0,12}$/;
/** 除5个涉密单位外, 剔除重复的5件后: the exception ends, and what is left follows. */
const LEFT = /^[^，,；;。\d]{0,16}[，,]?(?:其余|其他|余下|剩余|剩下|另外)?[^，,；;。\d]{0,10}$/;
const REST = /^(?:其余|其他|余下|剩余|剩下)/;
/** What is left is half of it or more, as an exception is one; called the rest, it may be a slip of one digit. */
const [MOST, FEWEST] = [0.5, 0.08];

/** 全县68家单位，除2家涉密单位外，其余65家均已公开: what is excepted and what is left are all of them. */
export function exceptions(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap(sentence =>
    sentence.flatMap((except, i): ChainDisagreement[] => {
      const left = sentence[i + 1];
      if (i === 0 || !left || !EXCEPT.test(labelTextOf(except, chain))) return [];
      if (!LEFT.test(chain.text.slice(except.end, left.start))) return [];
      const wholes = sentence.slice(0, i).filter(each => isCounted(each, except));
      const [whole] = wholes.slice(-1);
      if (!whole || !isCounted(except, left) || !isCounted(left, except)) return [];
      const sum = sumOf([except, left]);
      const { value } = whole.number;
      const isRest = REST.test(labelTextOf(left, chain));
      if (wholes.some(({ number }) => number.value === sum)) return [];
      if (left.number.value < value * (isRest ? FEWEST : MOST)) return [];
      // 除3件撤回外，答复26件，结转1件: what was left went several ways.
      const next = sentence[i + 2];
      if (sum < value && next && isCounted(next, left) && !isRest) return [];
      if (whole.when !== left.when && (whole.when === 'last' || left.when === 'last')) return [];
      return [wrongSum(whole, [except, left])];
    }),
  );
}

function isCounted(each: StatedFigure, as: StatedFigure): boolean {
  return (
    each.kind === 'count' &&
    isExact(each) &&
    each.depth === as.depth &&
    each.number.unit !== '' &&
    isSameMeasure(each.number.unit, as.number.unit)
  );
}
