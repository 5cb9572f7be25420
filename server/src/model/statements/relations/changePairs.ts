import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, marginOf } from './arithmetic.ts';
import { isEarlier } from './years.ts';

// The values of two years that a change is of, where they stand in other sentences or behind it.

export interface Value {
  readonly value: number;
  readonly margin: number;
}
export interface Pair {
  readonly before: Value;
  readonly after: Value;
  readonly figures: readonly StatedFigure[];
  /** Nothing but the order of the figures says what was before. */
  readonly isLoose?: boolean;
}

export function valueOf(figure: StatedFigure): Value {
  return { value: figure.number.value, margin: marginOf(figure) };
}

export function pairFrom(before: StatedFigure, after: StatedFigure): Pair {
  return { before: valueOf(before), after: valueOf(after), figures: [before, after] };
}

/**
 * 2023年收到申请8件。2024年收到申请6件，同比下降25%: one year is told in the sentence of the change, the other in the one
 * before it, of the same, and nothing besides.
 */
export function pairApart(change: StatedFigure, { figures, tokens, text }: ChainReading): Pair | undefined {
  if (change.kind !== 'change' && change.kind !== 'difference') return undefined;
  if (!/[比较]/.test(labelTextOf(change, { text, tokens }))) return undefined;
  const own = figures[change.index - 1];
  const other = own && figures[own.index - 1];
  if (!own || !other || own.sentence !== change.sentence || other.sentence !== own.sentence - 1) return undefined;
  if (other.paragraph !== own.paragraph || figures[other.index - 1]?.sentence === other.sentence) return undefined;
  const isPlain = ({ kind, depth, parts, number, when }: StatedFigure) =>
    kind === 'count' &&
    depth === change.depth &&
    parts.length === 0 &&
    number.precision === 'exact' &&
    (when === undefined || when === 'this' || when === 'last');
  const isOfSame =
    own.matter !== undefined &&
    own.matter === other.matter &&
    own.steps.join() === other.steps.join() &&
    isSameMeasure(own.number.unit, other.number.unit) &&
    isEarlier(own) !== isEarlier(other);
  if (!isPlain(own) || !isPlain(other) || !isOfSame) return undefined;
  const [before, after] = isEarlier(own) ? [own, other] : [other, own];
  return pairFrom(before, after);
}

/** 2024年公开60条；2023年公开50条。相比之下，增加10条: both years are told in the sentence before, and nothing besides. */
export function pairTold(change: StatedFigure, { figures, text }: ChainReading): Pair | undefined {
  let first = change;
  for (let each = figures[first.index - 1]; each?.sentence === change.sentence; each = figures[first.index - 1]) {
    if (each.kind !== 'difference' && each.kind !== 'change') return undefined;
    first = each;
  }
  const [other, own] = [figures[first.index - 2], figures[first.index - 1]];
  if (!own || !other || own.sentence !== change.sentence - 1 || other.sentence !== own.sentence) return undefined;
  if (own.paragraph !== change.paragraph || figures[other.index - 1]?.sentence === own.sentence) return undefined;
  const lead = text.slice(own.end, first.start);
  const at = lead.indexOf('。') + 1;
  if (at === 0 || !COMPARED.test(lead.slice(at).trim())) return undefined;
  const isPlain = ({ kind, depth, number, when }: StatedFigure) =>
    kind === 'count' &&
    depth === change.depth &&
    number.precision === 'exact' &&
    (when === undefined || when === 'this' || when === 'last');
  const isOther = own.matterSource === 'label' && other.matterSource === 'label' && own.matter !== other.matter;
  if (!isPlain(own) || !isPlain(other) || isOther || isEarlier(own) === isEarlier(other)) return undefined;
  if (!isSameMeasure(own.number.unit, other.number.unit)) return undefined;
  // 相比之下，政策类增加12条，答复时间减少5天: of something else.
  const isOfSame = ({ kind, number, matterSource, unknown, parts, steps }: StatedFigure) =>
    (kind === 'change' || isSameMeasure(number.unit, own.number.unit)) &&
    matterSource !== 'label' &&
    unknown === 0 &&
    parts.length + steps.length === 0;
  if (!figures.slice(first.index, change.index + 1).every(isOfSame)) return undefined;
  const [before, after] = isEarlier(own) ? [own, other] : [other, own];
  return pairFrom(before, after);
}

const COMPARED = /^(?:相比|对比|比较|两年|两者|二者|前后|与之相比|同比)/;

/** 同比增长20%，从15件上升到18件; 较上年增加3件，达到18件（上年15件）: first in its sentence, and both years right behind. */
export function pairBehind(change: StatedFigure, figures: readonly StatedFigure[]): Pair | undefined {
  const [first, second] = [figures[change.index + 1], figures[change.index + 2]];
  if (!first || !second || figures[change.index - 1]?.sentence === change.sentence) return undefined;
  const areOfSentence = [first, second].every(
    each => each.sentence === change.sentence && each.kind === 'count' && isExact(each),
  );
  if (!areOfSentence || !isSameMeasure(first.number.unit, second.number.unit)) return undefined;
  if (change.kind === 'difference' && !isSameMeasure(first.number.unit, change.number.unit)) return undefined;
  const isTo = second.stats.has('to') && first.stats.has('from');
  const isOfSame = second.matter === first.matter || second.matterSource !== 'label';
  const isBefore = isEarlier(second) && !isEarlier(first) && isOfSame;
  if (!isTo && !isBefore) return undefined;
  const [before, after] = isTo ? [first, second] : [second, first];
  return pairFrom(before, after);
}
