import type { ChainReading } from '../chains.ts';
import { isOfOrigin } from '../labelWords.ts';
import { cameIn } from '../lists/listFigures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { mayHoldCarriedIn, sentencesOf } from './sums.ts';

/** 收到4件，答复1件，无结转下年; 收到0件，办结3件: without anything that was carried, what came in and what was answered are the same. */
export function repliesToAll(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap((sentence): ChainDisagreement[] => {
    const counts = sentence.filter(({ kind, matter }) => kind === 'count' && matter === 'applications');
    const [fresh, replied, ...others] = counts;
    if (!fresh || !replied || others.length > 0 || !cameIn(fresh) || !isReply(replied)) return [];
    if (![fresh, replied].every(isWhole) || fresh.number.value === replied.number.value) return [];
    const isMore = replied.number.value > fresh.number.value;
    const isTold = isMore
      ? fresh.number.value === 0 && !mayHoldCarriedIn(fresh, replied, chain)
      : isNoneCarriedBehind(replied, chain);
    if (!isTold) return [];
    const { value } = replied.number;
    const sum = `${fresh.number.value} ≠ ${value}`;
    const certainty = isMore ? 'information' : 'warning';
    return [{ kind: 'flow', certainty, figure: fresh, figures: [fresh, replied], computed: value, sum }];
  });
}

function isReply({ steps }: StatedFigure): boolean {
  return steps.includes('replied') || steps.includes('done');
}

/** Of all applicants and by all ways, in the report year, as far as the words tell. */
function isWhole(figure: StatedFigure): boolean {
  const { parts, limits, when, depth, steps } = figure;
  return (
    isExact(figure) &&
    depth === 0 &&
    (when === undefined || when === 'this') &&
    !steps.some(step => step.startsWith('carr')) &&
    ![...parts, ...limits].some(isOfOrigin)
  );
}

/** 无结转下年度继续办理件: no number, and a word that denies it before it, in the sentence. */
function isNoneCarriedBehind({ token }: StatedFigure, { tokens }: ChainReading): boolean {
  for (let at = token + 1; at < tokens.length; at++) {
    const each = tokens[at];
    if (each?.kind === 'number' || (each?.kind === 'sign' && ENDS.has(each.sign))) return false;
    if (each?.kind !== 'word' || each.meaning.step !== 'carriedOut') continue;
    return tokens.slice(Math.max(token, at - 2), at).some(word => word.kind === 'word' && word.meaning.role === 'not');
  }
  return false;
}

const ENDS: ReadonlySet<string> = new Set(['stop', 'paragraph', 'semicolon']);
