// The table of docs/limits.md from server/src/text/limits.ts.
import { withGenerated } from './page.mjs';

const megabytes = count => `${String(Math.round(count / 1_000_000))} MB`;
const mebibytes = count => `${String(count / 1024 / 1024)} MB`;
const kibibytes = count => `${String(count / 1024)} KB`;
const wan = count => `${String(count / 10_000)} 万字`;
const inThousands = count => count.toLocaleString('en');
const seconds = milliseconds => String(milliseconds / 1000);
const million = count => `${(count / 1_000_000).toLocaleString('en')} million characters`;

/** Each limit in words, Chinese and English: what is bounded, the bound, and what happens beyond it. */
const ROWS = limits => [
  [
    [
      '命令行检查的一份文件',
      `${String(limits.commandLineBytes / 1024 / 1024)} MB`,
      '说明原因，不检查；其余照常，退出码 2',
    ],
    [
      'A file that the command line checks',
      `${String(limits.commandLineBytes / 1024 / 1024)} MB`,
      'named with the reason; the rest is checked, exit status 2',
    ],
  ],
  [
    [
      '已知结果或审核决定的文件，一行摘要',
      `${mebibytes(limits.knownFindingsBytes)}，${mebibytes(limits.summaryBytes)}`,
      '说明原因，不用；其余照常，退出码 2',
    ],
    [
      'A file with a baseline or decisions, a line with a summary',
      `${mebibytes(limits.knownFindingsBytes)}, ${mebibytes(limits.summaryBytes)}`,
      'named with the reason and left out; the rest goes on, exit status 2',
    ],
  ],
  [
    ['一个设置文件', megabytes(limits.fileBytes), '说明原因，按默认值检查'],
    ['A settings file', megabytes(limits.fileBytes), 'named with the reason; defaults are used'],
  ],
  [
    [
      '自带的法规（JSON）、原文（Markdown）',
      `每份 ${megabytes(limits.fileBytes)}，每处 ${String(limits.filesInPlace)} 份`,
      '说明“太多”或当作读不出',
    ],
    [
      'Local statutes (JSON), official texts (Markdown)',
      `${megabytes(limits.fileBytes)} each, ${String(limits.filesInPlace)} in one place`,
      'named as too many, or as unreadable',
    ],
  ],
  [
    ['其中的文字', `法规 ${wan(limits.statuteFileLength)}，原文 ${wan(limits.officialTextLength)}`, '说明“太大”，不读'],
    [
      'Their text',
      `statutes ${million(limits.statuteFileLength)}, official texts ${million(limits.officialTextLength)}`,
      'named as too large, not read',
    ],
  ],
  [
    ['一份设置里写的法规位置', `${String(limits.statutePaths)} 处`, '说明，不读'],
    ['Places with statutes in one settings file', String(limits.statutePaths), 'named, not read'],
  ],
  [
    [
      '查找引用时读的未打开的草稿',
      `${String(limits.closedDrafts)} 份，每份 ${wan(limits.closedDraftLength)}`,
      '不列出',
    ],
    [
      'Closed drafts read for references',
      `${String(limits.closedDrafts)}, ${million(limits.closedDraftLength)} each`,
      'not listed',
    ],
  ],
  [
    [
      '工作区里可能是年报的文件，一份未打开的年报留下的摘要',
      `${String(limits.workspaceFiles)} 个，${kibibytes(limits.closedSummaryBytes)}`,
      '多出的文件不读，状态里写明；摘要太大的不再核对文字',
    ],
    [
      'Files of a workspace that may be reports, what is kept of a closed report',
      `${String(limits.workspaceFiles)}, ${kibibytes(limits.closedSummaryBytes)}`,
      'further files are not read, and the status says so; of larger ones texts are not compared',
    ],
  ],
  [
    [
      '发给编辑器的检查结果',
      `每份草稿 ${String(limits.diagnostics)} 条，先发严重的`,
      '改掉一些后其余的会出现；状态里的数目是全部的',
    ],
    [
      'Findings sent to an editor',
      `${String(limits.diagnostics)} of a draft, the graver ones first`,
      'the others appear when some are mended; the status counts all',
    ],
  ],
  [
    ['一个设置文件、法规文件或编辑器设置里的问题', `列出前 ${String(limits.fileProblems)} 处`, '写明另有'],
    [
      'Problems of one settings file, one file of statutes, or the settings of an editor',
      `the first ${String(limits.fileProblems)} are named`,
      'it is said that there are more',
    ],
  ],
  [
    [
      '一段不换行的文字',
      `数字读到前 ${wan(limits.figuresLength)}，引用和其余的读到前 ${wan(limits.paragraphLength)}`,
      '其后的不检查',
    ],
    [
      'A paragraph',
      `figures in its first ${inThousands(limits.figuresLength)} characters, citations and all else in its first ${inThousands(limits.paragraphLength)}`,
      'not checked',
    ],
  ],
  [
    [
      '近来读过、结果还记着的段落和表格',
      `合计 ${wan(limits.knownBlockCharacters)}，草稿更长的按草稿的长度，最多 ${wan(limits.mostKnownCharacters)}；一段 ${wan(limits.knownBlockLength)}；相同的 ${limits.equalKnownBlocks} 段`,
      '忘掉最早的，再读到时重新检查',
    ],
    [
      'Paragraphs and tables read lately of which the results are still known',
      `${inThousands(limits.knownBlockCharacters)} characters in all, or as many as a longer draft has, up to ${inThousands(limits.mostKnownCharacters)}; ${inThousands(limits.knownBlockLength)} of one; ${limits.equalKnownBlocks} with the same text`,
      'the oldest are forgotten, and checked again when they are read again',
    ],
  ],
  [
    ['剪贴板上要粘贴为标准表格或粘贴到填表窗体的内容', wan(limits.clipboardLength), '照原样粘贴；窗体说明，不粘贴'],
    [
      'What is pasted as a standard table, or into the table form',
      million(limits.clipboardLength),
      'pasted as it is; the form says so and pastes nothing',
    ],
  ],
  [
    ['填表窗体里的表格', `前 ${String(limits.formTables)} 张`, '不列出，在文字里填'],
    ['Tables in the table form', `the first ${String(limits.formTables)}`, 'not listed; filled in in the text'],
  ],
  [
    ['选中一段时一次列出的“忽略”', `前 ${String(limits.silencesOffered)} 个问题`, '不列出；请选小一些的范围'],
    ['Findings of a selection that one menu silences', `the first ${String(limits.silencesOffered)}`, 'not listed'],
  ],
  [
    ['填表窗体旁边列出的正文数字', `前 ${String(limits.formMentions)} 处`, '不列出'],
    ['Figures of the text listed beside the table form', `the first ${String(limits.formMentions)}`, 'not listed'],
  ],
  [
    ['版面预览显示的草稿', wan(limits.previewLength), '说明，不显示'],
    ['A draft in the layout preview', million(limits.previewLength), 'said so, not shown'],
  ],
  [
    ['版面预览里标出的问题', `${String(limits.previewFindings)} 处，先标严重的`, '不标出，看“问题”列表'],
    [
      'Findings marked in the layout preview',
      `${String(limits.previewFindings)}, the graver ones first`,
      'not marked there; the list of problems has them',
    ],
  ],
  [
    [
      '一条规则在一份草稿上',
      `累计运行 ${seconds(limits.ruleWorkMs)} 秒，结果比草稿的字数多 ${String(limits.spareFindings)} 条`,
      '停止，这条规则没有结果，状态里写明规则名，其余照常',
    ],
    [
      'One rule on one draft',
      `${seconds(limits.ruleWorkMs)} seconds of work, ${inThousands(limits.spareFindings)} findings more than the draft has characters`,
      'stopped and named, and has found nothing; the others report',
    ],
  ],
  [
    [
      'Word、Excel、PDF 等文件里的一个部件，展开后',
      `${mebibytes(limits.documentPartBytes)}，合计 ${mebibytes(limits.documentUnpackedBytes)}，${String(limits.documentEntries)} 个部件，层层相套 ${String(limits.documentNesting)} 层`,
      '说明原因，不读，什么也不写',
    ],
    [
      'A part of a Word, Excel or PDF file, unpacked',
      `${mebibytes(limits.documentPartBytes)}, ${mebibytes(limits.documentUnpackedBytes)} in all, ${inThousands(limits.documentEntries)} parts, elements nested ${String(limits.documentNesting)} deep`,
      'refused with the reason; nothing is written',
    ],
  ],
  [
    [
      '其中的一张表',
      `${String(limits.documentColumns)} 列，${String(limits.documentCells)} 格`,
      '说明原因，不读，什么也不写',
    ],
    [
      'A table in it',
      `${String(limits.documentColumns)} columns, ${inThousands(limits.documentCells)} cells`,
      'refused with the reason; nothing is written',
    ],
  ],
  [
    ['一份 PDF 文件', `${String(limits.documentPages)} 页`, '说明原因，不读，什么也不写'],
    ['A PDF file', `${String(limits.documentPages)} pages`, 'refused with the reason; nothing is written'],
  ],
  [
    [
      '读或写一份这样的文件',
      `${seconds(limits.documentMs)} 秒，${String(limits.documentMegabytes)} MB 内存`,
      '停止并说明，什么也不写，其余照常',
    ],
    [
      'Reading or writing one such file',
      `${seconds(limits.documentMs)} seconds, ${String(limits.documentMegabytes)} MB of memory`,
      'stopped with the reason; nothing is written, the rest goes on',
    ],
  ],
  [
    ['等客户端回答设置和文件的请求', `${seconds(limits.answerMs)} 秒`, '先按默认值检查；答复来了再用'],
    [
      'An answer of the client on settings and files',
      `${seconds(limits.answerMs)} seconds`,
      'defaults are used until it comes',
    ],
  ],
];

/** The step: the limits, each once in each language. Throws where a limit has no row, or a row no limit. */
export async function limitsTable({ load, read }) {
  const { LIMITS } = await load('server/src/text/limits.ts');
  const rows = rowsOf(LIMITS);
  const table = (heads, language) =>
    [heads, heads.map(() => '---'), ...rows.map(row => row[language])]
      .map(cells => `| ${cells.join(' | ')} |`)
      .join('\n');
  const text = [table(['内容', '上限', '超过时'], 0), table(['Content', 'Limit', 'Beyond it'], 1)].join('\n\n');
  return [{ path: 'docs/limits.md', text: withGenerated(read('docs/limits.md'), text) }];
}

function rowsOf(limits) {
  const told = new Set();
  const rows = ROWS(
    new Proxy(limits, {
      get: (_, name) => {
        if (!Object.hasOwn(limits, name)) throw new Error(`there is no limit ${String(name)}`);
        told.add(name);
        return limits[name];
      },
    }),
  );
  const untold = Object.keys(limits).filter(name => !told.has(name));
  if (untold.length > 0) throw new Error(`docs/limits.md says nothing of ${untold.join(', ')}`);
  return rows;
}
