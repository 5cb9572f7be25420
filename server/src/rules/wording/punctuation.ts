import type { TextFact } from '../../syntax/paragraphFacts.ts';
import { charClassTable } from '../../text/charTable.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import { shortened } from '../../text/shortened.ts';
import { shift } from '../../text/span.ts';
import type { ReportContext } from '../support/contexts.ts';
import { defineRule, finding, replace, reportCheck, type Finding } from '../support/rule.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 引号、括号不成对，标点重复，正文用全角数字。
 *
 * 逐段核对“”「」『』（）〔〕【】《》和半角的引号、括号。文号的括号缺一半（“国办函〔2020〕109号）”“国办发〔2020 109号”）
 * 和不可能连用的标点（“，；”“。。”）是警告，可以快速修复；其他缺一半的、引号里又用同样的引号的，只作提示。
 * 正文的全角数字按半角来读，全文只建议一次，可以一并改为半角。
 *
 * 不报：
 * - “1）”“一）”这样的编号，撇号，书名里的〈〉。
 * - 在后文几段里才结束的引文和括注，折行的文字。
 * - 半角与全角的括号成对。
 * - 随网页复制的“【字体：”。
 * - 表格里的全角数字：另有提示。
 * - 省略号写成三个以上句点的，只作建议。
 *
 * English: A quotation mark or bracket without its other half, or doubled punctuation. Numbers such as 1）,
 * apostrophes, and quotations that end some paragraphs on are fine; half-width and full-width signs pair.
 */
export const punctuation = defineRule({
  id: 'wording/punctuation',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  checks: [
    reportCheck({ readers: { facts: readFacts }, run: (_, { facts }) => unpaired(facts) }),
    reportCheck({ run: wideDigits }),
  ],
});

/** Full-width digits outside of tables, which have a rule of their own. */
function* wideDigits({ report, written }: ReportContext): Iterable<Finding> {
  const places = written.flatMap(({ at, kind, signs }) =>
    kind === 'table' ? [] : signs.wideDigits.map(each => shift(each, at)),
  );
  const [first] = places;
  if (!first) return;
  const edits = places.map(place => replace(place, halfWidthDigits(report.source.slice(place))));
  yield finding(first, {
    message: 'wording/punctuation#wide-digits',
    severity: 'hint',
    args: { count: places.length },
    fixes: [{ kind: 'safe', message: 'fix.halfWidth', args: { count: places.length }, edits }],
  });
}

type PairKind = 'double' | 'corner' | 'white' | 'round' | 'square' | 'lens' | 'title' | 'straight';

interface Half {
  readonly type: 'open' | 'close';
  readonly pair: PairKind;
  readonly at: number;
  /** It belongs to the number of a document. */
  readonly isOfDocument: boolean;
  /** Where its other half belongs, if that is clear. */
  readonly missingAt?: number;
}

/** A paragraph that is one quotation: it may be the last of several. */
interface Quotation {
  readonly type: 'quotation';
  readonly at: number;
}

type Fact =
  | Half
  | Quotation
  | { readonly type: 'nested'; readonly start: number; readonly end: number }
  | { readonly type: 'doubled'; readonly start: number; readonly end: number };

const OPENING: ReadonlyMap<string, PairKind> = new Map([
  ['“', 'double'],
  ['「', 'corner'],
  ['『', 'white'],
  ['（', 'round'],
  ['(', 'round'],
  ['〔', 'square'],
  ['［', 'square'],
  ['[', 'square'],
  ['【', 'lens'],
  ['《', 'title'],
]);
const CLOSING: ReadonlyMap<string, PairKind> = new Map([
  ['”', 'double'],
  ['」', 'corner'],
  ['』', 'white'],
  ['）', 'round'],
  [')', 'round'],
  ['〕', 'square'],
  ['］', 'square'],
  [']', 'square'],
  ['】', 'lens'],
  ['》', 'title'],
]);
/** Halves of pairs, and signs of which no two stand side by side. */
const [HALF, STOP] = [1, 2] as const;
const KINDS = charClassTable(`"${[...OPENING.keys(), ...CLOSING.keys()].join('')}`, '，。、；：,;');
const DOUBLED = /[，。、；：,;][，。、；：,;]+/g;
/** The other half may stand this far behind, in another paragraph or on the next line of a wrapped one. */
const REACH = 1500;

/** More halves than this without their others, in one paragraph or near one another, are no prose. */
const MOST_WAITING = 60;

function* unpaired(facts: readonly TextFact<Fact>[]): Iterable<Finding> {
  let waiting: { half: Half; where: TextFact<Fact> }[] = [];
  const tell = ({ half, where }: { half: Half; where: TextFact<Fact> }): Finding => {
    const sign = where.text.charAt(half.at);
    const missing = half.missingAt;
    return finding(where.place(half.at, half.at + 1), {
      message: half.isOfDocument ? 'wording/punctuation#document' : 'wording/punctuation',
      severity: half.isOfDocument ? 'warning' : 'information',
      args: { sign, other: OTHER_HALF.get(sign) ?? sign },
      fixes:
        missing === undefined
          ? []
          : [
              {
                kind: 'review',
                message: 'fix.completePair',
                args: { sign: OTHER_HALF.get(sign) ?? sign },
                edits: [replace(where.place(missing, missing), OTHER_HALF.get(sign) ?? sign)],
              },
            ],
    });
  };
  const tellAll = (halves: typeof waiting) => halves.filter(each => !isOfWebPage(each.half, each.where.text)).map(tell);
  for (const where of facts) {
    const { fact, text, placed, place } = where;
    let expired = 0;
    for (const each of waiting) {
      if (placed.at - each.where.placed.at <= REACH) break;
      expired++;
    }
    if (expired > 0) {
      yield* tellAll(waiting.slice(0, expired));
      waiting = waiting.slice(expired);
    }
    // A draft of nothing but brackets is no prose.
    if (waiting.length > MOST_WAITING) return;
    if (fact.type === 'nested') {
      yield finding(place(fact.start, fact.end), {
        message: 'wording/punctuation#nested',
        args: { text: shortened(text.slice(fact.start, fact.end), 30) },
      });
    } else if (fact.type === 'doubled') {
      yield doubled(where, fact.start, fact.end);
    } else if (fact.type === 'quotation') {
      waiting = waiting.filter(
        ({ half, where: { text: opened } }) => half.pair !== 'double' || opened.slice(0, half.at).trim() !== '',
      );
    } else if (fact.isOfDocument) {
      yield tell({ half: fact, where });
    } else if (
      fact.type === 'close' ||
      (fact.pair === 'straight' && waiting.some(({ half }) => half.pair === 'straight'))
    ) {
      const others = waiting.filter(({ half }) => half.pair !== fact.pair);
      // A quotation over several paragraphs opens in each of them and closes once.
      if (others.length === waiting.length) yield tell({ half: fact, where });
      waiting = others;
    } else {
      waiting.push({ half: fact, where });
    }
  }
  yield* tellAll(waiting);
}

/** 【字体：大 中 小: what a web page shows above its text was copied with it. */
function isOfWebPage({ pair, at }: Half, text: string): boolean {
  return pair === 'lens' && /字体|字号|打印/.test(text.slice(Math.max(0, at - LONGEST_BUTTON), at + LONGEST_BUTTON));
}

const LONGEST_BUTTON = 6;

const OTHER_HALF: ReadonlyMap<string, string> = new Map([
  ...['“”', '「」', '『』', '（）', '()', '〔〕', '［］', '[]', '【】', '《》'].flatMap(
    ([open = '', close = '']): [string, string][] => [
      [open, close],
      [close, open],
    ],
  ),
]);

function doubled({ text, place }: TextFact<Fact>, start: number, end: number): Finding {
  const signs = text.slice(start, end);
  const isEllipsis = /^[。.]{3,}$/.test(signs);
  const kept = isEllipsis ? '……' : strongest(signs);
  return finding(place(start, end), {
    message: 'wording/punctuation#doubled',
    severity: isEllipsis ? 'hint' : 'warning',
    args: { signs },
    fixes: [
      {
        kind: 'review',
        message: 'fix.usePunctuation',
        args: { sign: kept },
        edits: [replace(place(start, end), kept)],
      },
    ],
  });
}

/** The sign that ends most of a sentence. */
function strongest(signs: string): string {
  for (const each of '。；;：，,、') if (signs.includes(each)) return each;
  return signs.charAt(0);
}

function readFacts(text: string): Fact[] {
  const facts: Fact[] = [];
  const open = new Map<PairKind, number[]>();
  let straight: number | undefined;
  let isDoubled = false;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind === STOP && before === STOP) isDoubled = true;
    before = kind;
    if (kind !== HALF) continue;
    const sign = text.charAt(at);
    const opening = OPENING.get(sign);
    const closing = CLOSING.get(sign);
    if (opening) {
      const waiting = open.get(opening);
      if (waiting) waiting.push(at);
      else open.set(opening, [at]);
    } else if (closing) {
      const start = open.get(closing)?.pop();
      if (start !== undefined) {
        const outer = open.get(closing);
        if (closing === 'double' && outer && outer.length > 0) facts.push({ type: 'nested', start, end: at + 1 });
      } else if (!isNumber(text, at, closing)) {
        facts.push(stray(text, at, closing));
      }
    } else if (!/[\d″]/.test(text.charAt(at - 1)) || straight !== undefined) {
      straight = straight === undefined ? at : undefined;
    }
  }
  if (facts.length === 0 && !isDoubled && straight === undefined && !text.includes('”') && isAllClosed(open))
    return facts;
  const isProse = facts.length <= MOST_WAITING && [...open.values()].every(({ length }) => length <= MOST_WAITING);
  if (!isProse) return [];
  for (const [pair, places] of open) for (const at of places) facts.push(unclosed(text, at, pair));
  if (straight !== undefined) facts.push({ type: 'open', pair: 'straight', at: straight, isOfDocument: false });
  if (/^\s*“.*”\s*$/s.test(text)) facts.push({ type: 'quotation', at: text.length });
  // Quotation marks that never close make those behind them look nested.
  const isNestingSure = (open.get('double')?.length ?? 0) === 0;
  if (isDoubled)
    for (const match of matchesOf(text, DOUBLED))
      // Signs alone in quotation marks are named, or mark columns (`[cols=",,,"]`).
      if (text.charAt(match.index - 1) !== '"' || text.charAt(match.index + match[0].length) !== '"')
        facts.push({ type: 'doubled', start: match.index, end: match.index + match[0].length });
  return facts.filter(({ type }) => type !== 'nested' || isNestingSure).sort((a, b) => placeOf(a) - placeOf(b));
}

function isAllClosed(open: ReadonlyMap<PairKind, readonly number[]>): boolean {
  for (const places of open.values()) if (places.length > 0) return false;
  return true;
}

function placeOf(fact: Fact): number {
  return 'at' in fact ? fact.at : fact.start;
}

/** 1） at the beginning of an item. */
function isNumber(text: string, at: number, pair: PairKind): boolean {
  return (
    pair === 'round' &&
    /(?:^|[。；;，,、：:！？\s　“《])[\dA-Za-z０-９一二三四五六七八九十]{1,3}$/.test(
      text.slice(Math.max(0, at - 5), at),
    )
  );
}

/** Number of a document before a bracket, and before a sign in it. */
const NUMBER_BEFORE = /[\u4e00-\u9fff]{1,10}\s?[〔［[【（(]\s?\d{4}\s?[〕］\]】）)]\s?第?\s?\d{1,5}\s?号\s?$/;
const LONGEST_NUMBER = 30;

function stray(text: string, at: number, pair: PairKind): Half {
  if (pair === 'round') {
    const from = Math.max(0, at - LONGEST_NUMBER);
    const number = NUMBER_BEFORE.exec(text.slice(from, at));
    if (number) {
      const start = from + number.index;
      return {
        type: 'close',
        pair,
        at,
        isOfDocument: true,
        ...(text.charAt(start - 1) === '》' ? { missingAt: start } : {}),
      };
    }
  }
  const year =
    pair === 'square' &&
    /[\u4e00-\u9fff]\s?\d{4}$/.test(text.slice(Math.max(0, at - 6), at)) &&
    /^\s?\d{1,5}\s?号/.test(text.slice(at + 1, at + 9));
  return { type: 'close', pair, at, isOfDocument: year, ...(year ? { missingAt: at - 4 } : {}) };
}

function unclosed(text: string, at: number, pair: PairKind): Half {
  if (pair === 'round') {
    const number = /^[\u4e00-\u9fff]{1,10}[〔［[]\d{4}[〕］\]]第?\d{1,5}号/.exec(
      text.slice(at + 1, at + 1 + LONGEST_NUMBER),
    );
    // Something else may follow the number in its brackets.
    const end = number ? at + 1 + number[0].length : 0;
    const isOfDocument = number !== null && end < text.length && !/^[，,、；;]/.test(text.slice(end));
    return { type: 'open', pair, at, isOfDocument, ...(isOfDocument ? { missingAt: end } : {}) };
  }
  const year =
    pair === 'square' &&
    /^\d{4}\s?\d{1,5}\s?号/.test(text.slice(at + 1, at + 14)) &&
    /[\u4e00-\u9fff]/.test(text.charAt(at - 1));
  return { type: 'open', pair, at, isOfDocument: year, ...(year ? { missingAt: at + 5 } : {}) };
}
