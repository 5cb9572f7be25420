import fc from 'fast-check';
import { editionById } from '../../server/src/format/index.ts';
import { writeTable } from '../../server/src/model/writing/write.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { SAMPLE_2021 } from '../support/sample.ts';

const edition2021 = editionById('2021');

const table2 = edition2021.tables.find(({ id }) => id === 't2.disclosure') ?? edition2021.tables[0];
const table4 = edition2021.tables.find(({ id }) => id === 't4.review_litigation') ?? edition2021.tables[0];

function linesIn(layout: string): readonly string[] {
  return [table2, table4].flatMap(table =>
    table
      ? (LAYOUTS[layout]?.(table, (row, column) => String(SAMPLE_2021[table.id]?.[row]?.[column] ?? '')) ?? '').split(
          '\n',
        )
      : [],
  );
}

/** Lines of tables in every layout, to be put where rows belong and where they do not. */
export const SMALL_TABLE_LINES: readonly string[] = [
  ...new Set(
    [
      'pipe',
      'html',
      'html with paragraphs and without end tags',
      'tabs as from a spreadsheet',
      'one cell per line',
      'one cell per line with bars',
      'aligned by spaces',
      'rows with single spaces',
      'grid',
      'pipe without outer pipes',
    ].flatMap(linesIn),
  ),
];

/** What is begun and filled later, or closed later. */
const SKELETONS: readonly (readonly string[])[] = [
  ['<table>', '<tbody>', '', '', '</tbody>', '</table>'],
  ['<table>', '<tr>', '', '</tr>', '</table>'],
  ['<table border="1">', '', '', '</table aaaaaaaaaaaaaaaaaaaa'],
  ['<table>', '<tr><td>规章</td><td>1</td><td>0</td><td>4</td></tr>', '</table', '', '<p>说明</p>'],
  ['<table', ' class="a"', '>', '<tr><td>规章</td><td>1</td></tr>', '</table>'],
  ['<table><tr><td>', '<table><tr><td>规章</td><td>1</td></tr></table>', '</td></tr></table>'],
  ['| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', '|---|---|---|---|', '', '| 规章 | 1 | 0 | 4 |'],
  ['| 信息内容 | 本年制发件数 |', '| --- | --- |', ''],
  ['规章 | 1 | 0 | 4', '', '行政规范性文件 | 7 | 2 | 41'],
  ['信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '', '行政规范性文件\t7\t2\t41'],
  ['信息内容      本年制发件数      本年废止件数', '', '规章      1      0      4', ''],
  ['信息内容', '', '本年制发件数', '', '规章', '', '1', '', '行政规范性文件', '', '7'],
  ['+------+----+', '| 规章 | 1  |', '+------+----+'],
  ['<!-- 待补', '', '一段说明。', '', '-->'],
  ['<!-- 年报检查 忽略 wording/doubled-word：原文如此 -->', '推进政府信息公开工作的的开展。'],
  ['<!-- 没有结尾', '公开信息12条。'],
  ['```', '| 规章 | 1 |', '```'],
  ['~~~', '公开信息12条。'],
  ['<del>', '公开信息12条。', '</del>', '公开信息13条。'],
  ['全年公开信息~~12~~13条，', '比上年增长~~8%', '10%~~12%。'],
  ['<s>全年公开', '信息12条。</s>'],
  ['<<<<<<< HEAD', '全年公开信息12条。', '=======', '全年公开信息13条。', '>>>>>>> 修改稿'],
  ['<<<<<<< HEAD', '| 规章 | 1 | 0 | 4 |', '=======', '| 规章 | 2 | 0 | 4 |', '>>>>>>> 修改稿'],
];

/** Blank official tables, which take longer to read. */
const BLANK_TABLES = [
  writeTable(table2 ?? edition2021.tables[0]!, 'html').split('\n'),
  writeTable(table4 ?? edition2021.tables[0]!, 'pipe').split('\n'),
];

const HEADINGS = [
  '## 一、总体情况',
  '## 二、主动公开政府信息情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '（一）主动公开。公开信息120条。',
  '**五、存在的主要问题及改进情况**',
] as const;

const SENTENCES =
  '2024年，全局共收到政府信息公开申请121件，上年结转9件，其中自然人86件、商业企业17件，办结123件；依据《中华人民共和国政府信息公开条例》（以下简称《条例》）第三十六条答复，予以公开48件，占39.0%。通过网站公开信息1286条，比上年增长12.5%。';

/** A paragraph with its lines broken at a width, as plain text is sent by mail. */
const wrapped = fc
  .record({ width: fc.integer({ min: 8, max: 60 }), length: fc.integer({ min: 20, max: 80 }) })
  .map(({ width, length }) => SENTENCES.slice(0, length).match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? []);

const filling = fc.nat(6).map(count => Array.from({ length: count }, (_, i) => `第${String(i + 1)}项工作按时完成。`));

const part = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...SKELETONS) },
  { weight: 1, arbitrary: fc.constantFrom(...BLANK_TABLES) },
  { weight: 2, arbitrary: wrapped },
  { weight: 1, arbitrary: fc.constantFrom(...HEADINGS).map(heading => [heading]) },
  { weight: 1, arbitrary: filling },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...SMALL_TABLE_LINES), { maxLength: 6 }) },
);

/** A small draft of things that are begun: tables without rows, tags without ends, broken lines, marks of a merge. */
export const smallDraft = fc
  .record({
    hasTitle: fc.nat(4).map(n => n > 0),
    heading: fc.constantFrom(...HEADINGS),
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
    gap: fc.constantFrom('\n\n', '\n\n', '\n'),
    lineEnd: fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r'),
    isPage: fc.nat(19).map(n => n === 0),
  })
  .map(({ hasTitle, heading, parts, gap, lineEnd, isPage }) => {
    const title = hasTitle ? ['# 海东县林业局2024年政府信息公开工作年度报告'] : [];
    const text = [...title, heading, ...parts.map(lines => lines.join('\n'))].join(gap);
    return (isPage ? `<html><body>\n${text}\n</body></html>` : text).replaceAll('\n', lineEnd);
  });
