import { figureKey, type BoundPart, type TableContent } from '../../model/report.ts';
import { unreadOf } from '../../model/tables/unread.ts';
import type { PartSpec } from '../../format/types.ts';
import { fold } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, finding, type Finding } from '../support/rule.ts';

/**
 * 表格缺少规定的行或列。
 *
 * 没有数据的行也要保留并填0。缺一半以上的多半没有读全，一格一行抄录的表不知有无，都只作提示。行还在、只丢了行名的，按
 * 次序和合计认出是哪一行，提示补上行名。
 *
 * 不报：
 * - 行名带括号说明，如“规章（市本级）”。
 * - “现行有效件”之类收录的写法。
 * - 报告年度不明，不知该用哪一版格式。
 *
 * English: A prescribed row or column is missing, or a row lost its label. Suffixes such as （市本级） and recorded
 * variants of labels are fine; tables that were not read as a whole are only told.
 */
export const missingRow = defineRule({
  id: 'tables/missing-row',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, facts }) {
    if (standing !== 'judged' || !facts.edition?.isPrescribed) return;
    if (!table.spec.isRequired) return;
    yield* table.spec.parts.some(({ rowsAcross }) => rowsAcross) ? missingAcross(table) : missingIn(table);
  },
});

/** Rows that stand side by side in the form, and of which some were read by their labels alone. */
function* missingAcross(table: TableContent): Iterable<Finding> {
  const present = table.parts.flatMap(({ rows }) => rows.map(({ spec }) => spec));
  const missing = table.spec.parts.flatMap(({ rows }) => rows).filter(spec => !present.includes(spec));
  const first = table.parts[0]?.rows[0];
  if (!first || missing.length === 0 || unreadOf(table)) return;
  const rows = missing.map(({ label, path }) => path.at(-1) ?? label).join('；');
  yield finding(first.labelSpan, {
    message: 'tables/missing-row',
    severity: 'information',
    args: { table: table.spec.title, rows, count: missing.length },
  });
}

function* missingIn(table: TableContent): Iterable<Finding> {
  yield* lostLabels(table);
  const isFlat = table.blocks.some(({ block }) => block.columnCount === 0);
  // Of a table that was not read as a whole it is not known what it lacks: another rule says so.
  if (unreadOf(table) && (isFlat || table.unplaced.length > 0)) return;
  const rows = table.parts.flatMap(part => part.rows);
  const specs = table.spec.parts.flatMap(part => part.rows);
  const severity = isFlat || rows.length * 2 < specs.length ? 'information' : 'warning';
  const present = new Set(rows.map(({ spec }) => spec));
  const missing = specs.filter(spec => !present.has(spec));
  const first = missing[0];
  const anchor: Span = rows[0]?.labelSpan ?? { start: table.span.start, end: table.span.start };
  if (first) {
    const before = rows.findLast(({ spec }) => specs.indexOf(spec) < specs.indexOf(first));
    yield finding(before?.labelSpan ?? anchor, {
      message: 'tables/missing-row',
      severity,
      args: { table: table.spec.title, rows: missing.map(({ label }) => label).join('；'), count: missing.length },
    });
  }
  // Without a grid a head is easily broken, and a column that is missing leaves rows that cannot be read.
  const columns = table.parts.flatMap(part => {
    if (isFlat || part.seenColumns.size === 0 || part.rows.length === 0) return [];
    const lacking = part.spec.columns.filter(({ key }) => !part.seenColumns.has(key));
    return lacking.length === 0 || hasBrokenHead(table, part) ? [] : lacking;
  });
  if (columns.length > 0) {
    yield finding(anchor, {
      message: 'tables/missing-row#column',
      severity,
      args: { table: table.spec.title, columns: columns.map(({ label }) => label).join('；'), count: columns.length },
    });
  }
}

/** Rows whose figures tell which they are, and that have no label. */
function* lostLabels({ parts, spec: { title } }: TableContent): Iterable<Finding> {
  const rows = parts.flatMap(part => part.rows).filter(({ label, spec }) => label === '' && spec.label !== '');
  const [first] = rows;
  if (!first) return;
  const labels = rows.map(({ spec }) => spec.label).join('；');
  yield finding(first.labelSpan, {
    message: 'tables/missing-row#label',
    severity: 'information',
    args: { table: title, rows: labels, count: rows.length },
  });
}

/**
 * Whether a part's head lost labels while its rows are whole: a figure in every column, and in the head nothing but
 * labels and pieces of labels. A column under another name leaves words that are none, or names another one twice.
 */
function hasBrokenHead({ blocks, figures }: TableContent, { spec, rows, header }: BoundPart): boolean {
  if (!rows.every(row => spec.columns.every(({ key }) => figures.has(figureKey(row.spec.key, key))))) return false;
  const { labels, leaves } = printedIn(spec);
  const places = new Set(header.map(({ labelSpan }) => labelSpan.start));
  const heads = blocks.flatMap(({ at, block }) =>
    block.rows.filter(({ cells }) => cells.some(({ span }) => places.has(at + span.start))),
  );
  return heads.every(row => {
    const texts = [...new Set(row.cells)].map(({ text }) => fold(text));
    const named = texts.filter(text => leaves.has(text));
    return (
      new Set(named).size === named.length &&
      texts.every((text, i) => i === 0 || leaves.has(text) || labels.some(label => label.includes(text)))
    );
  });
}

/** Folded labels of columns with those above them, and those of the columns themselves. */
const printedIn = memoByObject(({ columns }: PartSpec) => ({
  labels: columns.flatMap(({ label, group = [] }) => [label, ...group].map(fold)),
  leaves: new Set(columns.map(({ label }) => fold(label))),
}));
