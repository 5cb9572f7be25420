import { isKind } from '../../syntax/block.ts';
import { chineseToNumber, halfWidthDigits } from '../../text/numerals.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 写明的项数与列出的项数不同。
 *
 * “以下三个方面：甲、乙、丙、丁”写三列四。只看同一句里用冒号、括号或“包括……三大类”逐项列出的，以及冒号后的一是、二是、三是；
 * “决策、执行、管理、服务、结果五公开”也数一数。
 *
 * 不报：
 * - 带“等”“主要”“其中”的，列到下一段去的。
 * - 项内有逗号、括号、数字，或用“和”“及”相连、几种数法有一种对得上的。
 * - 相差三项以上的：多半不是这一列。
 * - 全文几个部分，另有核对。
 *
 * English: A count announced in a sentence (三大类) differs from the items that the same sentence plainly lists. Open,
 * nested and continued lists are not judged.
 */
export const listedCount = defineRule({
  id: 'prose/listed-count',
  catalogue: ['P05'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  readers: { counts: wrongCountsIn },
  *run({ following }, { counts }) {
    for (const { fact, text, placed, place } of counts) {
      if (fact.isAtEnd) {
        const [next] = following(placed, 1);
        if (next && isKind(next, 'paragraph') && GOES_ON.test(next.block.text.text)) continue;
      }
      yield finding(place(fact.start, fact.end), {
        message: 'prose/listed-count',
        args: { stated: text.slice(fact.start, fact.end), announced: fact.announced, listed: fact.listed },
      });
    }
  },
});

/** A count and a list that differ; `start`–`end` is the count with its noun. */
interface WrongCount {
  readonly start: number;
  readonly end: number;
  readonly announced: number;
  readonly listed: number;
  /** The list reaches the end of its paragraph and may go on in the next. */
  readonly isAtEnd: boolean;
}

const COUNT = '(?<![第百千万约近超逾十两一二三四五六七八九前后\\d.])([二三四五六七八九十两]{1,3}|[2-9]|1\\d)';
const NOUN = '[^,;:：；。、()（）“”‘’《》\\d\\s]{0,10}';
/** What is said to be so many, where its kinds are listed and not what was done with it. */
const KIND = `(?:大${NOUN}|类${NOUN}|个(?:方面|环节|领域|重点|关键|坚持|维度|层面|步骤|板块|要点|原则|到位|统一|结合)${NOUN}|项(?:重点)?(?:工作|任务|制度|措施|举措|内容|机制|原则)${NOUN}|种(?:方式|渠道|形式|途径|情形)${NOUN})`;
/** 以下三个方面：甲、乙、丙 */
const BEHIND_COLON = new RegExp(`${COUNT}${KIND}[”’]?[:：]`, 'g');
/** 四个坚持”：一是… */
const IN_BRACKETS = new RegExp(`${COUNT}${KIND}[(（]([^()（）。]{4,120})[)）]`, 'g');
/** 包括甲、乙、丙三大类 */
const BEFORE_COUNT = new RegExp(
  `(?:包括|涵盖|分为|包含)([^,;:：；。()（）“”《》\\d]{4,120}?)(等?)${COUNT}(大?类|大?领域|大方面|个方面|个领域|个环节|个板块|大板块)`,
  'g',
);
/** 决策、执行、管理、服务、结果“五公开” */
const FIVE_OPEN = /(决策(?:公开)?[、和][^,;:：；。()（）“”《》\d]{2,30}?)(等?)[“"]?(五)公开/g;
const GOES_ON = /^\s*[“"]?[一二三四五六七八九十]{1,2}是/;
const OPEN = /等|其中|主要|……|\.\.\.|—|例如|如下/;
const LONGEST_ITEM = 16;
/** Longer lists in one sentence, and lists of clauses in one paragraph, are not counted. */
const LONGEST_LIST = 300;
const LONGEST_PARAGRAPH = 5000;
/** Counts further apart are not of one list. */
const FARTHEST = 2;

function wrongCountsIn(whole: string): readonly WrongCount[] {
  if (!/[二三四五六七八九十两\d０-９](?:大|个|项|类|种)|五公开/.test(whole)) return [];
  const text = halfWidthDigits(whole);
  return [...behindColon(text), ...inBrackets(text), ...beforeCount(text)];
}

function behindColon(text: string): WrongCount[] {
  return [...text.matchAll(BEHIND_COLON)].flatMap(match => {
    const [written, digits = ''] = match;
    if (/部分/.test(written)) return [];
    const from = match.index + written.length;
    const counted = /^\s?[“"]?一是/.test(text.slice(from, from + 4))
      ? enumerated(text, from)
      : plainItems(sentenceFrom(text, from), '');
    return compare(digits, counted?.range, { start: match.index, end: from - 1, isAtEnd: counted?.isAtEnd ?? false });
  });
}

/** Text up to the end of the sentence; nothing where that is far off. */
function sentenceFrom(text: string, from: number): string {
  const near = text.slice(from, from + LONGEST_LIST);
  const end = near.search(/[。！？\n]/);
  return end >= 0 ? near.slice(0, end) : from + LONGEST_LIST < text.length ? '' : near;
}

function inBrackets(text: string): WrongCount[] {
  return [...text.matchAll(IN_BRACKETS)].flatMap(match => {
    const [written, digits = '', list = ''] = match;
    // 「三类单位（局、办、中心）」 may say what a unit is.
    if (/部分|单位|部门|乡镇|街道|县区/.test(written.slice(0, -list.length - 2))) return [];
    const counted = plainItems(list, '');
    return counted && counted.range[0] >= 3
      ? compare(digits, counted.range, {
          start: match.index,
          end: match.index + written.length - list.length - 2,
          isAtEnd: false,
        })
      : [];
  });
}

function beforeCount(text: string): WrongCount[] {
  return [BEFORE_COUNT, FIVE_OPEN].flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(match => {
      const [written, list = '', isOpen = '', digits = '', noun = '公开'] = match;
      if (/包括|涵盖|分为|包含/.test(list)) return [];
      const counted = plainItems(list, isOpen);
      const end = match.index + written.length;
      return compare(digits, counted?.range, { start: end - noun.length - digits.length, end, isAtEnd: false });
    }),
  );
}

interface Counted {
  readonly range: readonly [least: number, most: number];
  readonly isAtEnd?: boolean;
}

/** Items between 、; undefined where the list is not plain. With 等 behind it there may be more. */
function plainItems(list: string, isOpen: string): Counted | undefined {
  const plain = list
    .replace(/《[^《》]{0,60}》|“[^“”]{0,60}”/g, '某')
    .replace(/[“”‘’"]/g, '')
    .trim();
  if (/[,;；:：()（）\d]/.test(plain) || OPEN.test(plain)) return undefined;
  const items = plain.split('、').map(item => item.trim());
  if (items.length < 2 || items.some(item => item === '' || item.length > LONGEST_ITEM)) return undefined;
  const most = items.reduce((sum, item) => sum + item.split(/以及|[和及与并]/).length, 0);
  return { range: [items.length, isOpen === '' ? most : Infinity] };
}

/** 一是…；二是…；三是… in order, up to the end of the paragraph. */
function enumerated(text: string, from: number): Counted | undefined {
  if (text.length > from + LONGEST_PARAGRAPH) return undefined;
  const rest = text.slice(from);
  let next = 1;
  for (const match of rest.matchAll(/(?:^|[,;；。:：\s”“"])([一二三四五六七八九十]{1,2})是/g)) {
    const value = chineseToNumber(match[1] ?? '');
    if (value === 1 && next > 1) break;
    if (value !== next) return undefined;
    next += 1;
  }
  const count = next - 1;
  return count < 2 ? undefined : { range: [count, count], isAtEnd: true };
}

function compare(
  digits: string,
  range: Counted['range'] | undefined,
  at: { start: number; end: number; isAtEnd: boolean },
): WrongCount[] {
  const announced = /^\d+$/.test(digits) ? Number(digits) : chineseToNumber(digits);
  if (announced === undefined || !range) return [];
  const [least, most] = range;
  if (announced >= least && announced <= most) return [];
  const listed = announced < least ? least : most;
  return Math.abs(announced - listed) > FARTHEST ? [] : [{ ...at, announced, listed }];
}
