import { unify } from '../../text/unify.ts';
import { shift, type Span } from '../../text/span.ts';
import type { PlacedSigns, ReportContext } from '../support/contexts.ts';
import { defineRule, finding, replace, type Finding } from '../support/rule.ts';

/**
 * 看不见的字符，粘贴带来的空白，代替汉字的部首字。
 *
 * 从网页、PDF、文字处理软件复制的文字里常有零宽字符、方向标记、软连字符，不间断空格一类不是空格的空白，以及样子和汉字一样的
 * 部首字（⾏、⼀）。核对时按没有这些字符、按空格、按所像的汉字来读；查找、统计和别的系统却读不出，所以各提示一次，可以一并改正。
 *
 * 不报：
 * - 文件开头的字节顺序标记，表情符号里的连接符。
 * - 段首的空白，全角空格；数字之间的空白，那是千位分隔。
 *
 * English: Invisible signs, blanks that are no spaces, and radicals in place of characters. The draft is read without
 * the first, and with spaces and the characters that the others look like. One hint each, with a fix for all.
 */
export const oddSigns = defineRule({
  id: 'wording/odd-signs',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'hint',
  kinds: 'every',
  scope: 'report',
  *run(context) {
    yield* invisible(context);
    yield* blanks(context);
    yield* radicals(context);
  },
});

/** Different signs that a message names. */
const MOST_NAMES = 3;

function placesOf(written: readonly PlacedSigns[], of: 'invisible' | 'blanks' | 'radicals'): readonly Span[] {
  return written.flatMap(({ at, signs }) => signs[of].map(span => shift(span, at)));
}

/** The first few different texts at some places. */
function differentTexts(places: readonly Span[], slice: (span: Span) => string): readonly string[] {
  const texts = new Set<string>();
  for (const place of places) {
    texts.add(slice(place));
    if (texts.size === MOST_NAMES) break;
  }
  return [...texts];
}

function* invisible({ report, written }: ReportContext): Iterable<Finding> {
  const places = placesOf(written, 'invisible');
  const [first] = places;
  if (!first) return;
  yield finding(first, {
    message: 'wording/odd-signs',
    args: { count: places.length, signs: codesOf(places, span => report.source.slice(span)) },
    fixes: [
      {
        kind: 'safe',
        message: 'fix.removeInvisible',
        args: { count: places.length },
        edits: places.map(place => replace(place, '')),
      },
    ],
  });
}

/** Code points of the first few different signs at some places: U+200B、U+00AD. */
function codesOf(places: readonly Span[], slice: (span: Span) => string): string {
  return differentTexts(places, slice)
    .map(sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join('、');
}

function* blanks({ report, written }: ReportContext): Iterable<Finding> {
  const { source } = report;
  const places = placesOf(written, 'blanks').filter(
    ({ start, end }) => !isIndent(source.text, start) && !isBetweenDigits(source.text, { start, end }),
  );
  const [first] = places;
  if (!first) return;
  yield finding(first, {
    message: 'wording/odd-signs#blanks',
    args: {
      count: places.length,
      signs: codesOf(places, span => source.text.charAt(span.start)),
    },
    fixes: [
      {
        kind: 'safe',
        message: 'fix.replaceBlanks',
        args: { count: places.length },
        edits: places.map(place => replace(place, ' ')),
      },
    ],
  });
}

const DIGIT = /[\d０-９]/;

/** Whether digits stand on both sides: then the blank parts thousands. */
function isBetweenDigits(text: string, { start, end }: Span): boolean {
  return DIGIT.test(text.charAt(start - 1)) && DIGIT.test(text.charAt(end));
}

/** Whether nothing but blanks stands before it on its line or in its element: how far a text is set in is no matter. */
function isIndent(text: string, start: number): boolean {
  return /(?:^|[\r\n>])[^\S\r\n]*$/.test(text.slice(Math.max(0, start - LONGEST_INDENT), start));
}

const LONGEST_INDENT = 16;

function* radicals({ report, written }: ReportContext): Iterable<Finding> {
  const places = placesOf(written, 'radicals');
  const [first] = places;
  if (!first) return;
  const signs = differentTexts(places, span => report.source.slice(span));
  yield finding(first, {
    message: 'wording/odd-signs#radicals',
    args: { count: places.length, signs: signs.map(sign => `${sign}→${unify(sign)}`).join('、') },
    fixes: [
      {
        kind: 'safe',
        message: 'fix.replaceRadicals',
        args: { count: places.length },
        edits: places.map(place => replace(place, unify(report.source.slice(place)))),
      },
    ],
  });
}
