import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { isItem } from './otherEnds.ts';

/** 收到意见30条，采纳12条: what came of it is no more than what there was. */
export function outcomes(chain: ChainReading): readonly ChainDisagreement[] {
  return [...adopted(chain), ...qualified(chain)];
}

function adopted(chain: ChainReading): readonly ChainDisagreement[] {
  const { figures } = chain;
  return figures.flatMap((figure): ChainDisagreement[] => {
    const isAdopted = figure.steps.includes('adopted');
    const isDone =
      figure.steps.includes('replied') &&
      figure.matter !== 'applications' &&
      figure.matter !== undefined &&
      OUTCOME_MATTERS.has(figure.matter);
    if (figure.kind !== 'count' || !(isAdopted || isDone) || !isExact(figure)) return [];
    const whole = figures[figure.index - 1];
    if (
      !whole ||
      whole.sentence !== figure.sentence ||
      whole.kind !== 'count' ||
      whole.depth !== figure.depth ||
      !isExact(whole) ||
      whole.matter !== figure.matter ||
      !isSameMeasure(whole.number.unit, figure.number.unit) ||
      /[；;]/.test(chain.text.slice(whole.end, figure.start)) ||
      isItem(figure, chain)
    )
      return [];
    if (
      // 提出意见31条，采用的有46条
      !(
        whole.steps.some(step => step === 'received' || step === 'handled' || step === 'newReceived') ||
        (isAdopted && whole.matter === 'opinions' && whole.matterSource === 'label' && figure.parts.length === 0)
      ) ||
      whole.when === 'partial' ||
      whole.number.value >= figure.number.value ||
      whole.number.value === 0
    )
      return [];
    // 期初未结18件，登记143件，办复145件: more may be answered than came in.
    const isLeft = ({ kind, steps, when }: StatedFigure) =>
      (when === 'last' && kind !== 'difference') || steps.some(step => step === 'pending' || step.startsWith('carr'));
    if (figures.some(each => each.sentence === figure.sentence && isLeft(each))) return [];
    // 主办12件，会办21件，均已办结33件: of both.
    const before = figures[whole.index - 1];
    if (
      before?.sentence === figure.sentence &&
      isSameMeasure(before.number.unit, figure.number.unit) &&
      before.number.value + whole.number.value >= figure.number.value
    )
      return [];
    return [{ kind: 'partAboveWhole', certainty: 'warning', figure, figures: [figure, whole], whole }];
  });
}

const OUTCOME_MATTERS = new Set(['letters', 'hotline', 'messages', 'complaints', 'proposals', 'opinions']);

/** What is said of some of what was counted before: with these words labels end, but for 的 and 有. */
const QUALITIES: readonly string[] =
  '查实 属实 核实 立案 查处 查否 合格 不合格 达标 不达标 通过 未通过 及格 不及格 反馈 回收 收回 获奖 优秀 得满分 满分 超期 超时 未按时报送 未报送 未更新 不更新 超期未办 逾期未办 已整改 完成整改 整改到位 签收'.split(
    ' ',
  );
/** Before what was added within the year, they say that all there are were counted. */
const STOCKS: readonly string[] = ['现有', '收录', '共有', '累计', '已有', '总数', '总量', '在册', '在编', '用户'];

/** 培训84人，考核合格79人; 收录问题391个，本年新增333个: no more than there were. No word joins them: it is odd. */
function qualified({ figures, text, tokens }: ChainReading): readonly ChainDisagreement[] {
  return figures.flatMap((figure): ChainDisagreement[] => {
    const whole = figures[figure.index - 1];
    if (whole?.kind !== 'count' || figure.kind !== 'count' || whole.sentence !== figure.sentence) return [];
    if (whole.depth !== figure.depth || !isExact(whole) || !isExact(figure)) return [];
    if (figure.number.unit === '' || !isSameMeasure(whole.number.unit, figure.number.unit)) return [];
    if (figure.number.value <= whole.number.value || whole.number.value === 0) return [];
    // 就9份草案征求意见，收到反馈76条
    if (figure.steps.includes('received') && !whole.steps.includes('received')) return [];
    // One of a row: 查实3件，立案5件.
    const labelOf = (each: StatedFigure) => labelTextOf(each, { text, tokens });
    const [own, before] = [labelOf(figure).replace(/[的有共为仅]+$/, ''), labelOf(whole).replace(/[的有共为仅]+$/, '')];
    const isQuality =
      (QUALITIES.some(word => own.endsWith(word)) && !QUALITIES.some(word => before.endsWith(word))) ||
      isValidOf(own, before);
    const isAdded =
      figure.steps.includes('added') &&
      !whole.steps.includes('added') &&
      STOCKS.some(word => before.includes(word)) &&
      figure.matterSource !== 'label';
    if (!(isQuality || isAdded) || whole.when === 'last' || figure.when === 'last' || whole.when === 'planned')
      return [];
    // 考核56家，优秀27家、良好8家、合格21家: one before it is large enough.
    const isOther = (each: StatedFigure) =>
      each.steps.some(step => step.startsWith('carr')) ||
      (each.index < whole.index && each.number.value >= figure.number.value && each.kind === 'count');
    if (figures.some(each => each.sentence === figure.sentence && isOther(each))) return [];
    return [
      { kind: 'partAboveWhole', certainty: 'information', figure, figures: [figure, whole], whole, isDescribed: true },
    ];
  });
}

/** 回收问卷164份，有效问卷152份 */
function isValidOf(own: string, before: string): boolean {
  return own.startsWith('有效') && !before.includes('有效') && RETURNED.some(word => before.includes(word));
}

const RETURNED: readonly string[] = ['回收', '收回', '收到', '发放', '发出', '填报', '投票'];
