import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isResult } from '../lists/listFigures.ts';
import type { StatedFigure } from '../statedFigure.ts';

// What the words before a percentage name.

/** 采纳比例为50%: a rate by its form. */
export function isNamedRatio({ labelFrom, start }: StatedFigure, { text, tokens }: ChainReading): boolean {
  return /[^占其总]{2}比[例率][为达是]?$/.test(labelTextOf({ labelFrom, start }, { text, tokens }));
}

/** 执法信息326条，检查类占18.7%; 办理1527件，予以公开占58.5%: what the percentage names before 占 was not counted before. */
export function namesAnother(
  { labelFrom, token, steps }: StatedFigure,
  before: StatedFigure,
  tokens: ChainReading['tokens'],
  text: string,
): boolean {
  const counted = text.slice(
    tokens[before.labelFrom]?.start ?? before.start,
    tokens[before.nounTo - 1]?.end ?? before.end,
  );
  // 占予以公开的40% names its base.
  const isOfResult = isResult({ steps }) && !steps.some(step => before.steps.includes(step));
  for (let at = labelFrom; at < token; at++) {
    const each = tokens[at];
    if (isOfResult && each?.kind === 'word' && each.meaning.step !== undefined) return true;
    if (each?.kind === 'unknown' && each.end - each.start > 1)
      return !counted.includes(text.slice(each.start, each.end));
    if (each?.kind !== 'word') continue;
    const { stat, matter, part } = each.meaning;
    if (stat !== undefined) return false;
    if ((matter !== undefined || part !== undefined) && !counted.includes(text.slice(each.start, each.end)))
      return matter !== before.matter || part !== undefined;
  }
  return false;
}

/** Where a name ends in a label: 满意的, 已经解决（甲类）. */
const NAME_END = /[的地（(]/;
/** So many figures before a percentage are looked at for what it names. */
const MOST_NAMED = 24;
/** Words that join names; 及格率, 及时率 hold none. */
const JOINED = /[和与、]|及(?![格时])/;
/** One name that is of several together: 三家合计占, 前两项共占. */
const TOGETHER = /[合共]计?$|[两二三四五六]者?[项类个者]?$/;

/**
 * What a percentage names before its verb: the counts of its sentence that go by that name. `isJoint`: by several
 * names, or by one of them together; undefined where it names nothing.
 */
export function countsNamed(
  share: StatedFigure,
  { figures, tokens, text }: ChainReading,
): { readonly counts: readonly StatedFigure[]; readonly isJoint: boolean } | undefined {
  let end = share.labelFrom;
  for (; end < share.token; end++) {
    const token = tokens[end];
    if (token?.kind === 'word' && token.meaning.stat === 'share') break;
  }
  const name = text.slice(tokens[share.labelFrom]?.start ?? share.start, tokens[end]?.start ?? share.start).trim();
  if (end === share.token || name === '' || name.length > LONGEST_NAME) return undefined;
  const named: StatedFigure[] = [];
  const others: StatedFigure[] = [];
  for (let i = share.index - 1; i >= Math.max(0, share.index - MOST_NAMED); i--) {
    const each = figures[i] as StatedFigure;
    if (each.sentence !== share.sentence) break;
    if (each.kind !== 'count' || each.depth !== share.depth) continue;
    const label = labelTextOf(each, { text, tokens });
    const end = label.search(NAME_END);
    if ((end < 0 ? label : label.slice(0, end)).trim() === name) named.push(each);
    else if (label.includes(name)) others.push(each);
  }
  // 列入计划（B类）43件，…，B类占30%
  const counts = named.length === 0 && others.length === 1 ? others : named;
  return { counts, isJoint: JOINED.test(name) || TOGETHER.test(name) };
}

const LONGEST_NAME = 20;

/** 满意和基本满意率96%: of several of the counts together. */
export function isJointRate({ kind, labelFrom, start }: StatedFigure, { tokens, text }: ChainReading): boolean {
  return kind === 'rate' && JOINED.test(labelTextOf({ labelFrom, start }, { text, tokens }));
}

/** 网上可办率由96.2%提升至99.1%: what a rate was, and what it has come to. */
export function isOfChange({ index, sentence }: StatedFigure, chain: ChainReading): boolean {
  return (
    isChanged(chain.figures[index], chain.figures[index + 1]) ||
    isChanged(chain.figures[index - 1], chain.figures[index])
  );

  function isChanged(from: StatedFigure | undefined, to: StatedFigure | undefined): boolean {
    if (from?.number.unit !== '%' || to?.number.unit !== '%' || from.sentence !== sentence) return false;
    const before = chain.tokens[from.token - 1];
    return before?.kind === 'word' && before.meaning.stat === 'from' && to.stats.has('to');
  }
}

/** 图文类占84.6%，共701条: the count of what the percentage names stands behind it, with nothing else said. */
export function partSaidBehind(
  share: StatedFigure,
  behind: StatedFigure,
  { text, tokens }: ChainReading,
): StatedFigure | undefined {
  const label = labelTextOf(behind, { text, tokens });
  const name = labelTextOf(share, { text, tokens });
  return SAID_AGAIN.includes(label) && NAMED_SHARE.test(name) && behind.labelFrom - share.token <= 2
    ? behind
    : undefined;
}

const SAID_AGAIN: readonly string[] = ['共', '计', '即', '共计', '有', '共有', '达', '约', '合'];
/** At least two signs before 占. */
const NAMED_SHARE = /..[的约所]?占/;

/** 公开目录451条。四季度发布273条，占全年的39.7%: of all of the year, and not of some that stand before it. */
export function mayBeBase(base: StatedFigure, share: StatedFigure, { text, tokens }: ChainReading): boolean {
  const label = labelTextOf(share, { text, tokens });
  const isAll = base.when === 'this' || (base.paragraph === share.paragraph && base.unknown === 0);
  return isAll || !label.includes('占全年');
}

/** 甲30件，占6%: a part with a share of its own is the base of no other; 占总数68件的66.2% names one for all. */
export function isItem(figure: StatedFigure, figures: readonly StatedFigure[]): boolean {
  if (figure.stats.has('share')) return false;
  const next = figures[figure.index + 1];
  return next?.kind === 'share' && next.sentence === figure.sentence && next.token - figure.token <= 4;
}
