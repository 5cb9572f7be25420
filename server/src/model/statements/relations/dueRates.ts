import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';

// Rates of what was done, of what was to be done.

/** 响应, 应急 and 应诉 are no duty. */
const DUE = /(?:^|[^响适供反对相效感])应(?![急用诉届聘征变对])|[需须](?!求)|预算|计划|任务/;
const DONE = /已|实|完成|执行|按[时期]|及时/;
/** What is called by these was done or was not; how good it was is another thing (合格率, 满意率). */
const OF_DOING: ReadonlySet<string> = new Set([
  '覆盖',
  '完成',
  '执行',
  '落实',
  '到位',
  '发布',
  '公开',
  '公示',
  '上网',
  '报送',
  '备案',
  '报备',
  '参考',
  '参训',
  '参会',
  '到会',
  '到岗',
  '出席',
  '出庭',
  '出勤',
  '更新',
  '录入',
  '归集',
  '整改',
  '编制',
  '建成',
  '兑现',
  '支出',
  '拨付',
]);
/** The last two signs before 率, the first of several that are joined: 发布率与规范率均为. */
const NAME = /^[^率]*?([^率不未非]{2})(?:率|比例)(?:[、和与及][^率、]{2,6}率){0,4}(?:均|都)?(?:[为达是]|达到)?$/;

/** What was done, and what was to be. */
interface DueRate {
  readonly part: StatedFigure;
  readonly partValue: number;
  readonly base: number;
  readonly baseFigure: StatedFigure;
}

/** 应考70人，实考62人，参考率88.6%: two counts, and the rate directly behind them. */
export function rateOfDue(share: StatedFigure, { figures, text, tokens }: ChainReading): DueRate | undefined {
  const [before, base, part] = [figures[share.index - 3], figures[share.index - 2], figures[share.index - 1]];
  if (!base || !part || before?.sentence === share.sentence) return undefined;
  const areCounts = [base, part].every(
    each => each.sentence === share.sentence && each.kind === 'count' && each.depth === share.depth && isExact(each),
  );
  if (!areCounts || base.number.unit === '' || !isSameMeasure(base.number.unit, part.number.unit)) return undefined;
  // 报送率、审核率均为95.2%: the sign between them ends no clause.
  const clause = /[^，,；;]*$/.exec(text.slice(part.end, share.start))?.[0] ?? '';
  const name = NAME.exec(clause.trim())?.[1];
  if (name === undefined || !OF_DOING.has(name)) return undefined;
  const isOfDuty =
    DUE.test(labelTextOf(base, { text, tokens })) &&
    !DUE.test(labelTextOf(part, { text, tokens })) &&
    DONE.test(labelTextOf(part, { text, tokens }));
  return isOfDuty && base.number.value > 0
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}
