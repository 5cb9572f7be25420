import { labelTextOf } from './labelText.ts';
import { cellMetric } from '../../format/metrics.ts';
import { TABLES } from '../../format/roles.ts';
import { DECISION_UNITS, DOCUMENT_UNITS } from '../../text/measureWords.ts';
import type { ChainReading } from './chains.ts';
import type { PartList } from './lists/partList.ts';
import type { StatedFigure } from './statedFigure.ts';
import type { NamedQuantity } from './statedQuantity.ts';
import { isWay } from './labelWords.ts';

// What figures say of the rows of section two: documents, and decisions on licences, penalties and compulsion.

/** Steps that name a column, the more telling ones first. */
const COLUMNS = ['newlyDisclosed', 'totalDisclosed', 'effective', 'repealed'] as const;

/** The rows of decisions by their matters, and what they are called where it is not said that they were made. */
const ROWS = {
  licences: { metric: 'licenses', name: '行政许可' },
  penalties: { metric: 'penalties', name: '行政处罚' },
  compulsion: { metric: 'compulsions', name: '行政强制' },
} as const;
type Decided = keyof typeof ROWS;

/** What a figure says of the documents that the body made, repealed, or has in force. */
export function documentsOf(
  figure: StatedFigure,
  chain: ChainReading,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): NamedQuantity | undefined {
  if (figure.parts.length > 0) return undefined;
  const { steps, matter } = figure;
  const column = COLUMNS.find(step => steps.includes(step)) ?? (isIssued(steps) ? 'issued' : undefined);
  if (matter === 'rules') {
    if (column === undefined || figure.matterSource === 'topic') return undefined;
    return { metric: cellMetric(TABLES.disclosure, 'rules', column), wording: 'sum' };
  }
  if (column !== undefined) return { metric: column, wording: 'cell' };
  return arePublished(figure, chain) && !wholes.has(figure)
    ? { metric: 'publishedDocuments', wording: 'loose' }
    : undefined;
}

/** 制发, 制发公开; 公开制发的 is said of others too. */
function isIssued(steps: readonly string[]): boolean {
  const [before, last] = [steps.at(-2), steps.at(-1)];
  return last === 'issued' || (last === 'published' && before === 'issued');
}

/** 公开行政规范性文件6件: those of this year, or all that there are. */
function arePublished(figure: StatedFigure, { figures, text, tokens }: ChainReading): boolean {
  const { matterSource, steps, limits, number, labelFrom, start, unknown, roles } = figure;
  const isPlain = matterSource === 'label' && steps.every(step => step === 'published') && limits.every(isWay);
  if (!isPlain || unknown > 0 || roles.size > 0 || !DOCUMENT_UNITS.has(number.unit)) return false;
  const label = labelTextOf({ labelFrom, start }, { text, tokens });
  // 公开县政府规范性文件5件，公开部门规范性文件12件: each is a share of them.
  const isOneOf = figures.some(
    each =>
      each !== figure && each.sentence === figure.sentence && each.kind === 'count' && each.matter === 'normative',
  );
  return PUBLISHED.test(label) && !OF_OTHERS.test(label) && !isOneOf;
}

/** Not 规范性文件草案, 规范性文件目录. */
const PUBLISHED = /公开.*规范性文件(?:数量?)?(?:共计?|计|为|达)?$/;
/** Documents of several years, or of somebody else. */
const OF_OTHERS = /累计|上级|转[载发]/;

/** What a figure says of licences, penalties or compulsion: 作出行政许可决定812件; 公开许可812件、处罚57件 with others of these rows. */
export function decisionsOf(
  figure: StatedFigure,
  matter: Decided,
  { figures, text }: ChainReading,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): NamedQuantity | undefined {
  const { parts, matterSource, steps, limits, number, unknown, start, index, sentence, whose } = figure;
  if (parts.length > 0 || matterSource !== 'label') return undefined;
  const { metric } = ROWS[matter];
  if (steps.includes('decided')) return { metric, wording: 'sum' };
  const isDone = steps.every(step => step === 'handled' || step === 'published');
  // 通过网站、微信等途径公开信息，公开行政许可…: no limit but the ways of all.
  if (!isDone || whose === 'area' || !limits.every(isWay) || unknown > 0 || !DECISION_UNITS.has(number.unit))
    return undefined;
  if ((wholes.get(figure)?.form ?? 'implied') !== 'implied') return undefined;
  const isBare = (each: StatedFigure) =>
    each.matter !== undefined && each.matter in ROWS && text.endsWith(ROWS[each.matter as Decided].name, each.start);
  const isOfRow = [figures[index - 1], figures[index + 1]].some(
    each =>
      each?.sentence === sentence &&
      each.matter !== matter &&
      (isBare(each) || (each.matter === 'normative' && each.matterSource === 'label')),
  );
  return isOfRow && text.endsWith(ROWS[matter].name, start) ? { metric, wording: 'loose' } : undefined;
}
