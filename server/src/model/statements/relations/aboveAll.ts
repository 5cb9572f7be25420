import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainDisagreement } from './disagreement.ts';

/** 办结率106%, 占103%: shares and rates of what there is, which cannot be more than all of it. */
export function ratesAboveAll(chain: ChainReading): readonly ChainDisagreement[] {
  return chain.figures
    .filter(figure => figure.number.value > 100 && figure.number.unit === '%' && isOfAll(figure, chain))
    .map(figure => ({ kind: 'aboveAll', certainty: 'warning', figure, figures: [figure] }));
}

/** Whether words say of what there is a figure is a part. */
function isOfAll({ kind, when, labelFrom, token, start }: StatedFigure, { tokens, text }: ChainReading): boolean {
  if ((kind !== 'rate' && kind !== 'share') || when === 'planned') return false;
  const label = labelTextOf({ labelFrom, start }, { text, tokens });
  if (MAY_BE_MORE.some(word => label.includes(word))) return false;
  const words = tokens.slice(labelFrom, token).filter(each => each.kind === 'word');
  // 全文电子化达100%: of all that was published, whatever word stands behind it.
  if (words.some(({ meaning }) => meaning.part === 'kind=full')) return true;
  const at = words.findLastIndex(({ meaning }) => meaning.stat === 'rate' || meaning.stat === 'share');
  const named = words[at];
  if (!named) return false;
  // 入库率 may be of anything; so may 相当于. 在线答复 + 率 is of what was asked.
  if (kind === 'share') return label.includes('占');
  const before = words[at - 1];
  return named.end - named.start > 1 || (before?.end === named.start && ANSWERS.has(before.meaning.step ?? ''));
}

/** What is done with each of those that came in. */
const ANSWERS: ReadonlySet<string> = new Set(['replied', 'atOnce', 'handled', 'published', 'adopted']);

/** More may be done than was planned, and what grows or gains may do so by more than it was. */
const MAY_BE_MORE = ['计划', '目标', '任务', '预算', '完成', '增', '涨', '升', '贡献', '转化', '点击', '收益', '周转'];
