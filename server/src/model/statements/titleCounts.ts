import { chineseToNumber, halfWidthDigits } from '../../text/numerals.ts';
import { isSignAt } from '../../text/charTable.ts';
import type { WrongCount } from './announcedCounts.ts';

const OPENERS = ['分别为《', '分别是《'];
/** 3件行政规范性文件，: a count, and at most its noun, before 分别为. */
const COUNT_BEFORE =
  /(?<![\d.万亿余多第])(\d{1,2}|[两三四五六七八九十])[件个部份项篇][^，,。；;：:《》\d]{0,12}[，,]?$/;
const LONGEST_COUNT = 24;
const [LONGEST_TITLE, LONGEST_BRACKET] = [80, 40];
const JOINING = ['以及', '和', '及', '与', '、', '，', ','];

/** 规范性文件3件，分别为《甲》《乙》: as many titles are named as are announced, where nothing but titles is. */
export function wrongTitlesIn(whole: string): readonly WrongCount[] {
  const text = halfWidthDigits(whole);
  return OPENERS.flatMap(opener => {
    const wrong: WrongCount[] = [];
    for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + 1)) {
      const found = countAt(text, at, at + opener.length - 1);
      if (found) wrong.push(found);
    }
    return wrong;
  });
}

function countAt(text: string, openerAt: number, titlesAt: number): WrongCount | undefined {
  const from = Math.max(0, openerAt - LONGEST_COUNT);
  const count = COUNT_BEFORE.exec(text.slice(from, openerAt));
  const digits = count?.[1];
  if (!count || digits === undefined) return undefined;
  const announced = /\d/.test(digits) ? Number(digits) : (chineseToNumber(digits) ?? 0);
  const titles = titlesFrom(text, titlesAt);
  if (titles === undefined || titles.listed < 2 || announced < 2 || titles.listed === announced) return undefined;
  const start = from + count.index;
  return { start, end: start + digits.length + 1, announced, listed: titles.listed, isAtEnd: titles.isAtEnd };
}

/** The titles in a row, with what stands in brackets behind them; undefined where other words follow. */
function titlesFrom(text: string, from: number): { listed: number; isAtEnd: boolean } | undefined {
  let at = from;
  let listed = 0;
  for (;;) {
    const end = closeOf(text, at, '》', LONGEST_TITLE);
    if (end === undefined) return undefined;
    listed++;
    at = end;
    if (isSignAt(text, at, '（(')) at = closeOf(text, at, text.charAt(at) === '(' ? ')' : '）', LONGEST_BRACKET) ?? at;
    const joint = JOINING.find(word => text.startsWith(`${word}《`, at));
    if (joint !== undefined) at += joint.length;
    else if (text.charAt(at) !== '《') break;
  }
  return at >= text.length || isSignAt(text, at, '。；;，,\n') ? { listed, isAtEnd: at >= text.length } : undefined;
}

function closeOf(text: string, from: number, sign: string, longest: number): number | undefined {
  const at = text.slice(from, from + longest).indexOf(sign);
  return at < 0 ? undefined : from + at + 1;
}
