import { matchesOf } from '../../text/matches.ts';
/** An item that a list names a second time. */
interface RepeatedItem {
  readonly kind: 'item';
  readonly start: number;
  readonly length: number;
  readonly second: { readonly start: number; readonly end: number };
  readonly isCertain: false;
}

const SHORTEST_ITEM = 4;
const LONGEST_ITEM = 20;
const MOST_ITEMS = 60;
/** Between items with a figure each, ， serves as well. */
const WITH_FIGURE = /^[^\d０-９]{3,}[\d０-９]+[条件份篇次期个项]$/;
/** Such items come again for another kind of case. */
const OUTCOME = /维持|纠正|审结|结果|撤回|驳回|其他|结转|当面|网络|信函|传真|现场|邮寄|自然人|法人/;
const LISTS = /[^。；;：:！？!?（）()\n]+/g;
const ITEMS = /[^、，,]+/g;

/** Items that stand twice in one list: 政策法规、工作动态、政策法规. The first and the last item may have more words. */
export function repeatedItems(text: string): readonly RepeatedItem[] {
  if (!text.includes('、')) return NONE;
  const found: RepeatedItem[] = [];
  for (const { 0: list, index: at } of matchesOf(text, LISTS)) {
    if (!list.includes('、')) continue;
    const known = new Map<string, number>();
    let count = 0;
    /** Items without a figure stand in one list only between commas. */
    let listStart = at;
    for (const { 0: item, index } of matchesOf(list, ITEMS)) {
      if (++count > MOST_ITEMS) break;
      const start = at + index;
      const isBehind = text.charAt(start - 1) === '、';
      if (!isBehind) listStart = start;
      if (item.length < SHORTEST_ITEM || item.length > LONGEST_ITEM) continue;
      const isFigure = WITH_FIGURE.test(item);
      if (!isFigure && !isBehind && text.charAt(start + item.length) !== '、') continue;
      if (!isFigure && /[\d０-９]/.test(item)) continue;
      if (isFigure && OUTCOME.test(item)) continue;
      const first = known.get(item);
      if (first === undefined || (!isFigure && first < listStart)) known.set(item, start);
      else
        found.push({
          kind: 'item',
          start: first,
          length: item.length,
          second: { start, end: start + item.length },
          isCertain: false,
        });
    }
  }
  return found;
}

const NONE: readonly RepeatedItem[] = [];
