import type { ReportKind } from '../../format/kind.ts';
import { findPattern } from '../../format/titlePattern.ts';
import { isTornHead } from '../../model/tables/tornHead.ts';
import { SpanSet } from '../../text/spanSet.ts';
import { charClassTable } from '../../text/charTable.ts';
import { defineRule, finding, replace } from '../support/rule.ts';
import { repeatedItems } from '../../model/wording/repeatedItems.ts';
import { shortened } from '../../text/shortened.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 字词或句子重复。
 *
 * 三字以上的整段重复（“政府信息政府信息”）、机关名称里的“局局”是警告；“的的”、常用双音词重复（“进行进行”）、“依政府信息依
 * 申请公开”一类的杂糅、同一段里的整句重复、一串并列里同一项写了两次的只作提示。快速修复删去重复的部分。
 *
 * 不报：
 * - 人人、天天、一一、层层、紧紧围绕、依法依规等叠词。
 * - “财政局局长”“目的的”“我市市行政服务中心”“社会组织组织开展”“县政府政府信息公开”。
 * - 机构名称的末尾与报告名称的开头相同：“某县人民政府网站”的“政府网站工作年度报表”。
 * - 失去格线的表头。
 * - 短句的重复。
 *
 * English: A word or a sentence is written twice. Words that are doubled by nature and words that meet by chance
 * (局局长, 目的的) are fine.
 */
export const doubledWord = defineRule({
  id: 'wording/doubled-word',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'paragraph',
  reader: readDoubles,
  *run({ text, place, facts }, doubles) {
    // Pieces of a table's head, which a conversion set one behind the other.
    if (isTornHead(text)) return;
    for (const fact of doubles) {
      if (isNameBeforeTitle(text, fact, facts.edition?.kind)) continue;
      const second = place(fact.second.start, fact.second.end);
      yield finding(fact.kind === 'word' ? place(fact.start, fact.second.end) : second, {
        message:
          fact.kind === 'word'
            ? 'wording/doubled-word'
            : fact.kind === 'mixed'
              ? 'wording/doubled-word#mixed'
              : fact.kind === 'item'
                ? 'wording/doubled-word#item'
                : 'wording/doubled-word#sentence',
        severity: fact.isCertain ? 'warning' : 'information',
        args: {
          text: shortened(
            fact.kind === 'item'
              ? text.slice(fact.start, fact.start + fact.length)
              : text.slice(fact.start, fact.second.end),
            LONGEST_SHOWN,
          ),
        },
        ...(fact.kind === 'sentence' || fact.kind === 'item'
          ? {
              related: [
                { span: place(fact.start, fact.start + fact.length), message: 'related.sameSentence', args: {} },
              ],
            }
          : {}),
        ...(fact.kind === 'mixed' || fact.kind === 'item'
          ? {}
          : { fixes: [{ kind: 'review', message: 'fix.removeDoubled', args: {}, edits: [replace(second, '')] }] }),
      });
    }
  },
});

/** How the name of a body, or of what it runs, may end. */
const NAME_END =
  /(?:政府|平台|门户|窗口|中心|公司|企业|机构|机关|单位|街道|[局委厅办处部院会室队所署社站网点馆校园库镇乡村区县旗市州省])$/;
/** Longest title that is looked for behind a name. */
const LONGEST_TITLE = 80;

/** Whether the first of two words ends a name, and the second begins the title of a report of this kind. */
function isNameBeforeTitle(text: string, { kind, start, second }: Double, report: ReportKind | undefined): boolean {
  if (kind !== 'word' || !report || !NAME_END.test(text.slice(start, second.start))) return false;
  if (start === 0 || !isChinese(text.charCodeAt(start - 1))) return false;
  const behind = text.slice(second.start, second.start + LONGEST_TITLE);
  return report.titles.some(pattern => findPattern(pattern, behind)?.from === 0);
}

interface Double {
  readonly kind: 'word' | 'mixed' | 'sentence' | 'item';
  readonly start: number;
  readonly length: number;
  /** The repetition: what may be deleted. */
  readonly second: { readonly start: number; readonly end: number };
  readonly isCertain: boolean;
}

const LONGEST_SHOWN = 40;
const SHORTEST_SENTENCE = 10;
const LONGEST_SENTENCE = 400;

/** Single characters that are not doubled, with what makes them meet by chance. */
const CHARACTERS =
  /(?<![目标有])的的(?![确士])|局局(?![长机属党内领办部直域限面域网本门])|及及(?![时早格第])|和和(?![谐平睦解气蔼])|与与(?![会时])/g;
/** Words that do not meet by chance: none of them both ends a noun and begins a verb. */
const WORDS =
  /((?<!人民|[省市县区州旗盟镇乡])政府|政府(?=政府(?!信息|门户|网站|规章|采购|购买|公报|工作|投资|债[务券]|性[基债]|热线|开放))|(?<!阳光|智慧|电子|数字|透明)政务|信息|情况|数量|进行|加强|积极|通过|及时|主动|严格|不断|认真|深入|切实|我局|本局|我镇|本机关|年度|条例|其中|以及|按照|根据|进一步|精神|文件(?!文件夹)|制度|机制|渠道|水平|问题|措施|事项|栏目|目录|指南|程序|意识|力度|效率|范围|期限|方案|方式|新型|领域|各类|相关|有关)\1/g;
/** An abbreviation and its full form, or two forms of one term, run together. */
const MIXED = /依(?:政府)?信息依申请|环保环境保护|主动公开主动|公开政府信息公开政府信息|政务政府信息公开/g;

/** A line without any is a title or the head of a table that lost its lines, which repeats its columns. */
const SENTENCE_SIGN = /[，。；：、！？\d]/;
/** What is doubled in a title is a name or a word; longer repetitions are those of columns. */
const LONGEST_DOUBLED_NAME = 8;

function readDoubles(text: string): Double[] {
  const { hasShort, distances } = repetitions(text);
  const repeated = [...sentences(text), ...repeatedItems(text)];
  if (!hasShort && distances === 0 && repeated.length === 0 && text.search(MIXED) < 0) return [];
  const found: Double[] = [];
  const taken = new SpanSet();
  const add = (double: Double) => {
    if (taken.addIfFree({ start: double.start, end: double.second.end })) found.push(double);
  };
  if (distances !== 0) {
    const isWords = SENTENCE_SIGN.test(text);
    for (const double of longDoubles(text, distances)) if (isWords || double.length < LONGEST_DOUBLED_NAME) add(double);
  }
  if (hasShort) {
    for (const match of matchesOf(text, CHARACTERS)) {
      const at = match.index;
      add({
        kind: 'word',
        start: at,
        length: 1,
        second: { start: at + 1, end: at + 2 },
        isCertain: match[0] === '局局',
      });
    }
    for (const match of matchesOf(text, WORDS)) {
      const length = match[0].length / 2;
      add({
        kind: 'word',
        start: match.index,
        length,
        second: { start: match.index + length, end: match.index + 2 * length },
        isCertain: false,
      });
    }
  }
  for (const match of matchesOf(text, MIXED)) {
    add({
      kind: 'mixed',
      start: match.index,
      length: match[0].length,
      second: { start: match.index, end: match.index + match[0].length },
      isCertain: false,
    });
  }
  for (const double of repeated) add(double);
  return found.sort((a, b) => a.start - b.start);
}

const SHORTEST_DOUBLE = 3;
const LONGEST_DOUBLE = 16;

/** Places are counted on from one text to the next, so that what an earlier text left in the table is never near. */
class LastPlaces {
  /** By a hash of three characters: where their last run ended. */
  readonly met = new Int32Array(4096).fill(-LONGEST_DOUBLE - 1);
  private next = 0;

  /** Place of the first character of a text of this length. */
  begin(length: number): number {
    if (this.next > 1_000_000_000) {
      this.met.fill(-LONGEST_DOUBLE - 1);
      this.next = 0;
    }
    const first = this.next;
    this.next += length + LONGEST_DOUBLE + 1;
    return first;
  }
}

const lastPlaces = new LastPlaces();

/**
 * Whether a text may hold a Chinese character or a word of two twice in a row (`hasShort`), and by how many places runs
 * of three Chinese characters come again in it (bit n of `distances` for n places): a doubled run does so by its own
 * length.
 */
function repetitions(text: string): { hasShort: boolean; distances: number } {
  let hasShort = false;
  let distances = 0;
  const { met: lastMet } = lastPlaces;
  const first = lastPlaces.begin(text.length);
  let [third, second, last] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_CHINESE && code <= LAST_CHINESE) {
      if (code === last || (code === second && last === third)) hasShort = true;
      const hash = (second * 961 + last * 31 + code) & 4095;
      const met = (lastMet[hash] ?? 0) - first;
      const distance = at - met;
      if (
        met >= 2 &&
        distance >= SHORTEST_DOUBLE &&
        distance <= LONGEST_DOUBLE &&
        text.charCodeAt(met) === code &&
        text.charCodeAt(met - 1) === last &&
        text.charCodeAt(met - 2) === second
      )
        distances |= 1 << distance;
      lastMet[hash] = first + at;
    }
    third = second;
    second = last;
    last = code;
  }
  return { hasShort, distances };
}

const [FIRST_CHINESE, LAST_CHINESE] = [0x4e00, 0x9fff] as const;

function isChinese(code: number): boolean {
  return code >= FIRST_CHINESE && code <= LAST_CHINESE;
}

/** Runs of three characters and more that follow themselves: where a text equals itself some places on. */
function longDoubles(text: string, distances: number): Double[] {
  const found: Double[] = [];
  for (let length = SHORTEST_DOUBLE; length <= LONGEST_DOUBLE; length++) {
    if ((distances & (1 << length)) === 0) continue;
    let run = 0;
    for (let at = 0; at + length < text.length; at++) {
      const code = text.charCodeAt(at);
      run = code === text.charCodeAt(at + length) && isChinese(code) ? run + 1 : 0;
      if (run < length) continue;
      const start = at + 1 - length;
      const word = text.slice(start, start + length);
      run = 0;
      // 一一一一一一 and 甲乙甲乙甲乙 are no words.
      if (new Set(word).size < SHORTEST_DOUBLE || /^[一二三四五六七八九十百千万零〇]+$/.test(word)) continue;
      found.push({
        kind: 'word',
        start,
        length,
        second: { start: start + length, end: start + 2 * length },
        isCertain: true,
      });
    }
  }
  return found;
}

/** Adverbs that a sentence may have more than its twin. */
const ADVERBS = /^(?:不断|进一步|持续|切实|积极|着力|继续|大力|认真|严格|及时|全面|深入|扎实)+/;

const SENTENCE_ENDS = charClassTable('。！？；');
/** More sentences than this are not compared by their ends first. */
const MANY_SENTENCES = 16;

/** A sentence that says again what one before it in the paragraph says. */
function sentences(text: string): Double[] {
  const found: Double[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) if (SENTENCE_ENDS[text.charCodeAt(at)] === 1) ends.push(at);
  ends.push(text.length);
  if (!mayRepeat(text, ends)) return found;
  const known = new Map<string, { start: number; end: number; index: number }>();
  let start = 0;
  for (const [index, at] of ends.entries()) {
    const sentence = text.slice(start, at).trimStart();
    start = at + 1;
    if (sentence.length < SHORTEST_SENTENCE || sentence.length > LONGEST_SENTENCE) continue;
    const from = at - sentence.length;
    const core = sentence.replace(ADVERBS, '');
    const before = known.get(core);
    const isSame = before && (text.slice(before.start, before.end) === sentence || before.index === index - 1);
    if (before && isSame) {
      found.push({
        kind: 'sentence',
        start: before.start,
        length: before.end - before.start,
        second: { start: from, end: Math.min(text.length, at + 1) },
        isCertain: false,
      });
    } else if (core.length >= SHORTEST_SENTENCE) {
      known.set(core, { start: from, end: at, index });
    }
  }
  return found;
}

/** Whether two sentences have the same last two characters: without that none says again what another says. */
function mayRepeat(text: string, ends: readonly number[]): boolean {
  if (ends.length > MANY_SENTENCES) return true;
  return ends.some((end, i) =>
    ends.some(
      (other, j) =>
        j < i &&
        text.charCodeAt(end - 1) === text.charCodeAt(other - 1) &&
        text.charCodeAt(end - 2) === text.charCodeAt(other - 2),
    ),
  );
}
