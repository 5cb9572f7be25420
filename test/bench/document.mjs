// docs/performance.md: written anew by each full run, save what stands between the marks of what is written by hand.
import { answerSize, figure, joined, keeps, limited, sign, sizeName } from './report.mjs';

const BY_HAND = /<!-- by hand -->\n[^]*?<!-- \/by hand -->/;
const NOTHING_BY_HAND = '<!-- by hand -->\n<!-- /by hand -->';

/**
 * The page as Markdown; `before` is the page it replaces, or an empty text. `rows` are the targets of each workload, `report`
 * and `compilation` what was measured on its drafts.
 */
export function performancePage({ rows, report, compilation, product, machine }, before) {
  const { peers, commandLine } = report;
  const { loading, beside, sizes, packageBytes } = product;
  return `# 速度和内存 / Speed and memory

本页由 \`npm run bench\` 写成，“没有达到的”一节除外。所有数字都是同一次运行里交替测量的比值，取中位数，机器忙闲对两边一样。
Written by \`npm run bench\`, save the section on what misses its target. All figures are ratios of medians, measured in turn in one run.

${String(machine.cores)} 核 / cores · Node ${machine.node} · ${machine.date} · 开始时的负载 / load at start ${machine.load.toFixed(1)}

两种草稿，都是生成的。 / Two kinds of drafts, both generated:

- 一份报告：第一部分用段落和小表格填到所需大小，标准表格只有一套，没有错。
  One report: its first section is filled with paragraphs and small tables; it has one set of official tables and no mistakes.
- 汇编：一个机关的报告，附件是其他机关的报告，各有三张标准表格，HTML 和 Markdown 的都有；本应由别的数字算出的数字有 3% 写错，文字里申请件数与表格不同。
  Compilation: one body's report with those of others as annexes, each with three official tables, in HTML and in Markdown; 3 % of the figures that others determine are wrong, and applications are counted otherwise in the prose than in the tables.

## 一份报告 / One report

${targetTable(rows.report)}

## 汇编 / Compilation

${targetTable(rows.compilation)}

每次改动后送出的检查结果 / findings sent after each edit：${compilation.servers.map(({ bytes, answer }) => `${sizeName(bytes)} ${answerSize(answer)}`).join('；')}。底线一条也不送。 / The floor sends none.

### 表格多少 / The number of tables

同样大小（${sizeName(compilation.tables.bytes)}）、表格越来越多的汇编（其余用不提表格数字的段落填满），改一字到检查结果 p50，毫秒，本服务器 ÷ 底线。 / Compilations of one size with ever more tables, the rest filled with paragraphs that name no figure of theirs: edit to diagnostics p50, milliseconds, ours ÷ floor.

| 标准表格 official tables | ${compilation.tables.rows.map(({ tables }) => String(tables)).join(' | ')} | 增长指数 exponent |
|---|${compilation.tables.rows.map(() => '---|').join('')}---|
| 改在段落里 in a paragraph | ${compilation.tables.rows.map(({ paragraph }) => quotient(paragraph)).join(' | ')} | ${figure(compilation.tables.growth.paragraph)} |
| 改在表格里 in a table | ${compilation.tables.rows.map(({ table }) => quotient(table)).join(' | ')} | ${figure(compilation.tables.growth.table)} |

## 这些数字 / These figures

- 逐行扫描：分成行，每行用一个预先编好的正则表达式找出全部数字及其位置。完整分析：从文字到全部检查结果，每轮换一份内容不同的草稿，每种大小的头三轮不计（代码还没有编译好）；扫描重复到差不多一样久。
  Scan: splitting into lines and one precompiled regular expression per line that finds all figures and their places. Full analysis: from text to all findings, another draft in each round, the first three rounds of each size not counted (the code is not compiled yet); the scan is repeated until it takes about as long.
- 底线：同一个语言服务器库，打包方式相同，每次请求只对全文做一遍正则匹配；两边收到同样的消息，含客户端和管道的时间。
  Floor: a server with the same library, bundled the same way, that runs one regular expression over the text for each request; both get the same messages, and the time of pipe and client counts.
- 启动、打开：本服务器已经启动过一次，用得上那次编译好的代码，如同在 VS Code 里；安装、升级后的第一次没有。底线没有这样的代码。
  Start and opening: our server has been started once before and finds the code compiled then, as in VS Code; the first start after an installation does not. The floor has none.
- 改动：在随机位置打一个字（含换行），再删去；连改：一次送出 50 个改动，每个都要检查结果，客户端不取消。
  Edits: one character at a random place (line breaks too), then taken back; burst: 50 edits sent at once, results asked for after each, none cancelled by the client.

## 没有达到的 / What misses its target

${BY_HAND.exec(before)?.[0] ?? NOTHING_BY_HAND}

## 语言服务器 / Language server

毫秒，本服务器 ÷ 底线；内存为 MB，过时的结果为次数；最后一行是本服务器每次送出的检查结果，按 JSON 计。
Milliseconds, ours ÷ floor; memory in MB, outdated results as counts; the last line is what our server sends each time, as JSON.

### 一份报告 / One report

${serverTable(report.servers)}

### 汇编 / Compilation

${serverTable(compilation.servers)}

## 完整分析和同类工具 / Full analysis and peers

一份报告，毫秒；括号里是本检查器与它的比值。 / One report, milliseconds; in brackets our time divided by theirs.

| | ${peers.rows.map(({ bytes }) => sizeName(bytes)).join(' | ')} |
|---|${peers.rows.map(() => '---|').join('')}
| 逐行扫描 scan | ${report.analysis.map(({ scanMs }) => figure(scanMs)).join(' | ')} |
| 本检查器 ours | ${peers.rows.map(({ fullMs }) => figure(fullMs)).join(' | ')} |
${peers.names.map(({ name, version }) => `| ${name} ${version} | ${peers.rows.map(row => (row.peers[name] === undefined ? '—' : `${figure(row.peers[name])}（×${figure(row.fullMs / row.peers[name])}）`)).join(' | ')} |`).join('\n')}
${peers.left.map(each => `\n- ${notMeasured(each)}`).join('')}

它们查的是别的东西（Markdown 的写法、链接、中西文间的空格），只作快慢的参照；都是 MIT 许可，装在 \`test/bench\`，不随产品分发。
They check other things (Markdown style, links, spacing); all have the MIT licence, live in \`test/bench\` and are no part of the product.

汇编，毫秒，本检查器 ÷ 逐行扫描 / Compilation, milliseconds, ours ÷ scan：${compilation.analysis.map(({ bytes, fullMs, scanMs, ratio }) => `${sizeName(bytes)} ${quotient({ own: fullMs, floor: scanMs, ratio })}`).join('；')}。

## 命令行 / Command line

${String(commandLine.files)} 份草稿共 ${figure(commandLine.bytes / 1e6)} MB：${figure(commandLine.own)} MB/s；autocorrect-node ${figure(commandLine.peer)} MB/s，两边都用各自的命令行。
${String(commandLine.files)} drafts, ${figure(commandLine.bytes / 1e6)} MB in all; both by their command lines.

## 大小和启动 / Sizes and activation

| | |
|---|---|
| .vsix | ${kilobytes(packageBytes)} |
${Object.entries(sizes)
  .map(([name, bytes]) => `| dist/${name} | ${kilobytes(bytes)} |`)
  .join('\n')}
| 载入扩展 ÷ 只载入语言客户端库 / loading the extension ÷ its library alone | ${figure(loading.own)} ms ÷ ${figure(loading.floor)} ms = ${figure(loading.ratio)} |
| 读 Word 文件时改一字到检查结果 ÷ 不读时 / edit to diagnostics while a Word file is read ÷ alone | ${figure(beside.own)} ms ÷ ${figure(beside.floor)} ms = ${figure(beside.ratio)} |

扩展在打开第一份年度报告时才启动服务器，自己不做分析。VS Code 显示的启动时间见“开发人员: 显示正在运行的扩展”。
The extension starts the server with the first report and analyses nothing itself. VS Code shows its activation time in “Developer: Show Running Extensions”.

## 怎样测 / How to measure

- \`npm run bench\`：全部，第一次运行先在 \`test/bench\` 里安装用来比较的工具，约五分钟，写本页。 / everything, about five minutes, installs the peers on first use, writes this page.
- \`npm run bench -- --quick\`：小草稿，轮数少，不比较工具，只显示，不写。 / small drafts, few rounds, no peers, prints only.
`;
}

const SERVER_FIGURES = [
  ['start', '启动到 initialize', 'start'],
  ['open', '打开到检查结果', 'open to diagnostics'],
  ['edit', '改一字到检查结果 p50', 'edit p50'],
  ['editP95', '同上 p95', 'edit p95'],
  ['processor', '每次改动的处理器时间', 'processor time an edit'],
  ['outline', '大纲', 'outline'],
  ['outlineAfterEdit', '改动后的大纲', 'outline after an edit'],
  ['hover', '悬停', 'hover'],
  ['hoverAfterEdit', '改动后的悬停', 'hover after an edit'],
  ['completion', '补全', 'completion'],
  ['completionAfterEdit', '改动后的补全', 'completion after an edit'],
  ['burst', '连改 50 次到最终结果', 'burst of 50 to the final result'],
  ['outdated', '过时的结果', 'outdated results'],
  ['memory', '内存峰值', 'peak memory'],
];

function targetTable(rows) {
  return `| 项目 | figure | 必须 must | 目标 aim | 实测 measured |
|---|---|---|---|---|
${rows.map(row => `| ${row.chinese}（${row.sizes.join('、')}） | ${row.english} | ${sign(keeps(row, row.must))} ${limited(row, row.must)} | ${sign(keeps(row, row.aim))} ${limited(row, row.aim)} | ${joined(row.values)} |`).join('\n')}`;
}

function serverTable(servers) {
  return `| | ${servers.map(({ bytes }) => sizeName(bytes)).join(' | ')} |
|---|${servers.map(() => '---|').join('')}
${SERVER_FIGURES.map(([key, chinese, english]) => `| ${chinese} ${english} | ${servers.map(({ [key]: value }) => quotient(value)).join(' | ')} |`).join('\n')}
| 检查结果 the answer | ${servers.map(({ answer }) => answerSize(answer)).join(' | ')} |`;
}

function quotient(value) {
  return value === undefined ? '—' : `${figure(value.own)} ÷ ${figure(value.floor)} = ${figure(value.ratio)}`;
}

function notMeasured({ name, bytes, reason }) {
  if (bytes === undefined) return `${name}：${reason}`;
  return reason === 'slow'
    ? `${name}：${sizeName(bytes)} 太久，没有测 / too slow to be measured at ${sizeName(bytes)}`
    : `${name}：${sizeName(bytes)} 没有结果（${reason}） / gives up at ${sizeName(bytes)}`;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} KB`;
}
