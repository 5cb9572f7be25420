import { CELL_TYPES } from '../../format/cellTypes.ts';
import { COLUMN_ROLES, ROW_ROLES } from '../../format/roleNames.ts';
import { TABLE_ROLES } from '../../format/roles.ts';
import type { Fields } from './fields.ts';
import type { Kind } from './formatValues.ts';
import { EVIDENCE_FIELDS, INITIALS, NOTE, VARIANTS } from './sharedFields.ts';

// The tables of format files: see formatFields.ts.

/** What a cell may hold, of rows and columns alike. */
const CELL_FIELDS = {
  choices: {
    kind: 'labels',
    chinese: 'choice、choices 的各个选项。',
    english: 'The words to choose from, for choice and choices.',
  },
  pattern: {
    kind: 'cellPattern',
    chinese:
      'identifier 整格的写法，如“[0-9]{10}”：字照写，[A-Z0-9] 是其中一个，\\d 是数字，. 是任何字，?、*、+、{8}、{6,8} 写在后面说明次数，| 隔开几种写法；没有括号分组。全角半角、大小写、空格不论。',
    english:
      'How the whole of an identifier is written, such as [0-9]{10}: signs, classes, \\d, any sign (.), counts behind a sign, | between alternatives; no groups. Width, case and white space do not count.',
  },
  minimum: { kind: 'number', chinese: '最小的数。', english: 'Least number.' },
  maximum: { kind: 'number', chinese: '最大的数。', english: 'Largest number.' },
} as const satisfies Fields<Kind>;

const TYPE_CHINESE =
  'count 件数等整数（不写时即是）；change 增减，可为负；amount 金额，可有小数；decimal 可有小数的数；text 文字；address 网址；yesNo 是或否；choice 选一项；choices 选几项（☑ 为选中）；identifier 代码、编号。不是数的格不参加计算。';

const COLUMN_FIELDS = {
  key: { kind: 'id', isRequired: true, chinese: '代号，本部分内不重复。', english: 'Id, once in its part.' },
  label: { kind: 'short', isRequired: true, chinese: '列名，按印出的写。', english: 'Label as printed.' },
  role: {
    kind: 'role',
    choices: COLUMN_ROLES,
    chinese: '这一列是什么，检查规则按它找；key 已经是这个名称的不必写。有哪些见下面“作用”。',
    english: 'What it is for, by which rules find it, where the key does not say so; see the roles below.',
  },
  variants: VARIANTS,
  group: {
    kind: 'labels',
    chinese: '列名上面的合并单元格，从外到里。',
    english: 'Labels of merged cells above it, outermost first.',
  },
  type: {
    kind: 'choice',
    choices: CELL_TYPES,
    chinese: TYPE_CHINESE,
    english:
      'count (also where left out), change with a sign, amount and decimal with decimals; text, address, yesNo, choice (of one), choices (of several, ☑ marks them) and identifier hold words and take part in no sum.',
  },
  unit: {
    kind: 'short',
    chinese: '正文里这一列的数带什么单位，如“个”“人次”；凭它认出说的是哪一列。',
    english: 'What texts count it in; by this the column is told.',
  },
  words: {
    kind: 'labels',
    chinese:
      '正文里怎样说这一列，列名以外的，如“接待”；写了（可以是空列表）的，正文里的数与表格对照。已有含义的词不能用。',
    english: 'How texts call it, besides its label; where given, figures of the text are held against the table.',
  },
  ...CELL_FIELDS,
  namesYear: { kind: 'flag', chinese: '列名写的是报告年度。', english: 'The label is the report year.' },
} as const satisfies Fields<Kind>;

const ROW_FIELDS = {
  key: { kind: 'id', isRequired: true, chinese: '代号，本表内不重复。', english: 'Id, once in its table.' },
  label: { kind: 'short', chinese: '行名，按印出的写。', english: 'Label as printed.' },
  role: {
    kind: 'role',
    choices: ROW_ROLES,
    chinese: '这一行是什么，检查规则按它找；key 已经是这个名称的不必写。有哪些见下面“作用”。',
    english: 'What it is for, by which rules find it, where the key does not say so; see the roles below.',
  },
  variants: VARIANTS,
  path: {
    kind: 'labels',
    chinese: '行名左边的合并单元格，从外到里。',
    english: 'Labels of merged cells before it, outermost first.',
  },
  clause: { kind: 'short', chinese: '依据的条款，如“第三十七条”。', english: 'Clause that it stands for.' },
  unit: { kind: 'short', chinese: '计量单位。', english: 'Unit.' },
  words: {
    kind: 'labels',
    chinese:
      '正文里怎样说这一行，行名以外的，如“市级专区”；写了（可以是空列表）的，正文里的数与表格对照。已有含义的词不能用。',
    english: 'How texts call it, besides its label; where given, figures of the text are held against the table.',
  },
  type: {
    kind: 'choice',
    choices: CELL_TYPES,
    chinese: '与列不同时写，写法同列的 type；下面四项在行里写了 type 时才看行的。',
    english: 'Where it differs from the column; the next four count here only beside it.',
  },
  ...CELL_FIELDS,
  beside: {
    kind: 'flag',
    chinese: '键值表里，与上一行并排印在一行。',
    english: 'In a part of labels and values: printed behind the row before it, in one line.',
  },
  repeats: {
    kind: 'flag',
    chinese: '键值表里，这一行所在的组可以有几组（几个账号各一组）。填了几组的，用到它的算式不核。',
    english:
      'In a part of labels and values: its group may stand several times, once for each account. Equations of it are not checked then.',
  },
  ...EVIDENCE_FIELDS,
} as const satisfies Fields<Kind>;

const UNIT_COLUMN_FIELDS = {
  label: { kind: 'short', isRequired: true, chinese: '计量单位一列的列名。', english: 'Label of the column of units.' },
  variants: VARIANTS,
} as const satisfies Fields<Kind>;

const PART_FIELDS = {
  id: { kind: 'id', chinese: '代号，可不写。', english: 'Id, which may be left out.' },
  caption: { kind: 'short', chinese: '本部分顶上通栏的一行。', english: 'Caption line across the part.' },
  corner: { kind: 'short', chinese: '左上角的字。', english: 'Text above the row labels.' },
  unitColumn: {
    kind: 'object',
    of: UNIT_COLUMN_FIELDS,
    chinese: '行名与数之间有计量单位一列的写。',
    english: 'Column of units between labels and figures.',
  },
  rowsAcross: {
    kind: 'flag',
    chinese: '各行左右排在一条线上（如行政复议、诉讼表），行名写在 path 里。',
    english: 'Its rows stand side by side in one line, named by their path.',
  },
  keyValue: {
    kind: 'flag',
    chinese: '键值表：没有列名，每个行名右边一格是它的值；行名左边的合并单元格（至多两层）写在 path 里。columns 不写。',
    english:
      'A part of labels and values: no head, one value beside each label, up to two merged cells before it in path. Without columns.',
  },
  columns: {
    kind: 'objects',
    of: COLUMN_FIELDS,
    chinese: '数的各列，从左到右。键值表以外的必须写。',
    english: 'Columns of figures from left to right; needed but in a part of labels and values.',
  },
  rows: {
    kind: 'lines',
    of: ROW_FIELDS,
    isRequired: true,
    chinese: '各行，从上到下；没有数的小标题写成 { "heading": … }。',
    english: 'Rows from top to bottom; a line without figures is { "heading": … }.',
  },
} as const satisfies Fields<Kind>;

/** How a broken relation is reported. */
const REPORT_FIELDS = {
  severity: {
    kind: 'choice',
    choices: ['error', 'warning', 'information', 'hint', 'off'],
    chinese: '不平时怎样报：warning 不写时即是；没有核实的写 hint；暂不核的写 off。内置的算式另有规则。',
    english:
      'How a break is reported, warning where left out; hint for what is not verified, off for what is not checked.',
  },
  reason: {
    kind: 'short',
    chinese: '不平也可能不错的理由，如“办结含上年结转的”；附在提示里。',
    english: 'When a break is no fault; said with the finding.',
  },
  ...EVIDENCE_FIELDS,
} as const satisfies Fields<Kind>;

const EQUATION_FIELDS = {
  id: { kind: 'id', isRequired: true, chinese: '代号。', english: 'Id.' },
  over: {
    kind: 'choice',
    choices: ['columns', 'rows'],
    isRequired: true,
    chinese: 'columns：各列都核，左右写的是行；rows：各行都核，左右写的是列。',
    english: 'columns: in each column, terms are rows; rows: in each row, terms are columns.',
  },
  each: {
    kind: 'ids',
    chinese: '只核这几列（行）；不写的都核。',
    english: 'The columns or rows that it is checked in; all where left out.',
  },
  left: { kind: 'ids', isRequired: true, chinese: '左边各项，相加。', english: 'Terms on the left, added up.' },
  operator: { kind: 'choice', choices: ['=', '>=', '<='], isRequired: true, chinese: '关系。', english: 'Relation.' },
  right: {
    kind: 'ids',
    isRequired: true,
    chinese: '右边各项，相加；空列表即 0。',
    english: 'Terms on the right, added up; none is 0.',
  },
  total: {
    kind: 'choice',
    choices: ['left', 'right', 'none'],
    chinese:
      '哪一边是合计，不平时报在那里；不写的两边都不是。合计可能含没有列出的项目的，算式写“合计 >= 各项”，不写 total。',
    english:
      'Side that holds the total, where a fault is reported. A total that may hold members of no row is “total >= members”, without this.',
  },
  ...REPORT_FIELDS,
  note: NOTE,
} as const satisfies Fields<Kind>;

const CONDITION_FIELDS = {
  row: { kind: 'id', isRequired: true, chinese: '行的代号。', english: 'Key of the row.' },
  is: {
    kind: 'short',
    isRequired: true,
    chinese: '填的是什么，如“否”、“0”；选择格写选中的一项。',
    english: 'What it states, such as 否 or 0; of a choice, the word chosen.',
  },
} as const satisfies Fields<Kind>;

const IMPLICATION_FIELDS = {
  id: { kind: 'id', isRequired: true, chinese: '代号。', english: 'Id.' },
  when: {
    kind: 'objects',
    of: CONDITION_FIELDS,
    isRequired: true,
    chinese: '条件，都符合才看；每列分别看。',
    english: 'Conditions, all of which are to be met; in each column.',
  },
  empty: {
    kind: 'ids',
    isRequired: true,
    chinese: '这时应当空着的各行。空白、“—”、“/”、0、“无”都算空着。',
    english: 'Rows that state nothing then: a blank, a dash, 0 and 无 are nothing.',
  },
  ...REPORT_FIELDS,
  note: NOTE,
} as const satisfies Fields<Kind>;

const SUBTOTAL_FIELDS = {
  name: { kind: 'id', isRequired: true, chinese: '代号。', english: 'Id.' },
  rows: { kind: 'ids', isRequired: true, chinese: '相加的各行。', english: 'Rows that are added up.' },
} as const satisfies Fields<Kind>;

export const TABLE_FIELDS = {
  id: {
    kind: 'id',
    isRequired: true,
    chinese: '代号。与所扩展的版本里相同的，是改那张表（只写要改的项目）；不同的是新增。',
    english: 'Id. One that the extended edition has changes that table, in the fields given; another adds one.',
  },
  role: {
    kind: 'choice',
    choices: TABLE_ROLES,
    chinese:
      '这张表是什么，检查规则按它找：disclosure 主动公开，requests 依申请公开，cases 复议诉讼，statistics 历年统计；都不是的不写。前三种一个版本各一张。',
    english:
      'What it is for, by which rules find it: disclosure, requests, cases (one each in an edition), statistics of all years; left out for none of these.',
  },
  title: { kind: 'short', chinese: '表名。新增的必须写。', english: 'Title; needed for a new one.' },
  englishTitle: { kind: 'short', chinese: '英文表名，英文界面里用。', english: 'Title in the English interface.' },
  section: {
    kind: 'id',
    chinese: '在哪一章。新增的必须写。',
    english: 'Section that it stands in; needed for a new one.',
  },
  isRequired: {
    kind: 'flag',
    chinese: '是否必须有；不写的必须有。',
    english: 'Whether it must be there; true where left out.',
  },
  isUnverified: {
    kind: 'flag',
    chinese: '没有见过原表的写 true：只作提示。',
    english: 'true where the form itself was not seen: nothing above a hint rests on it.',
  },
  initials: INITIALS,
  parts: {
    kind: 'objects',
    of: PART_FIELDS,
    chinese: '各部分，各有自己的表头；一般只有一个。新增的表必须写。',
    english: 'Parts with a head of their own, mostly one; needed for a new table.',
  },
  equations: { kind: 'objects', of: EQUATION_FIELDS, chinese: '勾稽关系。', english: 'Relations between figures.' },
  implications: {
    kind: 'objects',
    of: IMPLICATION_FIELDS,
    chinese: '某格填了什么，别的格就应当空着，如“是否有”填“否”。',
    english: 'Cells that state nothing where another one says no.',
  },
  subtotals: {
    kind: 'objects',
    of: SUBTOTAL_FIELDS,
    chinese: '正文里说到、表里没有单列的小计。',
    english: 'Sums that texts use and no row states.',
  },
  note: NOTE,
} as const satisfies Fields<Kind>;
