import type { Fields } from './fields.ts';
import type { Kind } from './formatValues.ts';
import { KIND_FIELDS } from './kindFields.ts';
import { DEADLINE_FIELDS, NOTE, PERIOD_FIELDS, SECTION_FIELDS, VARIANTS } from './sectionFields.ts';

// The form of format files: read by formatValues.ts, written as schemas/formats.schema.json and as the tables of
// docs/formats.md by npm run generate.

const DOCUMENT_FIELDS = {
  number: { kind: 'short', isRequired: true, chinese: '文号。', english: 'Document number.' },
  title: { kind: 'short', isRequired: true, chinese: '题名，不带书名号。', english: 'Title without 《》.' },
} as const satisfies Fields<Kind>;

const BASIS_FIELDS = {
  statute: {
    kind: 'id',
    isRequired: true,
    chinese: '内置法规的代号：ogi-2019（现行条例）、ogi-2007。',
    english: 'Id of a built-in statute: ogi-2019, ogi-2007.',
  },
  articles: {
    kind: 'counts',
    isRequired: true,
    most: 2000,
    chinese: '要求编写年度报告的条。',
    english: 'Articles that require the report.',
  },
} as const satisfies Fields<Kind>;

export const COLUMN_FIELDS = {
  key: { kind: 'id', isRequired: true, chinese: '代号，本部分内不重复。', english: 'Id, once in its part.' },
  label: { kind: 'short', isRequired: true, chinese: '列名，按印出的写。', english: 'Label as printed.' },
  variants: VARIANTS,
  group: {
    kind: 'labels',
    chinese: '列名上面的合并单元格，从外到里。',
    english: 'Labels of merged cells above it, outermost first.',
  },
  type: {
    kind: 'choice',
    choices: ['count', 'change', 'amount'],
    chinese: 'count 件数等整数（不写时即是）；change 增减，可为负；amount 金额，可有小数。',
    english: 'count (also where left out), change with a sign, amount with decimals.',
  },
  namesYear: { kind: 'flag', chinese: '列名写的是报告年度。', english: 'The label is the report year.' },
} as const satisfies Fields<Kind>;

export const ROW_FIELDS = {
  key: { kind: 'id', isRequired: true, chinese: '代号，本表内不重复。', english: 'Id, once in its table.' },
  label: { kind: 'short', chinese: '行名，按印出的写。', english: 'Label as printed.' },
  variants: VARIANTS,
  path: {
    kind: 'labels',
    chinese: '行名左边的合并单元格，从外到里。',
    english: 'Labels of merged cells before it, outermost first.',
  },
  clause: { kind: 'short', chinese: '依据的条款，如“第三十七条”。', english: 'Clause that it stands for.' },
  unit: { kind: 'short', chinese: '计量单位。', english: 'Unit.' },
  type: {
    kind: 'choice',
    choices: ['count', 'change', 'amount'],
    chinese: '与列不同时写。',
    english: 'Where it differs from the column.',
  },
} as const satisfies Fields<Kind>;

const UNIT_COLUMN_FIELDS = {
  label: { kind: 'short', isRequired: true, chinese: '计量单位一列的列名。', english: 'Label of the column of units.' },
  variants: VARIANTS,
} as const satisfies Fields<Kind>;

export const PART_FIELDS = {
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
  columns: {
    kind: 'objects',
    of: COLUMN_FIELDS,
    isRequired: true,
    chinese: '数的各列，从左到右。',
    english: 'Columns of figures from left to right.',
  },
  rows: {
    kind: 'lines',
    of: ROW_FIELDS,
    isRequired: true,
    chinese: '各行，从上到下；没有数的小标题写成 { "heading": … }。',
    english: 'Rows from top to bottom; a line without figures is { "heading": … }.',
  },
} as const satisfies Fields<Kind>;

export const EQUATION_FIELDS = {
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
    chinese: '哪一边是合计，不平时报在那里；不写的两边都不是。',
    english: 'Side that holds the total, where a fault is reported.',
  },
  severity: {
    kind: 'choice',
    choices: ['error', 'warning', 'information', 'hint', 'off'],
    chinese: '不平时怎样报：warning 不写时即是；没有核实的写 hint；暂不核的写 off。内置的算式另有规则。',
    english:
      'How a break is reported, warning where left out; hint for what is not verified, off for what is not checked.',
  },
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
  initials: SECTION_FIELDS.initials,
  parts: {
    kind: 'objects',
    of: PART_FIELDS,
    chinese: '各部分，各有自己的表头；一般只有一个。新增的表必须写。',
    english: 'Parts with a head of their own, mostly one; needed for a new table.',
  },
  equations: { kind: 'objects', of: EQUATION_FIELDS, chinese: '勾稽关系。', english: 'Relations between figures.' },
  subtotals: {
    kind: 'objects',
    of: SUBTOTAL_FIELDS,
    chinese: '正文里说到、表里没有单列的小计。',
    english: 'Sums that texts use and no row states.',
  },
  note: NOTE,
} as const satisfies Fields<Kind>;

export const EDITION_FIELDS = {
  id: { kind: 'id', isRequired: true, chinese: '代号，如“linxi-2021”。', english: 'Id, such as linxi-2021.' },
  extends: {
    kind: 'id',
    chinese: '在哪个版本上增改：2021、2019、2007，或别的格式文件里的。没有写到的都照那个版本。',
    english: 'Edition that it extends: 2021, 2019, 2007, or one of another file. What is not given is as there.',
  },
  kind: {
    kind: 'id',
    chinese:
      '是哪一种年度报告的版本：ogi-report（政府信息公开工作年度报告，不写时即是）、rule-of-law-report（法治政府建设年度报告），或格式文件 kinds 里的。有 extends 的不用写。',
    english:
      'Kind of report: ogi-report (also where left out), rule-of-law-report, or one of a file; not needed with extends.',
  },
  name: { kind: 'short', isRequired: true, chinese: '名称。', english: 'Name.' },
  englishName: { kind: 'short', chinese: '英文名称，英文界面里用。', english: 'Name in the English interface.' },
  note: NOTE,
  years: {
    kind: 'object',
    of: PERIOD_FIELDS,
    isRequired: true,
    chinese: '适用的报告年度；这些年度的报告都按它检查。',
    english: 'Report years, of which the reports are checked against it.',
  },
  issuingDocument: {
    kind: 'object',
    of: DOCUMENT_FIELDS,
    chinese: '规定这一格式的文件。',
    english: 'Document that prescribes it.',
  },
  legalBasis: {
    kind: 'object',
    of: BASIS_FIELDS,
    chinese: '要求编写报告的条款。',
    english: 'Articles that require the report.',
  },
  isPrescribed: {
    kind: 'flag',
    chinese: '章节和顺序是否有统一规定。',
    english: 'Whether sections and their order are prescribed.',
  },
  sections: { kind: 'objects', of: SECTION_FIELDS, chinese: '章节。', english: 'Sections.' },
  tables: { kind: 'objects', of: TABLE_FIELDS, chinese: '表格。', english: 'Tables.' },
  deadlines: { kind: 'objects', of: DEADLINE_FIELDS, chinese: '公布期限。', english: 'Deadlines.' },
} as const satisfies Fields<Kind>;

export const FORMAT_FIELDS = {
  $schema: { kind: 'short', chinese: '给编辑器用的。', english: 'For editors.' },
  kinds: {
    kind: 'objects',
    of: KIND_FIELDS,
    chinese: '另外的几种年度报告；只给已有的报告加章加表的不用写。',
    english: 'Further kinds of report; not needed for additions to known ones.',
  },
  editions: { kind: 'objects', of: EDITION_FIELDS, isRequired: true, chinese: '各版本。', english: 'Editions.' },
} as const satisfies Fields<Kind>;
