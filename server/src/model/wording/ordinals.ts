import type { TextFact } from '../../syntax/paragraphFacts.ts';
import { chineseToNumber, numberToChinese } from '../../text/numerals.ts';
import { matchesOf } from '../../text/matches.ts';

/** 一是, 二是 … in running text. Places count from the start of the text. */
export interface Ordinal {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Begins a clause. */
  readonly isClause: boolean;
}

/** An ordinal that does not follow the one before it. */
export interface OrdinalSlip {
  readonly fact: TextFact<Ordinal>;
  readonly kind: 'repeated' | 'skipped' | 'first' | 'odd';
  readonly expected: number;
  /** The next one goes on where this one should be. */
  readonly isProved: boolean;
}

/** 统一是, 第一是, 唯一是 number nothing. */
const ORDINAL = /(?<![第统唯之同万专单任一二三四五六七八九十\d])([一二三四五六七八九十]{1,2})是(?!否)/g;
const CLAUSE = /[。；;，,：:、！!？?”"』）)\s　]/;

/** Reads the ordinals of a text. */
export function readOrdinals(text: string): readonly Ordinal[] {
  if (!text.includes('是')) return NONE;
  return matchesOf(text, ORDINAL).map(({ 0: whole, 1: words = '', index }) => ({
    value: chineseToNumber(words) ?? 0,
    start: index,
    end: index + whole.length,
    isClause: index === 0 || CLAUSE.test(text.charAt(index - 1)),
  }));
}

const NONE: readonly Ordinal[] = [];

/** Lists inside each other that are followed. */
const MOST_LISTS = 8;

interface OpenList {
  readonly value: number;
  readonly last: TextFact<Ordinal>;
}

/** Slips among the ordinals of one section, in their order. Lists may stand inside others and go on over paragraphs. */
export function ordinalSlips(all: readonly TextFact<Ordinal>[]): readonly OrdinalSlip[] {
  const facts = all.filter(({ fact }) => fact.value > 0 && (fact.value === 1 || fact.isClause));
  const slips: OrdinalSlip[] = [];
  /** Lists that may go on, the outer ones first. */
  const open: OpenList[] = [];
  for (const [i, fact] of facts.entries()) {
    const { value } = fact.fact;
    if (open.length > MOST_LISTS) open.splice(0, open.length - MOST_LISTS);
    const list = value === 1 ? open.length : open.findLastIndex(each => each.value === value - 1);
    if (list >= 0) {
      open.splice(list, Infinity, { value, last: fact });
      continue;
    }
    const inner = open.at(-1);
    const next = facts[i + 1]?.fact.value;
    if (!inner || value < inner.value) {
      if (!inner && value === 2 && !isNumberedOtherwise(fact.text.slice(0, fact.fact.start), 1))
        slips.push({ fact, kind: 'first', expected: 1, isProved: next === 3 });
      open.push({ value, last: fact });
      continue;
    }
    // 首先……，二是……: a list of its own.
    if (value === 2 && isNumberedOtherwise(textBetween(inner.last, fact), 1)) {
      open.push({ value, last: fact });
      continue;
    }
    const expected = inner.value + 1;
    if (next === expected && value > expected) {
      // The list goes on as if it were not there: it is none of its items.
      // 一是……，其次……，三是……
      if (isNumberedOtherwise(textBetween(inner.last, fact), value - 1, false))
        open.splice(-1, 1, { value, last: fact });
      else slips.push({ fact, kind: 'odd', expected, isProved: false });
      continue;
    }
    const isProved = next === expected + 1;
    if (!isNumberedOtherwise(textBetween(inner.last, fact), expected))
      slips.push({ fact, kind: value === inner.value ? 'repeated' : 'skipped', expected, isProved });
    open.splice(-1, 1, { value: isProved ? expected : value, last: fact });
  }
  return slips;
}

function textBetween(first: TextFact<Ordinal>, second: TextFact<Ordinal>): string {
  return first.placed === second.placed
    ? first.text.slice(first.fact.end, second.fact.start)
    : first.text.slice(first.fact.end) + second.text.slice(0, second.fact.start);
}

/** Whether an item is numbered in another way: 其次, 第二, 二要, （二）, and with digits 2. */
function isNumberedOtherwise(text: string, value: number, withDigits = true): boolean {
  const numeral = numberToChinese(value);
  const forms = [`第${numeral}`, `其${numeral}`, `${numeral}是`, `${numeral}要`, `${numeral}为`, `${numeral}则`];
  forms.push(`${numeral}来`, `${numeral}、`, `（${numeral}）`, `(${numeral})`);
  if (withDigits) forms.push(`${String(value)}.`, `${String(value)}、`, `${String(value)}．`);
  forms.push(...(value === 1 ? ['首先', '一方面'] : ['其次', '另一方面', '再次', '最后']));
  return forms.some(form => text.includes(form));
}
