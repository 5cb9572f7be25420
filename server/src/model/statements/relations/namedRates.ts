import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import type { ShareReading } from './rates.ts';

// Rates that are called as a count farther before them is.

/** What stands before 率 at the end of a label. */
const STEM = /(\p{Script=Han}{2,8})率(?:[为达是]|达到)?$/u;
/** So many figures before a rate are looked at. */
const MOST_BEFORE = 12;
const CAME_IN: ReadonlySet<string> = new Set(['received', 'newReceived', 'handled']);

/**
 * 产生信息136条，其中主动公开54条、不予公开82条，主动公开率39.7%; 收到52件，办结51件，1件在办，办结率98.1%: of the one count of its
 * sentence that is called so, and not of the last; its base is the whole of its list, or the one count that came in.
 */
export function rateByOwnName(
  share: StatedFigure,
  { figures, lists, text, tokens }: ChainReading,
): ShareReading | undefined {
  const stem = STEM.exec(labelTextOf(share, { text, tokens }))?.[1];
  if (stem === undefined) return undefined;
  const counts = figures
    .slice(Math.max(0, share.index - MOST_BEFORE), share.index)
    .filter(
      each =>
        each.sentence === share.sentence &&
        each.kind === 'count' &&
        each.depth === share.depth &&
        each.number.unit !== '',
    );
  const isCalled = ({ labelFrom, start }: StatedFigure) =>
    labelTextOf({ labelFrom, start }, { text, tokens }).endsWith(stem);
  const [part, ...others] = counts.filter(isCalled);
  if (!part || others.length > 0 || part === counts.at(-1) || !isExact(part)) return undefined;
  const list = lists.find(({ form, parts }) => form !== 'implied' && parts.some(({ figure }) => figure === part));
  const cameIn = counts.filter(
    each => each.steps.some(step => CAME_IN.has(step)) && isSameMeasure(each.number.unit, part.number.unit),
  );
  // 收到25件，上年结转2件，办结24件: of both together, or of what came in.
  const isOfBoth = counts.some(({ steps }) => steps.includes('carriedIn'));
  const base = list ? list.whole : cameIn.length === 1 && !isOfBoth ? cameIn[0] : undefined;
  if (!base || base === part || !isExact(base)) return undefined;
  if (base.when === 'last' || base.number.value < part.number.value) return undefined;
  return { part, partValue: part.number.value, base: base.number.value, baseFigure: base };
}
