import type { ChainReading } from '../chains.ts';
import type { PartList } from '../lists/partList.ts';
import type { StatedFigure } from '../statedFigure.ts';

/** What no word joins is taken for all of it only where it comes near: two parts nearer than more of them. */
const [KINDS_NEAR, KINDS_NEARER] = [0.3, 0.2];
/** Where a stronger sign sets the whole off, as near as any list. */
const SET_OFF_NEAR = 0.5;
const FEWEST_OF_ALL = 3;
/** Longer ones are not compared sign by sign. */
const LONGEST_LABEL = 30;

/** 公报编发14期，正刊9期，增刊5期: kinds of what was counted first, named without a word that joins them. */
export function areKindsNear({ whole, parts, isSetOff }: PartList, sum: number, { figures }: ChainReading): boolean {
  const { value, unit } = whole.number;
  // 发布26篇；执法11篇；动态16篇；双随机7篇: one of a row is the whole of none.
  const before = figures[whole.index - 1];
  if (before?.sentence === whole.sentence && before.kind === 'count') return false;
  // 举办访谈47期，发布解读6期，图解50期: another verb, another thing.
  const first = parts[0]?.figure.steps ?? [];
  if (first.length > 0 && !first.some(step => whole.steps.includes(step)) && parts.length === 2) return false;
  if (parts.some(({ figure }) => figure.roles.has('all') || figure.number.unit !== unit || isOfFlow(figure)))
    return false;
  const isWholeOfYear = whole.roles.has('all') || whole.roles.has('total') || whole.when === 'this';
  // 人员815人，持证790人、辅助320人: what is far more than the whole overlaps.
  const isSetBelow = isSetOff === true && sum < value;
  const isOfMany = parts.length >= FEWEST_OF_ALL || isWholeOfYear || isSetOff === true;
  const farthest = isSetBelow ? SET_OFF_NEAR : isOfMany ? KINDS_NEAR : KINDS_NEARER;
  return Math.abs(sum - value) <= value * farthest;
}

/** 已销号2个，未销号11个: what was done, and what was not, is all there is. */
export function areComplements({ parts }: PartList, { text, tokens }: ChainReading): boolean {
  const [first, second] = parts.map(({ figure: { labelFrom, nounTo, start, end, token } }) => {
    const label = text.slice(tokens[labelFrom]?.start ?? start, start);
    return label === '' ? text.slice(end, tokens[nounTo - 1]?.end ?? tokens[token]?.end ?? end) : label;
  });
  if (first === undefined || second === undefined || parts.length !== 2) return false;
  if (first.length > LONGEST_LABEL || second.length > LONGEST_LABEL) return false;
  const done = first
    .trim()
    .replace(/^(?:已经?|均已|全部)/, '')
    .replace(/[的有]+$/, '');
  const notDone = /^(?:尚未|还未|仍未|未|没有|不)(.+?)[的有]*$/.exec(second.trim())?.[1];
  return notDone !== undefined && done.length > 1 && (done === notDone || done.endsWith(notDone));
}

/** 政策方面公开120条，财政方面公开80条，其他方面公开60条: all are told alike, and none is the whole of the others. */
export function areSiblings({ whole, parts }: PartList, { text, tokens }: ChainReading): boolean {
  const labelOf = ({ labelFrom, start }: StatedFigure) => text.slice(tokens[labelFrom]?.start ?? start, start).trim();
  const own = labelOf(whole);
  const labels = parts.map(({ figure }) => labelOf(figure));
  // 公开预算的单位100个，行政单位65个: the longer one names what they all are.
  const alike = own.length > Math.max(...labels.map(({ length }) => length)) ? ALIKE + 1 : ALIKE;
  const end = own.slice(-alike);
  return end.length === alike && labels.filter(label => label.endsWith(end)).length * 2 > labels.length;
}

/** So many signs at the end of labels tell that they are alike. */
const ALIKE = 2;

function isOfFlow({ steps, when }: StatedFigure): boolean {
  return when === 'last' || steps.some(step => step === 'replied' || step.startsWith('carr'));
}
