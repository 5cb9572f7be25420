import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isOfCases } from '../lists/listEnds.ts';
import { isApart, isResult } from '../lists/listFigures.ts';
import type { PartList } from '../lists/partList.ts';
import { endsAsBody } from '../ownBody.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isShare } from './arithmetic.ts';
import { hasVerb } from './otherEnds.ts';

// Whether what stands around a list belongs to it.

/** 收到0件，其中甲3件, but not 受理申请0件，安全信息发布情况为：其中甲3条: the parts are of what stands directly before them. */
export function isOfNothing({ form, whole, parts, isOpen }: PartList, { text }: ChainReading): boolean {
  const first = parts[0]?.figure ?? whole;
  const isWord = form !== 'implied' && form !== 'total' && !isOpen;
  return isWord && DIRECTLY.test(text.slice(whole.end, first.start));
}

const DIRECTLY = /^[）)]?[，,：:（(]*(?:其中|包括|含|分别|[^，。；]{0,8}$)/;

/** 公开345条，其中甲11条、其他文件102条；报告2条、动态213条: what is called 其他 is no end where the sentence goes on. */
export function goesOnBehind({ form, whole, parts }: PartList, { figures }: ChainReading, sum: number): boolean {
  if (form !== 'among' || sum > whole.number.value) return false;
  const last = parts.at(-1)?.figure;
  const next = last && figures[last.index + 1];
  return next?.sentence === last?.sentence && next?.kind === 'count' && next.number.unit === last?.number.unit;
}

/**
 * 公开50条；引发复议61件，诉讼18件: where no word joins them, cases and what came in are no parts of what was disclosed, nor the
 * other way round; nor does what is told behind a semicolon divide it.
 */
export function areOfOtherThings(
  { whole, parts }: PartList,
  dimension: string | undefined,
  chain: ChainReading,
): boolean {
  const { text, tokens } = chain;
  // 城关镇公开145条，东山街道公开66条，个别部门公开13条: a body with a name is no whole of others.
  const isNamed = tokens[whole.labelFrom]?.kind === 'unknown';
  if (isNamed && [whole, ...parts.map(({ figure }) => figure)].every(each => namesBody(each, chain))) return true;
  const isTold = ({ matterSource }: StatedFigure) => matterSource === 'label' || matterSource === 'noun';
  const begins = ({ labelFrom }: StatedFigure) => {
    const token = tokens[labelFrom];
    return token?.kind === 'word' && token.meaning.matter === 'disclosure';
  };
  const isOther = (figure: StatedFigure) =>
    isTold(figure) && isApart(figure) !== isApart(whole) && (isApart(figure) || begins(figure));
  const first = parts[0]?.figure ?? whole;
  const label = labelTextOf(whole, { text, tokens });
  // 复议60件；未经复议直接起诉的诉讼15件，复议后起诉的诉讼17件
  const isOfOtherCases = (figure: StatedFigure) => isOfCases(figure) && figure.matter !== whole.matter;
  return (
    (isTold(whole) && !label.includes('案') && parts.some(({ figure }) => isOther(figure))) ||
    (isOfCases(whole) && parts.every(({ figure }) => isOfOtherCases(figure))) ||
    (dimension === 'usual' &&
      parts.some(({ figure }) => figure.matter === 'disclosure' || hasVerb(figure)) &&
      /[；;]/.test(text.slice(whole.end, first.start)))
  );
}

/** Whether a label begins with a body below the reporting one, or another. */
function namesBody({ labelFrom, token, whose }: StatedFigure, { tokens, text }: ChainReading): boolean {
  if (whose !== 'other' && whose !== 'subordinate') return false;
  return tokens
    .slice(labelFrom, Math.min(token, labelFrom + BODY_TOKENS))
    .some(
      each =>
        (each.kind === 'word' && (each.meaning.whose === 'subordinate' || each.meaning.matter === 'units')) ||
        (each.kind === 'unknown' && endsAsBody(text.slice(each.start, each.end))),
    );
}

/** Words in which a body is named: 东山 + 街道. */
const BODY_TOKENS = 2;

/** 公告20条；通知9条；动态5条；其他2条: all of a row stand behind the same sign. */
export function isRowOfClauses({ whole, parts }: PartList, { text }: ChainReading): boolean {
  const first = parts[0]?.figure;
  return first !== undefined && /[；;]/.test(text.slice(whole.end, first.start));
}

/**
 * 216件中，甲161件、乙40件，比重分别为74.5%和18.5%: their shares, all but one of them right, say that they are not all. So do
 * those that each part is told with, if all of them are right and do not make up the whole either: 办结45件。公开36件，占80%；无法
 * 提供7件，占15.6%.
 */
export function areToldInShares({ form, whole, parts, isLoose }: PartList, { figures }: ChainReading): boolean {
  const own = parts.flatMap(({ figure, share }) =>
    share && isShare(figure.number.value, whole.number.value, share) ? [share.number] : [],
  );
  const rounding = own.reduce((all, { decimals }) => all + 10 ** -decimals, 0);
  const isOther = Math.abs(own.reduce((all, { value }) => all + value, 0) - 100) > rounding;
  // 在45件已答复件中，公开36件，占80%；…: of those, what became of each is told.
  const isOfAll = form === 'of' && !isLoose && parts.every(({ figure }) => isResult(figure));
  if (own.length === parts.length && isOther && !isOfAll) return true;
  const from = (parts.at(-1)?.figure.index ?? figures.length) + 1;
  // 来信320件，办结317件，其余3件在办，回复率100%，满意率97%: rates are no shares of the parts.
  const shares = figures
    .slice(from, from + parts.length)
    .filter(({ number, kind }) => number.unit === '%' && kind !== 'rate');
  const wrong = shares.filter((share, i) => !isShare(parts[i]?.figure.number.value ?? 0, whole.number.value, share));
  return shares.length === parts.length && wrong.length < 2;
}

/** 应参加145人，参加138人，参训率95.2%，合格134人，合格率97.1%: counts with rates that are no shares of one whole are no parts of it. */
export function areRated({ form, parts }: PartList, { figures }: ChainReading): boolean {
  const rates = parts.flatMap(({ figure }) => {
    const next = figures[figure.index + 1];
    return next?.kind === 'rate' && next.number.unit === '%' && next.sentence === figure.sentence ? [next.number] : [];
  });
  const rounding = rates.reduce((all, { decimals }) => all + 10 ** -decimals, 0);
  const isOne = Math.abs(rates.reduce((all, { value }) => all + value, 0) - 100) <= rounding;
  // 办结311件，办结率97.2%，其余12件在办；回复率100%: the rest is one.
  return form === 'implied' && rates.length === parts.length && !isOne && !parts.some(isRest);
}

function isRest({ figure: { roles } }: PartList['parts'][number]): boolean {
  return roles.has('rest');
}

/** 办结83件，结转2件。办结的85件中，…: the whole says again what was told before, so that this is no other reading of it. */
export function isSaidAgain(
  { form, whole, isLoose }: PartList,
  { index, steps, parts, matter, when }: StatedFigure,
): boolean {
  return (
    form === 'of' &&
    !isLoose &&
    index < whole.index &&
    whole.steps.length > 0 &&
    parts.length === 0 &&
    whole.parts.length === 0 &&
    matter === whole.matter &&
    when === whole.when &&
    whole.steps.every(step => steps.includes(step))
  );
}

/** 9件，其中2件补正后办理，予以公开6件、不予公开1件、无法提供2件: the first, set off from the others, is of some of the same. */
export function addsUpWithoutFirst({ whole, parts }: PartList, { text }: ChainReading, sum: number): boolean {
  const [first, second] = parts;
  if (!first || !second || parts.length < 3 || sum - first.figure.number.value !== whole.number.value) return false;
  const isSetOff = (before: StatedFigure, next: StatedFigure) => /[，,；;]/.test(text.slice(before.end, next.start));
  return (
    isSetOff(first.figure, second.figure) &&
    !parts.slice(2).some(({ figure }, i) => isSetOff(parts[i + 1]?.figure ?? figure, figure))
  );
}
