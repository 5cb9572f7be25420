import fc from 'fast-check';
import { editionById } from '../../server/src/format/index.ts';
import { numberToChinese } from '../../server/src/text/numerals.ts';
import { sampleReport } from '../support/sample.ts';

const edition2021 = editionById('2021');

/** How people write the headings of sections: of a number and a title. */
const FORMS: readonly ((ordinal: number, title: string) => string)[] = [
  (n, title) => `${numberToChinese(n)}、${title}`,
  (n, title) => `## ${numberToChinese(n)}、${title}`,
  (n, title) => `**${numberToChinese(n)}、${title}**`,
  (n, title) => `**${numberToChinese(n)}、**${title}`,
  (n, title) => `### ${numberToChinese(n)}. ${title}`,
  (n, title) => `${numberToChinese(n)}．${title}`,
  (n, title) => `(${numberToChinese(n)})、${title}`,
  (n, title) => `（${numberToChinese(n)}）${title}`,
  (n, title) => `## （${numberToChinese(n)}）${title}`,
  (n, title) => `第${numberToChinese(n)}部分 ${title}`,
  (n, title) => `${String(n)}.${title}`,
  (n, title) => `## ${String(n)}. ${title}`,
  (n, title) => `${String(n)}、${title}`,
  (n, title) => `（${String(n)}）${title}`,
  (n, title) => `\u3000\u3000${numberToChinese(n)}、${title}`,
  (_, title) => `## ${title}`,
  (_, title) => title,
];

/**
 * The sample with its headings in another form, some of its sections gone and the others perhaps counted anew; on lines
 * of their own, or all of it on one.
 */
export const restyledReport = fc
  .record({
    form: fc.constantFrom(...FORMS),
    layout: fc.constantFrom('pipe' as const, 'html' as const, 'tabbed' as const),
    gone: fc.subarray([1, 2, 3, 4, 5, 6], { maxLength: 2 }),
    isRenumbered: fc.boolean(),
    lines: fc.constantFrom('apart', 'close', 'CRLF', 'one line'),
    isSigned: fc.boolean(),
  })
  .map(({ form, layout, gone, isRenumbered, lines, isSigned }) => {
    const [head = '', ...sections] = sampleReport(layout, undefined, undefined, 'plain').split(
      /\n\n(?=[一二三四五六]、)/,
    );
    let last = 0;
    const kept = sections.flatMap((text, i) => {
      if (gone.includes(i + 1)) return [];
      last = isRenumbered ? last + 1 : i + 1;
      const [, ...body] = text.split('\n');
      return [[form(last, edition2021.sections[i]?.title ?? ''), ...body].join('\n')];
    });
    const text = [head, ...kept].join('\n\n');
    const whole = isSigned ? text : text.replace(/\n\n海东县林业局\n\n2025年1月15日\n$/, '\n');
    // On one line only 一、 tells sections from the items in them.
    if (lines === 'one line' && form(1, '').startsWith('一、')) return whole.replace(/\n+/g, ' ');
    return lines === 'CRLF' ? whole.replaceAll('\n', '\r\n') : lines === 'close' ? whole.replace(/\n\n/g, '\n') : whole;
  });
