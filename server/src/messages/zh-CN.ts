import type { Args, BalanceArgs, CellArgs, CulpritArgs, RollUpArgs } from './arguments.ts';

/** 中文文本。检查结果依次说：是什么（两个数字）、依据、怎么办。 */
export const zhCN = {
  // ── 检查规则 ──
  'structure/missing-section': (a: Args<'numeral' | 'title' | 'basis' | 'ordinal'>) =>
    `缺少第${a.numeral}部分“${a.title}”。\n依据${ofFormat(a.basis, '，六个部分缺一不可')}。\n请在此处补上；没有内容的也要写明“无”。`,
  'structure/missing-section#several': (a: Args<'count' | 'titles'> & Partial<Args<'basis'>>) =>
    `还缺 ${a.count} 个部分：${a.titles}。\n依据${ofFormat(a.basis ?? '第五十条', '，六个部分缺一不可')}。\n请补上（快速修复一次插入标题和表格），再逐一填写；没有内容的写明“无”。`,
  'structure/missing-section#heading': (a: Args<'title' | 'ordinal' | 'numeral' | 'found'>) =>
    `没有看到第${a.numeral}部分的标题“${a.title}”，“${a.found}”以下像是这一部分的内容。\n请在这里补上标题。`,
  'structure/missing-section#table': (a: Args<'title' | 'ordinal' | 'numeral'>) =>
    `没有看到第${a.numeral}部分的标题“${a.title}”，从这张表起像是这一部分的内容。\n请在表前补上标题。`,
  'structure/missing-section#renamed': (a: Args<'numeral' | 'title' | 'found' | 'basis' | 'ordinal'>) =>
    `第${a.numeral}部分应为“${a.title}”，现标题“${a.found}”对不上。\n依据${ofFormat(a.basis)}。\n如就是这一部分，请改用规定标题；如不是，请补上这一部分。`,
  'structure/missing-section#content': (a: Args<'title' | 'basis'>) =>
    `全文没有找到“${a.title}”的内容。内容写在别的标题下也可以。\n依据${a.basis}。\n请核对是否漏写。`,
  'structure/missing-section#none': () =>
    '没有找到“一、”“二、”等一级标题，无法核对各部分是否齐全。\n请让各部分的标题各占一行，写成“一、总体情况”这样。',
  'structure/section-order': (a: Args<'title' | 'numeral' | 'ordinal'>) =>
    `“${a.title}”的位置与格式不同，应为第${a.numeral}部分。\n依据年度报告格式规定的次序。\n请调整次序。`,
  'structure/parts-count': (a: Args<'announced' | 'present'>) =>
    `引言称全文 ${a.announced} 个部分，实际有 ${a.present} 个一级标题。\n请核对引言或标题。`,
  'structure/parts-count#attached': (a: Args<'announced' | 'present'>) =>
    `引言称连附表在内 ${a.announced} 个部分，实际有 ${a.present} 个一级标题，另有附表。\n请核对引言或标题。`,
  'structure/parts-count#listed': (a: Args<'announced' | 'listed'>) =>
    `引言称 ${a.announced} 个部分，列出的却是 ${a.listed} 项。\n请核对引言。`,
  'structure/heading-wording': (a: Args<'found' | 'title'>) =>
    `标题“${a.found}”与格式规定的“${a.title}”不同。\n依据年度报告格式。\n请改用规定标题。`,
  'structure/heading-wording#slip': (a: Args<'found' | 'title'>) =>
    `标题“${a.found}”与格式规定的“${a.title}”差一个字，多半写错。\n请改正。`,
  'structure/heading-wording#mark': (a: Args<'sign'>) => `标题末尾多了“${a.sign}”。\n请删去。`,
  'structure/heading-wording#empty': (a: Args<'number'>) => `标题只有编号“${a.number}”，没有文字。\n请补上标题。`,
  'structure/numbering': (a: Args<'found' | 'expected'>) =>
    `编号“${a.found}”与前文不连续，依次是“${a.expected}”。\n请核对是否漏写或编错。`,
  'structure/numbering#repeated': (a: Args<'found' | 'expected'>) =>
    `编号“${a.found}”重复，依次是“${a.expected}”。\n请核对。`,
  'structure/numbering#ordinal': (a: Args<'found' | 'expected'>) =>
    `“${a.found}”接不上前面的编号，依次是“${a.expected}”。\n请改正，或补上缺少的一项。`,
  'structure/numbering#odd': (a: Args<'found' | 'expected'>) =>
    `“${a.found}”与前后的编号不是一套：后面接着的是“${a.expected}”。\n请核对。`,
  'structure/numbering#first': (a: Args<'found' | 'expected'>) =>
    `前面没有“${a.expected}”，就写了“${a.found}”。\n请补上“${a.expected}”，或改用别的写法。`,
  'structure/numbering#stray': (a: Args<'found'>) =>
    `编号后多了“是”字（“${a.found}”）：编号与“一是”混用。\n请删去“是”。`,
  'structure/numbering#look-alike': (a: Args<'found' | 'expected'>) =>
    `编号“${a.found}”不是汉字数字，只是样子像。\n请改为“${a.expected}”。`,
  'structure/numbering#form': (a: Args<'title' | 'expected'>) =>
    `标题“${a.title}”的编号与其他部分写法不同。\n请改为“${a.expected}”。`,
  'structure/glued-heading': (a: Args<'title'>) => `标题“${a.title}”接在上一段末尾，容易看漏。\n请另起一行。`,
  'structure/empty-section': () =>
    '存在的主要问题一部分只写了“无”。\n依据《政府信息公开条例》第五十条，应当写明存在的主要问题和改进情况。\n请补写。',
  'structure/empty-section#unwritten': (a: Args<'title'>) => `“${a.title}”尚未填写。\n请写出这一部分的内容。`,
  'structure/empty-section#number': (a: Args<'title'>) =>
    `标题“${a.title}”说的是数量，下文没有数字。\n请补上数字，或改标题。`,
  'tables/missing-table': (a: Args<'title' | 'table'>) =>
    `“${a.title}”中没有《${a.table}》表。\n依据年度报告格式，这一部分须用表格报告。\n请插入标准表格并填写。`,
  'tables/missing-table#empty': (a: Args<'title' | 'table'>) =>
    `“${a.title}”下没有内容，未找到《${a.table}》表。\n如表格在转换时丢失，请重新粘贴；尚未填写的，请插入标准表格。`,
  'tables/missing-table#picture': (a: Args<'title' | 'table'>) =>
    `“${a.title}”中只有图片或占位的文字，《${a.table}》表的数字没有核对。\n请把表格以文字粘贴到这里，或插入标准表格填写。`,
  'tables/missing-table#unreadable': (a: Args<'title' | 'table'>) =>
    `“${a.title}”中有《${a.table}》表的文字，但格线已失，无法核对数字。\n请重新粘贴表格，或插入标准表格填写。`,
  'tables/missing-row': (a: Args<'table' | 'count' | 'rows'>) =>
    `《${a.table}》表缺少 ${a.count} 行：${a.rows}。\n依据年度报告格式。\n请补上；没有数据的行也要保留并填 0。`,
  'tables/missing-row#label': (a: Args<'table' | 'count' | 'rows'>) =>
    `《${a.table}》表有 ${a.count} 行没有行名，按次序和合计看是：${a.rows}。\n请补上行名。`,
  'tables/missing-row#column': (a: Args<'table' | 'count' | 'columns'>) =>
    `《${a.table}》表缺少 ${a.count} 列：${a.columns}。\n依据年度报告格式。\n请核对表头。`,
  'tables/extra-row': (a: Args<'table' | 'label'>) =>
    `《${a.table}》表多出一行“${a.label}”，格式中没有。\n写错的请改名或删去；本地要求的可以保留。`,
  'tables/extra-row#renamed': (a: Args<'found' | 'label'>) =>
    `行名“${a.found}”与格式规定的“${a.label}”不同。\n请核对。`,
  'tables/extra-row#repeated': (a: Args<'label' | 'table'>) =>
    `“${a.label}”在《${a.table}》表中写了两次，只核对第一行的数字。\n请删去多余的一行或核对行名。`,
  'tables/split-row': (a: Args<'row'>) =>
    `“${a.row}”这一行被回车断成了两行，后半行的数不在自己的格子里。\n请接成一行。`,
  'tables/split-row#unnamed': () => '数字这一行被回车断成了两行，后半行的数不在自己的格子里。\n请接成一行。',
  'tables/row-order': (a: Args<'table' | 'label' | 'after' | 'before' | 'count'>) =>
    `《${a.table}》表的行次序与格式不同：“${a.label}”${neighbour(a)}${moved(a, '行')}。数字按行名核对，不受影响。\n依据年度报告格式。\n请调整次序，以免按位置汇总时错行。`,
  'tables/row-order#column': (a: Args<'table' | 'label' | 'after' | 'before' | 'count'>) =>
    `《${a.table}》表的列次序与格式不同：“${a.label}”列${neighbour(a)}${moved(a, '列')}。数字按表头核对，不受影响。\n依据年度报告格式。\n请调整次序，以免按位置汇总时错列。`,
  'tables/misplaced-table': (a: Args<'table' | 'found' | 'title'>) =>
    `《${a.table}》表在“${a.found}”中。\n依据年度报告格式，应在“${a.title}”中。\n请移到规定的部分。`,
  'tables/repeated-table': (a: Args<'table'>) =>
    `《${a.table}》表出现两次，数字相同。\n请删去多余的一张；如范围不同（全市、本级），请在表前写明。`,
  'tables/repeated-table#blank': (a: Args<'table'>) => `《${a.table}》表出现两次，这一张空着。\n请删去空表。`,
  'tables/repeated-table#different': (a: Args<'table' | 'count'>) =>
    `《${a.table}》表出现两次，有 ${a.count} 格数字不同，只核对了前一张。\n请留下一张；如范围不同（全市、本级），请在表前写明。`,
  'tables/other-edition': (a: Args<'table' | 'found' | 'expected'>) =>
    `《${a.table}》表用的是${a.found}的表样，本年度应用${a.expected}。\n请换用本年度的标准表格；旧表样的数字未核对。`,
  'tables/blank-cells': (a: Args<'table' | 'count'>) =>
    `《${a.table}》表有 ${a.count} 个空格。空格在求和时按 0 计。\n没有数据的请填 0，以免看作漏填。`,
  'tables/blank-cells#pairs': (a: Args<'table' | 'count'>) =>
    `《${a.table}》表有 ${a.count} 个空格。空格不算作 0，用到空格的算式不核对。\n没有的请填 0；不适用的写“—”，以免看作漏填。`,
  'tables/blank-cells#all': (a: Args<'table'>) => `《${a.table}》表尚未填写。\n请填入数字，没有的填 0。`,
  'tables/fee-unit': (a: Args<'stated'>) =>
    `收费金额填“${a.stated}”，以万元计达千亿元以上，可能误以元为单位。\n本栏单位为万元。\n请核对。`,
  'tables/fee-unit#yuan': (a: Args<'stated'>) =>
    `收费金额填“${a.stated}”，以元为单位。\n本栏单位为万元。\n请换算后填写。`,
  'tables/amount-without-unit': (a: Args<'stated'>) =>
    `采购总金额填“${a.stated}”，没有写单位。\n2019年格式没有规定单位，元和万元都有人用。\n请写明单位。`,
  'tables/not-a-count': (a: Args<'row' | 'column' | 'stated'> & Partial<Args<'group'>>) =>
    `“${where(a)}”填 ${a.stated}，件数应为不小于 0 的整数。\n请核对。`,
  'tables/not-a-count#text': (a: Args<'row' | 'column' | 'stated'> & Partial<Args<'group'>>) =>
    `“${where(a)}”填的是文字“${a.stated}”，无法核对。\n请填整数，没有的填 0。`,
  'tables/not-a-count#amount': (a: Args<'row' | 'column' | 'stated'> & Partial<Args<'group'>>) =>
    `“${where(a)}”填的是文字“${a.stated}”，无法核对。\n请按本栏的单位只填数字，没有的填 0。`,
  'tables/not-a-count#several': (a: Args<'row' | 'column' | 'stated'> & Partial<Args<'group'>>) =>
    `“${where(a)}”填了不止一个数（“${a.stated}”），不知以哪一个为准，没有核对。\n请只留一个数。`,
  'tables/not-a-count#manyTexts': (a: Args<'table' | 'count' | 'stated'>) =>
    `《${a.table}》表有 ${a.count} 格填的是文字，如“${a.stated}”，无法核对。\n请填整数，没有的填 0。`,
  'tables/not-a-count#decimals': (a: Args<'table' | 'count' | 'stated'>) =>
    `《${a.table}》表有 ${a.count} 格的件数写成了小数，如“${a.stated}”，按整数核对。\n请删去小数点和后面的 0。`,
  'tables/look-alike-digits': (a: Args<'row' | 'column' | 'stated' | 'digits'> & Partial<Args<'group'>>) =>
    `“${where(a)}”填“${a.stated}”，其中有形近数字的字符，像是 ${a.digits}，无法核对。\n请改成数字。`,
  'tables/look-alike-digits#many': (a: Args<'table' | 'count' | 'stated' | 'digits'>) =>
    `《${a.table}》表有 ${a.count} 格用了形近数字的字符，如“${a.stated}”像是 ${a.digits}，无法核对。\n请改成数字。`,
  'tables/run-together': (a: Args<'table' | 'count' | 'text'>) =>
    `《${a.table}》表有 ${a.count} 行数字连写，看不出各是哪一列（如“${a.text}”），没有核对。\n请重新粘贴表格，或在数字之间加空格。`,
  'tables/full-width-digits': (a: Args<'table' | 'count'>) =>
    `《${a.table}》表有 ${a.count} 处全角数字。\n请改为半角，数值不变。`,
  'tables/unit-in-cell': (a: Args<'table' | 'count' | 'stated'>) =>
    `《${a.table}》表有 ${a.count} 格带单位，如“${a.stated}”，按数字核对。表格只填数字。\n请删去单位。`,
  'tables/no-rulemaking-power': (a: Args<'column' | 'stated' | 'body'>) =>
    `规章${a.column}填 ${a.stated}，而“${a.body}”一般无权制定规章。\n依据立法法（2023）第九十一条、第九十三条。\n请核对是否应填入规范性文件，或在正文说明。`,
  'tables/not-readable': (a: Args<'table' | 'count' | 'read' | 'text'>) =>
    `《${a.table}》表读出 ${a.read} 行，另有 ${a.count} 处数字认不准是哪一行、哪一列（如“${a.text}”），没有核对。\n请重新粘贴表格，或换用标准表格逐格填写。`,
  'tables/not-readable#none': (a: Args<'table' | 'count' | 'read' | 'text'>) =>
    `认出了《${a.table}》表，但 ${a.count} 处数字都认不准是哪一行、哪一列（如“${a.text}”），整张表没有核对。\n请重新粘贴表格，或换用标准表格逐格填写。`,
  'tables/should-be-blank': (a: Args<'row' | 'found' | 'rows' | 'count'> & Partial<Args<'reason'>>) =>
    `“${a.row}”填“${a.found}”，下面却填了 ${a.count} 格：${a.rows}。\n依据格式文件写明的关系。\n请核对是哪一处填错。${reason(a)}`,
  'tables/cell-content': (a: CellArgs & Args<'found'>) =>
    `“${where(a)}”应填数，“${a.found}”看不出是多少，没有核对。\n依据格式文件。\n请改成数字。`,
  'tables/cell-content#yesNo': (a: CellArgs & Args<'found'>) =>
    `“${where(a)}”应填是或否，现为“${a.found}”。\n依据格式文件。\n请核对。`,
  'tables/cell-content#choice': (a: CellArgs & Args<'found' | 'names'>) =>
    `“${where(a)}”填的“${a.found}”不在选项里。\n格式文件的选项有：${a.names}。\n请核对。`,
  'tables/cell-content#pattern': (a: CellArgs & Args<'found'>) =>
    `“${where(a)}”填的“${a.found}”与编号的写法不合。\n依据格式文件。\n请核对有没有多字、少字。`,
  'tables/cell-content#address': (a: CellArgs & Args<'found'>) =>
    `“${where(a)}”填的“${a.found}”不像网址。\n依据格式文件。\n请核对。`,
  'tables/cell-content#whole': (a: CellArgs & Args<'found'>) =>
    `“${where(a)}”应填不小于 0 的整数，现为 ${a.found}。\n依据格式文件。\n请核对。`,
  'tables/cell-content#below': (a: CellArgs & Args<'found' | 'limit'>) =>
    `“${where(a)}”为 ${a.found}，应不小于 ${a.limit}。\n依据格式文件。\n请核对。`,
  'tables/cell-content#above': (a: CellArgs & Args<'found' | 'limit'>) =>
    `“${where(a)}”为 ${a.found}，应不大于 ${a.limit}。\n依据格式文件。\n请核对。`,
  'tables/full-width-pipe': (a: Args<'count'>) =>
    `表格中有 ${a.count} 处全角竖线“｜”，不是表格的分隔，发布后会错列；已按分隔读。\n请改为半角“|”。`,
  'totals/received-and-handled': (a: Args<'axis' | 'stated' | 'computed' | 'difference'> & Partial<Args<'split'>>) =>
    `“${a.axis}”列处理的比收到的${sumMore(a)}：新收 + 上年结转 = ${a.stated}，办理结果总计 + 结转下年度 = ${a.computed}。${split(a)}\n依据表三印明的勾稽关系“第一项加第二项之和，等于第三项加第四项之和”。\n请核对这四项。`,
  'totals/received-and-handled#culprit': (a: CulpritArgs) =>
    culprit(a, '表三勾稽关系“第一项加第二项之和，等于第三项加第四项之和”'),
  'totals/result-total': (a: Args<'axis' | 'stated' | 'computed' | 'parts' | 'difference'> & Partial<Args<'split'>>) =>
    `“${a.axis}”列（七）总计填 ${a.stated}，各项办理结果合计${sumIs(a)}。${split(a)}\n依据年度报告格式表三。\n请核对总计或各项结果。`,
  'totals/result-total#culprit': (a: CulpritArgs) => culprit(a, '表三（七）总计等于各项办理结果之和'),
  'totals/row-total': (a: Args<'row' | 'stated' | 'computed' | 'parts' | 'difference'> & Partial<Args<'split'>>) =>
    `“${a.row}”总计填 ${a.stated}，各列合计${sumIs(a)}。${split(a)}\n依据年度报告格式表三。\n请核对各列或总计。`,
  'totals/row-total#culprit': (a: CulpritArgs) => culprit(a, '表三总计等于各列之和'),
  'totals/row-total#short': (a: Args<'row' | 'stated' | 'computed' | 'parts' | 'difference'>) =>
    `“${a.row}”末格填 ${a.stated}，前面各格合计${sumIs(a)}。本行丢失了空格，按其他各行末格为总计推断。\n请核对。`,
  'totals/review-litigation-total': (
    a: Args<'group' | 'stated' | 'computed' | 'parts' | 'difference'> & Partial<Args<'split'>>,
  ) =>
    `“${a.group}”总计填 ${a.stated}，维持、纠正、其他、尚未审结合计${sumIs(a)}。${split(a)}\n依据年度报告格式表四。\n请核对各项或总计。`,
  'totals/review-litigation-total#culprit': (a: CulpritArgs) => culprit(a, '表四总计等于各项之和'),
  'totals/litigation-above-review': (a: Args<'stated' | 'reviews'>) =>
    `复议后起诉总计 ${a.stated} 件，远多于行政复议 ${a.reviews} 件。\n复议后起诉的案件先经过复议，以前年度复议的除外。\n请核对两栏是否填反。`,
  'totals/counted-twice': (a: Args<'axis' | 'handled' | 'received' | 'stated'>) =>
    `“${a.axis}”办理结果与结转合计 ${a.handled}，多于新收与上年结转之和 ${a.received}，多出的正好是部分公开的 ${a.stated} 件。\n依据表三填表说明，区分处理的只计部分公开，不计其他情形。\n请核对是否重复计算。`,
  'totals/effective-below-issued': (a: Args<'axis' | 'stated' | 'computed'>) =>
    `“${a.axis}”现行有效 ${a.stated} 件，少于本年制发的 ${a.computed} 件。\n当年制发又废止、试行到期的除外。\n请核对。`,
  'totals/disclosed-above-made': (a: Args<'axis' | 'stated' | 'computed'>) =>
    `“${a.axis}”本年新公开 ${a.stated}，多于本年新制作 ${a.computed}。\n公开以前年度制作文件的除外。\n请核对。`,
  'totals/disclosed-above-total': (a: Args<'axis' | 'stated' | 'computed'>) =>
    `“${a.axis}”本年新公开 ${a.stated}，多于对外公开总数量 ${a.computed}。\n请核对。`,
  'totals/items-below-zero': (a: Args<'axis' | 'stated'>) =>
    `“${a.axis}”上一年项目数量加本年增减为 ${a.stated}，少于零。\n请核对增减的数字。`,
  'totals/local-equation': (
    a: Args<'row' | 'column' | 'stated' | 'computed' | 'parts' | 'difference'> &
      Partial<Args<'group' | 'split' | 'reason'>>,
  ) =>
    `“${where(a)}”填 ${a.stated}，各项合计${sumIs(a)}。${split(a)}\n依据格式文件写明的勾稽关系。\n请核对合计或各项。${reason(a)}`,
  'totals/local-equation#culprit': (a: CulpritArgs & Partial<Args<'reason'>>) =>
    culprit(a, '格式文件写明的勾稽关系') + reason(a),
  'totals/local-equation#sides': (
    a: Args<'axis' | 'row' | 'column' | 'stated' | 'computed'> & Partial<Args<'group' | 'reason'>>,
  ) =>
    `“${a.axis || where(a)}”两边应当相等，一边是 ${a.stated}，另一边是 ${a.computed}。\n依据格式文件写明的勾稽关系。\n请核对各项。${reason(a)}`,
  'totals/local-equation#above': (a: BoundArgs) =>
    `“${where(a)}”为 ${a.stated}，应不多于 ${a.computed}。\n依据格式文件写明的关系。\n请核对。${reason(a)}`,
  'totals/local-equation#below': (a: BoundArgs) =>
    `“${where(a)}”为 ${a.stated}，应不少于 ${a.computed}。\n依据格式文件写明的关系。\n请核对。${reason(a)}`,
  'cumulative/below-annual': (a: Args<'axis' | 'stated' | 'computed'>) =>
    `“${a.axis}”历年累计 ${a.stated}，少于本年 ${a.computed}。\n历年累计包括本年。\n请核对。`,
  'cumulative/parts-total': (a: Args<'row' | 'axis' | 'stated' | 'computed' | 'parts' | 'difference'>) =>
    `“${a.row}”（${a.axis}）填 ${a.stated}，分项合计${sumIs(a)}。\n依据统计表的分项关系。\n请核对总数或分项。`,
  'cumulative/parts-total#culprit': (a: CulpritArgs) => culprit(a, '统计表的分项关系'),
  'cumulative/parts-total#above': (a: Args<'row' | 'axis' | 'stated' | 'computed'>) =>
    `“${a.row}”（${a.axis}）为 ${a.stated}，多于总数 ${a.computed}。\n其中一项不会多于总数。\n请核对。`,
  'cumulative/replied-above-received': (a: Args<'axis' | 'stated' | 'computed'>) =>
    `答复总数（${a.axis}）${a.stated}，多于受理总数 ${a.computed}。\n上年受理、本年答复的除外。\n请核对。`,
  'prose/parts-total': (a: Args<'stated' | 'computed' | 'parts' | 'difference'>) =>
    `正文总数 ${a.stated}，分项合计${sumIs(a)}。\n请核对总数或分项；没有列全的，请写明“等”。`,
  'prose/share': (a: Args<'stated' | 'part' | 'whole' | 'computed'>) =>
    `占比写 ${a.stated}，按 ${a.part} ÷ ${a.whole} 得 ${a.computed}。本段其他总数作分母也对不上。\n请核对件数或占比。`,
  'prose/share#above-all': (a: Args<'stated'>) =>
    `写 ${a.stated}，超过 100%：占比和这样的比率是全部当中的一部分，不会多于全部。\n请核对。`,
  'prose/against-table': (a: Args<'stated' | 'table' | 'difference' | 'sign' | 'readings'>) =>
    `正文写 ${a.stated}，表格为 ${a.table}，正文${textIs(a)}${a.readings.includes('、') ? `（可取的口径 ${a.readings} 都对不上）` : ''}。\n请核对正文或表格；口径不同的请写明。`,
  'prose/none-statement': (a: Args<'stated' | 'table'>) =>
    `正文说“${a.stated}”，表格本年为 ${a.table}。\n请核对正文或表格。`,
  'prose/complete-claim': (a: Args<'carried'>) =>
    `称办结率（答复率）100%，表格有 ${a.carried} 件结转下年度继续办理。\n请核对；如指按时办结率，请写明。`,
  'prose/complete-claim#replied': (a: Args<'received' | 'replied'>) =>
    `称办结率（答复率）100%，正文受理 ${a.received} 件、已答复 ${a.replied} 件。\n请核对。`,
  'prose/all-upheld': (a: Args<'stated' | 'count'>) =>
    `正文称“${a.stated}”，表四还有 ${a.count} 件尚未审结、纠正或其他结果。\n请核对；只指已审结的，请写明。`,
  'prose/part-above-whole': (a: Args<'part' | 'whole'>) =>
    `“其中”的一项 ${a.part}，多于总数 ${a.whole}。\n其中一项不会多于总数。\n请核对两个数。`,
  'prose/part-above-whole#described': (a: Args<'part' | 'whole'>) =>
    `${a.part} 像是前面 ${a.whole} 中的一部分，却比它多。\n请核对两个数；不是其中一部分的，请写清楚。`,
  'prose/flow': (a: Args<'sum'>) => `这里写的新收、结转与办结对不上：${a.sum}。\n请核对这几个数；口径不同的请写明。`,
  'prose/flow#stock': (a: Args<'stated' | 'sum' | 'computed'>) =>
    `这里写 ${a.stated}，按同一句的 ${a.sum} 得 ${a.computed}。\n请核对各数。`,
  'prose/shares-total': (a: Args<'total' | 'parts'>) =>
    `各项占比合计 ${a.total}%（${a.parts}），一个整体的各项应为 100%。\n请核对占比，或是否漏写一项。`,
  'prose/year-on-year': (a: Args<'stated' | 'before' | 'after' | 'sign' | 'computed'>) =>
    `“${a.stated}”与两年的数不符：由 ${a.before} 到 ${a.after}，是${a.sign === 0 ? '没有变化' : `${Number(a.sign) > 0 ? '增加' : '减少'} ${a.computed}`}。\n请核对两年的数和增减数。`,
  'prose/outdated-sentence': (a: Args<'expected'>) =>
    `表格改过，这句话与表格不同了。\n按现在的表格应写“${a.expected}”。\n请更新这句，或核对表格。`,
  'prose/average': (a: Args<'stated' | 'total' | 'count' | 'computed'>) =>
    `平均数写 ${a.stated}，按 ${a.total} ÷ ${a.count} 为 ${a.computed}。\n请核对三个数。`,
  'prose/average#each': (a: Args<'stated' | 'each' | 'count' | 'computed'>) =>
    `总数写 ${a.stated}，按 ${a.each} × ${a.count} 为 ${a.computed}。\n请核对三个数。`,
  'prose/same-metric': (a: Args<'stated' | 'earlier' | 'difference'>) =>
    `这里写 ${a.stated}，前文同一项写 ${a.earlier}，相差 ${a.difference}。\n请核对两处；口径不同的请写明。`,
  'prose/same-metric#hotline': (a: Args<'stated' | 'earlier' | 'difference'>) =>
    `这里写 ${a.stated}，前文 12345 受理写 ${a.earlier}，只差 ${a.difference}。\n如是同一口径，请改为一致；口径不同的请写明。`,
  'prose/mixed-units': (a: Args<'stated' | 'other'>) =>
    `这里写“${a.stated}”，另一处同一项写“${a.other}”。\n申请、复议、诉讼在表格中以件计。\n建议统一量词。`,
  'prose/listed-count': (a: Args<'stated' | 'listed' | 'announced'>) =>
    `写的是“${a.stated}”，同一句列出 ${a.listed} 项，与 ${a.announced} 不同。\n请核对项数；没有列全的，请写明“等”。`,
  'prose/fee-not-mentioned': (a: Args<'count'>) =>
    `表三有 ${a.count} 件申请因逾期未缴费不再处理，第六部分没有写收费情况。\n依据《政府信息公开信息处理费管理办法》。\n建议写明发出收费通知和实际收取的情况，没有收取的写“未收取”。`,
  'prose/fee-amount': (a: Args<'stated'>) =>
    `按件计收的信息处理费写 ${a.stated}，不是 100 元的倍数。\n依据《政府信息公开信息处理费管理办法》，按件收费每件 100 元起，按百元递增。\n请核对金额或计收方式。`,
  'prose/fee-amount#pages': (a: Args<'stated'>) =>
    `按量计收的信息处理费写 ${a.stated}，不是 10 元的倍数。\n依据《政府信息公开信息处理费管理办法》，按量收费每页 10 元、20 元或 40 元。\n请核对金额。`,
  'cumulative/prose-total': (a: Args<'stated' | 'table' | 'difference' | 'sign'>) =>
    `正文历年累计写 ${a.stated}，统计表为 ${a.table}，正文${textIs(a)}。\n请核对正文或统计表。`,
  'dates/reporting-period': (a: Args<'stated' | 'year'>) =>
    `统计期限写作“${a.stated}”，不是 ${a.year} 年 1 月 1 日至 12 月 31 日。\n年度报告反映报告年度全年情况。\n请核对；年中组建的单位请写明组建时间。`,
  'dates/reporting-period#absent': (a: Args<'year'>) =>
    `没有写明统计期限。\n请在引言写明“统计期限自${a.year}年1月1日起至${a.year}年12月31日止”。`,
  'dates/damaged-date': (a: Args<'date'>) => `日期“${a.date}”残缺，看不出是哪一天。\n请补全年、月、日。`,
  'dates/damaged-date#none': (a: Args<'date'>) => `“${a.date}”在日历上没有，或年份多了、少了一位数字。\n请核对日期。`,
  'dates/damaged-date#sign': (a: Args<'date' | 'expected'>) => `日期里的“${a.date}”应为“${a.expected}”。\n请改正。`,
  'dates/damaged-date#likely': (a: Args<'date' | 'expected'>) =>
    `日期“${a.date}”残缺，可能是“${a.expected}”。\n请核对并补全年、月、日。`,
  'dates/damaged-date#year': (a: Args<'expected'>) => `年份后面少了“年”字，应为“${a.expected}”。\n请补上。`,
  'dates/plan-year': (a: Args<'found' | 'year' | 'next'>) =>
    `计划写的是 ${a.found} 年，报告年度是 ${a.year} 年，计划应为 ${a.next} 年。\n请核对两个年份。`,
  'dates/year-range': (a: Args<'text'>) => `“${a.text}”的起止年份相同或颠倒，不是一段时间。\n请核对年份。`,
  'dates/late-publication': (a: Args<'date' | 'deadlineYear' | 'month' | 'day' | 'basis'>) =>
    `落款日期“${a.date}”晚于法定时限 ${a.deadlineYear} 年 ${a.month} 月 ${a.day} 日。\n依据${a.basis}。\n请核对日期；确属逾期的请尽快公布。`,
  'dates/late-publication#before': (a: Args<'date' | 'deadlineYear' | 'month' | 'day' | 'basis'>) =>
    `落款日期“${a.date}”不在公开期限（${a.deadlineYear} 年 ${a.month} 月 ${a.day} 日之前）以内。\n依据${a.basis}。\n请核对日期；确属逾期的请尽快公布。`,
  'dates/late-publication#page': (a: Args<'date' | 'deadlineYear' | 'month' | 'day' | 'basis'>) =>
    `发布日期“${a.date}”晚于法定时限 ${a.deadlineYear} 年 ${a.month} 月 ${a.day} 日。\n依据${a.basis}。\n请核对；转载的日期可不理会。`,
  'dates/title-without-year': (a: Args<'year'>) => `标题没有写年度。正文写的是 ${a.year} 年的报告。\n请写进标题。`,
  'dates/file-name-year': (a: Args<'year' | 'found'>) =>
    `文件名写的是 ${a.found} 年的报告，标题写的是 ${a.year} 年。\n请核对有没有拿错文件；没有拿错的，把文件名改成 ${a.year} 年。`,
  'dates/year-without-edition': (a: Args<'title' | 'year' | 'earlier' | 'later' | 'name'>) =>
    `“${a.title}”没有 ${a.year} 年度的格式（${yearsWithEdition(a)}），章节、表格和期限没有检查。\n请核对年度。没有写错的，可在开头写一行“<!-- 年报检查 格式 ${a.name} -->”，照那一版检查。`,
  'dates/title-without-year#period': (a: Args<'year'>) =>
    `标题没有写年度。统计期限是 ${a.year} 年，照此检查。\n请写进标题。`,
  'dates/title-without-year#fileName': (a: Args<'year'>) =>
    `标题和正文都没有写年度。文件名写的是 ${a.year} 年，照此检查。\n请写进标题。`,
  'dates/other-year': (a: Args<'year' | 'found'>) =>
    `报告年度是 ${a.year} 年，这里写的是 ${a.found} 年的工作。可能沿用了以前的文本。\n请核对年份和内容。`,
  'dates/other-year#next': (a: Args<'year' | 'found'>) =>
    `报告年度是 ${a.year} 年，这里说的却是 ${a.found} 年已有的情况。\n请核对年份。`,
  'dates/other-year#caption': (a: Args<'year' | 'found'>) =>
    `报告年度是 ${a.year} 年，统计表的标题写的是 ${a.found} 年。\n请核对。`,
  'dates/other-year#carriedOut': (a: Args<'year' | 'found' | 'right'>) =>
    `报告年度是 ${a.year} 年，没有办完的申请结转到 ${a.right} 年，这里写的是 ${a.found} 年。\n请核对年份。`,
  'dates/other-year#carriedIn': (a: Args<'year' | 'found' | 'right'>) =>
    `报告年度是 ${a.year} 年，结转来的申请来自 ${a.right} 年，这里写的是 ${a.found} 年。\n请核对年份。`,
  'dates/other-year#plan': (a: Args<'year' | 'next'>) =>
    `报告年度是 ${a.year} 年，这里还在说 ${a.year} 年的打算。今后的打算一般写 ${a.next} 年；可能沿用了上年的文本。\n请核对。`,
  'dates/other-year#start': (a: Args<'year' | 'next'>) =>
    `报告年度是 ${a.year} 年，累计数却截至 ${a.year} 年年初。可能是 ${a.next} 年。\n请核对。`,
  'dates/other-year#notice': (a: Args<'year' | 'found'>) =>
    `报告年度是 ${a.year} 年，所引的却是编制 ${a.found} 年年度报告的通知。\n请核对是否沿用了以前的文本。`,
  'dates/signature-year': (a: Args<'date' | 'year' | 'next'>) =>
    `日期“${a.date}”早于 ${a.year} 年年底，而 ${a.year} 年的年度报告反映全年情况，应在 ${a.next} 年成文。\n请核对年份。`,
  'wording/merge-conflict#alone': () => '合并冲突的标记还留着一行。\n请核对两边的文字是不是都处理好了，再删去这一行。',
  'wording/merge-conflict': (a: Args<'line'>) =>
    `合并冲突没有解决（到第 ${a.line} 行）。\n请选定一边的文字，删去另一边和 <<<<<<<、=======、>>>>>>> 各行。`,
  'wording/odd-signs': (a: Args<'count' | 'signs'>) =>
    `全文有 ${a.count} 个不可见字符（${a.signs}），核对时按没有这些字符来读。\n请删去。`,
  'wording/odd-signs#blanks': (a: Args<'count' | 'signs'>) =>
    `全文有 ${a.count} 处空白不是空格（${a.signs}），多半是粘贴带来的，查找和排版会出错。\n请改为空格。`,
  'wording/odd-signs#radicals': (a: Args<'count' | 'signs'>) =>
    `全文有 ${a.count} 个部首字代替了汉字（${a.signs}），核对时按汉字来读。\n请改为汉字。`,
  'wording/punctuation#wide-digits': (a: Args<'count'>) => `正文有 ${a.count} 个全角数字，数值不变。\n请改为半角。`,
  'wording/wrong-encoding#gb18030': (a: Args<'text' | 'expected'>) =>
    `这份草稿是 ${a.expected} 编码，打开时当作了 GB18030，文字成了“${a.text}”之类的乱码，没有检查。\n请以 ${a.expected} 重新打开；在此之前不要保存。`,
  'wording/wrong-encoding': () =>
    '文件编码不对，部分文字已成乱码（\ufffd）。\n请用 GB18030 重新打开；在此之前不要保存。',
  'wording/wrong-encoding#misread': (a: Args<'text' | 'expected'>) =>
    `文件编码不对，整篇成了乱码（${a.text}）：${a.expected} 的文字被逐字节读作西文字符，其余各项都无法检查。\n请用 ${a.expected} 重新打开，在此之前不要保存；已经这样存下的，请换用原来的文件。`,
  'wording/wrong-encoding#unknown': (a: Args<'text'>) =>
    `文件编码不对，整篇成了乱码（${a.text}）：文字被逐字节读作西文字符，其余各项都无法检查。\n请用文件原来的编码（如 UTF-8、GB18030）重新打开，在此之前不要保存；已经这样存下的，请换用原来的文件。`,
  'wording/unknown-silence': (a: Args<'rule'>) => `没有“${a.rule}”这条规则，此项忽略不起作用。\n请核对规则的标题。`,
  'wording/silence-without-reason': (a: Args<'rule'>) =>
    `忽略“${a.rule}”没有写理由，此项忽略不起作用。\n请写成“忽略 ${a.rule}：理由”。`,
  'wording/unused-silence': (a: Args<'rule'>) => `此处没有“${a.rule}”的检查结果，忽略已无必要。\n请删去。`,
  'wording/unreadable-directive': (a: Args<'text'>) =>
    `看不懂检查指令“${a.text}”。\n请改成下面的一种：忽略 规则：理由；年度 2024；格式 2021。`,
  'wording/traditional-characters': (a: Args<'text' | 'count'>) =>
    `稿件里有繁体字“${a.text}”等 ${a.count} 个，已照简体字检查。\n公文用规范汉字。\n请改成简体字。`,
  'wording/leftover': (a: Args<'text'>) =>
    `“${a.text}”像是模板里的空白或占位符号，没有填写。\n请填上实际内容；没有的请删去。`,
  'wording/leftover#instruction': (a: Args<'text'>) =>
    `“${a.text}”是模板的填写说明，不是报告内容。\n请按说明写好后删去。`,
  'wording/leftover#number': (a: Args<'text'>) => `“${a.text}”里的量词前面没有数字。\n请填上数字；没有的请改写这一句。`,
  'wording/leftover#outline': (a: Args<'text'>) =>
    `“${a.text}”是填报提纲的原文，不宜作为标题。\n请改成简短的标题，如“受理申请的情况”。`,
  'wording/punctuation': (a: Args<'sign' | 'other'>) =>
    `${a.sign} 没有与之成对的 ${a.other} 。\n请补上另一半，或删去这一半。`,
  'wording/punctuation#document': (a: Args<'sign' | 'other'>) =>
    `文号的 ${a.sign} 没有与之成对的 ${a.other} 。\n请补上。`,
  'wording/punctuation#nested': (a: Args<'text'>) =>
    `双引号里又用了双引号：${a.text}。\n依据标点符号用法（GB/T 15834）。\n里面一层请用单引号‘’。`,
  'wording/punctuation#doubled': (a: Args<'signs'>) => `标点“${a.signs}”不能连用。\n请只留一个。`,
  'wording/as-of': (a: Args<'text' | 'expected'>) =>
    `“${a.text}”后面是时间：截止是停止，截至是停止于某时。\n请改为“${a.expected}”。`,
  'wording/doubled-word': (a: Args<'text'>) => `“${a.text}”字词重复。\n请删去一个。`,
  'wording/doubled-word#item': (a: Args<'text'>) =>
    `“${a.text}”在这一串里列了两次。\n请核对，删去一个或改成漏列的一项。`,
  'wording/doubled-word#mixed': (a: Args<'text'>) => `“${a.text}”把两种说法写在了一起。\n请只留一种。`,
  'wording/doubled-word#sentence': () => '这句话与本段前面的一句重复。\n请删去一句。',
  'wording/file-name-body': (a: Args<'body' | 'found'>) =>
    `文件名写的是“${a.found}”的报告，标题写的是“${a.body}”。\n请核对有没有拿错文件；没有拿错的，把文件名改过来。`,
  'wording/other-body': (a: Args<'body' | 'name'>) =>
    `标题的单位是“${a.body}”，这里却把“${a.name}”当作本机关。可能套用了别的单位的文本。\n请核对。`,
  'wording/other-body#similar': (a: Args<'name' | 'body'>) =>
    `“${a.name}”与标题的“${a.body}”只差几个字。\n请核对是否漏字。`,
  'wording/other-body#whole': (a: Args<'body' | 'name'>) =>
    `标题的单位是“${a.body}”，引言却说结合“${a.name}”的工作编制。\n请核对标题或正文。`,
  'wording/other-body#signature': (a: Args<'name' | 'body'>) =>
    `落款写的是“${a.name}”，标题的单位是“${a.body}”。\n请核对。`,
  'wording/other-body#addressee': (a: Args<'name' | 'body'>) =>
    `标题的单位是“${a.body}”，这里说的却是向“${a.name}”提出的申请。可能套用了别的单位的文本。\n请核对。`,
  'wording/other-body#self': (a: Args<'body' | 'name'>) =>
    `标题的单位是“${a.body}”，正文却自称“${a.name}”。可能套用了别的单位的文本。\n请核对。`,
  'wording/phrase-slip': (a: Args<'text' | 'expected'>) => `“${a.text}”可能是“${a.expected}”之误。\n请核对。`,
  'wording/phrase-slip#part': (a: Args<'text' | 'expected'>) =>
    `部分的名称写作“${a.text}”，格式规定的是“${a.expected}”。\n请改正。`,
  'wording/personal-data': (a: Args<'text'>) =>
    `“${a.text}”像是公民身份号码。\n报告要向社会公开，公开个人信息须有法律依据或取得本人单独同意（个人信息保护法）。\n请删去或隐去中间各位。`,
  'wording/personal-data#account': (a: Args<'text'>) =>
    `“${a.text}”像是个人的银行账号。\n报告要向社会公开，公开个人信息须有法律依据或取得本人单独同意（个人信息保护法）。\n请删去或隐去中间各位。`,
  'wording/personal-data#phone': (a: Args<'text'>) =>
    `“${a.text}”像是申请人或当事人的手机号码。\n报告要向社会公开，公开个人信息须有法律依据或取得本人单独同意（个人信息保护法）。\n请删去或隐去中间各位。`,
  'citations/no-basis': () =>
    '全文没有提到《中华人民共和国政府信息公开条例》。\n年度报告依据条例编制。\n请在引言写明。',
  'citations/report-basis': (a: Args<'clause' | 'topic' | 'right'>) =>
    `年度报告的依据写作${a.clause}（${a.topic}），规定年度报告的是${a.right}。\n请核对条文号。`,
  'citations/misquoted-title': (a: Args<'name' | 'title'>) => `“${a.name}”与正确的题名“${a.title}”不一致。\n请改正。`,
  'citations/basis-number': (a: Args<'title' | 'text' | 'expected'>) =>
    `《${a.title}》的文号写成“${a.text}”，应为“${a.expected}”。\n请核对文号。`,
  'citations/wrong-number': (a: Args<'title' | 'right' | 'number'>) =>
    `《${a.title}》的文号是${a.right}，这里写作${a.number}。\n请改正。`,
  'citations/wrong-number#notice': (a: Args<'right' | 'number'>) =>
    `题名是${a.right}那一通知的，文号${a.number}是另一通知的。\n请核对引用的是哪一个，使题名和文号一致。`,
  'citations/wrong-number#version': (a: Args<'title' | 'year' | 'right'>) =>
    `《${a.title}》没有 ${a.year} 年的版本，现行的是 ${a.right} 年修订的。\n请核对年份。`,
  'citations/wrong-number#policy': (a: Args<'title' | 'right' | 'number'>) =>
    `${a.title}的文号，别的报告引用作${a.right}，这里写作${a.number}。\n请对照原文核对。`,
  'citations/wrong-number#year': (a: Args<'titleYear' | 'year'>) =>
    `题名说的是${a.titleYear}年，文号却是${a.year}年的。\n请核对题名或文号。`,
  'citations/number-form': (a: Args<'number' | 'right'>) =>
    `文号“${a.number}”的写法不规范。\n依据 GB/T 9704，年份用〔〕，序号前不加“第”和0。\n请改作“${a.right}”。`,
  'citations/number-form#year': (a: Args<'year'>) => `文号的年份“${a.year}”不是四位数的年份。\n请核对。`,
  'citations/number-form#future': (a: Args<'year' | 'latest'>) =>
    `文号的年份是${a.year}年，而报告最迟公布于${a.latest}年。\n请核对。`,
  'citations/not-in-force': (a: Args<'title' | 'made'>) =>
    `《${a.title}》${day(a.made)}才制定，报告公布时还没有。\n请核对题名、文号或报告年度。`,
  'citations/not-in-force#unpublished': (a: Args<'title' | 'version' | 'made' | 'effective'>) =>
    `《${a.title}》的新版本（${a.version}）${day(a.made)}才公布${inForceFrom(a.effective)}，晚于本报告的公布日期。可能照抄了工作部署。\n请核对。`,
  'citations/not-in-force#later': (a: Args<'title' | 'version' | 'made' | 'effective' | 'year'>) =>
    `《${a.title}》的新版本（${a.version}）${day(a.made)}才公布${inForceFrom(a.effective)}，不是${a.year}年的工作。\n请核对是否应写入本年报告。`,
  'citations/not-in-force#replaced': (a: Args<'number' | 'from' | 'later'>) =>
    `${a.number}自${day(a.from)}起已由${a.later}取代。\n请改用现行的文号。`,
  'citations/no-such-clause': (a: Args<'title' | 'count' | 'clause'>) =>
    `${a.title}共 ${a.count} 条，没有${a.clause}。\n请核对条文号。`,
  'citations/no-such-clause#elsewhere': (a: Args<'title' | 'count' | 'clause' | 'other' | 'same'>) =>
    `${a.title}共 ${a.count} 条，没有${a.clause}；它见于另一版本${a.other}${a.same === '' ? '' : `，本版本的相应条文是${a.same}`}。\n请核对条文号。`,
  'citations/no-such-clause#paragraph': (a: Args<'title' | 'whole' | 'count' | 'clause'>) =>
    `${a.title}${a.whole}只有 ${a.count} 款，没有${a.clause}。\n请核对是款还是项。`,
  'citations/no-such-clause#item': (a: Args<'title' | 'whole' | 'count' | 'clause'>) =>
    `${a.title}${a.whole}只有 ${a.count} 项，没有${a.clause}。\n请核对条文号。`,
  'citations/no-such-clause#noItems': (a: Args<'title' | 'whole' | 'clause' | 'count'>) =>
    `${a.title}${a.whole}没有分项，没有${a.clause}。\n请核对条文号。`,
  'citations/superseded-clause': (a: Args<'clause' | 'old' | 'version' | 'now' | 'instead'>) =>
    `${a.clause}是旧条例的条文号：旧条例该条是“${a.old}”，${a.version}的条例该条是“${a.now}”，这一事项现在${a.instead}。\n请核对条文号。`,
  'citations/short-name': (a: Args<'name'>) =>
    `《${a.name}》没有写明指哪一个文件。\n请在第一次用前写全称，并注明“以下简称《${a.name}》”。`,
  'citations/short-name#ambiguous': (a: Args<'name' | 'other' | 'title'>) =>
    `“${a.name}”前面已是《${a.other}》的简称，这里又指《${a.title}》。\n请换一个简称。`,
  'citations/short-name#second': (a: Args<'title' | 'first' | 'name'>) =>
    `《${a.title}》前面已简称“${a.first}”，这里又简称“${a.name}”。\n请统一。`,
  'citations/caption-item': (a: Args<'edition' | 'clause' | 'items'>) =>
    `${a.edition}的第二部分没有${a.clause}，只有${a.items}。\n请核对小标题。`,

  // ── 跨年与汇总 ──
  'workspace/carry-over': (a: Args<'column' | 'stated' | 'year' | 'computed' | 'difference' | 'parts'>) =>
    `“上年结转”${a.column}填 ${a.stated}，${a.year}年报告“结转下年度继续办理”${a.column}为 ${a.computed}，相差 ${a.difference}${a.parts === '' ? '' : `（${a.parts}）`}。\n上年结转应等于上年报告的结转数。\n请核对；如因机构调整，可在第六部分说明。`,
  'workspace/carry-over#text': (a: Args<'stated' | 'year' | 'computed' | 'difference'>) =>
    `上年结转写 ${a.stated}，${a.year}年报告结转下年的为 ${a.computed}，相差 ${a.difference}。\n上年结转应等于上年报告的结转数。\n请核对两年的数；如因机构调整或范围不同，请写明。`,
  'workspace/in-force': (a: BalanceArgs) =>
    `“${a.row}”现行有效填 ${a.stated}；按${a.year}年报告的现行有效加本年制发减本年废止（${a.sum}）应为 ${a.computed}，相差 ${a.difference}。\n请核对；如有到期失效或清理，请在正文说明。`,
  'workspace/prior-items': (a: BalanceArgs) =>
    `“${a.row}”上一年项目数量填 ${a.stated}；按${a.year}年报告的项目数量加当年增减（${a.sum}）应为 ${a.computed}，相差 ${a.difference}。\n请核对；如重新梳理过清单或有职责划转，请在正文说明。`,
  'workspace/disclosed-total': (a: BalanceArgs) =>
    `“${a.row}”对外公开总数量填 ${a.stated}；按${a.year}年报告的总数量加本年新公开（${a.sum}）应为 ${a.computed}，相差 ${a.difference}。\n请核对；如有清理或失效，请在正文说明。`,
  'workspace/cumulative-total': (a: BalanceArgs) =>
    `“${a.row}”历年累计填 ${a.stated}；按${a.year}年报告的历年累计加其后各年数（${a.sum}）应为 ${a.computed}，相差 ${a.difference}。\n请核对两年的累计数和本年数。`,
  'workspace/cumulative-total#text': (a: Args<'stated' | 'year' | 'sum' | 'computed' | 'difference'>) =>
    `正文累计写 ${a.stated}；按${a.year}年报告的累计加本年数（${a.sum}）应为 ${a.computed}，相差 ${a.difference}。\n请核对；统计范围变了的请写明。`,
  'workspace/cumulative-total#less': (a: Args<'stated' | 'year' | 'before' | 'difference'>) =>
    `正文累计写 ${a.stated}，比${a.year}年报告的累计 ${a.before} 还少，相差 ${a.difference}。\n累计不会减少。\n请核对两年的累计数；统计范围变了的请写明。`,
  'workspace/cumulative-decrease': (a: Args<'row' | 'stated' | 'year' | 'before' | 'difference'>) =>
    `“${a.row}”历年累计填 ${a.stated}，比${a.year}年报告的 ${a.before} 还少，相差 ${a.difference}。\n历年累计不会减少。\n请核对两年的累计数。`,
  'workspace/restated-figure': (a: Args<'stated' | 'year' | 'computed' | 'difference'>) =>
    `这里写${a.year}年为 ${a.stated}，${a.year}年报告为 ${a.computed}，相差 ${a.difference}。\n请核对；上年数更正过或口径变了的，请写明。`,
  'workspace/growth#times': (a: Args<'stated' | 'found' | 'year' | 'before' | 'computed'>) =>
    `写作 ${a.stated}；本年 ${a.found}，${a.year}年报告为 ${a.before}，应为 ${a.computed}。\n请核对本年数、上年数和倍数；口径不同的请写明。`,
  'workspace/growth': (a: Args<'stated' | 'found' | 'year' | 'before' | 'computed' | 'sign' | 'direction'>) =>
    `增减写${Number(a.direction) === 0 ? '' : Number(a.direction) < 0 ? '减少' : '增加'} ${a.stated}；本年 ${a.found}，${a.year}年报告为 ${a.before}，应为${Number(a.sign) < 0 ? '减少' : '增加'} ${a.computed}。\n请核对本年数、上年数和增减；口径不同的请写明。`,
  'workspace/roll-up-sum': (a: RollUpArgs) =>
    `“${a.row}”${a.column}填 ${a.stated}，${a.count} 个单位合计 ${a.computed}，相差 ${a.difference}${a.parts === '' ? '' : `（最多的：${a.parts}）`}。\n请核对汇总数和各单位的数。`,
  'workspace/roll-up-sum#unit': (a: RollUpArgs & Args<'body'>) =>
    `“${a.row}”${a.column}填 ${a.stated}，${a.count} 个单位合计 ${a.computed}，相差 ${a.difference}：差额恰为${a.body}各项，可能漏加这个单位。\n请核对汇总数。`,
  'workspace/roll-up-sum#twice': (a: RollUpArgs & Args<'body'>) =>
    `“${a.row}”${a.column}填 ${a.stated}，${a.count} 个单位合计 ${a.computed}，相差 ${a.difference}：差额恰为${a.body}各项，可能重复计入这个单位。\n请核对汇总数。`,
  'workspace/roll-up-sum#table': (a: RollUpArgs & Args<'others'>) =>
    `“${a.row}”${a.column}填 ${a.stated}，${a.count} 个单位合计 ${a.computed}，相差 ${a.difference}；这张表另有 ${a.others} 行也不等于各单位之和。\n请核对汇总是否齐全。`,
  'workspace/roll-up-part': (a: CellArgs & Args<'stated' | 'computed' | 'difference' | 'body'>) =>
    `“${a.row}”${a.column}填 ${a.stated}，比${a.body}一个单位的 ${a.computed} 还少（相差 ${a.difference}）。\n汇总数不应少于任何一个下级单位。\n请核对；只统计本级的请在报告里写明。`,
  'workspace/roll-up-part#sum': (a: CellArgs & Args<'stated' | 'computed' | 'difference' | 'count'>) =>
    `“${a.row}”${a.column}填 ${a.stated}，手头 ${a.count} 个单位合计已有 ${a.computed}（相差 ${a.difference}）。\n请核对；只统计本级的请在报告里写明。`,
  'workspace/copied-section': (a: Args<'year' | 'value'>) =>
    `“存在的主要问题及改进情况”与${a.year}年报告几乎相同（相似 ${a.value}%）。\n请按本年的情况重写：上年的问题改进了没有，还有什么问题。`,
  'workspace/copied-text': (a: Args<'year' | 'count'>) =>
    `从这里起连着 ${a.count} 句与${a.year}年报告相同。\n请按本年的情况改写。`,
  'workspace/copied-figures': (a: Args<'year'>) =>
    `表三、表四每一格都与${a.year}年报告相同。\n请核对表格是否忘了更新。`,
  'workspace/copied-figures#row': (a: Args<'year'>) =>
    `表三数字不平，“本年新收”一行又与${a.year}年报告完全相同。\n请核对这一行是否忘了更新。`,
  'workspace/stale-year': (a: Args<'found' | 'year'>) =>
    `这句话与${a.found}年报告相同，数字改了，年份还是${a.found}年，本报告是${a.year}年的。\n请核对年份。`,
  'workspace/stale-name': (a: Args<'found' | 'name'>) =>
    `这里还写“${a.found}”，本报告的单位是“${a.name}”。\n请改为现在的名称；确有所指的可以保留。`,
  'workspace/stale-citation': (a: Args<'found' | 'year'>) =>
    `引用的仍是编制${a.found}年年度报告的通知，上年报告引用的就是它；本报告是${a.year}年的。\n请改引本年的通知。`,
  'workspace/edition-mix': (a: Args<'edition' | 'other' | 'count'>) =>
    `这个单位用的是${a.edition}年的格式，同一政府的 ${a.count} 个单位用${a.other}年的格式，汇总时对不上。\n请核对表样。`,
  'workspace/second-report': (a: Args<'body' | 'year' | 'count'>) =>
    `${a.body}${a.year}年有 ${a.count} 份不同的报告，不知道以哪份为准，都没有与别的年份核对。\n请只留一份，或移到设置里排除的文件夹。`,

  // ── 关联位置 ──
  'related.member': (a: Args<'row' | 'column' | 'text'>) =>
    `${a.row}${a.column === '' ? '' : `·${a.column}`}：${a.text === '' ? '（空）' : a.text}`,
  'related.figure': (a: Args<'text'>) => `${a.text}`,
  'related.blankCell': (a: Args<'row' | 'column'>) => `空格：${a.row}·${a.column}`,
  'related.sameTable': (a: Args<'table'>) => `另一张《${a.table}》表`,
  'related.titleBody': () => '标题里的单位',
  'related.sameSentence': () => '前面的同一句',
  'related.section': (a: Args<'title'>) => `${a.title}`,
  'related.precedingSection': (a: Args<'title'>) => `应在“${a.title}”之后`,
  'related.precedingNumber': () => '前一个编号',
  'related.published': (a: Args<'date'>) => `公布日期：${a.date}`,
  'related.again': () => '另一处',
  'related.introduced': (a: Args<'name'>) => `简称“${a.name}”在此定义`,
  'related.yearCell': (a: Args<'year' | 'row' | 'column' | 'text'>) =>
    `${a.year}年·${a.row}${a.column === '' ? '' : `·${a.column}`}：${a.text === '' ? '（空）' : a.text}`,
  'related.unitCell': (a: Args<'body' | 'row' | 'column' | 'text'>) =>
    `${a.body}·${a.row}${a.column === '' ? '' : `·${a.column}`}：${a.text}`,
  'related.yearFigure': (a: Args<'year' | 'value'>) => `${a.year}年报告：${a.value}`,
  'related.yearSentence': (a: Args<'year'>) => `${a.year}年报告的同一句`,
  'related.yearSection': (a: Args<'year'>) => `${a.year}年报告的这一部分`,
  'related.yearCitation': (a: Args<'year'>) => `${a.year}年报告引用的同一份通知`,
  'related.yearReport': (a: Args<'year'>) => `${a.year}年报告`,
  'related.unitReport': (a: Args<'body'>) => `${a.body}的报告`,

  // ── 跨年与汇总：结论之后的话 ──
  'across.eitherMayBeWrong': (a: Args<'year'>) => `${a.year}年报告的这一列自己就不平，也可能是那边错了。`,
  'across.blankIsZero': () => '空格按 0 计算。',
  'across.suggested': () => '按同一文件夹推断为同一机关；不是的，请在设置里分别写明。',
  'across.middle': (a: Args<'year'>) => `改为应有的数，${a.year}年报告也就接上了。`,
  'across.moreReports': (a: Args<'count'>) => `另有 ${a.count} 份报告没有列出。`,
  'across.turned': (a: Args<'year' | 'body'>) => `（说的是${a.body}${a.year}年报告）`,

  // ── 快速修复 ──
  'fix.insertSections': (a: Args<'count'>) => `插入缺少的 ${a.count} 个部分`,
  'fix.insertSection': (a: Args<'title'>) => `插入缺少的部分“${a.title}”`,
  'fix.insertHeading': (a: Args<'title'>) => `在表前写上标题“${a.title}”`,
  'fix.insertTable': (a: Args<'table'>) => `插入《${a.table}》标准表格`,
  'fix.useTitle': (a: Args<'title'>) => `改用规定标题“${a.title}”`,
  'fix.renumber': () => '重新编号',
  'fix.removeStray': () => '删去“是”',
  'fix.removeSilence': () => '删去不需要的忽略',
  'fix.newLine': () => '标题另起一行',
  'fix.useNumeral': (a: Args<'expected'>) => `编号改为“${a.expected}”`,
  'fix.simplified': (a: Args<'count'>) => `全文 ${a.count} 个繁体字改成简体字`,
  'fix.useDate': (a: Args<'expected'>) => `日期改为“${a.expected}”`,
  'fix.usePeriod': (a: Args<'year'>) => `统计期限改为 ${a.year} 年全年`,
  'fix.useYear': (a: Args<'year'>) => `年份改为 ${a.year}`,
  'fix.useClause': (a: Args<'clause'>) => `改为${a.clause}`,
  'fix.useWording': (a: Args<'expected'>) => `改为“${a.expected}”`,
  'fix.useName': (a: Args<'title'>) => `改为“${a.title}”`,
  'fix.useNumber': (a: Args<'number'>) => `改为${a.number}`,
  'fix.removeWords': (a: Args<'words'>) => `删去“${a.words}”`,
  'fix.nameBasis': () => '在引言开头写明依据',
  'fix.introduce': (a: Args<'title' | 'name'>) => `在《${a.title}》后写明“以下简称《${a.name}》”`,
  'fix.completePair': (a: Args<'sign'>) => `补上 ${a.sign}`,
  'fix.usePunctuation': (a: Args<'sign'>) => `只留 ${a.sign}`,
  'fix.removeDoubled': () => '删去重复的部分',
  'fix.halfWidthPipes': (a: Args<'count'>) => `${a.count} 处全角竖线改为半角`,
  'fix.removeInvisible': (a: Args<'count'>) => `删去 ${a.count} 个不可见字符`,
  'fix.replaceBlanks': (a: Args<'count'>) => `${a.count} 处空白改为空格`,
  'fix.replaceRadicals': (a: Args<'count'>) => `${a.count} 个部首字改为汉字`,
  'fix.halfWidth': (a: Args<'count'>) => `${a.count} 处全角数字改为半角`,
  'fix.writeDigits': (a: Args<'digits'>) => `改为数字 ${a.digits}`,
  'fix.writeAllDigits': (a: Args<'count'>) => `${a.count} 格形近的字符改为数字`,
  'fix.removeDecimals': (a: Args<'count'>) => `删去 ${a.count} 格的小数部分（都是 0）`,
  'fix.writeZeros': (a: Args<'count'>) => `${a.count} 格改填 0`,
  'fix.removeUnits': (a: Args<'count'>) => `删去 ${a.count} 格的单位`,
  'fix.joinRow': () => '把断开的两行接成一行',
  'fix.removeTable': (a: Args<'table'>) => `删去这张《${a.table}》表`,
  'fix.renewSentence': () => '按表格更新这句话',
  'fix.useShare': (a: Args<'value'>) => `占比改为 ${a.value}`,
  'fix.useTableValue': (a: Args<'value'>) => `正文改为表格的 ${a.value}`,
  'fix.useTextValue': (a: Args<'value'>) => `表格改为正文的 ${a.value}`,
  'fix.useComputed': (a: Args<'value'>) => `总计改为合计数 ${a.value}`,
  'fix.correctMember': (a: Args<'value'>) => `改为 ${a.value}，使各式平衡`,
  'fix.fillBlanks': (a: Args<'count'>) => `空格填 0（${a.count} 格）`,
  'fix.computeTotals': (a: Args<'count'>) => `计算全部合计（${a.count} 格）`,
  'fix.standardTable': () => '换用标准表格，保留数字',
  'fix.convert.pipe': () => '转换为竖线表格',
  'fix.convert.html': () => '转换为 HTML 表格',
  'fix.convert.tabbed': () => '转换为制表符表格',
  'fix.all': () => '改正年度报告中可以自动改正的各项',
  'fix.silence': (a: Args<'rule'>) => `忽略此项（写明理由）：${a.rule}`,
  'fix.silence.outside': (a: Args<'rule'>) => `在 .annual-report.json 中忽略此项（写明理由）：${a.rule}`,
  'fix.silenceReason': () => '请写明理由',
  'fix.accept': (a: Args<'rule'>) => `审核：接受此项（写明理由）：${a.rule}`,
  'fix.toFix': (a: Args<'rule'>) => `审核：要求修改（写明意见）：${a.rule}`,

  // ── 悬停 ──
  'hover.secondaryMark': () => '（见于转述，未见原文）',
  'hover.unverifiedMark': () => '（未核实）',
  'hover.partlyUnverifiedMark': () => '（部分未核实）',
  'hover.partlyVerified': (a: Args<'checked'>) => `（部分未核实：${a.checked}）`,
  'hover.notVerified': (a: Args<'checked'>) => `（未核实：${a.checked}）`,
  'hover.numberUnknown': () => '文号未核实',
  'hover.effective': (a: Args<'date'>) => `${a.date}起施行`,
  'hover.firstEffective': (a: Args<'date'>) => `${a.date}起首次施行`,
  'hover.effectiveUnknown': () => '施行日期未核实',
  'hover.promulgated': (a: Args<'date'>) => `${a.date}公布`,
  'hover.firstReportYear': (a: Args<'year'>) => `${a.year}年度报告起适用`,
  'hover.supersededFrom': (a: Args<'date' | 'version'>) => `${a.date}起由新版（${a.version}）取代`,
  'hover.superseded': (a: Args<'version'>) => `已由新版（${a.version}）取代`,
  'hover.repealed': (a: Args<'date'>) => `${a.date}废止`,
  'hover.repealUnknown': () => '是否仍然有效未核实',
  'hover.item': (a: Args<'item' | 'topic'>) => `${a.item}：${a.topic}`,
  'hover.itemInTable': (a: Args<'item' | 'topic' | 'tables'>) => `${a.item}：${a.topic}；年报填表：${a.tables}`,
  'hover.rangeItem': (a: Args<'item' | 'topic'>) => `- ${a.item}：${a.topic}`,
  'hover.keyFigures': (a: Args<'figures'>) => `要点：${a.figures}`,
  'hover.notRecorded': (a: Args<'clause'>) => `${a.clause}的解释没有收录。`,
  'hover.noArticle': (a: Args<'statute' | 'count' | 'clause'>) => `${a.statute}共 ${a.count} 条，没有${a.clause}。`,
  'hover.noParagraph': (a: Args<'whole' | 'count' | 'clause'>) => `${a.whole}只有 ${a.count} 款，没有${a.clause}。`,
  'hover.noItem': (a: Args<'whole' | 'count' | 'clause'>) => `${a.whole}只有 ${a.count} 项，没有${a.clause}。`,
  'hover.noItems': (a: Args<'whole' | 'clause'>) => `${a.whole}没有分项，没有${a.clause}。`,
  'hover.elsewhere': (a: Args<'version' | 'clause' | 'title'>) =>
    `另一版（${a.version}）有${a.clause}${a.title === '' ? '' : `（${a.title}）`}，请核对引用的是哪一版。`,
  'hover.bare': () => '原文没有写法规名称，按《条例》理解。',
  'hover.version.reportYear': (a: Args<'version' | 'year'>) => `适用版本：${a.version}（报告年度为 ${a.year} 年）。`,
  'hover.version.published': (a: Args<'version' | 'date'>) =>
    `适用版本：${a.version}（报告年度不明，按发布日期 ${a.date}）。`,
  'hover.version.stated': (a: Args<'version'>) => `适用版本：${a.version}（原文写明）。`,
  'hover.version.newest': (a: Args<'version'>) => `适用版本：${a.version}（报告年度不明，按最新一版解释）。`,
  'hover.version.noneInForce': (a: Args<'version' | 'from' | 'year'>) =>
    `注意：收录的版本（${a.version}）自${a.from}起适用，晚于报告年度 ${a.year} 年。`,
  'hover.counterpart': (a: Args<'version' | 'articles'>) => `相应条文（${a.version}）：${a.articles}。`,
  'hover.counterpart.none': (a: Args<'version'>) => `另一版（${a.version}）没有单独对应的条文。`,
  'hover.wording': (a: Args<'file'>) => `原文（${a.file}）：`,
  'hover.carriedFrom': (a: Args<'year' | 'value'>) => `${a.year}年报告结转下年度继续办理：${a.value}`,
  'hover.otherYears': (a: Args<'items'>) => `各年：${a.items}`,
  'hover.inYear': (a: Args<'year' | 'value'>) => `${a.year}年 ${a.value}`,
  'hover.yearGap': () => ' · ',
  'hover.inBodyAbove': (a: Args<'body' | 'value'>) => `${a.body}：${a.value}`,
  'hover.inBodiesBelow': (a: Args<'count' | 'value'>) => `下级 ${a.count} 个单位合计：${a.value}`,
  'hover.source': (a: Args<'text'>) => `来源：${a.text}`,
  'hover.basis': (a: Args<'basis'>) => `依据：${a.basis}`,
  'hover.title.edition': (a: Args<'edition'>) => `格式：${a.edition}`,
  'hover.title.document': (a: Args<'title' | 'number'>) => `规定格式或内容的文件：《${a.title}》（${a.number}）`,
  'hover.title.noYear': () => '看不出报告年度，没有选定格式。请在标题写明年度。',
  'hover.deadline.publish': (a: Args<'body' | 'date' | 'basis'>) => `公布期限${a.body}：${a.date}。依据：${a.basis}`,
  'hover.deadline.report': (a: Args<'body' | 'date' | 'basis'>) =>
    `向上报告的期限${a.body}：${a.date}。依据：${a.basis}`,
  'hover.deadline.who.everybody': () => '',
  'hover.deadline.who.department': () => '（政府部门）',
  'hover.deadline.who.government': () => '（政府）',
  'hover.deadline.before': (a: Args<'year' | 'month' | 'day'>) =>
    `${a.year} 年 ${a.month} 月 ${a.day} 日之前（不含当日）`,
  'hover.deadline.by': (a: Args<'year' | 'month' | 'day'>) => `${a.year} 年 ${a.month} 月 ${a.day} 日（含当日）`,
  'hover.section.required': () => '：必须有的部分',
  'hover.section.content': () => '：必须报告的内容，可以并入其他部分',
  'hover.section.optional': () => '：可以不写的部分',
  'hover.section.guidance': (a: Args<'guidance'>) => `应写内容：${a.guidance}`,
  'hover.section.tables': (a: Args<'tables'>) => `应有表格：${a.tables}`,
  'hover.equation.broken': (a: Args<'name' | 'stated' | 'sum' | 'computed' | 'difference'>) =>
    `各项合计${sumMore(a)}：${a.name} ${a.stated} ≠ ${a.sum} = ${a.computed}`,
  'hover.equation.blankTotal': (a: Args<'name' | 'sum' | 'computed'>) =>
    `${a.name}未填，各项合计：${a.sum} = ${a.computed}`,
  'hover.equation.empty': (a: Args<'name'>) => `${a.name}的各项都未填，不能核对`,
  'hover.equation.unreadable': (a: Args<'name' | 'sum'>) =>
    `${a.name}：${a.sum}，有单元格缺少或不能识别（?），不能核对`,
  'hover.equation.notFilled': (a: Args<'name' | 'sum'>) => `${a.name}：${a.sum}，有单元格未填（–），可能不适用，不核对`,
  'hover.equation.omitted': (a: Args<'count'>) => `（其余 ${a.count} 项为 0 或未填）`,
  'hover.equation.blanks': (a: Args<'count'>) => `（${a.count} 格未填，按 0 计）`,
  'hover.equation.blocked': () => '；差额由已指出的另一格引起',
  'hover.subtotal': (a: Args<'label' | 'column' | 'value'>) => `${a.label}合计（${a.column}）：${a.value}`,
  'hover.equation.undecided': (a: Args<'name' | 'stated' | 'sum'>) =>
    `${a.name} ${a.stated}，各项为 ${a.sum}，其中有不能计算的格，不能核对`,
  'hover.equation.filledIn': (a: Args<'count'>) => `（${a.count} 个合计未填，用算出的数）`,
  'hover.relation.broken': (a: Args<'left' | 'sign' | 'right' | 'leftSum' | 'rightSum' | 'difference'>) =>
    `相差 ${a.difference}：${a.left} ${a.sign} ${a.right}（${a.leftSum} 与 ${a.rightSum}）`,
  'hover.relation.unknown': (a: Args<'left' | 'sign' | 'right'>) =>
    `应有 ${a.left} ${a.sign} ${a.right}，有单元格未填、缺少或不能识别，不能核对`,
  'hover.figure.facets': (a: Args<'value' | 'text'>) => `读作 ${a.value}：${a.text}`,
  'facets.separator': () => '，',
  'facets.what': (a: Args<'when' | 'step' | 'matter'>) =>
    `${a.when}${a.step}${a.step !== '' && a.matter !== '' ? '的' : ''}${a.matter}`,
  'facets.noMatter': () => '没有读出数的是什么',
  'facets.from.topic': () => '事项承上文',
  'facets.from.heading': () => '事项见标题',
  'facets.noWhen': () => '没有写明时间，按本年',
  'facets.steps': () => '、',
  'facets.unknownWords': (a: Args<'words'>) => `词表里没有“${a.words}”`,
  'facets.year': (a: Args<'year'>) => `${a.year}年`,
  'facets.part': (a: Args<'part'>) => `仅${a.part}`,
  'facets.carriedIn': () => '含上年结转',
  'facets.kind.announced': () => '列举的项数',
  'facets.kind.count': () => '',
  'facets.kind.difference': () => '差额',
  'facets.kind.average': () => '平均数',
  'facets.kind.per': () => '每一份的数',
  'facets.kind.share': () => '占比',
  'facets.kind.rate': () => '比率',
  'facets.kind.change': () => '增减幅度',
  'facets.kind.percent': () => '百分比，没有读出是什么的',
  'facets.kind.points': () => '相差的百分点',
  'facets.kind.times': () => '倍数',
  'facets.direction.up': () => '增加',
  'facets.direction.down': () => '减少',
  'hover.figure.annual': (a: Args<'metric'>) => `所指：${a.metric}（本年）`,
  'hover.figure.cumulative': (a: Args<'metric'>) => `所指：${a.metric}（历年累计）`,
  'hover.figure.rough': () => '约数或界限，不核对是否相等',
  'hover.figure.rounded': () => '以万、亿为单位，按四舍五入核对',
  'hover.figure.noCell': () => '表格中没有可以核对的格子，或没有填写',
  'hover.figure.table': (a: Args<'sum'>) => `表格：${a.sum} ✓`,
  'hover.figure.table#differs': (a: Args<'sum' | 'difference'>) => `表格：${a.sum}，与正文相差 ${a.difference}`,
  'hover.figure.list': (a: Args<'whole' | 'sum'>) => `合计：${a.whole} = ${a.sum} ✓`,
  'hover.figure.list#broken': (a: Args<'whole' | 'sum' | 'computed' | 'difference'>) =>
    `分项合计${sumMore(a)}：${a.whole} ≠ ${a.sum} = ${a.computed}`,
  'hover.figure.list#other': (a: Args<'sum' | 'computed' | 'whole'>) =>
    `列举：${a.sum} = ${a.computed}，总数 ${a.whole}；原文没有写明这些是全部`,
  'hover.figure.openList': (a: Args<'sum' | 'computed' | 'whole'>) =>
    `列举未尽（等、主要、约数或可能重叠），不核对合计：${a.sum} = ${a.computed}，总数 ${a.whole}`,
  'hover.figure.share': (a: Args<'part' | 'whole' | 'computed'>) => `占比：${a.part} ÷ ${a.whole} = ${a.computed}% ✓`,
  'hover.figure.share#other': (a: Args<'part' | 'whole' | 'computed' | 'stated'>) =>
    `占比：${a.part} ÷ ${a.whole} = ${a.computed}%，原文 ${a.stated}%`,
  'hover.figure.elsewhere': (a: Args<'places'>) => `别处写到：${a.places}`,
  'hover.figure.line': (a: Args<'line' | 'text'>) => `第 ${a.line} 行“${a.text}”`,
  'hover.figure.mention': (a: Args<'line' | 'text' | 'metric'>) => `正文第 ${a.line} 行“${a.text}”（${a.metric}）✓`,
  'hover.figure.mention#differs': (a: Args<'line' | 'text' | 'metric'>) =>
    `正文第 ${a.line} 行“${a.text}”（${a.metric}）与表格不一致`,
  'rename.label': (a: Args<'before' | 'after' | 'count'>) => `${a.before} 改为 ${a.after}（${a.count} 处）`,
  'rename.place.cell': (a: Args<'line' | 'cell' | 'before' | 'after'>) =>
    `第 ${a.line} 行 表格（${a.cell}）：${a.before} → ${a.after}`,
  'rename.place.text': (a: Args<'line' | 'before' | 'after'>) => `第 ${a.line} 行 正文：${a.before} → ${a.after}`,
  'client.rename.apply': (a: Args<'count'>) => `修改这 ${a.count} 处`,
  'client.rename.places': () => '将要修改',
  'client.rename.troubles': () => '改后需要一并核对',
  'client.rename.how': () => '回车修改，按 Esc 不改',
  'rename.troubles': (a: Args<'count' | 'troubles'>) => `改后有 ${a.count} 处需要一并核对：\n${a.troubles}`,
  'rename.notANumber': (a: Args<'text'>) => `“${a.text}”不是可以填在这里的数字。请写阿拉伯数字，例如 182。`,
  'rename.notWhole': (a: Args<'text'>) => `这里应填整数，现在写的是“${a.text}”，不能由此修改各处。请先改正这一处。`,
  'rename.notPlain': (a: Args<'line'>) =>
    `第 ${a.line} 行写着同一个数，但数字中间有网页标记，或是从连写的数字中拆出的，不能自动修改。请先改好那一处。`,
  'metric.received': () => '收到的政府信息公开申请',
  'metric.newReceived': () => '本年新收申请',
  'metric.carriedIn': () => '上年结转申请',
  'metric.replied': () => '办结的申请',
  'metric.carriedOut': () => '结转下年度的申请',
  'metric.granted': () => '予以公开',
  'metric.partiallyGranted': () => '部分公开',
  'metric.grantedAndPartial': () => '予以公开和部分公开',
  'metric.refused': () => '不予公开',
  'metric.unable': () => '无法提供',
  'metric.rejected': () => '不予处理',
  'metric.other': () => '其他处理',
  'metric.review': () => '行政复议',
  'metric.litigation': () => '行政诉讼',
  'metric.issued': () => '制发行政规范性文件',
  'metric.repealed': () => '废止行政规范性文件',
  'metric.effective': () => '现行有效行政规范性文件',
  'metric.publishedDocuments': () => '公开的行政规范性文件',
  'metric.licenses': () => '行政许可处理决定',
  'metric.penalties': () => '行政处罚处理决定',
  'metric.compulsions': () => '行政强制处理决定',
  'metric.fees': () => '行政事业性收费',
  'metric.newlyMade': () => '本年新制作的规范性文件',
  'metric.newlyDisclosed': () => '本年新公开的规范性文件',
  'metric.totalDisclosed': () => '对外公开的规范性文件总数',
  'metric.procurementItems': () => '政府集中采购项目',
  'metric.disclosed': () => '主动公开政府信息',

  // ── 补全 ──
  'completion.missingSection': () => '尚缺的部分',
  'completion.presentSection': () => '草稿中已有',
  'completion.guidance': (a: Args<'guidance' | 'basis'>) => `${a.guidance}依据：${a.basis}。`,
  'completion.missingTable': () => '标准表格，草稿中尚缺',
  'completion.presentTable': () => '标准表格，草稿中已有',
  'completion.closing.noFees': () => '信息处理费：没有收取',
  'completion.closing.fees': () => '信息处理费：发出通知和收取的情况',
  'completion.closing.nothingElse': () => '没有其他需要报告的事项',
  'completion.closing.signature': () => '落款：机关名称和今天的日期',
  'completion.layout.pipe': () => '（竖线表格）',
  'completion.layout.html': () => '（HTML 表格）',
  'completion.layout.tabbed': () => '（制表符表格）',
  'completion.skeletonOfKind': (a: Args<'year' | 'name'>) => `${a.year}年${a.name}（全文框架）`,
  'completion.skeleton': (a: Args<'year'>) => `${a.year}年政府信息公开工作年度报告（全文框架）`,
  'completion.allSections': () => '年度报告全部章节（含标准表格）',
  'completion.sentence.requests': () => '依申请公开：由表三写的一句话',
  'completion.sentence.proactive': () => '主动公开：由表二写的一句话',
  'completion.sentence.cases': () => '复议、诉讼：由表四写的一句话',
  'completion.computed': (a: Args<'how'>) => `计算：${a.how}`,
  'completion.shortName': (a: Args<'title'>) => `本报告的简称：《${a.title}》`,
  'completion.numberOfYear': (a: Args<'year'>) => `${a.year}年的文号`,
  'completion.publicBody': () => '××单位',

  // ── 大纲 ──
  'outline.untitled': () => '（无标题）',
  'outline.officialTable': (a: Args<'title'>) => `表：${a.title}`,
  'outline.otherTable': (a: Args<'start'>) => (a.start === '' ? '表格' : `表格：${a.start}`),

  // ── 表格核对：行内提示、表上方的勾稽情况、算式列表 ──
  'inlay.blank': (a: Args<'value'>) => `= ${a.value}`,
  'inlay.wrong': (a: Args<'value'>) => `应为 ${a.value}`,
  'inlay.fitting': (a: Args<'value'>) => `${a.value} 可平`,
  'inlay.doubtful': (a: Args<'value'>) => `各项合计 ${a.value}`,
  'inlay.holds': () => '✓',
  'inlay.or': () => ' 或 ',
  'inlay.lastYear': (a: Args<'value'>) => `上年报告 ${a.value}`,
  'inlay.expected': (a: Args<'value'>) => `应为 ${a.value}`,
  'inlay.ofBodiesBelow': (a: Args<'value'>) => `各单位 ${a.value}`,
  'checkList.notRecognised': () => '看不出是年度报告，没有检查。',
  'checkList.noYear': () => '看不出报告年度，与年度、格式有关的都没有检查。请在标题写明年度。',
  'checkList.edition': (a: Args<'year' | 'edition'>) => `按 ${a.year} 年度、${a.edition}检查。`,
  'checkList.complete': (a: Args<'count' | 'total' | 'items'>) =>
    `规定的部分已写 ${a.count}/${a.total}，表格 ${a.items}。`,
  'checkList.unwritten': (a: Args<'count' | 'total' | 'items'>) =>
    `没有写齐：部分 ${a.count}/${a.total}，表格 ${a.items}。没有写的无从检查。`,
  'checkList.blankTable': (a: Args<'table'>) => `《${a.table}》尚未填写，没有核对。`,
  'checkList.noTable': (a: Args<'table'>) => `没有《${a.table}》，没有核对。`,
  'checkList.unread': (a: Args<'table'>) => `《${a.table}》有的格子分不清行列或读不成数字，没有全部核对。`,
  'checkList.notJudged': (a: Args<'table'>) => `《${a.table}》用了别的年份的表样或写了两次，没有核对。`,
  'checkList.undecided': (a: Args<'table' | 'unknown'>) =>
    `《${a.table}》有 ${a.unknown} 个算式因空着或读不成数字没有核对。`,
  'checkList.equations': (a: Args<'table' | 'holds' | 'broken'>) =>
    `《${a.table}》的勾稽关系：${a.holds} 个平，${a.broken} 个不平。`,
  'checkList.otherTables': (a: Args<'count'>) => `另有 ${a.count} 张不是规定的表格，不核对。`,
  'checkList.text': () =>
    '正文：数字与表格和前文是否一致，分项、占比、增减；日期、期限、单位名称；编号、标题、文字和标点。',
  'checkList.textOfKind': () =>
    '正文：规定的内容有没有写到，分项、占比、增减；日期、期限、计划年份；编号、标题、文字和标点。',
  'checkList.citations': () => '引用的法规：名称、文号、条款、是否有效。',
  'checkList.off': (a: Args<'count'>) => `按设置关闭了 ${a.count} 条规则，没有检查。`,
  'checkList.failed': (a: Args<'count'>) => `有 ${a.count} 条规则运行失败，没有检查。`,
  'checkList.silenced': (a: Args<'count'>) => `草稿里有 ${a.count} 处写明理由的“忽略”。`,
  'checkList.silencedOutside': (a: Args<'count'>) => `.annual-report.json 里有 ${a.count} 条“忽略”（各份草稿合计）。`,
  'checkList.records': () => '数字与台账是否一致、是否涉密、是否涉及个人隐私：请人工审核。',
  'checkList.othersOfKind': () => '与上年、与别的单位的报告：不作比较，请对照。',
  'checkList.earlier': () => '与上年报告是否衔接（上年结转）：请对照上年报告。',
  'lens.tidyTable': () => '整理成标准表格',
  'lens.equations': (a: Args<'holds' | 'broken' | 'unknown'>) =>
    `勾稽 ${a.holds} 平 · ${a.broken} 不平 · ${a.unknown} 未定`,
  'equations.missing': (a: Args<'cell'>) => `缺“${a.cell}”这一格，或分不清它在哪一列`,
  'equations.unreadable': (a: Args<'cell' | 'text'>) => `“${a.cell}”填“${a.text}”，不能识别`,
  'equations.notCount': (a: Args<'cell' | 'text'>) => `“${a.cell}”填 ${a.text}，不是件数`,
  'equations.blankTotal': (a: Args<'cell'>) => `“${a.cell}”未填`,
  'equations.blankCell': (a: Args<'cell'>) => `“${a.cell}”未填，不能比较`,
  'equations.allBlank': () => '各项都未填',

  // ── 填表 ──
  'lens.fillIn': () => '填表',
  'form.missing': () => '草稿里还没有这张表。',
  'form.missing#heads': () => '草稿里只有这张表的表头，没有数字一行。',
  'form.missing#webPage': () => '草稿是整个网页，这里不能插入表格。请用原来的工具补上这张表。',
  'form.missing#section': (a: Args<'title'>) =>
    `草稿里没有“${a.title}”这一部分，表格没有地方放。请先补上这一部分的标题。`,
  'form.otherEdition': () => '这张表是另一版格式的，勾稽关系没有核对。可以换成标准表格，数字照搬。',
  'form.repeated': () => '文中还有一张相同的表。这里填的是前一张，后一张请一并核对。',
  'form.notStandard': () => '这张表与标准表格不同：缺行、缺列，或有的格子分不清。可以换成标准表格，数字照搬。',
  'form.blank': () => '空',
  'form.wrong': (a: Args<'stated' | 'value'>) => `写 ${a.stated}，改为 ${a.value} 就平`,
  'form.wrong#either': (a: Args<'stated' | 'value'>) => `写 ${a.stated}，算式要求 ${a.value}`,
  'form.doubtful': (a: Args<'stated' | 'value'>) =>
    `写 ${a.stated}，各项合计 ${a.value}；改了这一格，别的算式又不平。请核对各项`,
  'form.carried': (a: Args<'value'>) => `上年报告“结转下年度继续办理”写 ${a.value}`,
  'form.prose': (a: Args<'where' | 'text' | 'sum'>) => `${a.where}写 ${a.text}`,
  'form.prose#differs': (a: Args<'where' | 'text' | 'sum'>) => `${a.where}写 ${a.text}，表中 ${a.sum}`,
  'form.place': (a: Args<'title' | 'count'>) => `“${a.title}”第 ${a.count} 段`,
  'form.place#head': (a: Args<'count'>) => `正文第 ${a.count} 段`,
  'form.place#line': (a: Args<'line'>) => `第 ${a.line} 行`,
  'form.gone': () => '草稿里已经没有这张表或这一格，没有写入。',
  'form.refused.notANumber': (a: Args<'cell' | 'text'>) => `“${a.cell}”填“${a.text}”，不是数字，没有写入。`,
  'form.refused.fraction': (a: Args<'cell' | 'text'>) => `“${a.cell}”填“${a.text}”，件数没有小数，没有写入。`,
  'form.refused.negative': (a: Args<'cell' | 'text'>) => `“${a.cell}”填“${a.text}”，不能小于 0，没有写入。`,
  'form.refused.unit': (a: Args<'cell' | 'text'>) =>
    `“${a.cell}”填“${a.text}”，单位与这一列不同，没有写入。请换算后再填。`,
  'form.refused.tooLarge': (a: Args<'cell' | 'text'>) => `“${a.cell}”填“${a.text}”，数字太大，没有写入。`,
  'form.refused.noTable': () => '草稿里还没有这张表，没有写入。请先插入表格。',
  'form.refused.noPlace': (a: Args<'cell'>) => `草稿里没有“${a.cell}”这一格的位置，没有写入。请先换成标准表格。`,
  'form.refused.misread': (a: Args<'cell'>) =>
    `照草稿现在的写法，写入“${a.cell}”会读错别的数字，没有写入。请先换成标准表格。`,
  'form.refused.insertion': () => '这张表插入后会读不出来，没有插入。请另起一行插入标准表格，再把旧的表头删去。',
  'form.size': (a: Args<'count' | 'total'>) => `${a.count} 行 ${a.total} 列`,
  'form.paste.empty': () => '剪贴板里没有数字，没有粘贴。请先在 Excel、WPS 或 Word 里复制带数字的格子。',
  'form.paste.tooLarge': (a: Args<'found' | 'expected'>) =>
    `剪贴板有 ${a.found}，从这一格起只有 ${a.expected}，没有粘贴。请从左上角的一格粘贴，或少复制一些。`,
  'form.paste.otherRow': (a: Args<'found' | 'expected'>) =>
    `剪贴板里“${a.found}”的数字会落到“${a.expected}”一行，没有粘贴。请从对应的一行粘贴。`,

  'report.excluded': (a: Args<'words' | 'title'>) => `标题里有“${a.words}”，这样的不算“${a.title}”`,
  'report.noEdition': (a: Args<'title' | 'year' | 'earlier' | 'later'>) =>
    `“${a.title}”没有 ${a.year} 年度的格式（${yearsWithEdition(a)}），章节、表格和期限没有检查`,

  // ── 语言服务器 ──
  'server.handlerFailed': (a: Args<'where' | 'error'>) => `处理 ${a.where} 时出错：${a.error}`,
  'server.readingReports': () => '正在读取工作区的年报',
  'server.ruleFailed': (a: Args<'rule' | 'error'>) => `规则 ${a.rule} 运行出错，其余规则照常检查：${a.error}`,
  'server.configuration.setting': (a: Args<'where' | 'path' | 'value'>) =>
    `${a.where} 中的设置“${a.path}”不能识别（${a.value}），按默认值处理。请改正。`,
  'server.configuration.edition': (a: Args<'where' | 'path' | 'name' | 'names'>) =>
    `${a.where} 中的设置“${a.path}”：没有代号为“${a.name}”的格式，仍按报告年度选。请改为：${a.names}；写在格式文件里的，把文件写进 .annual-report.json 的“formats”。`,
  'server.configuration.more': (a: Args<'where' | 'count'>) => `${a.where} 中另有 ${a.count} 项设置不能识别。请改正。`,
  'server.configuration.file': (a: Args<'where' | 'line' | 'error'>) => `${a.where} 第 ${a.line} 行：${a.error}`,
  'server.configuration.unavailable': (a: Args<'where' | 'error'>) =>
    `未能取得 ${a.where} 的设置，按默认值处理：${a.error}。请看编辑器的设置。`,
  'server.configuration.statuteFolder': (a: Args<'where' | 'error'>) =>
    `法规的文字写不出来，不能打开：${a.where}（${a.error}）。请核对启动参数 --statutes-dir 的文件夹。`,
  'server.configuration.missing': (a: Args<'path' | 'where'>) =>
    `设置 ${a.path} 指的文件或文件夹不存在或读不出：${a.where}。请核对路径。`,
  'server.configuration.outside': (a: Args<'path' | 'where'>) =>
    `设置 ${a.path} 指到工作区之外（或其中有链接通到外面），外面的没有读取：${a.where}。工作区之外的文件夹请写在用户设置里。`,
  'server.configuration.tooMany': (a: Args<'path' | 'where'>) =>
    `设置 ${a.path} 所指文件夹里的文件太多，没有全部读取：${a.where}。请分成几个文件夹。`,

  // ── 命令行 ──
  'severity.error': () => '错误',
  'severity.warning': () => '警告',
  'severity.information': () => '提示',
  'severity.hint': () => '建议',
  'cli.file': (a: Args<'path' | 'year' | 'edition'>) => `${a.path}（${a.year}，${a.edition}）`,
  'cli.unknownEdition': () => '格式未定',
  'cli.unknownYear': () => '年度不明',
  'cli.noEdition': () => '没有这一年度的格式',
  'cli.editionUnchecked': () => '未检查：没有这一年度的格式，章节、表格和期限都没有检查；其余照常。请核对年度。',
  'cli.yearUnchecked': () => '未检查：看不出年度。与年度有关的没有检查，其余照常；请在标题里写明年度。',
  'cli.clean': () => '没有发现问题',
  'cli.summary': (a: Args<'files' | 'errors' | 'warnings' | 'others'>) =>
    `共检查 ${a.files} 份：错误 ${a.errors}，警告 ${a.warnings}，提示和建议 ${a.others}`,
  'cli.compared': (a: Args<'count' | 'others'>) =>
    `跨年、跨单位核对：上下年核对了 ${a.count} 个单位，与下级单位核对了 ${a.others} 个。`,
  'cli.notCompared.one-year': (a: Args<'items'>) => `只有一年的报告，没有跨年核对：${a.items}`,
  'cli.notCompared.gap': (a: Args<'items'>) => `中间缺年份，没有跨年核对：${a.items}`,
  'cli.notCompared.duplicate': (a: Args<'items'>) => `同一年有两份不同的报告，没有核对：${a.items}`,
  'cli.notCompared.same-content': (a: Args<'items'>) => `与另一份报告内容相同，只算一份：${a.items}`,
  'cli.notCompared.unidentified': (a: Args<'items'>) => `看不出单位或年度，没有跨年、跨单位核对：${a.items}`,
  'cli.notCompared.reorganised': (a: Args<'items'>) => `写明机构改革或职责划转，数字没有跨年核对：${a.items}`,
  'cli.notCompared.corrected': (a: Args<'items'>) => `写明更正了上年的数或调整了口径，有关的数没有跨年核对：${a.items}`,
  'cli.notCompared.cleaned-up': (a: Args<'items'>) => `写明清理了文件，现行有效件数没有跨年核对：${a.items}`,
  'cli.notCompared.scope-differs': (a: Args<'items'>) =>
    `两年的范围不同（全市、全县与本级），数字没有跨年核对：${a.items}`,
  'cli.notCompared.transitional-year': (a: Args<'items'>) => `写明是第一份报告，有的数没有跨年核对：${a.items}`,
  'cli.notCompared.edition-changed': (a: Args<'items'>) => `两年的格式不同，数字没有跨年核对：${a.items}`,
  'cli.notCompared.no-table': (a: Args<'items'>) => `没有可核对的表格，没有跨年核对：${a.items}`,
  'cli.notCompared.no-report': (a: Args<'items'>) => `下级单位没有这一年的报告，或有几份不同的：${a.items}`,
  'cli.notCompared.children-missing': (a: Args<'items'>) =>
    `设置里没有写明下级单位齐全，或有下级没有报告，汇总没有逐格求和（只看不少于手头各单位）：${a.items}`,
  'cli.notFound': (a: Args<'path'>) => `找不到“${a.path}”。请核对路径。`,
  'cli.noMatch': (a: Args<'path'>) => `没有文件符合“${a.path}”。`,
  'cli.noReport': (a: Args<'path' | 'detail'>) =>
    a.detail === ''
      ? `“${a.path}”里看不出年度报告（没有标题，没有规定的部分、表格和公开情况的数字），未检查。请核对是不是年报，编码对不对。`
      : `“${a.path}”未检查：${a.detail}。是年度报告的，请改标题，或在开头写一行“<!-- 年报检查 格式 代号 -->”。`,
  'cli.foreignEncoding': (a: Args<'path' | 'detail'>) =>
    `“${a.path}”是 ${a.detail} 编码，未检查。请用编辑器以 ${a.detail} 打开，另存为 UTF-8。`,
  'cli.misreadAsLatin1': (a: Args<'path' | 'detail'>) =>
    `“${a.path}”的文字已成乱码：原是 ${a.detail}，被当作 Latin-1 读入后另存，未检查。请找原来的文件，以 ${a.detail} 打开。`,
  'cli.misreadAsGb18030': (a: Args<'path' | 'detail'>) =>
    `“${a.path}”的文字已成乱码：原是 ${a.detail}，被当作 GB18030 读入后另存，未检查。请找原来的文件，以 ${a.detail} 打开。`,
  'cli.cannotWrite': (a: Args<'detail'>) => `结果没有写完：${a.detail}。请核对磁盘空间和输出位置。`,
  'cli.cannotRead': (a: Args<'path' | 'detail'>) => `无法读取“${a.path}”：${a.detail}`,
  'cli.noPermission': (a: Args<'path'>) => `没有权限读取“${a.path}”，未检查。`,
  'cli.isFolder': (a: Args<'path'>) => `“${a.path}”是文件夹，里面没有草稿。请给出草稿文件。`,
  'cli.nothingInFolder': (a: Args<'path'>) =>
    `文件夹“${a.path}”里没有找到年报（文件名里有“信息公开”“年度报告”“年报”的，或开头有年报题目的），什么也没有检查。其他文件请写出文件名。`,
  'cli.passedOver': (a: Args<'path' | 'detail'>) =>
    `文件夹“${a.path}”里的这些 Word、Excel、PDF 文件，名称看不出是年报，没有检查：${a.detail}。是年报的，请改名，或写出文件名。`,
  'cli.unreadForm': (a: Args<'path'>) =>
    `“${a.path}”看名称是年报，但这种文件读不了，未检查。请用 WPS 或 Word 另存为 .docx；是压缩包的，请先解压。`,
  'cli.notFile': (a: Args<'path'>) => `“${a.path}”不是普通文件（管道或设备），未检查。`,
  'cli.brokenLink': (a: Args<'path'>) => `“${a.path}”是链接，所指的文件已不存在。请改正或删去链接。`,
  'cli.circularLink': (a: Args<'path'>) => `“${a.path}”是链接，绕来绕去又指回自己。请改正或删去链接。`,
  'cli.empty': (a: Args<'path'>) => `“${a.path}”是空的，没有可检查的文字。`,
  'cli.tooLarge': (a: Args<'path' | 'detail'>) =>
    `“${a.path}”有 ${a.detail} MB，超过 32 MB，不像草稿，未检查。请拆开，或去掉嵌在文中的图片。`,
  'cli.settingsTooLarge': (a: Args<'path' | 'detail'>) =>
    `设置文件“${a.path}”超过 ${a.detail} MB，没有采用。请核对是不是设置文件。`,
  'cli.notUtf16': (a: Args<'path'>) => `“${a.path}”开头标明是 UTF-16，内容有不完整的字符，未检查。请重新保存。`,
  'cli.wrongMark': (a: Args<'path' | 'detail'>) =>
    `“${a.path}”开头的编码标记是 ${a.detail}，内容却不是，未检查。请用编辑器重新存为 UTF-8。`,
  'cli.failed': (a: Args<'path' | 'detail'>) => `检查“${a.path}”时出错，这份没有结果，其余文件不受影响：${a.detail}`,
  'cli.notUtf8': (a: Args<'path'>) => `“${a.path}”不是 UTF-8 编码。请去掉 --encoding utf8，或改用 --encoding gb18030。`,
  'cli.notText': (a: Args<'path'>) =>
    `“${a.path}”不是文本文件，或编码既非 UTF-8 也非 GB18030；也不是 Word、Excel、PDF 文件，不论文件名怎样写。未检查，请核对文件。`,
  'cli.badConfig': (a: Args<'path' | 'detail'>) => `设置文件“${a.path}”：${a.detail}`,
  'cli.noFormats': (a: Args<'path'>) => `“${a.path}”里没有格式文件。请写文件或文件夹的路径，文件名以 .json 结尾。`,
  'cli.formatsChecked': (a: Args<'files' | 'errors' | 'warnings'>) =>
    `共检查 ${a.files} 个格式文件：错误 ${a.errors}，警告 ${a.warnings}`,
  'cli.formatsUsed': (a: Args<'names'>) => `采用的版本：${a.names}`,
  'cli.formatsUnused': () => '没有可以采用的版本。',
  'cli.formatWritten': (a: Args<'path' | 'file'>) =>
    `已写好“${a.path}”。请改成需要的章节和表格，再在 ${a.file} 的 "formats" 里写上它。`,
  'cli.noTestDrafts': (a: Args<'path'>) => `“${a.path}”里没有草稿。请写放草稿的文件夹。`,
  'cli.notExpectation': () =>
    '这一行看不懂。写法：级别、规则、划线的文字，如 //! warning totals/local-equation 「77」。',
  'cli.unknownRule': (a: Args<'rule' | 'name'>) =>
    `没有“${a.rule}”这条规则，写明的这一处没有核对。最接近的是“${a.name}”。请核对规则名。`,
  'cli.formatsUntested': (a: Args<'path'>) =>
    `没有试：设置或格式文件有错，“${a.path}”里的草稿一份也没有检查。请先改正上面的错，再试。`,
  'cli.unexpected': (a: Args<'detail'>) => `多出：${a.detail}`,
  'cli.notSeen': (a: Args<'detail'>) => `没有出现：${a.detail}`,
  'cli.formatsTested': (a: Args<'count' | 'broken'>) => `共试 ${a.count} 份草稿，与写明的结果不同 ${a.broken} 处`,
  'cli.badFormat': (a: Args<'path' | 'detail'>) => `“${a.path}”：${a.detail}`,
  'cli.badStatute': (a: Args<'path' | 'detail'>) => `“${a.path}”：${a.detail}`,
  'cli.documentNote': (a: Args<'path' | 'detail'>) => `“${a.path}”：${a.detail}`,
  'cli.convertedPlace': (a: Args<'where' | 'line'>) => `${a.where}（转换后第 ${a.line} 行）`,
  'cli.unknownForm': (a: Args<'path'>) =>
    `看不出“${a.path}”要写成什么。请以 .md、.docx 或 .html 结尾，或用 --to 写明。`,
  'cli.severalInputs': () => '有几个文件时请用 --to 写明转成什么，不用 -o：结果放在各文件旁边。',
  'cli.sameOutput': (a: Args<'path' | 'other' | 'text'>) =>
    `“${a.path}”和“${a.other}”的结果会写成同一个文件“${a.text}”，什么也没有做。请分两次转换，用 -o 写明各自的文件。`,
  'cli.noOutput': () => 'Word 文件不能写到标准输出。请用 -o 写明输出文件。',
  'cli.newFromOrKind': () => '依据上年报告（--from）新建的，种类与上年相同，不用写 --kind。请去掉一个。',
  'cli.newWhat': (a: Args<'names'>) =>
    `新建什么？有上年报告的写 --from 文件；没有的写 --kind 名称 --body 单位 --year 年度。可以新建的有：${a.names}。`,
  'cli.newUnknownKind': (a: Args<'names'>) =>
    `没有这种报告，没有新建。可以新建的有：${a.names}。写在格式文件里的，先把文件写进 .annual-report.json 的 "formats"。`,
  'cli.newBody': () => '请写明单位名称：--body 临溪县林业局。',
  'cli.newNoYear': (a: Args<'text'>) => `“${a.text}”不是年度，没有新建。请写成 --year 2024 这样的四位数字。`,
  'cli.newYear': (a: Args<'title' | 'year' | 'earlier' | 'later'>) =>
    `“${a.title}”没有 ${a.year} 年度的格式（${yearsWithEdition(a)}），没有新建。请换一个年度：--year。`,
  'cli.exists': (a: Args<'path'>) => `“${a.path}”已经有了，没有写。要覆盖请加 --force。`,
  'cli.resultOnDraft': (a: Args<'path'>) =>
    `“${a.path}”是文稿，或是这次要读的文件，结果不写在它上面，什么也没有做。请另起一个文件名。`,
  'cli.notWritten': (a: Args<'path' | 'detail'>) => `“${a.path}”没有写成：${a.detail}。`,
  'cli.usage.missingArgument': () =>
    '命令没有写完：没有写要检查或转换的文件。请在命令后面写出文件名或文件夹名，用 --help 看用法。',
  'cli.usage.unknownOption': (a: Args<'name'>) => `没有“${a.name}”这个选项。请用 --help 看用法。`,
  'cli.usage.unknownCommand': (a: Args<'name'>) => `没有“${a.name}”这个命令。请用 --help 看有哪些命令。`,
  'cli.usage.optionMissingArgument': (a: Args<'name'>) => `“${a.name}”后面没有写内容。请补上，用 --help 看用法。`,
  'cli.usage.invalidArgument': (a: Args<'name'>) => `“${a.name}”后面的内容不对，可以写的见下一行。`,
  'cli.usage.excessArguments': () => '多写了内容。请用 --help 看用法。',
  'cli.write.noFolder': () => '没有这个文件夹，请先建好',
  'cli.write.refused': () => '没有权限，或文件正被 WPS、Word 等打开，请关闭它或换个位置',
  'cli.write.isFolder': () => '那里是文件夹，请给出文件名',
  'cli.write.full': () => '磁盘满了，请腾出空间',
  'cli.write.longName': () => '文件名太长，请改短',
  'cli.exportedWithErrors': (a: Args<'path' | 'errors'>) =>
    `“${a.path}”还有 ${a.errors} 处错误，仍然导出。请用 check 查看。`,
  'cli.annotateOne': () => '--annotate 一次只加批注到一个 .docx 文件，而且不能写回原文件。请另起一个文件名。',
  'documents.seeAlso': (a: Args<'where' | 'text'>) => `另见：${a.where}${a.text === '' ? '' : `（${a.text}）`}`,
  'cli.documentRefused': (a: Args<'path' | 'detail'>) => `“${a.path}”：${a.detail}`,
  'cli.notShown': (a: Args<'count'>) => `另有 ${a.count} 条没有列出`,
  'cli.toFix': (a: Args<'name' | 'detail'>) => `要改（${a.name}）：${a.detail}`,
  'cli.progress': (a: Args<'count' | 'total'>) => `正在检查 ${a.count}/${a.total}`,
  'cli.interrupted': (a: Args<'count'>) => `已中断：还有 ${a.count} 份没有检查，上面是已经完成的。`,
  'cli.unusedBaseline': (a: Args<'path' | 'rule' | 'count'>) =>
    `已知结果中“${a.path}”的 ${a.rule}（${a.count} 条）已经没有了。请用 --write-baseline 更新。`,
  'cli.unusedDecision': (a: Args<'rule' | 'name' | 'detail'>) =>
    `审核决定已用不上：${a.rule}（${a.name}：${a.detail}）。数字改了，决定随之失效。`,
  'cli.badKnown': (a: Args<'path' | 'detail'>) => `“${a.path}”看不懂：${a.detail}。请核对文件。`,
  'cli.noSummary': (a: Args<'path'>) => `“${a.path}”不是摘要，或是另一版本的检查程序写的，没有核对。请重新生成摘要。`,
  'cli.noWorkbook': () => '工作簿没有写成',
  'cli.sheet.findings': () => '检查结果',
  'cli.sheet.bodies': () => '各单位',
  'cli.sheet.left': () => '没有检查和核对的',
  'cli.column.body': () => '单位',
  'cli.column.year': () => '年度',
  'cli.column.parent': () => '上级',
  'cli.column.edition': () => '格式',
  'cli.column.errors': () => '错误',
  'cli.column.warnings': () => '警告',
  'cli.column.others': () => '其他',
  'cli.column.accepted': () => '已接受',
  'cli.column.path': () => '文件',
  'cli.column.severity': () => '程度',
  'cli.column.rule': () => '问题',
  'cli.column.line': () => '行',
  'cli.column.column': () => '列',
  'cli.column.message': () => '说明',
  'cli.column.relatedPath': () => '另一处文件',
  'cli.column.relatedLine': () => '另一处行',
  'cli.column.stated': () => '所填',
  'cli.column.expected': () => '应为',
  'cli.column.fingerprint': () => '标识',
  'cli.column.decision': () => '决定',
  'cli.column.reason': () => '理由',
  'cli.column.where': () => '所在位置',
  'cli.column.ruleId': () => '规则编号',
  'cli.column.scope': () => '口径',
  'decision.accepted': () => '接受',
  'decision.to-fix': () => '要改',
  'scope.area': () => '汇总',
  'scope.body': () => '本级',
  'cli.ruleFailed': (a: Args<'path' | 'rule' | 'detail'>) =>
    `检查“${a.path}”时规则 ${a.rule} 出错，其他规则不受影响：${a.detail}`,

  // ── 引用清单 ──
  'citations.title': () => '引用的法规',
  'citations.draft': (a: Args<'title'>) => `草稿：《${a.title}》`,
  'citations.total': (a: Args<'count'>) => `共 ${a.count} 处：`,
  'citations.count': (a: Args<'state' | 'count'>) => `${a.state} ${a.count}`,
  'citations.state.inForce': () => '现行有效',
  'citations.state.superseded': () => '已修订',
  'citations.state.repealed': () => '已废止',
  'citations.state.notYet': () => '尚未施行',
  'citations.state.unknown': () => '未知',
  'citations.inForce': () => '现行有效',
  'citations.superseded': (a: Args<'date' | 'version'>) => `已修订（${a.date}起为${a.version}）`,
  'citations.ofReportYear': (a: Args<'year'>) => `；${a.year}年度报告适用这一版`,
  'citations.repealed': (a: Args<'date'>) => `已废止（${a.date}）`,
  'citations.notYet': (a: Args<'date'>) => `尚未施行（${a.date}起施行）`,
  'citations.tooNew': (a: Args<'date'>) => `；${a.date}起适用，晚于报告年度`,
  'citations.unverified': () => '未知（是否有效未核实）',
  'citations.notKnown': () => '未知（没有收录，可在工作区补充）',
  'citations.policy': () => '未知（政策文件，没有核对效力）',
  'citations.noClause': () => '；没有这一条款',
  'citations.column.line': () => '行',
  'citations.column.text': () => '原文',
  'citations.column.target': () => '法规条款',
  'citations.column.topic': () => '主题',
  'citations.column.state': () => '状态',
  'link.publication': () => '打开官方公布',

  // ── 法规全文 ──
  'statute.number': () => '文号：',
  'statute.issuedBy': () => '制定机关：',
  'statute.adopted': () => '通过：',
  'statute.promulgated': () => '公布：',
  'statute.amended': () => '修改：',
  'statute.effective': () => '施行：',
  'statute.repealed': () => '废止：',
  'statute.later': () => '后一版：',
  'statute.earlier': () => '前一版：',
  'statute.since': (a: Args<'date'>) => `，${a.date}起`,
  'statute.publication': () => '官方公布：',
  'statute.checked': () => '核对：',
  'statute.ownWords': () => '以下是对条文的概括说明，不是原文；只列收录的条文。',
  'statute.official': (a: Args<'file'>) => `各条先是概括说明，后是原文（原文取自“${a.file}”）。`,
  'statute.paragraphs': (a: Args<'count'>) => `共 ${a.count} 款`,
  'statute.items': (a: Args<'count'>) => `共 ${a.count} 项`,
  'statute.itemsOf': (a: Args<'whole' | 'count'>) => `${a.whole}共 ${a.count} 项`,
  'statute.colon': () => '：',
  'statute.inTable': (a: Args<'tables'>) => `（年报填表：${a.tables}）`,
  'statute.counterpart': (a: Args<'version'>) => `相应条文（${a.version}）：`,
  'statute.wording': () => '原文：',

  // ── 工作区自带的法规文件、条文原文 ──
  'settingsFile.unreadable': () =>
    '设置文件读不出（太大、不是普通文件，或编码既非 UTF-8 也非 GB18030），已用默认值。请核对文件，存为 UTF-8。',
  'settingsFile.encoding': () =>
    '设置文件不是 UTF-8（是 GBK 或 Big5），已按 GB18030 读取，内容可能有误，也不能往里写“忽略”。请另存为 UTF-8。',
  'settingsFile.unknownEdition': (a: Args<'name' | 'names'>) =>
    `没有代号为“${a.name}”的格式，仍按报告年度选。请改为：${a.names}；写在格式文件里的，把文件写进本文件的“formats”。`,
  'settingsFile.unknownRule': (a: Args<'rule'>) => `没有“${a.rule}”这条规则，此项设置不起作用。请核对规则名。`,
  'settingsFile.setting': (a: Args<'path' | 'value'>) =>
    a.path === ''
      ? `设置应写在一个对象 { … } 里，这里是 ${a.value}，已用默认值。请改正。`
      : `设置“${a.path}”不能识别（${a.value}），已用默认值。请核对写法。`,
  'statuteFile.more': () => '问题太多，其余的没有一一列出。请先改正已列出的。',
  'statuteFile.unreadable': () =>
    '文件读不出（太大、不是普通文件、链接已断，或编码既非 UTF-8 也非 GB18030），没有采用。请核对文件，存为 UTF-8。',
  'statuteFile.tooLarge': () => '文件太大，没有采用。请分成几个文件。',
  'statuteFile.syntax': (a: Args<'error'>) =>
    `JSON 语法有误（${SYNTAX_ERRORS[a.error] ?? a.error}），整个文件没有采用。请改正。`,
  'statuteFile.tooDeep': () => '括号层层相套，太深了，整个文件没有采用。请核对括号是否成对。',
  'statuteFile.notObject': () => '这里应为一个对象 { … }。',
  'statuteFile.notList': () => '这里应为一个列表 [ … ]。',
  'statuteFile.notText': () => '这里应为文字，写在双引号里。',
  'statuteFile.empty': () => '这里是空的。请填写，或删去这一项。',
  'statuteFile.tooLong': (a: Args<'count' | 'limit'>) => `文字太长：${a.count} 字，最多 ${a.limit} 字。`,
  'statuteFile.tooMany': (a: Args<'limit'>) => `最多 ${a.limit} 项，从这里起没有采用。`,
  'statuteFile.missing': (a: Args<'name'>) => `缺少“${a.name}”，这一项没有采用。`,
  'statuteFile.unknownName': (a: Args<'name' | 'names'>) => `没有“${a.name}”这个名称，已略过。可用的有：${a.names}。`,
  'statuteFile.nameTwice': (a: Args<'name'>) => `“${a.name}”写了两次，只采用第一个。`,
  'statuteFile.notNumber': (a: Args<'value'>) => `“${a.value}”不像文号。例如：临政发〔2023〕5号。`,
  'statuteFile.notVerifiable': (a: Args<'value' | 'names'>) =>
    `“${a.value}”不能标为没有核实，已略过。可写的有：${a.names}。`,
  'statuteFile.notDate': (a: Args<'value'>) => `“${a.value}”不是日期。请写成 2023-06-01；只知道年份的写 2023。`,
  'statuteFile.notAddress': () => '公布网址应为完整的 https:// 网址。',
  'statuteFile.notCount': (a: Args<'limit'>) => `这里应为 1 至 ${a.limit} 的整数。`,
  'statuteFile.aliasTooShort': (a: Args<'name'>) =>
    `别名“${a.name}”太短或太泛，正文里别处也会出现。请写全称，或放进 shortNames（只在草稿写明“以下简称”时有效）。`,
  'statuteFile.repealedEarlier': () => '废止日期早于施行日期。请核对。',
  'statuteFile.articleTwice': (a: Args<'article'>) => `第 ${a.article} 条写了两次，只采用第一个。`,
  'statuteFile.articleBeyond': (a: Args<'count' | 'article'>) =>
    `全文共 ${a.count} 条（articleCount），没有第 ${a.article} 条。请核对。`,
  'statuteFile.nameTaken': (a: Args<'name' | 'title'>) =>
    `“${a.name}”已经是《${a.title}》的名称，这部法规没有采用。请改名或删去这个别名。`,
  'statuteFile.numberTaken': (a: Args<'number' | 'title'>) =>
    `文号“${a.number}”已经是《${a.title}》的，这一项没有采用。请核对文号。`,
  'statuteFile.sameVersion': (a: Args<'title'>) =>
    `《${a.title}》已经收录，看不出这是另一个版本，没有采用。如是另一个版本，请写明施行日期 effective。`,
  'formatFile.notId': (a: Args<'value'>) =>
    `“${a.value}”不能作代号。代号用字母、数字、汉字和 . - _，以字母、数字或汉字开头。`,
  'formatFile.notChoice': (a: Args<'names'>) => `这里只能写：${a.names}。`,
  'formatFile.notPattern': () =>
    '题目的写法读不懂：括号要成对，不能套在一起、不能空着，至少要有一段必须有的字。请核对 * # {甲|乙} [甲|乙] 的用法。',
  'formatFile.otherKind': (a: Args<'name' | 'title'>) =>
    `所扩展的“${a.name}”是“${a.title}”的版本，不能改成另一种报告。请删去 kind 或 extends。`,
  'formatFile.titleTaken': (a: Args<'title'>) => `“${a.title}”的题目也是这样写的，分不清是哪一种报告。请写得更具体。`,
  'formatFile.notFlag': () => '这里应为 true 或 false，不加引号。',
  'formatFile.notYear': (a: Args<'earlier' | 'later'>) => `这里应为年份，${a.earlier} 至 ${a.later}，不加引号。`,
  'formatFile.idTwice': (a: Args<'name'>) => `代号“${a.name}”已经用过。请换一个，或合成一项。`,
  'formatFile.phraseShort': (a: Args<'label'>) =>
    `“${a.label}”不到四个字，差一个字的也常是别的词，不用来对照。请写长些，或删去。`,
  'formatFile.wordShort': (a: Args<'label'>) => `“${a.label}”只有一个字，读正文时不用。请写两个字以上的说法。`,
  'formatFile.wordTaken': (a: Args<'label'>) =>
    `“${a.label}”在年报里已有别的意思，读正文时仍按那个意思。请写得更具体，如加上表里的事物。`,
  'formatFile.wordTwice': (a: Args<'label'>) =>
    `“${a.label}”已经是另一行或另一列的说法，读正文时只算先写的。请换一个。`,
  'formatFile.roleTaken': (a: Args<'name' | 'title'>) =>
    `作用 ${a.name} 已经是“${a.title}”这张表的。要改那张表，代号就写 ${a.title}；另一张表不写 role。`,
  'formatFile.roleNeeded': (a: Args<'name'>) =>
    `“${a.name}”有的行、列写了 role，表自己没有写。请给表也写 role，或删去行、列的 role。`,
  'formatFile.unknownEdition': (a: Args<'name' | 'names'>) =>
    `没有“${a.name}”这个版本可扩展，这个版本没有采用。可用的有：${a.names}。`,
  'formatFile.circular': (a: Args<'name'>) =>
    `扩展“${a.name}”，而“${a.name}”又扩展到这里，绕成了圈，这个版本没有采用。请改其中一处的 extends。`,
  'formatFile.extendsBroken': (a: Args<'name'>) =>
    `所扩展的“${a.name}”没有采用，这个版本也没有采用。请先改正“${a.name}”。`,
  'formatFile.yearsReversed': () => '最后一个年度早于第一个年度，这个版本没有采用。请核对。',
  'formatFile.yearsTaken': (a: Args<'name'>) =>
    `这些年度里有的已由“${a.name}”适用，这个版本没有采用。请改其中一个的年度。`,
  'formatFile.kindNeeded': (a: Args<'names'>) =>
    `没有写“extends”的，要写“kind”：是哪一种年度报告的版本，这个版本没有采用。可用的有：${a.names}。`,
  'formatFile.needed': (a: Args<'name'>) => `新增的必须写“${a.name}”。请补上；如是改已有的，请核对代号。`,
  'formatFile.unknownKey': (a: Args<'name' | 'names'>) => `没有“${a.name}”。可用的有：${a.names}。`,
  'formatFile.unknownStatute': (a: Args<'name'>) => `没有代号为“${a.name}”的内置法规。请核对，如 ogi-2019。`,
  'formatFile.noSuchDay': () => '这个月没有这一天。请核对。',
  'formatFile.labelTwice': (a: Args<'label'>) =>
    `“${a.label}”在同样的合并单元格下已经有了，读报告时分不清是哪一个。请改名，或写明各自的合并单元格（path、group）。`,
  'formatFile.equationLost': (a: Args<'name'>) =>
    `所扩展的算式“${a.name}”里的行列，这里有的没有了。请把这张表的 equations 也写上。`,
  'formatFile.tablesAlike': (a: Args<'title'>) =>
    `这张表的行名、列名在“${a.title}”里都有，报告里的表会认作那一张。请写出能分清的行名、列名。`,
  'formatFile.acrossParts': () => '算式各项不在表的同一部分，不能核对。请分开写。',
  'formatFile.termTwice': (a: Args<'name'>) => `“${a.name}”在算式里出现两次，算式或总成立，或总不成立。请删去一个。`,
  'formatFile.noTotal': () => '合计只能是“=”的一边，而且那一边只有一项。请核对 total、operator。',
  'formatFile.alwaysHolds': () => '按各项的最小、最大的数，这个算式总是成立，核了也不会发现什么。请核对。',
  'formatFile.neverHolds': () => '按各项的最小、最大的数，这个算式不会成立。请核对 minimum、maximum 和 operator。',
  'formatFile.wordsInEquation': (a: Args<'name'>) => `“${a.name}”是文字，不能参加计算。请改 type，或从算式里删去。`,
  'formatFile.notForType': (a: Args<'name' | 'names'>) => `“${a.name}”只用于这几种格：${a.names}。请核对 type。`,
  'formatFile.choicesNeeded': (a: Args<'name'>) =>
    `“type”写 ${a.name} 的，还要写“choices”：可以选的各项，如 "choices": ["甲", "乙"]。请补上；不是选填的，请改 type。`,
  'formatFile.overColumns': (a: Args<'name'>) =>
    `“${a.name}”是行的代号，而“over”写 rows 时左右写的是列。行与行相加、各列都核的，请写 "over": "columns"。`,
  'formatFile.overRows': (a: Args<'name'>) =>
    `“${a.name}”是列的代号，而“over”写 columns 时左右写的是行。列与列相加、各行都核的，请写 "over": "rows"。`,
  'formatFile.boundsReversed': () => '最小的数大于最大的数。请核对 minimum、maximum。',
  'formatFile.notAnswer': (a: Args<'value' | 'names'>) => `“${a.value}”不在选项里，条件不会符合。选项有：${a.names}。`,
  'formatFile.keyValueAlone': () =>
    '键值表应独占一张表，不写 columns、caption、corner、unitColumn、rowsAcross。请分成两张表，或删去这些。',
  'formatFile.keyValueDepth': () => '键值表行名左边的合并单元格至多两层。请改 path。',
  'formatFile.keyValueOver': () => '键值表只有一列值，算式里写的是行。请写 "over": "columns"。',
  'formatFile.keyValueOnly': (a: Args<'name'>) => `“${a.name}”只用于键值表（keyValue）。请删去。`,
  'formatFile.notNumber': () => '这里应为数，不加引号。',
  'formatFile.badPattern#group': (a: Args<'ordinal' | 'sign'>) =>
    `第 ${a.ordinal} 个字“${a.sign}”不能用：没有分组，也不用写开头结尾（整格总是要全部符合）。要写这个字本身，前面加 \\。`,
  'formatFile.badPattern#count': (a: Args<'ordinal' | 'sign'>) =>
    `第 ${a.ordinal} 个字“${a.sign}”处的次数看不懂。写在字的后面，如 [0-9]{8}、[0-9]{6,8}、[0-9]+，不超过 100。`,
  'formatFile.badPattern#class': (a: Args<'ordinal' | 'sign'>) =>
    `第 ${a.ordinal} 个字“${a.sign}”处的方括号看不懂。写作 [0-9]、[A-Z0-9]，小的在前。`,
  'formatFile.badPattern#escape': (a: Args<'ordinal' | 'sign'>) =>
    `第 ${a.ordinal} 个字“${a.sign}”后面不能是字母或数字；能写的只有 \\d（数字）。`,
  'formatFile.badPattern#nothing': (a: Args<'ordinal' | 'sign'>) =>
    `| 隔开的写法里有空的（第 ${a.ordinal} 个字“${a.sign}”起）。请补上，或删去一个 |。`,
  'formatFile.badPattern#tooLong': (a: Args<'ordinal' | 'sign'>) =>
    `到第 ${a.ordinal} 个字“${a.sign}”，写法太长。请减少次数。`,
  'statuteText.noArticle': () => '没有找到条文，没有采用。每条应另起一段，以“第N条”加空格开头。',
  'statuteText.articleTwice': (a: Args<'article'>) => `第 ${a.article} 条出现两次，只采用第一个。`,
  'statuteText.unknownTitle': (a: Args<'title'>) =>
    `看不出是哪部法规（“${a.title}”），没有采用。请把法规全称写在第一行或用作文件名；没有收录的法规，先在法规文件里加上。`,
  'statuteText.unknownVersion': (a: Args<'title'>) =>
    `《${a.title}》有几个版本，看不出是哪一个，没有采用。请在标题后写明，如（2019年修订）。`,
  'statuteText.fileTwice': (a: Args<'file'>) => `同一版本的原文已从“${a.file}”读取，这个文件没有采用。`,

  // ── 扩展客户端 ──
  'diagnostic.source': () => '年报',
  'client.name': () => '政府信息公开年报',
  'client.restart': () => '重新启动',
  'client.openLog': () => '查看日志',
  'client.serverSilent': (a: Args<'seconds'>) =>
    `年报语言服务已有 ${a.seconds} 秒没有回应，检查结果可能不是最新的。草稿不受影响；可以继续等，也可以重新启动。`,
  'client.serverFailed': () => '年报语言服务没有启动起来，草稿没有检查。请重新启动；仍然失败时请查看日志。',
  'client.serverGaveUp': (a: Args<'times'>) =>
    `年报语言服务在三分钟内异常退出 ${a.times} 次，已停止检查。请重新启动；仍然失败时请查看日志。`,
  'client.noEditor': () => '请先打开一份草稿。',
  'client.noEditor.import': () => '导入文档…',
  'client.opened.question': (a: Args<'name'>) =>
    `“${a.name}”在这里看不到内容。读成草稿来检查、修改，还是依据它新建下一年的报告？`,
  'client.opened.read': () => '读成草稿',
  'client.whichDraft': () => '哪一份草稿',
  'client.noServer': () => '语言服务没有回答，没有做成。请稍候再试；还是不行，请用命令“重新启动语言服务”。',
  'client.looksLikeReport': (a: Args<'name'>) =>
    `“${a.name}”看起来是政府信息公开工作年度报告。要按年度报告处理吗（大纲、检查、标准表格）？`,
  'client.treatAsReport': () => '按年度报告处理',
  'client.treatAlways': () => '以后都按年度报告处理',
  'client.leaveAlone': () => '不处理',
  'client.newReport.title': () => '新建年度报告',
  'client.newReport.ofKind': (a: Args<'name'>) => `新建${a.name}`,
  'client.newReport.kind': () => '哪一种年度报告？',
  'client.newReport.body': () => '单位全称，写进标题和引言；下次新建时记得',
  'client.newReport.bodyExample': () => '例如：临溪县林业局',
  'client.newReport.noBody': () => '请写单位名称。',
  'client.newReport.longBody': (a: Args<'count'>) => `单位名称不超过 ${a.count} 个字。`,
  'client.newReport.year': () => '哪一年的报告？按年度选用格式',
  'client.newReport.ofYear': (a: Args<'year'>) => `${a.year} 年度`,
  'client.newDraft.saveTo': () => '没有打开文件夹，请选好新草稿保存的位置',
  'client.newDraft.choose': () => '存在这里',
  'client.newReport.due': () => '现在编写的一年',
  'client.drafts.noYear': () => '年度不明',
  'client.workspace.counts': (a: Args<'count' | 'errors' | 'warnings'>) =>
    `${a.count} 份年报，${a.errors} 处错误、${a.warnings} 处警告`,
  'client.workspace.unchecked': (a: Args<'count'>) => `${a.count} 份未检查`,
  'client.workspace.reading': (a: Args<'count'>) => `正在读取，还有 ${a.count} 个文件`,
  'client.workspace.stopped': () => '已停止读取，其余没有核对',
  'client.workspace.unread': (a: Args<'count'>) => `${a.count} 个文件读不出`,
  'client.workspace.cut': () => '文件太多，没有全部读取',
  'client.workspace.checkAll': () => '检查全部年报',
  'client.workspace.none': () => '文件夹里没有找到 Markdown、文本、网页格式的年报。Word、PDF 文件请先导入为草稿。',
  'client.drafts.year': (a: Args<'year'>) => `${a.year} 年度`,
  'client.drafts.notOpened': () => '打开后检查',
  'client.noSkeleton': () =>
    '没有新建：语言服务没有给出报告的框架，或者这种报告没有这一年度的格式。请换一个年度，或查看日志、重新启动语言服务。',
  'client.edition.title': () => '格式版本',
  'client.edition.which': () => '按哪一版格式检查',
  'client.edition.where': () => '用于哪里',
  'client.edition.inForce': () => '当前设置',
  'client.edition.auto': () => '自动（按报告年度）',
  'client.edition.2021': () => '2021年格式（2021年度起）',
  'client.edition.2019': () => '2019年格式（2019、2020年度）',
  'client.edition.2007': () => '2007年《条例》（2018年度及以前）',
  'client.edition.for.draft': () => '仅本草稿',
  'client.edition.for.draft.detail': () => '在草稿开头写入一行注释；选“自动”则删去该注释。',
  'client.edition.for.folder': () => '本文件夹',
  'client.edition.for.folder.detail': () => '写入文件夹设置 annualReport.format.edition。',
  'client.edition.for.workspace': () => '本工作区',
  'client.edition.for.workspace.detail': () => '写入工作区设置 annualReport.format.edition。',
  'client.edition.for.user': () => '所有草稿',
  'client.edition.for.user.detail': () => '写入用户设置 annualReport.format.edition。',
  'client.rule.title': () => '规则说明',
  'client.rule.which': () => '选择规则；本草稿涉及的排在前面',
  'client.rule.found': () => '本草稿有此问题',
  'client.equations.title': (a: Args<'table'>) => `勾稽关系：${a.table}`,
  'client.equations.which': () => '选择一个算式，跳到它的单元格',
  'client.equations.noTable': () => '光标不在核对的表格里。请把光标放进第二、三、四部分的标准表格。',
  'client.equations.broken': (a: Args<'count'>) => `不平（${a.count}）`,
  'client.equations.unknown': (a: Args<'count'>) => `未定（${a.count}）`,
  'client.equations.holds': (a: Args<'count'>) => `平（${a.count}）`,
  'client.citations.title': (a: Args<'count'>) => `引用的法规（${a.count} 处）`,
  'client.citations.which': () => '选择一处引用，跳到原文',
  'client.citations.document': () => '打开清单（Markdown，可保存）',
  'client.citations.none': () => '草稿里没有找到引用的法规。',
  'client.statute.none': () => '找不到这部法规的条文。语言服务没有运行的，请用命令“重新启动语言服务”，再打开一次。',
  'client.sentence.title': () => '由表格写的句子',
  'client.sentence.which': () => '选一句，写在光标处',
  'client.sentence.none': () => '表格还没有填好，或者不平，写不出句子。请先填好第二、三、四部分的表格。',
  'client.sentence.inTable': () => '光标在表格里，没有写。请把光标移到正文里，再试一次。',
  'client.tidy.none': () => '光标不在可以整理的表格里。请把光标放进照文字粘贴的标准表格，再试一次。',
  'client.paste.title': (a: Args<'table'>) => `粘贴为标准表格《${a.table}》`,
  'client.paste.cells': (a: Args<'table'>) => `粘贴到《${a.table}》表的各格`,
  'client.paste.titleWithRest': (a: Args<'table' | 'count'>) =>
    `粘贴为标准表格《${a.table}》（${a.count} 处放不进表格，列在表后）`,
  'client.paste.noTable': () =>
    '剪贴板里没有第二、三、四部分的标准表格，或光标在另一张表格、已填写的表格里。请先在 Word、WPS、Excel 或网页中复制整张表格，再把光标放到表格之外，或放进同一张空白的标准表格。',
  'silence.refused': (a: Args<'line' | 'problem'>) =>
    `没有写入“忽略”：设置文件第 ${a.line} 行有误。${a.problem}改好后再忽略一次。`,
  'client.silence.noFile': (a: Args<'name'>) => `${a.name} 打不开，也不能新建，没有写入“忽略”。请核对文件夹是否可写。`,
  'client.silence.done': (a: Args<'name'>) => `已写入 ${a.name}，此项不再提示。`,
  'client.silence.open': () => '打开',
  'client.silence.title': (a: Args<'rule'>) => `忽略此项：${a.rule}`,
  'client.silence.prompt': (a: Args<'name'>) => `写明忽略的理由，写进 ${a.name}，供审核的人查看`,
  'client.silence.unsaved': (a: Args<'name'>) =>
    `已写进 ${a.name}，但其中还有没有保存的修改，保存后忽略才起作用。请核对后保存。`,
  'client.fix.none': () => '草稿里没有找到可以这样改的地方。改表格的，请先把光标放进那张表格，再做一次。',
  'client.fix.noneSafe': () => '没有可以自动改正的问题。其余的请在“问题”面板里逐项核对。',
  'client.fix.line': (a: Args<'line'>) => `第 ${a.line} 行`,
  'client.fix.title': () => '改正问题',
  'client.fix.which': () => '选择要改的一处',
  'client.notWritten': (a: Args<'name'>) => `“${a.name}”没有改动：它刚刚有别的改动，或已关闭。请核对后再做一次。`,
  'client.readOnly': (a: Args<'name'>) => `“${a.name}”是只读的，没有改动。请取消只读，或另存一份再改。`,
  'client.documents.pick': () => '选择要导入的文档',
  'client.documents.pickWord': () => '选择要加批注的 Word 文件',
  'client.documents.pickLastYear': () => '选择上年的报告',
  'client.documents.saveTo': () => '写到哪里',
  'client.documents.kinds': () => 'Word、Excel、网页',
  'client.documents.reports': () => '年度报告',
  'client.documents.working': (a: Args<'name'>) => `正在处理“${a.name}”…`,
  'client.documents.notRead': (a: Args<'name' | 'detail'>) => `“${a.name}”没有读出：${a.detail}`,
  'client.documents.unreadable': () => '文件打不开，可能已移走，或没有权限。',
  'client.documents.lockFile': () =>
    '这是 Word、WPS 打开文件时留下的标记，里面没有文字。请选名字开头没有“~$”的那一份。',
  'client.documents.wrongEncoding': () => '编码既非 UTF-8 也非 GB18030。请另存为 UTF-8。',
  'client.documents.notReport': () => '看不出是政府信息公开年度报告，没有写出文件。请核对是不是这份文件。',
  'client.documents.noServer': () => '语言服务没有回答，没有写出文件。请重新启动语言服务后再试。',
  'client.documents.notWritten': (a: Args<'name' | 'detail'>) => `“${a.name}”没有写成：${a.detail}`,
  'client.documents.sameFile': () => '不能写回原文件，没有写出。请另起一个文件名。',
  'client.documents.open': () => '打开',
  'client.import.done': (a: Args<'name' | 'detail'>) => `“${a.name}”已读成草稿，请保存。${a.detail}`,
  'client.import.show': () => '查看说明',
  'client.import.clipboard': () => '剪贴板',
  'client.import.untitled': () => '导入的年报',
  'client.clipboard.title': () => '从剪贴板导入',
  'client.clipboard.how': () => '在 Word、WPS、Excel 或网页里复制整份报告，再在这里粘贴（Ctrl+V）。',
  'client.clipboard.empty': () => '剪贴板上没有文字。请先复制报告，再按 Ctrl+V。',
  'client.clipboard.tooMuch': () => '剪贴板上的内容太多，没有导入。请分几次复制，或导入文件。',
  'client.export.errors': (a: Args<'name' | 'errors'>) => `“${a.name}”还有 ${a.errors} 处错误，仍然导出？`,
  'client.export.anyway': () => '仍然导出',
  'client.export.done': (a: Args<'name' | 'detail'>) => `已写出“${a.name}”。${a.detail}`,
  'client.export.copied': (a: Args<'detail'>) =>
    `网页代码已复制。请在网站后台的编辑器里切换到“源代码”，粘贴进去。${a.detail}`,
  'client.export.html': (a: Args<'name'>) => `${a.name}-网页`,
  'client.export.print': (a: Args<'name'>) => `${a.name}-打印`,
  'client.annotate.name': (a: Args<'name'>) => `${a.name}-审核意见`,
  'client.annotate.done': (a: Args<'name' | 'count'>) => `已写出“${a.name}”，批注 ${a.count} 条；原文件没有改动。`,
  'client.annotate.nothing': (a: Args<'name'>) => `“${a.name}”没有发现问题，没有写出文件。`,
  'client.lastYear.title': () => '依据上年报告新建',
  'client.lastYear.notes': (a: Args<'name' | 'detail'>) => `上年的“${a.name}”没有全部读进来：${a.detail}`,
  'client.lastYear.compare': (a: Args<'from' | 'name'>) => `${a.from} ↔ ${a.name}`,
  'client.preview.title': (a: Args<'name'>) => `版面预览：${a.name}`,
  'client.preview.paper': () => '版面预览',
  'client.preview.actions': () => '导出',
  'client.preview.docx': () => '导出 Word',
  'client.preview.html': () => '导出网页代码',
  'client.preview.copy': () => '复制网页代码',
  'client.preview.print': () => '打印',
  'client.preview.toText': () => '看文字',
  'client.preview.keys': () => 'Tab：下一处问题；回车：到文字中的这一处。单击：文字跟着到这里；双击：到文字里改。',
  'client.preview.empty': () => '草稿还没有要印出来的内容。',
  'client.preview.tooLong': () => '草稿太长，不显示版面预览。',
  'client.preview.notChecked': () => '草稿没有按年度报告打开，不能预览。请先用命令“将此文件作为年度报告”。',
  'client.preview.noServer': () => '语言服务没有回答，下面是最后看到的样子。请重新启动语言服务。',
  'client.preview.closed': () => '草稿已经关闭或删除，打不开了。下面是最后看到的样子。',
  'client.form.title': (a: Args<'name'>) => `填表：${a.name}`,
  'client.form.totals': () => '填写空着的合计',
  'client.form.toText': () => '看文字',
  'client.form.insert': () => '插入这张表',
  'client.form.replace': () => '换成标准表格',
  'client.form.cell': () => '这一格',
  'client.form.noCell': () => '选一格，这里显示它的算式和正文里的说法。',
  'client.form.computed': () => '按各项算得',
  'client.form.write': () => '填入',
  'client.form.mend': () => '改为',
  'client.form.lastYear': () => '上年',
  'client.form.locked': () => '草稿里没有这一格的位置',
  'client.form.readOnly': () => '草稿是只读的，只能看，没有写入。',
  'client.form.prose': () => '正文里的数字',
  'client.form.noProse': () => '正文里没有写到这些表格的数字。',
  'client.form.keys': () => '按键',
  'client.form.keysList': () =>
    [
      '方向键、Tab、Shift+Tab、回车、Shift+回车：换一格；Home、End：行首、行尾；Ctrl+Home、Ctrl+End：表的第一格、最后一格',
      '直接输入：替换；F2：在原数上改；Esc：不改；Delete：清空',
      'Shift+方向键：选一块；Ctrl+A：整张表；Ctrl+C、Ctrl+X、Ctrl+V：复制、剪切、粘贴（Excel、WPS、Word 的都可以）',
      '=：填入算得的数，或改为能平的数；Alt+=：填写所有空着的合计',
      'Ctrl+Z、Ctrl+Y：撤销、重做；Ctrl+S：保存；不在输入时按 Esc：到上面的按钮',
    ].join('\n'),
  'client.form.close': () => '知道了',
  'client.form.noTables': () => '看不出草稿是哪一年度的，也没有规定的表格。请先在标题里写明年度。',
  'client.form.tooMuch': () => '剪贴板上的内容太多，没有粘贴。请只复制表格里的数字。',
  'client.form.changed': (a: Args<'cell' | 'text'>) =>
    `“${a.cell}”刚刚在草稿里改成了“${a.text}”，没有写入。请看过再填。`,
  'client.form.moving': () => '草稿正在不断改动，没有写入。请稍后再填。',
  'client.form.notWritten': () => '编辑器没有接受这次改动，草稿没有变。草稿可能是只读的。',
  'client.form.notChecked': () => '草稿没有按年度报告打开，不能填表。请先用命令“将此文件作为年度报告”。',
  'client.form.noServer': () => '语言服务没有回答，没有写入。请重新启动语言服务后再填。',
  'client.form.closed': () => '草稿已经关闭或删除，打不开了。下面是最后看到的样子。',
  'client.form.more': (a: Args<'count'>) => `另有 ${a.count} 格也没有写入。`,
  'client.encoding.wrong': () => '草稿中有无法识别的字符（�），可能是打开时用错了编码。',
  'client.encoding.reopen': () => '换正确的编码重新打开',
  'client.encoding.notSaved': () => '草稿尚未保存为文件，不能换编码重新打开。',
  'client.encoding.unsavedChanges': () =>
    '草稿有未保存的修改。请先撤销修改再换编码重新打开；不要保存，否则认不出的字会真正丢失。',
  'client.encoding.lost': () => '文件本身是 UTF-8，其中的“�”是以前保存时已丢失的字符，换编码无法恢复，请对照原稿补上。',
  'client.status.progressName': () => '年报进度',
  'client.status.workspaceName': () => '工作区年报检查',
  'client.status.written': (a: Args<'count' | 'total' | 'items'>) =>
    `已写 ${a.count}/${a.total} 部分 · 表格 ${a.items}`,
  'client.status.ready': () => '可以报送',
  'client.status.open': (a: Args<'count'>) => `还有 ${a.count} 个问题`,
  'client.status.partlyChecked': () => '有未核对的内容',
  'client.status.notRecognised': () => '未检查：看不出是年度报告',
  'client.status.showChecked': () => '查看检查了什么',
  'client.checkList.title': () => '检查了什么',
  'client.checkList.open': (a: Args<'count'>) => `还有 ${a.count} 个问题待处理（另有的建议不影响报送）`,
  'client.checkList.nothingOpen': () => '没有待处理的问题',
  'client.checkList.checked': () => '已检查',
  'client.checkList.notChecked': () => '没有检查',
  'client.checkList.beyond': () => '程序不能检查，或不需检查',
  'client.checkList.none': () => '还没有检查结果。请稍候，或重新启动语言服务。',
  'client.status.formatName': () => '年报格式与年度',
  'client.status.findingsName': () => '年报检查',
  'client.status.changeEdition': () => '更改',
  'client.status.showProblems': () => '查看问题',
  'client.status.noEdition': () => '格式未定',
  'client.status.noYear': () => '未找到报告年度',
  'client.status.year': (a: Args<'year'>) => `${a.year}年度报告`,
  'client.status.due': (a: Args<'year' | 'date'>) => `${a.year}年度报告，公布期限 ${a.date}`,
  'client.status.starting': () => '正在启动检查',
  'client.status.noResult': () => '未检查',
  'client.status.clean': () => '没有发现问题',
  'client.status.yearUnchecked': () => '未检查：看不出年度',
  'client.status.counts': (a: Args<'errors' | 'warnings' | 'others'>) =>
    `错误 ${a.errors}，警告 ${a.warnings}，其他 ${a.others}`,
  'client.status.earlierVersion': () => '修改前的结果',
  'client.status.failedRules': (a: Args<'rules'>) => `这几项没有检查成，其余不受影响：${a.rules}`,
  'client.status.serverDown': () => '语言服务未运行，草稿没有检查',

  // 审核
  'client.review.accept': (a: Args<'title'>) => `接受：${a.title}`,
  'client.review.toFix': (a: Args<'title'>) => `要改：${a.title}`,
  'client.review.whyAccept': () => '写明接受的理由，如已核实、机构改革',
  'client.review.whyToFix': () => '写明要怎样改，写进退回修改意见',
  'client.review.noWhy': () => '请写明理由',
  'client.review.who': () => '审核人',
  'client.review.whoPrompt': () => '您的姓名，写进决定和批注里，以后不再问',
  'client.review.noWho': () => '请写姓名',
  'client.review.noFile': () => '这份报告还没有存进文件夹，没有地方记决定。请先存进工作区的文件夹。',
  'client.review.notOpened': (a: Args<'name'>) => `${a.name} 打不开，也不能新建。请核对文件夹是否可写。`,
  'client.review.unsaved': (a: Args<'name'>) => `${a.name} 里有您没有保存的改动，决定已写进去，保存后生效。`,
  'client.review.accepted': () => '已接受',
  'client.review.markedToFix': () => '要改',
  'client.review.units': (a: Args<'count'>) => `${a.count} 个单位`,
  'client.review.unidentified': () => '看不出单位或年度',
  'client.review.otherKinds': () => '其他年度报告（只单份检查，不作比较）',
  'client.review.otherPlaces': () => '其他',
  'client.review.documents': () => '还没有读成草稿的文件（没有检查）',
  'client.review.documentCount': (a: Args<'count'>) => `${a.count} 个，点开导入`,
  'client.review.noReport': (a: Args<'year'>) => `没有 ${a.year} 年度报告`,
  'client.review.unchecked': () => '未检查',
  'client.review.errors': (a: Args<'count'>) => `${a.count} 错误`,
  'client.review.warnings': (a: Args<'count'>) => `${a.count} 警告`,
  'client.review.others': (a: Args<'count'>) => `${a.count} 提示`,
  'client.review.acceptedCount': (a: Args<'count'>) => `接受 ${a.count}`,
  'client.review.toFixCount': (a: Args<'count'>) => `要改 ${a.count}`,
  'client.review.nothing': () => '没有发现问题',
  'client.review.unused': () => '不再适用的决定',
  'client.review.unusedHelp': () => '数字改了或问题没有了；选中的从文件里删去',
  'client.review.noUnused': () => '没有不再适用的决定。',
  'client.letters.collecting': () => '正在汇集修改意见',
  'client.letters.none': () => '还没有读到年度报告。请先检查全部年报。',
  'client.letters.nothing': (a: Args<'count'>) => `${a.count} 份报告都没有要改的，没有写出文件。`,
  'client.letters.folder': (a: Args<'count'>) => `修改意见 ${a.count} 份，存到哪个文件夹`,
  'client.letters.done': (a: Args<'count' | 'name' | 'read'>) =>
    `已在“${a.name}”写出修改意见 ${a.count} 份（Word 和文本），带批注的 Word 文件 ${a.read} 份。`,
  'client.comments.title': () => '审核批注',
  'client.comments.prompt': () => '批注写进审核意见文件，不改报告',
  'client.comments.placeHolder': () => '写批注',
  'client.comments.empty': () => '请写批注',
  'client.comments.lost': (a: Args<'text'>) => `审核批注（原文已改：“${a.text}”）`,
  'client.reviewPage.title': () => '审核',
  'client.reviewPage.copied': () => '已复制，可以粘贴到 Excel、WPS 表格。',
  'client.reviewPage.exportFigures': (a: Args<'year'>) => `${a.year}年各单位数据`,
  'client.reviewPage.exportFindings': (a: Args<'year'>) => `${a.year}年各单位检查结果`,
  'client.reviewPage.exported': (a: Args<'name'>) => `已写出“${a.name}”。`,
  'client.reviewPage.rollUpName': () => '汇总以哪个单位的名义报送',
  'client.reviewPage.noName': () => '请写单位名称',
  'client.reviewPage.folder': () => '文件夹',
  'client.reviewPage.year': () => '年度',
  'client.reviewPage.tabs': () => '审核内容',
  'client.reviewPage.table': () => '单位数据',
  'client.reviewPage.years': () => '历年',
  'client.reviewPage.rollUp': () => '汇总',
  'client.reviewPage.above': () => '上级',
  'client.reviewPage.all': () => '全部',
  'client.reviewPage.figures': () => '表',
  'client.reviewPage.totals': () => '主要数据（各行总计）',
  'client.reviewPage.found': () => '检查结果',
  'client.reviewPage.errors': () => '有错误',
  'client.reviewPage.grave': () => '有错误或警告',
  'client.reviewPage.toFix': () => '有要改的',
  'client.reviewPage.unchecked': () => '未检查',
  'client.reviewPage.clean': () => '没有错误和警告',
  'client.reviewPage.name': () => '单位名称',
  'client.reviewPage.lastYear': () => '显示比上年增减',
  'client.reviewPage.lastYearIs': () => '上年：',
  'client.reviewPage.unit': () => '单位',
  'client.reviewPage.sum': () => '合计',
  'client.reviewPage.own': () => '填报：',
  'client.reviewPage.difference': () => '相差',
  'client.reviewPage.unknown': () => '有单位未知',
  'client.reviewPage.unknownOf': () => '数字不明、没有计入的单位：',
  'client.reviewPage.without': () => '没有这一年的报告、没有计入：',
  'client.reviewPage.notAdded': () => '下级已经计入、没有重复计入：',
  'client.reviewPage.severalReports': () => '有几份不同的报告、只计入其中一份，请只留一份：',
  'client.reviewPage.noUnits': () => '没有符合条件的单位。',
  'client.reviewPage.nothing': () => '文件夹里还没有读到年度报告。',
  'client.reviewPage.xlsx': () => '导出 Excel',
  'client.reviewPage.csv': () => '导出文本表格',
  'client.reviewPage.findings': () => '导出检查结果',
  'client.reviewPage.sarif': () => '导出检查结果（供其他程序读）',
  'client.reviewPage.letters': () => '写出修改意见',
  'client.reviewPage.keys': () =>
    '方向键移动，Enter 转到报告里的这一格；在单位名称上按 Enter 看历年。带 * 的合计有单位数字不明。',
  'client.reviewPage.actions': () => '导出',
  'client.reviewPage.error': () => '错误',
  'client.reviewPage.warning': () => '警告',
  'client.reviewPage.information': () => '提示',
  'client.reviewPage.chart': () => '历年收到、办结、结转的申请和复议、诉讼',
  'client.reviewPage.noValue': () => '无',
  'client.reviewPage.noYears': () => '这个单位没有可以比较的报告。',
  'client.reviewPage.copy': () => '复制',
  'client.reviewPage.save': () => '存为草稿',
  'client.reviewPage.units': () => '计入的单位：',
  'client.reviewPage.madeOf': () => '合计 ',
  'client.reviewPage.pick': () => '选一格，看由哪些单位组成。',
  'client.reviewPage.noRollUp': () => '没有可以汇总的报告：选一个有报告的年度和上级。',
  'review.series.received': () => '收到',
  'review.series.replied': () => '办结',
  'review.series.carriedOut': () => '结转',
  'review.series.review': () => '复议',
  'review.series.litigation': () => '诉讼',
  'review.said': (a: Args<'name' | 'detail'>) => `审核意见（${a.name}）：${a.detail}`,
  'review.said.nobody': (a: Args<'detail'>) => `审核意见：${a.detail}`,
  'review.unit': () => '单位',
  'review.sum': () => '合计',
  'review.difference': () => '相差（上级填报减合计）',
  'review.sheet.figures': () => '各单位数据',
  'review.refused': (a: Args<'detail'>) => `审核意见文件写法有误，没有改动：${a.detail}。请先改正这个文件。`,
  'review.rollUp.without': (a: Args<'items'>) => `以下单位没有报告，没有计入：${a.items}。`,
  'review.rollUp.notAdded': (a: Args<'items'>) => `下级已经计入，没有重复计入：${a.items}。`,
  'review.rollUp.severalReports': (a: Args<'items'>) =>
    `以下单位有几份不同的报告，只计入其中一份，请只留一份：${a.items}。`,
  'review.rollUp.leftOut': (a: Args<'items'>) => `以下单位用的是其他格式，没有计入：${a.items}。`,
  'review.rollUp.cases': () => '表四是各单位之和：同一案件涉及几个单位的会重复计入，请核对。',
  'review.letter.title': (a: Args<'body' | 'year'>) => `关于${a.body}${a.year}年政府信息公开工作年度报告的修改意见`,
  'review.letter.nobody': () => '本单位',
  'review.letter.noYear': () => '本',
  'review.letter.greeting': (a: Args<'body'>) => `${a.body}：`,
  'review.letter.opening': (a: Args<'year' | 'count'>) =>
    `你单位报送的${a.year}年政府信息公开工作年度报告已审核，以下 ${a.count} 处请核对、修改后重新报送。`,
  'review.letter.item': (a: Args<'ordinal' | 'where' | 'what'>) => `${a.ordinal}. ${a.where}：${a.what}`,

  // 没有行号的文件里的位置
  'where.section': (a: Args<'numeral'>) => `第${a.numeral}部分`,
  'where.heading': () => '标题',
  'where.title': () => '题目',
  'where.introduction': () => '引言',
  'where.paragraph': (a: Args<'ordinal'>) => `第 ${a.ordinal} 段`,
  'where.table': (a: Args<'numeral'>) => `表${a.numeral}`,
  'where.otherTable': (a: Args<'ordinal'>) => `第 ${a.ordinal} 张表`,
  'where.row': (a: Args<'ordinal'>) => `第 ${a.ordinal} 行`,

  // 导入、导出文档
  'documents.note.macros': () => '文件里有宏，未运行也未读取',
  'documents.note.trackedChanges': (a: Args<'count' | 'number'>) =>
    `修订：插入${String(a.count)}处已采用，删除${a.number}处已略去`,
  'documents.note.pictures': (a: Args<'count' | 'names'>) =>
    `图片${String(a.count)}张未导入${a.names === '' ? '' : `（${a.names}）`}`,
  'documents.note.objects': (a: Args<'count'>) => `图表、嵌入对象${String(a.count)}个未导入`,
  'documents.note.equations': (a: Args<'count'>) => `公式${String(a.count)}个未导入`,
  'documents.note.hidden': (a: Args<'count'>) => `隐藏文字${String(a.count)}处未导入`,
  'documents.note.prompts': (a: Args<'count'>) => `还没有填写的控件${String(a.count)}个，其中的提示文字未导入`,
  'documents.note.struck': (a: Args<'count'>) => `画了删除线的文字${String(a.count)}处未导入`,
  'documents.note.symbols': (a: Args<'count'>) => `符号字体的字符${String(a.count)}个未导入`,
  'documents.note.embedded': (a: Args<'count'>) => `嵌入的其他文件${String(a.count)}个未导入`,
  'documents.note.textBoxes': (a: Args<'count'>) => `文本框${String(a.count)}个，文字放在所在段落之后`,
  'documents.note.comments': (a: Args<'count'>) => `批注${String(a.count)}条，写成注释`,
  'documents.note.footnotes': (a: Args<'count'>) => `脚注、尾注${String(a.count)}条，放在文末`,
  'documents.note.dateFields': (a: Args<'count'>) => `随日期变动的域${String(a.count)}处，按文件里保存的日期`,
  'documents.note.pageLines': (a: Args<'count' | 'text'>) =>
    `网页上报告以外的内容${String(a.count)}行未导入${a.text === '' ? '' : `（“${a.text}”等）`}`,
  'documents.note.binaryNumbers': (a: Args<'count'>) =>
    `自动编号的段落${String(a.count)}段，编号没有读出，请对照原文补上（另存为 .docx 再导入则能读出）`,
  'documents.note.binaryParts': () => '脚注、批注、文本框没有读出，请对照原文（另存为 .docx 再导入则能读出）',
  'documents.note.sheets': (a: Args<'count' | 'names'>) => `工作表${String(a.count)}张未导入（${a.names}）`,
  'documents.note.uncomputed': (a: Args<'count'>) =>
    `公式${String(a.count)}处没有存下算出的数，照公式写出，请用 WPS、Excel 或 Word 打开，更新、保存后再导入`,
  'documents.note.cellErrors': (a: Args<'count'>) => `单元格里的错误值（如 #REF!）${String(a.count)}处，照样写出`,
  'documents.note.pdfBroken': () => 'PDF 文件有损坏的地方，文字可能没有读全，请对照原文',
  'documents.note.pdfRecognised': () => '文字是扫描件的识别结果，可能有错字、错数，请逐一对照原文',
  'documents.note.pdfEmptyPages': (a: Args<'names'>) => `第${a.names}页没有文字（可能是图片），未导入`,
  'documents.note.pdfUnreadable': (a: Args<'count' | 'sign'>) =>
    `字体没有说明是什么字的${String(a.count)}处写成“${String(a.sign)}”，请对照原文改正`,
  'documents.note.pdfSlanted': (a: Args<'count'>) => `斜放的文字（水印、印章）${String(a.count)}个字未导入`,
  'documents.note.pdfComments': (a: Args<'count'>) => `PDF 里的批注${String(a.count)}条未导入`,
  'documents.note.pdfMargins': (a: Args<'count' | 'text'>) => `页眉、页脚${String(a.count)}行略去（“${a.text}”）`,
  'documents.note.notPlaced': (a: Args<'items'>) => `表格里没有位置的内容未写出：${a.items}`,
  'documents.note.commentsLeft': (a: Args<'count'>) => `草稿里的注释${String(a.count)}条，不写进导出的文件`,
  'documents.note.footnotesLeft': (a: Args<'count'>) => `脚注${String(a.count)}条未写出`,
  'documents.note.picturesLeft': (a: Args<'count'>) => `图片${String(a.count)}张未写出`,
  'documents.note.linksLeft': (a: Args<'count'>) => `链接${String(a.count)}处只写出文字，没有写出网址`,
  'documents.note.unwritten': (a: Args<'count' | 'total' | 'items'>) =>
    `还没有写完：已写 ${a.count}/${a.total} 部分，表格 ${a.items}`,
  'documents.refused.empty': () => '文件是空的。',
  'documents.refused.noText': () => '文件里没有文字，也没有表格。若是扫描件或图片，请先识别成文字。',
  'documents.refused.notText': () => '网页的编码既非 UTF-8 也非 GB18030。请在浏览器里重新保存。',
  'documents.refused.isText': () => '这是文本文件，不用导入，可以直接打开或检查。',
  'documents.refused.otherFormat': (a: Args<'detail'>) =>
    `这是 ${a.detail} 文件，读不了。请用 WPS 或 Word 打开，另存为 .docx。`,
  'documents.refused.oldWord': () => '这是 Word 6.0/95 的文件，读不了。请用 WPS 或 Word 打开，另存为 .docx。',
  'documents.refused.notReport': () => '里面看不出年度报告的题目、部分和表格。请核对是不是上年的报告。',
  'documents.refused.noYear': () => '看不出上年报告的年度。请用 --year 写明新报告的年度。',
  'documents.refused.noBody': () => '看不出上年报告的单位。请用 --body 写明单位名称。',
  'documents.refused.notDocx': () => '只有 .docx 文件能加批注。请用 WPS 或 Word 打开，另存为 .docx。',
  'documents.refused.unknown': () => '不是 Word、Excel、PDF 或网页文件，与文件名无关。请核对文件。',
  'documents.refused.scanned': () =>
    'PDF 里只有图片，没有文字（扫描件）。请找原来的 Word 文件，或者先用文字识别软件转成 .docx 并逐字核对。',
  'documents.refused.noCharacters': () =>
    'PDF 的字体没有说明是什么字，读不出文字。请找原来的 Word 文件，或者用 WPS、Word 重新输出 PDF。',
  'documents.refused.tooManyPages': (a: Args<'limit'>) =>
    `PDF 超过${String(a.limit)}页，不读。请只留下年度报告的几页。`,
  'documents.refused.password': () => '文件有密码。请先在 Word 或 WPS 中取消密码，保存后再试。',
  'documents.refused.damaged': (a: Args<'detail'>) =>
    `文件损坏，未导入（${a.detail}）。请用 WPS 或 Word 打开，重新保存。`,
  'documents.refused.tooDeep': (a: Args<'limit'>) =>
    `文件里的元素层层相套，超过${String(a.limit)}层，不读。请重新保存。`,
  'documents.refused.tooManyParts': (a: Args<'limit'>) => `文件里的部件超过${String(a.limit)}个，不读。`,
  'documents.refused.partTooLarge': (a: Args<'limit'>) =>
    `文件展开后超过${String(a.limit)} MB，不读。请删去图片等再试。`,
  'documents.refused.tooLarge': (a: Args<'limit'>) => `文件超过${String(a.limit)} MB，不读。请删去图片等再试。`,
  'documents.refused.tableTooLarge': (a: Args<'limit'>) => `一张表超过${String(a.limit)}格，不读。`,
  'documents.refused.tableTooWide': (a: Args<'limit'>) => `一张表超过${String(a.limit)}列，不读。`,
  'documents.refused.tooLong': (a: Args<'limit'>) => `处理超过${String(a.limit)}秒，已停止，没有写出任何文件。`,
  'documents.refused.memory': (a: Args<'limit'>) => `处理所需内存超过${String(a.limit)} MB，已停止，没有写出任何文件。`,
  'documents.refused.cancelled': () => '已取消，没有写出任何文件。',
  'documents.refused.failed': (a: Args<'detail'>) => `处理出错，没有写出任何文件：${a.detail}`,
  // 不用安装的网页
  'page.title': () => '年报检查',
  'page.privacy': () => '文件只在这台电脑的浏览器里处理，不上传，也不联网。关闭网页前请保存。',
  'page.actions': () => '文件',
  'page.open': () => '打开文件',
  'page.new': () => '新建年度报告',
  'page.save': () => '保存草稿',
  'page.export': () => '导出 Word',
  'page.exportHtml': () => '导出网页代码',
  'page.print': () => '打印页',
  'page.language': () => '显示语言',
  'page.languageName': () => '中文',
  'page.editor': () => '草稿文字',
  'page.empty': () =>
    '把年度报告拖到这里，或按“打开文件”：Word、WPS、Excel、PDF、网页、Markdown、纯文本都可以。没有草稿时按“新建年度报告”。',
  'page.panels': () => '检查、填表与预览',
  'page.findings': () => '问题',
  'page.form': () => '填表',
  'page.checking': () => '正在检查…',
  'page.noFindings': () => '没有发现问题。',
  'page.counts': (a: Args<'errors' | 'warnings' | 'others'>) =>
    `错误 ${a.errors}，警告 ${a.warnings}，提示 ${a.others}`,
  'page.line': (a: Args<'line'>) => `第 ${a.line} 行`,
  'page.error': () => '错误',
  'page.warning': () => '警告',
  'page.information': () => '提示',
  'page.hint': () => '建议',
  'page.fixes': () => '怎样改',
  'page.noFixes': () => '没有能一键改好的办法，请按说明改文字。',
  'page.keys': () => '按键',
  'page.keysList': () =>
    [
      'Ctrl+O 打开，Ctrl+S 保存草稿，Ctrl+Shift+S 导出 Word',
      'Ctrl+F 查找和替换；F8、Shift+F8 到下一处、上一处问题；Alt+Enter 怎样改',
      'Alt+1 问题，Alt+2 填表，Alt+3 预览，Esc 回到文字',
      'Alt+/ 补全；Shift+Alt+F 对齐表格；Ctrl+Z 撤销',
    ].join('\n'),
  'page.opened': (a: Args<'name'>) => `已打开“${a.name}”。`,
  'page.replace': (a: Args<'name'>) => `“${a.name}”的改动还没有保存。仍然打开别的？`,
  'page.discard': () => '不保存，打开',
  'page.restarted': () => '检查程序停了，已重新启动；文字没有丢。',
  'page.find': () => '查找',
  'page.replaceBy': () => '替换为',
  'page.findNext': () => '下一个',
  'page.findPrevious': () => '上一个',
  'page.findAll': () => '全部选中',
  'page.matchCase': () => '区分大小写',
  'page.byWord': () => '整词',
  'page.regexp': () => '正则表达式',
  'page.replaceOne': () => '替换',
  'page.replaceAll': () => '全部替换',
  'page.closeFind': () => '关闭查找',
  'page.currentMatch': () => '当前所在',
  'page.replacedOnLine': () => '已替换第 $ 行的一处',
  'page.replacedMatches': () => '已替换 $ 处',
  'page.onLine': () => '所在行',
  'page.goToLine': () => '转到第几行',
  'page.go': () => '转到',
  'page.completions': () => '补全',
  'page.controlCharacter': () => '控制字符',
  'page.stopped': () => '检查程序反复停止，不再启动：现在的文字没有检查。请保存草稿，重新打开本页。',
  'page.kind': () => '哪种报告',
  'page.body': () => '单位全称',
  'page.year': () => '年度',
  'page.create': () => '新建',
  'page.cancel': () => '取消',
  'page.close': () => '知道了',
} as const;

/** JSON 语法错误的名称。 */
const SYNTAX_ERRORS: Readonly<Record<string, string>> = {
  InvalidSymbol: '不认识的字符，常见的是全角的标点，如“ ” ， ：',
  InvalidNumberFormat: '数字写法不对',
  PropertyNameExpected: '缺少名称，或多了一个逗号',
  ValueExpected: '缺少内容，或多了一个逗号',
  ColonExpected: '缺少冒号',
  CommaExpected: '缺少逗号',
  CloseBraceExpected: '缺少 }',
  CloseBracketExpected: '缺少 ]',
  EndOfFileExpected: '后面多了内容',
  InvalidCommentToken: '不能写注释',
  UnexpectedEndOfComment: '注释没有结束',
  UnexpectedEndOfString: '缺少右引号',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '\\u 写法不对',
  InvalidEscapeCharacter: '反斜杠用法不对',
  InvalidCharacter: '文字里有不能用的字符',
};

/** 表格里的位置：行·列；表四的行没有名称，用分组标题。 */
function where(a: CellArgs): string {
  return [a.row || a.group, a.column].filter(Boolean).join('·');
}

/** 连写的数字按拆分核对时的说明。 */
function split(a: Partial<Args<'split'>>): string {
  return a.split === undefined ? '' : '（表中数字连写，按唯一合理的拆分核对。）';
}

/** 不该多于、不该少于另一格的一格。 */
type BoundArgs = CellArgs & Args<'stated' | 'computed'> & Partial<Args<'reason'>>;

/** 格式文件写明的、不平也可能不错的理由。 */
function reason(a: Partial<Args<'reason'>>): string {
  return a.reason === undefined ? '' : `（${a.reason}。）`;
}

/** 部分的依据：内置格式写的是条例的条款，格式文件写的是它自己的依据。 */
function ofFormat(basis: string, more = ''): string {
  return basis.startsWith('第') ? `《条例》${basis}和年度报告格式${more}` : basis;
}

/** 一个数字改正后各式都平衡：只在这一处报告。 */
function culprit(a: CulpritArgs, basis: string): string {
  const found = a.found === '' ? '空着' : `填 ${a.found}`;
  return (
    `“${where(a)}”${found}，改为 ${a.corrected} 则 ${a.count} 个算式都平衡；` +
    `现在一边是 ${a.stated}，另一边是 ${a.computed}，相差 ${Math.abs(Number(a.difference))}。${split(a)}\n依据${basis}。\n请核对这一格。`
  );
}

/** 哪些年度有格式。 */
function yearsWithEdition({ earlier, later }: Args<'earlier' | 'later'>): string {
  if (later === '') return earlier === '' ? '还没有版本' : `只到 ${earlier} 年度`;
  return earlier === '' ? `从 ${later} 年度起才有` : `有到 ${earlier} 年度的和从 ${later} 年度起的`;
}

/** 合计比总数多还是少；差额是总数减合计。 */
function sumMore({ difference }: Args<'difference'>): string {
  const value = Number(difference);
  return value < 0 ? `多 ${-value}` : `少 ${value}`;
}

/** 合计比总数多还是少，合计是几，怎样得来。 */
function sumIs(a: Args<'difference' | 'computed' | 'parts'>): string {
  return `${sumMore(a)}，为 ${a.computed}（${a.parts}）`;
}

/** 正文比表格多还是少；差额不带符号，单位是正文的。 */
function textIs({ difference, sign }: Args<'difference' | 'sign'>): string {
  return `${Number(sign) < 0 ? '少' : '多'} ${difference}`;
}

/** 没有写明施行日期的，不写。 */
function inForceFrom(iso: string): string {
  return iso === '' ? '' : `、${day(iso)}施行`;
}

/** ISO 日期写成年月日。 */
function day(iso: string): string {
  const [year = '', month, date] = iso.split('-');
  return month === undefined || date === undefined
    ? `${year}年`
    : `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** 应在哪一行（列）之后或之前。 */
function neighbour(a: Args<'after' | 'before'>): string {
  return a.after === '' ? `应在“${a.before}”之前` : `应在“${a.after}”之后`;
}

function moved(a: Args<'count'>, what: string): string {
  return a.count > 1 ? `，共 ${a.count} ${what}位置不对` : '';
}
