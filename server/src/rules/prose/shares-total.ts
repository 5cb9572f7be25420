import { NO_SHARE, REST } from '../../format/data/vocabulary.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 各项占比之和不是 100%。
 *
 * 以“其他”收尾的占比清单已列全部，合计应为 100%。低于 99.5% 或高于 100.5%，且不是逐项四舍五入造成的，才报告。写了总数和各
 * 项件数的由“分项之和”“占比”两条核对，这里不再说。
 *
 * 不报：
 * - 没有以“其他”收尾的，带“等”“主要”的。
 * - 约数，满意率、增长率等不是占比的。
 * - 合计离 100% 太远的：不是同一个总数的占比。
 *
 * English: The shares of a list that ends with 其他 do not make up 100 percent. Open lists are not judged; lists with a
 * whole and counts are the matter of other rules.
 */
export const sharesTotal = defineRule({
  id: 'prose/shares-total',
  catalogue: ['P12'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'paragraph',
  reader: sharesIn,
  *run({ place }, lists) {
    for (const { shares, total, last } of lists) {
      yield finding(place(last.start, last.end), {
        message: 'prose/shares-total',
        args: { total, parts: shares.map(({ value }) => `${String(value)}%`).join(' + ') },
        related: shares
          .filter(each => each !== last)
          .map(({ start, end, value }) => ({
            span: place(start, end),
            message: 'related.figure',
            args: { text: `${String(value)}%` },
          })),
      });
    }
  },
});

interface ShareList {
  readonly shares: readonly ProseFigure[];
  readonly last: ProseFigure;
  readonly total: number;
}

const OPEN = /主要|例如|如[：:]|大部分|以[^,，]{0,6}为主/;
/** Sums outside, in percent, are no list of one whole. */
const FARTHEST = 25;
const MARGIN = 0.5;
const MOST = 30;

function sharesIn(text: string, block: TextBlock): readonly ShareList[] {
  if (!/[%％]/.test(text) || !REST.test(text)) return [];
  const { sentences, lists } = figureTextOf(block);
  const known = new Set(lists.flatMap(({ parts }) => parts.flatMap(({ share }) => (share ? [share.start] : []))));
  return sentences.flatMap(sentence =>
    readShares(sentence).filter(({ shares }) => !shares.some(({ start }) => known.has(start))),
  );
}

function readShares(sentence: FigureSentence): ShareList[] {
  const shares = sentence.figures.filter(({ unit }) => unit === '%');
  const last = shares.at(-1);
  if (
    !last ||
    shares.length < 3 ||
    shares.length > MOST ||
    shares.some(({ modality }) => modality === 'rough') ||
    OPEN.test(sentence.text)
  )
    return [];
  const labels = shares.map((share, i) =>
    sentence.text.slice(i === 0 ? 0 : (shares[i - 1]?.end ?? 0) - sentence.start, share.start - sentence.start),
  );
  const [first = '', ...others] = labels;
  const isPlain =
    !NO_SHARE.test(first.slice(-20)) &&
    others.every(label => !NO_SHARE.test(label) && !/其中|[（(]/.test(label) && label.length <= 40);
  const isEachShare = labels.every(label => /占(?:比|总数|总量|全部)?[^,，;；]{0,6}$|比例|比重/.test(label));
  if (
    !isPlain ||
    !isEachShare ||
    !REST.test(labels.at(-1) ?? '') ||
    others.slice(0, -1).some(label => REST.test(label)) ||
    REST.test(first.slice(-20))
  )
    return [];
  if (
    /^\s?等/.test(sentence.text.slice(last.end - sentence.start)) ||
    /其中/.test(first.slice(0, -30)) ||
    /[。;；]/.test(others.at(-1)?.slice(1) ?? '')
  )
    return [];
  const total = Number(shares.reduce((sum, { value }) => sum + value, 0).toFixed(2));
  const rounding = shares.reduce((sum, { decimals }) => sum + 10 ** -decimals / 2, 0);
  const isWhole = (sum: number) => Math.abs(sum - 100) <= Math.max(MARGIN, rounding);
  // The last few may be a list of their own.
  const sums = shares.map((_, i) => shares.slice(i).reduce((sum, { value }) => sum + value, 0));
  return !sums.some(isWhole) && Math.abs(total - 100) <= FARTHEST ? [{ shares, last, total }] : [];
}
