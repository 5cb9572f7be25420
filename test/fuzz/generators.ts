import fc from 'fast-check';
import { editionById } from '../../server/src/format/index.ts';
import type { TableSpec } from '../../server/src/format/types.ts';
import { writeTable } from '../../server/src/model/writing/write.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { cellsOf2021, SAMPLE_2021, sampleReport, type Figures } from '../support/sample.ts';

const edition2021 = editionById('2021');

/** Pieces of drafts: whole lines in every layout, and prose that readers look for something in. */
const LINES = [
  '# 海东县林业局2024年政府信息公开工作年度报告',
  '海东县林业局2019年政府信息公开工作年度报告',
  '本报告由六个部分组成：总体情况、主动公开政府信息情况等。',
  '## 一、总体情况',
  '一、总体情况',
  '**二、主动公开政府信息情况**',
  '三、收到和处理政府信息公开申请情况 本年收到申请3件。',
  '（一）主动公开。公开信息120条。',
  '1.健全机制',
  '①明确专人',
  '\u3000\u3000六、其他需要报告的事项',
  '本局认真贯彻《条例》，全年公开信息120条。',
  '',
  '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
  '|---|---|---|---|',
  '| 规章 | 1 | 0 | 4 |',
  '| 行政规范性文件 | 1 | |',
  '规章 | 2',
  '<table>',
  '<tr><td rowspan="2">规章</td><td>1</td></tr>',
  '<tr><td>行政许可</td><td>5',
  '</table>',
  '<table><tr><td>行政处罚</td><td>3</td></tr></table>',
  '信息内容\t本年处理决定数量',
  '行政许可\t5',
  '\t\t1.属于国家秘密',
  '第二十条第（五）项',
  '规章',
  '行政规范性文件',
  '0',
  '12',
  '12 |',
  '件',
  '总计',
  '一、本年新收政府信息公开申请数量',
  '（一）予以公开',
  '<!-- 年报检查 忽略 totals/row-total：原表如此 -->',
  '<!-- 年报检查 年度 2020 -->',
  '<!-- 年报检查 格式 2019 -->',
  '<!--',
  '-->',
  '```',
  '~~~',
  '𠮷林乡',
  `一、总体情况 ${'本局认真贯彻条例，推进公开。'.repeat(12)}二、主动公开政府信息情况 ${'公开信息120条。'.repeat(12)}`,
];

/** Sentences of reports, many of them with something wrong. */
export const PROSE: readonly string[] = [
  '2024年，共收到政府信息公开申请121件，上年结转9件，其中自然人86件、商业企业17件，办结123件。',
  '全年共收到申请9件，其中：网上申请4件，信函申请3件，当面申请1件。',
  '予以公开48件，占39.0%；部分公开12件，占9.8%；不予公开25件，占20.3%。',
  '本局认真贯彻落实《中华人民共和国政府信息公开条例》（国务院令第492号，以下简称《条例》），依法依规做好各项工作。',
  '根据《条例》第三十一条第（三）项和第五十条的规定，编制本报告。',
  '依据《信息公开条例》第一百二十条，对照国办发〔2019〕14号文件，主动公开。',
  '本年报统计数据期限自2023年1月1日起至2024年12月31日止。',
  '截至2024年12月底，累计公开信息1286条，比上年增长12.5%，同比减少30件。',
  '行政复议14件，结果维持8件，结果纠正2件；行政诉讼13件。',
  '我局进行进行了认真认真的整改，推进政府信息政府信息公开工作的的开展。',
  '共制发规范性文件7件，废止2件，现行有效41件。',
  '收取信息处理费0元，行政事业性收费58.6万元。',
  '没有其他需要报告的事项。',
  '（此处填写具体情况）',
  '公开信息XX条，回应关切＿＿次。',
  '存在（的问题】：一是人员不足；二是平台更新慢，。',
  '本机关2024年度未收到政府信息公开申请。',
  '全年办结率100％，答复率98.7%，满意率１００%。',
  '海东县水利局负责编制本报告（电话：0971-1234567，邮编：810600）。',
  '2025年1月15日',
  '二〇二四年一月',
  '通过网站公开1200条、微信公众号公开300条、微博公开45条，合计1545条。',
  '其中，自然人申请86件，占86%，法人或其他组织申请34件，占28%。',
  '向社会公布政府信息1,286条，约1.3千条，平均每月107条。',
  '依据《中华人民共和国行政复议法》第二十三条，新《条例》施行以来，按照《政府信息公开信息处理费管理办法》收费。',
];

/** What is pasted: pieces of tables, tags, line ends, signs and digits. */
export const SIGNS = [
  '',
  '一、',
  '（',
  '）',
  '|',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\n\n\n',
  '<table>',
  '</table>',
  '<td>',
  '<tr>',
  '<',
  '>',
  '<!--',
  '-->',
  '```',
  '1',
  '0',
  '9',
  '12',
  '。',
  '，',
  '、',
  '；',
  '：',
  '\u3000',
  ' ',
  '  ',
  '#',
  '**',
  '《',
  '》',
  '“',
  '”',
  '𠮷',
  '😀',
  '\ud842',
  '\ufeff',
  '\0',
  '\u202e',
  '&nbsp;',
  '&#x31;',
  '年',
  '件',
  '%',
  '其中',
  '第',
  '条',
  '二、主动公开政府信息情况',
  '2023',
  '~~~',
  '\u2028',
  '\u000b',
  '<html>',
  '<p>',
  '</p>',
  '<td rowspan=1000000000>',
  ']]>',
  '<![CDATA[',
  '+--+',
  '---',
  '| 1 | 2 |\n|---|---|\n| 3 | 4 |\n',
  '1\t2\r\n3\t4\r\n',
  '<table><tr><td>规章</td><td>1</td></tr></table>',
  '\n一、总体情况\n',
  '\n## 三、收到和处理政府信息公开申请情况\n',
  '\n\n（二）部分公开\n\n',
  '<!-- 年报检查 忽略 wording/doubled-word：原文如此 -->\n',
  '条例',
  '以下简称',
];

/** A place in a text, as a share of its length. */
export const placeShare = fc.double({ min: 0, max: 1, noNaN: true });

const LINE_ENDS = ['\n', '\r\n', '\r'] as const;
export const line = fc.oneof(fc.constantFrom(...LINES), fc.constantFrom(...PROSE));

/** The sample with its tables in a layout, some figures and sentences changed. */
function reportIn(
  layout: string,
  figures: Figures,
  prose: readonly string[],
  lineEnd: string,
  hasMark: boolean,
): string {
  let text = sampleReport('tabbed', undefined, figures, 'plain');
  for (const table of edition2021.tables) {
    const figure = (row: string, column: string) => String(figures[table.id]?.[row]?.[column] ?? '');
    text = text.replace(writeTable(table, 'tabbed', figure), () => LAYOUTS[layout]?.(table, figure) ?? '');
  }
  const lines = text.split('\n');
  const at = lines.findIndex(each => each.includes('（五）监督保障'));
  lines.splice(at + 1, 0, ...prose);
  return (hasMark ? '\ufeff' : '') + lines.join(lineEnd);
}

const CELLS = cellsOf2021();
const changedFigures = fc
  .array(fc.record({ cell: fc.constantFrom(...CELLS), value: fc.constantFrom(0, 1, 7, 14, 121, 999) }), {
    maxLength: 3,
  })
  .map(changes => {
    const figures: Record<string, Record<string, Record<string, number>>> = structuredClone(SAMPLE_2021) as never;
    for (const {
      cell: { table, row, column },
      value,
    } of changes) {
      const cells = figures[table]?.[row];
      if (cells) cells[column] = value;
    }
    return figures;
  });

/** A whole report: every layout, line end and some mistakes. */
export const wholeReport = fc
  .record({
    layout: fc.constantFrom(...Object.keys(LAYOUTS)),
    figures: changedFigures,
    prose: fc.array(fc.constantFrom(...PROSE), { maxLength: 5 }),
    lineEnd: fc.constantFrom('\n', '\n', '\n', ...LINE_ENDS),
    hasMark: fc.nat(9).map(n => n === 0),
  })
  .map(({ layout, figures, prose, lineEnd, hasMark }) => reportIn(layout, figures, prose, lineEnd, hasMark));

function headingOf({ section }: TableSpec): string {
  const place = edition2021.sections.findIndex(({ id }) => id === section);
  return `${'一二三四五六'.charAt(place)}、${edition2021.sections[place]?.title ?? ''}`;
}

/** A section of a report with its table, which is read faster than a whole report: more of them are tried. */
export const partOfReport = fc
  .record({
    layout: fc.constantFrom(...Object.keys(LAYOUTS)),
    tables: fc.subarray([...edition2021.tables], { minLength: 1, maxLength: 1 }),
    figures: changedFigures,
    before: fc.array(fc.constantFrom(...PROSE), { maxLength: 3 }),
    behind: fc.array(line, { maxLength: 3 }),
    lineEnd: fc.constantFrom('\n', '\n', '\n', ...LINE_ENDS),
  })
  .map(({ layout, tables, figures, before, behind, lineEnd }) =>
    [
      '海东县林业局2024年政府信息公开工作年度报告',
      '',
      '一、总体情况',
      ...before,
      '',
      ...tables.flatMap(table => [
        headingOf(table),
        '',
        LAYOUTS[layout]?.(table, (row, column) => String(figures[table.id]?.[row]?.[column] ?? '')) ?? '',
        '',
      ]),
      '五、存在的主要问题及改进情况',
      ...behind,
      '',
    ]
      .join('\n')
      .replaceAll('\n', lineEnd),
  );

/** A saved web page with such a report. */
export const savedPage = fc
  .tuple(
    fc.constantFrom('html', 'html with paragraphs and without end tags', 'one cell per line'),
    changedFigures,
    fc.array(fc.constantFrom(...PROSE), { maxLength: 4 }),
  )
  .map(
    ([layout, figures, prose]) =>
      `<html><head><title>年度报告</title></head><body>${reportIn(layout, figures, prose, '\n', false)
        .split('\n')
        .map(each => (/<\/?t/.test(each) ? each : `<p>${each}</p>`))
        .join('\n')}</body></html>`,
  );

/** Lines of every kind in no order. */
export const mixedLines = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\n\n\n'))
  .map(([lines, end]) => lines.join(end));

/** Text of nothing but the signs that layouts are made of. */
export const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS),
      fc.constantFrom(
        '规章',
        '总计',
        '7',
        '年度报告',
        '2024年',
        '第',
        '条',
        '（一）',
        '政府信息公开',
        '\0',
        '\ufffd',
        '\ud842',
      ),
    ),
    { maxLength: 120 },
  )
  .map(signs => signs.join(''));

const TAGS = [
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<strong>',
  '<h2>',
  '</h2>',
  '<h3>',
  '<div>',
  '</div>',
  '<br>',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '</td>',
  '<th>',
  '<td rowspan="2">',
  '<td colspan=1000000000 rowspan=1000000000>',
  '<td rowspan=-1 colspan=0>',
  '<td rowspan="1e9">',
  '<script>',
  '</script>',
  '<style>',
  '<!--',
  '-->',
  '<!',
  '<?',
  '<![CDATA[',
  ']]>',
  '&nbsp;',
  '&lt;',
  '&#0;',
  '&#x110000;',
  '&#xd800;',
  '&amp',
  '<',
  '"',
  '一、总体情况',
  '（一）主动公开',
  '规章',
  '7',
  '\n',
  '<a href="',
  "<td title='",
  '</',
  '<table/>',
  '<tbody>',
  '</tbody>',
];
/** A web page of such signs and lines. */
export const randomPage = fc
  .tuple(
    fc.constantFrom('<html><body>', '<!DOCTYPE html>', '<html>', ''),
    fc.array(fc.oneof(fc.constantFrom(...TAGS), line), { maxLength: 60 }),
  )
  .map(([head, pieces]) => head + pieces.join(''));

/** Brackets and quotation marks of every width. */
export const brackets = fc
  .array(fc.constantFrom(...'（）()〔〕［］[]【】《》〈〉「」『』“”‘’"\'{}<>一1、。\n'), { maxLength: 200 })
  .map(signs => signs.join(''));

/** Random bytes as an editor would decode them, and UTF-16 units in any order. */
export const characters = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map(bytes => new TextDecoder('utf-8').decode(bytes)),
  fc.uint8Array({ maxLength: 400 }).map(bytes => new TextDecoder('gb18030').decode(bytes)),
  fc.uint8Array({ maxLength: 400 }).map(bytes => new TextDecoder('utf-16le').decode(bytes)),
  fc.array(fc.nat(0xffff), { maxLength: 200 }).map(units => String.fromCharCode(...units)),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** Something that somebody may have open. */
export const anyDraft = fc.oneof(
  { weight: 5, arbitrary: wholeReport },
  { weight: 1, arbitrary: savedPage },
  { weight: 3, arbitrary: mixedLines },
  { weight: 1, arbitrary: randomPage },
  { weight: 1, arbitrary: noise },
);

/** A draft cut, spliced with another, or with its lines in another order. */
export const damagedDraft = fc
  .record({
    one: anyDraft,
    other: anyDraft,
    a: placeShare,
    b: placeShare,
    c: placeShare,
    way: fc.constantFrom('whole', 'truncated', 'tail', 'spliced', 'gap', 'shuffled'),
    seed: fc.nat(),
  })
  .map(({ one, other, a, b, c, way, seed }) => {
    const at = (text: string, part: number) => Math.floor(part * (text.length + 1));
    switch (way) {
      case 'truncated':
        return one.slice(0, at(one, a));
      case 'tail':
        return one.slice(at(one, a));
      case 'spliced':
        return one.slice(0, at(one, a)) + other.slice(at(other, b), at(other, Math.max(b, c))) + one.slice(at(one, c));
      case 'gap':
        return one.slice(0, at(one, Math.min(a, b))) + one.slice(at(one, Math.max(a, b)));
      case 'shuffled':
        return shuffled(one.split(/(?<=\n)/), seed).join('');
      default:
        return one;
    }
  });

function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed + 1;
  const keyed = items.map(item => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
