import { unify } from '../../text/unify.ts';
import { shift, type Span } from '../../text/span.ts';
import type { PlacedSigns, ReportContext } from '../support/contexts.ts';
import { defineRule, finding, replace, type Finding } from '../support/rule.ts';

/**
 * 看不见的字符，代替汉字的部首字。
 *
 * 从网页、PDF、文字处理软件复制的文字里常有零宽字符、方向标记、软连字符，以及样子和汉字一样的部首字（⾏、⼀）。
 * 核对时按没有这些字符、按所像的汉字来读；查找、统计和别的系统却读不出，所以各提示一次，可以一并改正。
 *
 * 不报：
 * - 文件开头的字节顺序标记，表情符号里的连接符。
 *
 * English: Invisible signs, and radicals in place of characters. The draft is read without the former, and with the
 * characters that the latter look like. One hint each, with a fix for all.
 */
export const oddSigns = defineRule({
  id: 'wording/odd-signs',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  *run(context) {
    yield* invisible(context);
    yield* radicals(context);
  },
});

/** Different signs that a message names. */
const MOST_NAMES = 3;

function placesOf(written: readonly PlacedSigns[], of: 'invisible' | 'radicals'): readonly Span[] {
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
  const names = differentTexts(places, span => report.source.slice(span)).map(
    sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  yield finding(first, {
    message: 'wording/odd-signs',
    args: { count: places.length, signs: names.join('、') },
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
