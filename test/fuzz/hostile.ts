import { sampleReport } from '../support/sample.ts';

/** Something that could make a reader slow or wrong, of any size. */
export interface Hostile {
  readonly name: string;
  /** A draft of about `size` UTF-16 units. */
  readonly make: (size: number) => string;
}

const TITLE = '海东县林业局2024年政府信息公开工作年度报告\n\n';
/** A title and the heading of the first section. */
export const REPORT_HEAD = `${TITLE}一、总体情况\n\n`;

/**
 * What is repeated: signs that begin or end something, words that readers look for, numbers, and what is no text at
 * all.
 */
const UNITS: readonly string[] = [
  '1',
  '１',
  '0.',
  '1,',
  '1 ',
  '（',
  '(',
  '）',
  '()',
  '（一）',
  '［',
  '〔',
  '《',
  '》',
  '《》',
  '〈',
  '“',
  '「',
  '|',
  '||',
  '| 1 ',
  '|-',
  '+-',
  '\t',
  '1\t',
  ' ',
  '\u00a0',
  '\u3000',
  '甲 1 ',
  '、',
  '，',
  '。',
  '；',
  '：',
  '—',
  '-',
  '.',
  '%',
  '/',
  '*',
  '**',
  '_',
  '#',
  '# ',
  '`',
  '```',
  '~',
  '\\',
  '[',
  ']',
  '[](',
  '![',
  '<',
  '>',
  '<td>',
  '<table>',
  '<tr><td>',
  '</td>',
  '<p>',
  '<b>',
  '<br>',
  '<div>',
  '<h2>',
  '<td rowspan=2>',
  '<td colspan=1000000000 rowspan=1000000000>',
  '<script>',
  '<style>',
  '<!',
  '<!--',
  '-->',
  '<!---->',
  '<!-- a',
  '<![CDATA[',
  '<?',
  '<a href="',
  '&',
  '&amp;',
  '&nbsp;',
  '&#',
  '&#x110000;',
  '&#1',
  '一',
  '一、',
  '十',
  '百万',
  '千零',
  '第',
  '第一',
  '第一条',
  '第一条、',
  '第十九条第一款第（一）项',
  '第20条',
  '条',
  '款',
  '项',
  '条例',
  '《条例》',
  '《条例》第一条',
  '政府信息公开条例',
  '中华人民共和国',
  '中华人民共和国政府信息公开条例',
  '国务院令第711号',
  '国办发〔2019〕',
  '〔2019〕1号',
  '号',
  '根据',
  '依据',
  '按照',
  '以下简称',
  '（以下简称《条例》）',
  '简称',
  '其中',
  '其中，',
  '其中1件',
  '其中：',
  '占1%',
  '占',
  '1%',
  '增长1%',
  '同比',
  '比上年',
  '共',
  '共1件',
  '合计',
  '总计',
  '分别',
  '分别为1、',
  '1件',
  '1件、',
  '1件，',
  '甲1件、',
  '收到申请1件，',
  '公开信息1条，',
  '予以公开1件，',
  '2024年',
  '2024年1月',
  '2024年1月1日',
  '2024',
  '年',
  '月',
  '日',
  '截至',
  '至',
  '1月1日至12月31日',
  '的',
  '的的',
  '和和',
  '工作工作',
  '（1件',
  '（收到申请1件',
  '《1件',
  '其中1件（',
  '1万',
  '甲1件',
  '申请1件',
  '收到申请1件',
  '予以公开1件，占1%，',
  '复议1件',
  '〔1',
  '第1',
  '1年',
  '1月',
  'X',
  '○',
  '〔〕',
  '（ ）',
  '？',
  '一一',
  '一1',
  '1一',
  '第（',
  '第一款',
  '第一项',
  '法',
  '《法',
  '》、',
  '令第1号',
  '〔2024〕',
  '关于',
  '111,',
  '1,111',
  '甲',
  '甲乙',
  '规章',
  '本年',
  '上年结转',
  '政府信息',
  '信息公开',
  '自然人',
  '行政复议',
  '维持',
  '总体情况',
  '一、总体情况',
  '二、主动公开政府信息情况',
  '一是',
  '一是甲，二是乙。',
  '首先',
  '没有',
  '无',
  '未',
  '不',
  '年报检查',
  '<!-- 年报检查 忽略 a：b -->',
  'http://a',
  'www.',
  'a@b.',
  'a',
  'a ',
  'A1',
  '𠮷',
  '😀',
  '👨‍👩‍👧',
  '\ud842',
  '\udfb7',
  '\0',
  '\ufeff',
  '\ufffd',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u0301',
  'ﬁ',
  '㈠',
  '①',
  'Ⅰ',
  '万元',
  '1万元',
  '元',
  '件',
  '条',
  '次',
  '个',
  '本机关',
  '市人民政府',
  '海东县林业局',
  '办公室',
];

/** Units that are tried on a web page as well. */
const PAGE_UNITS: readonly string[] = [
  '<p>',
  '<p>甲</p>',
  '<b>',
  '<b>一、甲</b>',
  '<div>',
  '<span>',
  '<br>',
  '<table>',
  '<table><tr><td>',
  '<td>',
  '<td>1</td>',
  '<tr><td>1</td></tr>',
  '<td rowspan=1000000000 colspan=1000000000>1</td>',
  '<h2>一、甲</h2>',
  '<li>',
  '<script>',
  '<style>',
  '<!--',
  '<!-- a -->',
  '<![CDATA[',
  '&',
  '&nbsp;',
  '甲',
  '1',
  '一、总体情况',
  '第一条',
  '<a href="',
  '<',
  '\n',
  ' ',
];

export function repeated(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length));
}

/** A name that can be printed. */
export function shown(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}\p{M}\u00a0\u3000]/gu,
      sign => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}

export function numbered(size: number, line: (n: number) => string): string {
  const lines: string[] = [];
  for (let length = 0, n = 1; length < size; n++) {
    const next = line(n);
    lines.push(next);
    length += next.length + 1;
  }
  return lines.join('\n');
}

/** Structures that no repeated unit gives. */
const BUILT: readonly Hostile[] = [
  { name: 'nothing but line ends', make: size => '\n'.repeat(size) },
  { name: 'CR only', make: size => repeated('甲\r', size) },
  {
    name: 'an indent without end, and numbers set off behind it',
    make: size => `${REPORT_HEAD}${repeated('\u3000', size / 2)}甲${repeated('   十十十、', size / 2)}`,
  },
  { name: 'mixed line ends', make: size => REPORT_HEAD + repeated('甲1件\r乙2件\n丙3件\r\n', size) },
  {
    name: 'tables nested 10,000 deep',
    make: size =>
      REPORT_HEAD +
      '<table><tr><td>'.repeat(10_000) +
      '甲'.repeat(Math.max(0, size - 340_000)) +
      '</td></tr></table>'.repeat(10_000),
  },
  {
    name: 'tables nested all the way',
    make: size => REPORT_HEAD + '<table><tr><td>'.repeat(size / 34) + '</td></tr></table>'.repeat(size / 34),
  },
  {
    name: '100,000 headings',
    make: size => TITLE + numbered(size, n => `## ${'一二三四五六七八九十'.charAt(n % 10)}、甲${String(n)}`),
  },
  {
    name: 'headings of the format again and again',
    make: size =>
      TITLE + repeated('一、总体情况\n甲。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n', size),
  },
  { name: 'items without end', make: size => REPORT_HEAD + numbered(size, n => `（${String(n)}）甲`) },
  { name: 'cells one per line', make: size => TITLE + numbered(size, n => String(n % 10)) },
  {
    name: 'labels and figures one per line',
    make: size => TITLE + numbered(size, n => (n % 4 === 0 ? '规章' : String(n % 10))),
  },
  {
    name: 'one row of 100,000 cells',
    make: size => `${REPORT_HEAD}| 信息内容 | 本年制发件数 |\n|---|---|\n|${repeated(' 1 |', size)}`,
  },
  {
    name: 'one HTML row of 100,000 cells',
    make: size => `${REPORT_HEAD}<table><tr>${repeated('<td>1</td>', size)}</tr></table>`,
  },
  {
    name: 'one HTML column of 100,000 cells',
    make: size => `${REPORT_HEAD}<table>${repeated('<tr><td>规章</td></tr>\n', size)}</table>`,
  },
  {
    name: 'a pipe table of very many rows',
    make: size => `${REPORT_HEAD}| 甲 | 乙 |\n|---|---|\n${repeated('| 规章 | 1 |\n', size)}`,
  },
  {
    name: 'a pipe table of very many unlike rows',
    make: size => `${REPORT_HEAD}| 甲 | 乙 |\n|---|---|\n${numbered(size, n => `| 丙${String(n)} | ${String(n)} |`)}`,
  },
  { name: 'a tabbed table of very many rows', make: size => REPORT_HEAD + repeated('规章\t1\t0\t4\n', size) },
  { name: 'aligned rows', make: size => REPORT_HEAD + repeated('规章      1      0      4\n', size) },
  { name: 'a grid of very many rows', make: size => REPORT_HEAD + repeated('+----+----+\n| 甲 | 1  |\n', size) },
  {
    name: 'merged cells that overlap',
    make: size =>
      `${REPORT_HEAD}<table>${repeated('<tr><td rowspan=65534 colspan=1000>1<td colspan=1000000000>', size)}`,
  },
  {
    name: 'rowspan everywhere',
    make: size => `${REPORT_HEAD}<table>${repeated('<tr><td rowspan=1000000000>1', size)}`,
  },
  {
    name: 'table three again and again',
    make: size =>
      repeated(
        sampleReport('pipe')
          .replace(/^[\s\S]*(?=## 三、)/, '')
          .replace(/## 五、[\s\S]*$/, ''),
        size,
      ),
  },
  { name: 'whole reports one after another', make: size => repeated(`${sampleReport('pipe')}\n`, size) },
  {
    name: 'whole reports with cells per line',
    make: size => repeated(`${sampleReport('tabbed').replaceAll('\t', '\n')}\n`, size),
  },
  {
    name: 'a whole report on one line, again and again',
    make: size => repeated(`${sampleReport('tabbed').replace(/\s+/g, ' ')} `, size),
  },
  {
    name: 'unlike numbers with measure words',
    make: size => REPORT_HEAD + numbered(size, n => `收到申请${String(n)}件，`).replaceAll('\n', ''),
  },
  {
    name: 'unlike numbers with measure words, a line each',
    make: size =>
      REPORT_HEAD +
      numbered(
        size,
        n => `全年收到政府信息公开申请${String(n)}件，其中自然人${String(n)}件、企业1件，占${String(n % 100)}%。`,
      ),
  },
  {
    name: 'a whole and its parts without end',
    make: size =>
      `${REPORT_HEAD}共收到申请9件，其中：${numbered(size, n => `甲${String(n)}类${String(n)}件、`).replaceAll('\n', '')}`,
  },
  {
    name: 'parts and shares without end',
    make: size =>
      `${REPORT_HEAD}共收到申请9件，其中：${numbered(size, n => `甲${String(n)}类${String(n)}件，占${String(n)}%，`).replaceAll('\n', '')}`,
  },
  {
    name: 'statutes without end',
    make: size => REPORT_HEAD + numbered(size, n => `《甲${String(n)}条例》第${String(n)}条、`).replaceAll('\n', ''),
  },
  {
    name: 'short names without end',
    make: size =>
      REPORT_HEAD + numbered(size, n => `《甲${String(n)}条例》（以下简称《乙${String(n)}》）`).replaceAll('\n', ''),
  },
  {
    name: 'short names without end, a line each',
    make: size =>
      REPORT_HEAD +
      numbered(size, n => `《甲${String(n)}条例》（以下简称《乙${String(n)}》），《乙${String(n)}》第一条。`),
  },
  {
    name: 'clauses without end, a line each',
    make: size =>
      REPORT_HEAD +
      numbered(
        size,
        n => `根据《中华人民共和国政府信息公开条例》第${String(n % 60)}条第${String(n % 5)}款第（${String(n % 7)}）项`,
      ),
  },
  {
    name: 'dates without end',
    make: size =>
      REPORT_HEAD +
      numbered(size, n => `${String(1990 + (n % 60))}年${String(n % 13)}月${String(n % 33)}日，`).replaceAll('\n', ''),
  },
  {
    name: 'dates without end, a line each',
    make: size =>
      REPORT_HEAD + numbered(size, n => `${String(1990 + (n % 60))}年${String(n % 13)}月${String(n % 33)}日`),
  },
  {
    name: 'silences, a line each',
    make: size => TITLE + repeated('<!-- 年报检查 忽略 totals/row-total：理由 -->\n', size),
  },
  {
    name: 'silences and paragraphs by turns',
    make: size =>
      TITLE + numbered(size, n => `<!-- 年报检查 忽略 wording/doubled-word：理由${String(n)} -->\n工作的的。`),
  },
  {
    name: 'findings without end',
    make: size => REPORT_HEAD + numbered(size, n => `第${String(n)}项工作的的的，，《条例》第九十九条，占150%。`),
  },
  {
    name: 'one finding many times, on a line',
    make: size => REPORT_HEAD + repeated('根据《条例》第九十九条，公开公开了信息。', size),
  },
  { name: 'brackets opened by turns', make: size => REPORT_HEAD + repeated('（《“〔[', size) },
  {
    name: 'random digits',
    make: size => REPORT_HEAD + Array.from({ length: size }, (_, i) => String((i * 7919) % 10)).join(''),
  },
  { name: 'an unclosed comment', make: size => `${REPORT_HEAD}<!-- ${repeated('甲\n', size)}` },
  { name: 'unclosed comments', make: size => REPORT_HEAD + repeated('<!-- 甲\n', size) },
  { name: 'unclosed fences', make: size => REPORT_HEAD + numbered(size, n => `\`\`\`${'`'.repeat(n % 50)}`) },
  { name: 'a title without end', make: size => `海东县${'林业局'.repeat(size / 3)}2024年政府信息公开工作年度报告\n` },
  { name: 'titles', make: size => repeated(TITLE, size) },
  {
    name: 'long lines of prose',
    make: size =>
      REPORT_HEAD +
      repeated(
        `${'本局认真贯彻条例，推进公开工作，主动公开信息120条，依据《条例》第二十条更新目录。'.repeat(100)}\n`,
        size,
      ),
  },
  {
    name: 'one line of prose',
    make: size =>
      REPORT_HEAD + repeated('本局认真贯彻条例，推进公开工作，主动公开信息120条，依据《条例》第二十条更新目录。', size),
  },
  {
    name: 'prose without a full stop',
    make: size => REPORT_HEAD + repeated('本局认真贯彻条例，推进公开工作，主动公开信息，', size),
  },
  {
    name: 'characters without any sign',
    make: size =>
      REPORT_HEAD + Array.from({ length: size }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20000))).join(''),
  },
];

/** What must not take much longer than an ordinary draft of its size. */
export const HOSTILE: readonly Hostile[] = [
  ...[...new Set(UNITS)].flatMap((unit): Hostile[] => [
    { name: `one line of ${shown(unit)}`, make: size => REPORT_HEAD + repeated(unit, size) },
    // Longer than this, what stands in one paragraph is not read.
    {
      name: `lines of 100 KB of ${shown(unit)}`,
      make: size => REPORT_HEAD + repeated(`${repeated(unit, 100_000)}\n`, size),
    },
    { name: `a line each: ${shown(unit)}`, make: size => REPORT_HEAD + repeated(`${unit}\n`, size) },
    ...(/^[<&|+#\-`~\s\d]/u.test(unit)
      ? [{ name: `from the first character: ${shown(unit)}`, make: (size: number) => repeated(unit, size) }]
      : []),
  ]),
  ...PAGE_UNITS.map((unit): Hostile => ({
    name: `a page of ${shown(unit)}`,
    make: size => `<html><body><p>${TITLE}</p><p>一、总体情况</p>${repeated(unit, size)}`,
  })),
  ...BUILT,
];

/**
 * An ordinary draft of about `size` UTF-16 units: a whole report, its first section filled up with paragraphs of
 * different text.
 */
export function ordinaryDraft(size: number): string {
  const report = sampleReport('pipe');
  const at = report.indexOf('## 二、');
  const filling = numbered(
    Math.max(0, size - report.length),
    n =>
      `（${'一二三四五六七八九十'.charAt(n % 10)}）持续做好第${String(n)}项工作。全年在门户网站公开信息${String(n * 7)}条，其中政策文件${String(n)}件、政策解读${String(n + 3)}篇，` +
      `依据《条例》第${'十九二十'.charAt(n % 4)}条更新目录，按时答复率${(n % 100).toFixed(1)}%，群众满意度进一步提高。\n`,
  );
  return `${report.slice(0, at)}${filling}\n${report.slice(at)}`;
}
