import { memoByObject } from '../../text/memo.ts';
import type { ChainReading } from './chains.ts';
import type { StatedFigure } from './statedFigure.ts';
import { tokensOf } from './tokens.ts';

/** A sum of 信息处理费 whose basis its sentence names. */
export interface StatedFee {
  readonly figure: StatedFigure;
  readonly basis: 'byRequest' | 'byPages';
}

/** The fee that the tariff of 2020 speaks of. */
const PROCESSING_FEE: ReadonlySet<string> = new Set(['信息处理费', '政府信息公开信息处理费']);
const OF_ANY_FEE: ReadonlySet<string> = new Set(['处理费', '费用', '收费', '收费金额']);
/** Of a rate, and of a fee that was not taken. */
const NO_SUM: ReadonlySet<string> = new Set(['标准', '减免', '免收', '退还', '退']);
const SPEAKING: ReadonlySet<string> = new Set(['收取', '缴费', '缴纳', '实际收取']);

/** Sums of the processing fee in a chain, where nothing else is reckoned in the same sentence. */
export const feesIn = memoByObject(({ tokens, text, figures }: ChainReading): readonly StatedFee[] => {
  const fees: StatedFee[] = [];
  let sentence = -1;
  let from = 0;
  for (const figure of figures) {
    if (figure.number.unit !== '元' || figure.kind !== 'count' || figure.number.precision !== 'exact') continue;
    if (figure.sentence !== sentence) {
      sentence = figure.sentence;
      from = figure.token;
      while (from > 0 && !isEnd(tokens[from - 1])) from--;
    }
    let isProcessing = false;
    let isOther = false;
    const bases = new Set<string>();
    for (let at = from; at < tokens.length && !isEnd(tokens[at]); at++) {
      const token = tokens[at];
      if (token?.kind !== 'word') continue;
      const word = text.slice(token.start, token.end);
      const { matter, part } = token.meaning;
      if (PROCESSING_FEE.has(word)) isProcessing = true;
      else if (NO_SUM.has(word) && at >= figure.labelFrom && at < figure.token) isOther = true;
      else if (part === 'channel=letter' || (matter === 'fees' && !OF_ANY_FEE.has(word))) isOther = true;
      if (part !== undefined) bases.add(part);
    }
    const basis = bases.has('fee=byPages') ? 'byPages' : bases.has('fee=byRequest') ? 'byRequest' : undefined;
    if (isProcessing && !isOther && basis !== undefined && !isRate(figure, tokens, text)) fees.push({ figure, basis });
  }
  return fees;
});

function isEnd(token: ChainReading['tokens'][number] | undefined): boolean {
  return token?.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph');
}

/** 5元/页, 5元每页 */
function isRate(figure: StatedFigure, tokens: ChainReading['tokens'], text: string): boolean {
  const next = tokens[figure.token + 1];
  if (next?.kind === 'word') return next.meaning.stat === 'per';
  return next?.kind === 'unknown' && (text.charAt(next.start) === '/' || text.charAt(next.start) === '／');
}

/** Whether a text speaks of fees at all, were it to say that there were none. */
export function speaksOfFees(text: string): boolean {
  return tokensOf(text).some(token => {
    if (token.kind !== 'word') return false;
    const { matter, step } = token.meaning;
    return (
      matter === 'fees' ||
      matter === 'administrativeFees' ||
      step === 'otherFeeUnpaid' ||
      SPEAKING.has(text.slice(token.start, token.end))
    );
  });
}
