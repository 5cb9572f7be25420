import { isKeyValue } from '../../format/cellTypes.ts';
import type { TableSpec } from '../../format/types.ts';
import { isNoCount } from '../../model/equations/outcome.ts';
import { isNothing } from '../../model/tables/cells.ts';
import { isLookAlike } from '../../model/tables/lookAlikes.ts';
import type { Figure } from '../../model/report.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, finding, replace, type Edit, type Finding, type Fix, type Related } from '../support/rule.ts';

/**
 * 件数栏填了小数、负数或文字。
 *
 * 表三、表四的每一格都是件数，应为不小于0的整数。小数和负数是错误；格式文件的键值表里是警告，可有小数的行要写明 `decimal`。各表的格子里写了文字的无法核对，只作提示；写了不止一个数
 * 的，不知以哪一个为准，也不核对。一张表里超过五格写了文字的合并报告；写“无”“零”的，快速修复改为0，须逐条确认。
 *
 * 不报：
 * - 空格、横线、斜线。
 * - 千分位和单位（1,200件）。
 * - 形近数字的字符（1O）：另有规则。
 * - 写成小数的整数（12.00）：按整数核对，一张表提示一次。
 * - 表二的小数、负数：金额和增减可以是。
 *
 * English: A cell of table three or four holds a fraction, a negative number or text. Blanks, dashes, thousands
 * separators and units are fine. Text in a cell of any table is only noted, and so are two figures in one; more than
 * five cells with text are reported together. A whole number with decimals (12.00) is read as such, with a hint.
 */
export const notACount = defineRule({
  id: 'tables/not-a-count',
  catalogue: ['T3-04'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests', 'edition:2021#t4.review_litigation'],
  severity: 'error',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, slice }) {
    if (standing !== 'judged' || !table.spec.isRequired) return;
    const texts: Figure[] = [];
    const whole: Figure[] = [];
    for (const figure of table.figures.values()) {
      const args = { stated: figure.text.replaceAll('\n', ' '), row: figure.row.label, column: figure.column.label };
      if (isNoCount(figure)) {
        if (countsAlone(table.spec)) yield finding(figure.span, { message: 'tables/not-a-count', args });
        // Its rows say which figures are counts, and which have decimals.
        else if (isKeyValue(table.spec))
          yield finding(figure.span, { message: 'tables/not-a-count', severity: 'warning', args });
      } else if (isWholeDecimal(figure)) whole.push(figure);
      else if (figure.quantity.kind !== 'unreadable' || isLookAlike(figure.text)) continue;
      else if (!countsAlone(table.spec) && figure.text.length < SHORTEST_TEXT && !isNothing(figure.text)) continue;
      else if (SEVERAL.test(figure.text))
        yield finding(figure.span, { message: 'tables/not-a-count#several', severity: 'information', args });
      else texts.push(figure);
    }
    yield* textFindings(table.spec, texts, slice);
    const [first] = whole;
    if (first)
      yield finding(first.span, {
        message: 'tables/not-a-count#decimals',
        severity: 'hint',
        args: { table: table.spec.title, count: whole.length, stated: first.text },
        related: relatedFigures(whole),
        fixes: fixesWith(
          'fix.removeDecimals',
          replacements(whole, slice, text => text.replace(ZERO_DECIMALS, '')),
        ),
      });
  },
});

/** Cells with words: each for itself, or where there are many, as of a form in which each 0 is `无`, all at once. */
function* textFindings(spec: TableSpec, texts: readonly Figure[], slice: (span: Span) => string): Iterable<Finding> {
  const [first] = texts;
  if (first && texts.length > MOST_SINGLE) {
    yield finding(first.span, {
      message: 'tables/not-a-count#manyTexts',
      severity: 'information',
      args: { table: spec.title, count: texts.length, stated: first.text.replaceAll('\n', ' ') },
      related: relatedFigures(texts),
      fixes: zeroFixes(texts, slice),
    });
    return;
  }
  for (const figure of texts)
    yield finding(figure.span, {
      message: 'tables/not-a-count#text',
      severity: 'information',
      args: { stated: figure.text.replaceAll('\n', ' '), row: figure.row.label, column: figure.column.label },
      fixes: zeroFixes([figure], slice),
    });
}

/** Writes 0 for words that say there is nothing. */
function zeroFixes(figures: readonly Figure[], slice: (span: Span) => string): Fix[] {
  const nothings = figures.filter(({ text }) => isNothing(text));
  return fixesWith(
    'fix.writeZeros',
    replacements(nothings, slice, () => '0'),
  );
}

function fixesWith(message: 'fix.removeDecimals' | 'fix.writeZeros', edits: readonly Edit[]): Fix[] {
  return edits.length > 0 ? [{ kind: 'review', message, args: { count: edits.length }, edits }] : [];
}

/** Edits of the cells whose text stands in the draft as it is read. */
function replacements(
  figures: readonly Figure[],
  slice: (span: Span) => string,
  textFor: (text: string) => string,
): Edit[] {
  return figures.flatMap(({ span, text }) => (slice(span) === text ? [replace(span, textFor(text))] : []));
}

function relatedFigures(figures: readonly Figure[]): Related[] {
  return figures.slice(1, MOST_RELATED).map(({ span, text }) => ({ span, message: 'related.figure', args: { text } }));
}

/** Whether a cell that counts things states a whole number with decimals, as spreadsheets show it: 12.00. */
function isWholeDecimal({ quantity, row, column }: Figure): boolean {
  return quantity.kind === 'value' && quantity.decimals > 0 && (row.type ?? column.type) === 'count';
}

const MOST_SINGLE = 5;
const MOST_RELATED = 20;
/** Decimals that say nothing, at the end of a figure. */
const ZERO_DECIMALS = /[.．][0０]+(?=[^\d０-９]*$)/;
/** Shorter texts in table two are mostly amounts being written (`约`, `1，`), which stand for themselves. */
const SHORTEST_TEXT = 3;
/** Two figures and nothing else. */
const SEVERAL = /^\s*[\d０-９][\d０-９,，.．]*(?:[\s/／、;；]+[\d０-９][\d０-９,，.．]*)+\s*$/;

/** Applications and cases: every cell is a count. */
function countsAlone({ role }: TableSpec): boolean {
  return role === 'requests' || role === 'cases';
}
