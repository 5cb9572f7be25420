import { memoByObject } from '../../text/memo.ts';
import type { ChainReading } from './chains.ts';
import type { StatedFigure } from './statedFigure.ts';
import type { Token } from './tokens.ts';

/** A claim about all of a kind. Places count from the start of the chain. */
export interface Claim {
  readonly start: number;
  readonly end: number;
}

const ALL = 100;
const DEADLINE = 'manner=';

/** Where a chain says that all applications were answered: 依申请公开办结率100%. Of a deadline kept it is no claim. */
export const completeClaims = memoByObject(({ figures, tokens }: ChainReading): readonly Claim[] =>
  figures.flatMap((figure): Claim[] => {
    if (!isAllAnswered(figure)) return [];
    for (let at = figure.token - 1; at >= figure.labelFrom; at--) {
      const token = tokens[at];
      if (token?.kind === 'word' && token.meaning.stat === 'rate')
        return token.meaning.step === 'replied' ? [{ start: token.start, end: figure.end }] : [];
    }
    return [];
  }),
);

function isAllAnswered({
  kind,
  number,
  matter,
  matterSource,
  steps,
  parts,
  limits,
  whose,
  when,
  unknown,
}: StatedFigure): boolean {
  return (
    kind === 'rate' &&
    number.value === ALL &&
    number.precision === 'exact' &&
    matter === 'applications' &&
    matterSource !== 'heading' &&
    unknown === 0 &&
    steps.every(step => step === 'replied' || step === 'handled') &&
    parts.length === 0 &&
    !limits.some(limit => limit.startsWith(DEADLINE)) &&
    (whose === undefined || whose === 'own' || whose === 'area') &&
    (when === undefined || when === 'this')
  );
}

/** A claim that all cases of some kinds were upheld. */
export interface UpheldClaim extends Claim {
  readonly matters: readonly ('reviews' | 'litigation')[];
}

const EVERY: ReadonlySet<string> = new Set(['均', '都', '全部', '悉数', '均被', '均予', '均获', '均已', '均为']);
/** With one of these in the sentence, not all of the cases are spoken of. */
const OTHER_STEPS: ReadonlySet<string> = new Set(['replied', 'corrected', 'otherOutcome', 'pending', 'done']);
/** 均获维持, 全部予以维持 */
const FARTHEST = 3;

/** Where a chain says that all reviews or lawsuits were upheld: 均获维持. */
export const upheldClaims = memoByObject(({ tokens, text }: ChainReading): readonly UpheldClaim[] => {
  const claims: UpheldClaim[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    // 均胜诉: a suit may be won in other ways too.
    if (token.kind !== 'word' || token.meaning.step !== 'upheld' || token.meaning.part !== undefined) continue;
    const every = everyBefore(tokens, at, text);
    if (every === undefined) continue;
    const [from, to] = sentenceAround(tokens, at);
    const matters = new Set<'reviews' | 'litigation'>();
    let isOfSome = false;
    for (let each = from; each < to; each++) {
      const other = tokens[each];
      if (other?.kind !== 'word') continue;
      const { matter, step, role } = other.meaning;
      if ((step !== undefined && OTHER_STEPS.has(step)) || role === 'rest') isOfSome = true;
      if (each > at) continue;
      if (matter === 'reviews' || matter === 'legalCases') matters.add('reviews');
      if (matter === 'litigation' || matter === 'legalCases') matters.add('litigation');
    }
    if (!isOfSome && matters.size > 0) claims.push({ start: every, end: token.end, matters: [...matters] });
  }
  return claims;
});

/** Start of the word for all that stands before the word at `at`, with next to nothing between. */
function everyBefore(tokens: readonly Token[], at: number, text: string): number | undefined {
  for (let before = at - 1; before >= Math.max(0, at - FARTHEST); before--) {
    const token = tokens[before];
    if (token === undefined || token.kind === 'sign' || token.kind === 'number') return undefined;
    if (EVERY.has(text.slice(token.start, token.end))) return token.start;
    if (token.kind === 'word' && (token.meaning.matter !== undefined || token.meaning.step !== undefined))
      return undefined;
  }
  return undefined;
}

/** The tokens of the sentence around one; a semicolon ends it too. */
function sentenceAround(tokens: readonly Token[], at: number): readonly [from: number, to: number] {
  const isEnd = (token: Token | undefined) =>
    token?.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph' || token.sign === 'semicolon');
  let from = at;
  while (from > 0 && !isEnd(tokens[from - 1])) from--;
  let to = at;
  while (to < tokens.length && !isEnd(tokens[to])) to++;
  return [from, to];
}
