import { judgedTables } from '../../model/equations/judgedTables.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import { figureKey, valueOf } from '../../model/report.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 正文“非政府信息、不存在、非本机关”等答复的合计与统计表“其他类型答复”不符。
 *
 * 2018年及以前的统计表把这几类合为“其他类型”。正文的同意、部分公开、不予公开都与统计表相同，只有余下一类不同的，提示核对：正文
 * 可能只列了其中几类。
 *
 * 不报：
 * - 正文其他各类也与统计表不同的：口径不同，另有核对。
 * - 统计表没有读出或没有填；正文写了“等”。
 *
 * English: In reports up to 2018 the replies other than granted, partly granted and refused differ between text and
 * statistics table while the three others agree.
 */
export const otherReplies = defineRule({
  id: 'prose/other-replies',
  catalogue: ['P01'],
  basis: ['practice'],
  severity: 'information',
  scope: 'report',
  readers: { replies: repliesIn },
  *run({ report }, { replies }) {
    const table = judgedTables(report).find(({ spec }) => spec.id === 'fj-2018');
    if (!table) return;
    for (const {
      fact: { granted, partly, refused, other },
      place,
    } of replies) {
      const cell = (row: string) => table.figures.get(figureKey(row, 'annual'));
      const isSame = (
        [
          ['replyGranted', granted],
          ['replyPartial', partly],
          ['replyRefused', refused],
        ] as const
      ).every(([row, figure]) => valueOf(cell(row)) === figure.value);
      const inTable = cell('replyOther');
      const value = valueOf(inTable);
      if (!isSame || !inTable || value === undefined || value === other.value) continue;
      yield finding(place(other.start, other.end), {
        message: 'prose/other-replies',
        args: { stated: `${String(other.value)}${other.unit}`, table: value, difference: other.value - value },
        related: [
          {
            span: inTable.span,
            message: 'related.member',
            args: { row: inTable.row.label, column: inTable.column.label, text: inTable.text },
          },
        ],
      });
    }
  },
});

interface Replies {
  readonly granted: ProseFigure;
  readonly partly: ProseFigure;
  readonly refused: ProseFigure;
  readonly other: ProseFigure;
}

function repliesIn(text: string, block: TextBlock): readonly Replies[] {
  return /同意公开|予以公开/.test(text) ? figureTextOf(block).sentences.flatMap(readReplies) : [];
}

/** A sentence that names each of the four kinds of replies once. */
function readReplies({ text, figures }: FigureSentence): Replies[] {
  if (/[\d件条]等|主要|累计|历年/.test(text)) return [];
  const counts = figures.filter(({ unit, modality }) => (unit === '件' || unit === '条') && modality === 'exact');
  const named = (pattern: RegExp, not: RegExp) => {
    const found = counts.filter(({ subject }) => pattern.test(subject) && !not.test(subject));
    return found.length === 1 ? found[0] : undefined;
  };
  const granted = named(/同意公开|予以公开/, /不|部分/);
  const partly = named(/部分公开/, /不予/);
  const refused = named(/不予公开/, /部分/);
  const other = named(/不存在|非本机关|不属于本机关|非政府信息|不属于政府信息/, /不予公开|同意/);
  return granted && partly && refused && other ? [{ granted, partly, refused, other }] : [];
}
