import { isSameMeasure } from '../measures.ts';
import type { NumberToken, Token } from '../tokens.ts';

/** So many tokens around are looked at. */
const MOST = 6;

/** Whether 中 at a token says what is divided: before a sign, a figure, or what there is among them: 12件申请中， */
export function isOf(
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  at: number,
): boolean {
  const [own, next] = [tokens[at], tokens[at + 1]];
  if (!own || !next || next.start > own.end) return false;
  if (next.kind === 'sign') return next.sign === 'comma' || next.sign === 'colon' || next.sign === 'enumeration';
  const sign = text.charAt(next.start);
  return next.kind === 'number' || sign === '有' || sign === '已' || isBetweenCounts(tokens, at);
}

/** 37篇解读中文字解读33篇、图解4篇: with no sign between two counts of the same measure word. */
function isBetweenCounts(tokens: readonly Token[], at: number): boolean {
  const [before, behind] = [numberFrom(tokens, at, -1), numberFrom(tokens, at, 1)];
  const unit = before?.number.unit ?? '';
  return unit !== '' && unit !== '%' && behind !== undefined && isSameMeasure(unit, behind.number.unit);
}

/** The nearest number on one side; none behind a sign. */
function numberFrom(tokens: readonly Token[], at: number, step: 1 | -1): NumberToken | undefined {
  for (let i = at + step, far = 0; far < MOST; i += step, far++) {
    const token = tokens[i];
    if (!token || token.kind === 'sign') return undefined;
    if (token.kind === 'number') return token;
  }
  return undefined;
}
