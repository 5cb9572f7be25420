import { cellMetric } from '../../format/metrics.ts';
import { TABLES } from '../../format/roles.ts';
import type { ChainReading } from './chains.ts';
import type { PartList } from './lists/partList.ts';
import type { StatedFigure } from './statedFigure.ts';
import type { NamedQuantity } from './statedQuantity.ts';
import { PARAGRAPH_END } from './tokens.ts';

const CASES = TABLES.cases;
const OUTCOMES: Readonly<Record<string, string>> = {
  upheld: 'upheld',
  corrected: 'corrected',
  otherOutcome: 'other',
  pending: 'pending',
};
/** What a figure says of reviews and lawsuits on the disclosure of information. */
export function casesOf(
  figure: StatedFigure,
  chain: ChainReading,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): NamedQuantity | undefined {
  if (isOnDisclosure(figure, chain)) return quantityOf(figure, wholes);
  const named = isOfSection(figure, chain) ? quantityOf(figure, wholes) : undefined;
  return named && { ...named, wording: 'loose' };
}

function quantityOf(figure: StatedFigure, wholes: ReadonlyMap<StatedFigure, PartList>): NamedQuantity | undefined {
  const { steps, parts, matter } = figure;
  const isSubset = figure.roles.has('subset');
  if (
    parts.length > 0 ||
    steps.some(
      step =>
        !(step in OUTCOMES) &&
        step !== 'received' &&
        step !== 'direct' &&
        step !== 'afterReview' &&
        !(isSubset && step === 'handled') &&
        step !== 'made',
    )
  )
    return undefined;
  const list = wholes.get(figure);
  if (list && list.whole.matter !== matter && !isSubset && list.whole.matter !== 'legalCases') return undefined;
  const outcomes = steps.map(step => OUTCOMES[step]).filter(each => each !== undefined);
  // 其余7件为其他结果或尚未审结: of several cells.
  if (outcomes.length > 1) return undefined;
  const [outcome] = outcomes;
  const row = steps.includes('direct')
    ? 'litigationDirect'
    : steps.includes('afterReview')
      ? 'litigationAfterReview'
      : undefined;
  if (matter === 'reviews' && row === undefined) {
    if (outcome !== undefined) return { metric: cellMetric(CASES, 'review', outcome), wording: 'cell' };
    return list && !isSubset && list.whole.matter === 'reviews' ? undefined : { metric: 'review', wording: 'sum' };
  }
  // 对复议结果不服、复议后起诉的23件 are lawsuits.
  if (row !== undefined) return { metric: cellMetric(CASES, row, outcome ?? 'total'), wording: 'cell' };
  if (outcome !== undefined)
    return list && list.whole.steps.some(step => step === 'direct' || step === 'afterReview')
      ? undefined
      : { metric: cellMetric(CASES, 'litigation', outcome), wording: 'sum' };
  return list && !isSubset && list.whole.matter === 'litigation' ? undefined : { metric: 'litigation', wording: 'sum' };
}

/** A paragraph is looked at no further back than this. */
const FAR = 300;

/** Whether the paragraph speaks of cases on the disclosure of information, and not of all. */
function isOnDisclosure(figure: StatedFigure, { text }: ChainReading): boolean {
  const before = text.slice(Math.max(0, figure.start - FAR), figure.start);
  const paragraph = before.slice(before.lastIndexOf(PARAGRAPH_END) + 1);
  const passage = figure.when === 'allYears' ? paragraph : paragraph.slice(paragraph.lastIndexOf('。') + 1);
  return figure.when === 'allYears' || passage.includes('信息公开') || figure.matterSource === 'heading';
}

/** 四、政府信息公开行政复议、行政诉讼情况: cases that it tells of are these, unless its paragraph tells those apart. */
function isOfSection({ start }: StatedFigure, { text, section }: ChainReading): boolean {
  if (!section.includes('公开') || !(section.includes('复议') || section.includes('诉讼'))) return false;
  const from = Math.max(text.lastIndexOf(PARAGRAPH_END, start) + 1, start - FAR);
  const [paragraph = ''] = text.slice(from, start + FAR).split(PARAGRAPH_END);
  return !APART.test(paragraph);
}

/** 行政应诉案件174件，负责人出庭66件; 其中涉及信息公开的11件; 各类案件 */
const APART = /信息公开|应诉|出庭|各类|全部案件/;
