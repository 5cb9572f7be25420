import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isEqual, isExact, sumOf } from './arithmetic.ts';
import { wrongSum, type ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

/** Two figures that are told of one thing: 8场149人次. */
type Pair = readonly [StatedFigure, StatedFigure];

/** 讲座8场149人次，座谈3场66人次，合计11场215人次: of pairs, one total is right, and the other is not. */
export function pairedTotals(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap(sentence =>
    sentence.flatMap((total, i): ChainDisagreement[] => {
      const second = sentence[i + 1];
      if (!second || !SUMMED.test(labelTextOf(total, chain)) || !isPair([total, second])) return [];
      const pairs: Pair[] = [];
      for (let at = i - 2; at >= 0; at -= 2) {
        const pair = [sentence[at], sentence[at + 1]] as Pair;
        if (!isPair(pair) || !isAlike(pair, [total, second], chain)) break;
        pairs.unshift(pair);
      }
      if (pairs.length < 2) return [];
      const columns = ([0, 1] as const).map(column => {
        const parts = pairs.map(pair => pair[column]);
        const whole = column === 0 ? total : second;
        return { whole, parts, isRight: isEqual(sumOf(parts), whole.number.value, [whole, ...parts]) };
      });
      const [wrong, ...others] = columns.filter(({ isRight }) => !isRight);
      if (!wrong || others.length > 0) return [];
      return [wrongSum(wrong.whole, wrong.parts, 'total')];
    }),
  );
}

const SUMMED = /(?:合计|总计|共计|累计|总共|一共|共)[\u4e00-\u9fff]{0,4}$/;

function isPair([first, second]: Pair): boolean {
  return (
    [first, second].every(each => each.kind === 'count' && isExact(each) && each.number.unit !== '') &&
    first.depth === second.depth &&
    first.number.unit !== second.number.unit
  );
}

/** Counted in the same measure words; what stands between the two is nothing, or the same words. */
function isAlike(pair: Pair, total: Pair, chain: ChainReading): boolean {
  const between = ([, second]: Pair) => labelTextOf(second, chain).replace(/^[合总共累]?[计共]/, '');
  return (
    pair.every((each, i) => each.number.unit === total[i]?.number.unit && each.depth === total[0].depth) &&
    between(pair) === between(total)
  );
}
