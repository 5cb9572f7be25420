import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isSumming } from './labelForms.ts';
import { isResult } from './listFigures.ts';
import { sumOfParts } from './listEnds.ts';
import { LEVELS, MOST_PARTS, type Opening } from './partList.ts';
import { commonEnd } from './wholes.ts';

// How far the parts of a list reach, by what stands behind them.

/** Parts that make up less are not all there are; these are, so far from their whole. */
const [FAR, NEAR] = [0.75, 0.1];
/** A total of some parts alone, so far from what they make. */
const NEAR_TOTAL = 0.25;
/** A name of so many characters tells what is counted. */
const SHORTEST_NAME = 5;
/** Measure words of kinds: 四个方面, 三类. */
const COUNTED: ReadonlySet<string> = new Set(['个', '类', '大类', '项', '种', '方面']);

/** 其中甲11条、其他20条；乙2条、丙7条: only with what stands behind the semicolon the parts come near their whole. */
export function comesNearBehind(
  { figures }: ChainWords,
  parts: readonly { figure: StatedFigure }[],
  { index, sentence, depth }: StatedFigure,
  { number }: StatedFigure,
): boolean {
  let sum = sumOfParts(parts);
  if (sum > number.value * FAR) return false;
  for (let i = index; i < index + MOST_PARTS; i++) {
    const each = figures[i];
    if (each?.sentence !== sentence) break;
    if (each.depth > depth) continue;
    if (each.kind !== 'count' || each.roles.has('total')) return false;
    // 其他805条，访问量176万次
    if (!isSameMeasure(each.number.unit, number.unit)) break;
    sum += each.number.value;
  }
  return Math.abs(sum - number.value) <= number.value * NEAR;
}

/** 甲1条，占1%；公示公告60条，占17%: each part is told with its share, whatever verb it has. */
export function goesOnInShares(
  words: ChainWords,
  parts: readonly { share: StatedFigure | undefined }[],
  figure: StatedFigure,
): boolean {
  return parts.every(({ share }) => share !== undefined) && words.hasShare(figure);
}

/** 甲165条，乙39条，丙10个，丁121篇等: behind the last part that is read the list goes on to 等, in other measure words. */
export function goesOnToEtc(words: ChainWords, last: StatedFigure): boolean {
  for (let i = last.index + 1; i < last.index + MOST_PARTS; i++) {
    const each = words.figures[i];
    if (each?.sentence !== last.sentence || each.kind !== 'count' || each.steps.length > 0) return false;
    if (words.between(last, each, last.depth).level >= LEVELS.semicolon) return false;
    if (words.isEtcBehind(each)) return true;
  }
  return false;
}

/** 甲3条、乙4条，共发布7条: behind some parts of a whole nothing but that, and it comes near what they make. */
export function isTotalOfParts(
  words: ChainWords,
  figure: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  if (parts.length < 2 || figure.kind !== 'count' || figure.number.value >= whole.number.value) return false;
  if (figure.matterSource === 'label' || figure.parts.length > 0 || !isSumming(words, figure)) return false;
  // 甲14件、乙23件，余下三类共42件
  if (figure.roles.has('rest') || words.figures[figure.index - 1]?.kind !== 'count') return false;
  if (figure.steps.some(step => step !== 'published')) return false;
  const sum = sumOfParts(parts);
  return sum !== whole.number.value && Math.abs(sum - figure.number.value) <= figure.number.value * NEAR_TOTAL;
}

/** 就业60条、教育17条两个方面: behind the last part stands how many parts there are. */
export function isCountedBehind({ figures }: ChainWords, last: StatedFigure, parts: number): boolean {
  const next = figures[last.index + 1] ?? last;
  const counted = last.number.value === parts && COUNTED.has(last.number.unit) ? last : next;
  return (
    counted.sentence === last.sentence &&
    counted.token - last.token < 3 &&
    counted.number.value === parts &&
    COUNTED.has(counted.number.unit)
  );
}

/** 区政府处理申请17件，其中信函8件、网络9件，区政府办处理申请13件: called as the whole is, and no part is. */
export function isSiblingOfWhole(
  words: ChainWords,
  parts: readonly { figure: StatedFigure }[],
  figure: StatedFigure,
  whole: StatedFigure,
  level: number,
): boolean {
  const first = parts[0]?.figure;
  if (
    !first ||
    parts.length < 2 ||
    figure.roles.has('rest') ||
    level < LEVELS.comma ||
    figure.sentence !== whole.sentence
  )
    return false;
  const name = words.labelText(whole).trim();
  return (
    commonEnd(name, words.labelText(figure).trim()) >= SHORTEST_NAME &&
    commonEnd(name, words.labelText(first).trim()) < SHORTEST_NAME
  );
}

/** 图解（9件）、问答（14件）: each part stands in brackets behind its name. */
export function isAloneInBracket({ figures }: ChainWords, { index, bracket, labelFrom }: StatedFigure): boolean {
  return [index - 1, index + 1].every(i => figures[i]?.bracket !== bracket) && bracket >= labelFrom - 1;
}

/** 其中甲30件，占60%。乙20件，占40%: each part has a sentence and a share of its own. */
export function goesOnWithShares(
  { figures }: ChainWords,
  parts: readonly { figure: StatedFigure; share: StatedFigure | undefined }[],
  figure: StatedFigure,
  level: number,
  { form }: Opening,
): boolean {
  const last = parts.at(-1);
  const next = figures[figure.index + 1];
  return (
    (level === LEVELS.stop || (last !== undefined && isResult(figure) && isResult(last.figure))) &&
    (form === 'among' || form === 'of') &&
    last?.share !== undefined &&
    next?.number.unit === '%' &&
    next.sentence === figure.sentence &&
    figure.sentence - last.figure.sentence <= 2 &&
    figure.paragraph - last.figure.paragraph <= 1 &&
    figure.matter === last.figure.matter &&
    isSameMeasure(figure.number.unit, last.figure.number.unit) &&
    (isResult(figure) ||
      parts.reduce((sum, { share }) => sum + (share?.number.value ?? 100), next.number.value) <= 100.5)
  );
}

/** 处罚一家公司的公告1条: no count, but what is counted behind it in the same clause is of it. */
export function isArticle(words: ChainWords, { index, number, sentence, token }: StatedFigure): boolean {
  const next = words.figures[index + 1];
  return (
    number.isInWords && number.value === 1 && next?.sentence === sentence && words.isNounOnly(token + 1, next.token)
  );
}

/** 主动公开甲栏目30条，其中乙17条，丙10条；主动公开丁57条: the clause behind the semicolon begins with a verb of the whole. */
export function beginsAnew(words: ChainWords, last: StatedFigure, figure: StatedFigure, whole: StatedFigure): boolean {
  for (let at = last.token + 1; at < figure.token; at++) {
    const [token, next] = [words.tokens[at], words.tokens[at + 1]];
    if (token?.kind !== 'sign' || token.sign !== 'semicolon') continue;
    if (next?.kind !== 'word' || (next.meaning.step !== 'published' && next.meaning.matter !== 'disclosure'))
      return false;
    return words.text
      .slice(words.tokens[whole.labelFrom]?.start ?? whole.start, whole.start)
      .includes(words.textOf(at + 1));
  }
  return false;
}
