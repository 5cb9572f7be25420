import { KIND_YEAR_SOURCES } from '../../format/kind.ts';
import type { Fields } from './fields.ts';
import type { Kind } from './formatValues.ts';
import { EVIDENCE_FIELDS, INITIALS, NOTE, VARIANTS } from './sharedFields.ts';
import { TABLE_FIELDS } from './tableFields.ts';

// The form of format files: read by formatValues.ts, written as schemas/formats.schema.json and as the tables of
// docs/formats.md by npm run generate.

const PERIOD_FIELDS = {
  from: { kind: 'year', isRequired: true, chinese: '第一个报告年度。', english: 'First report year.' },
  to: {
    kind: 'year',
    chinese: '最后一个报告年度；仍在使用的不写。',
    english: 'Last report year; none while in force.',
  },
} as const satisfies Fields<Kind>;

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

export const SECTION_FIELDS = {
  id: {
    kind: 'id',
    isRequired: true,
    chinese: '代号。与所扩展的版本里相同的，是改那一章（只写要改的项目）；不同的是新增。',
    english: 'Id. One that the extended edition has changes that section, in the fields given; another adds one.',
  },
  role: {
    kind: 'choice',
    choices: ['overview', 'proactive', 'interpretation', 'requests', 'fees', 'reviewLitigation', 'problems', 'other'],
    chinese: '这一章讲什么，检查规则按它找；都不是的不写。',
    english: 'What it is for, by which rules find it; left out for none of these.',
  },
  title: {
    kind: 'short',
    chinese: '标题，不带序号。新增的必须写。',
    english: 'Title without number; needed for a new one.',
  },
  variants: VARIANTS,
  headings: {
    kind: 'patterns',
    chinese:
      '标题里有这些字的也认，其余随便怎么写；写法与 kinds 的 titles 相同，$ 是标题到此为止，如“存在*{问题|不足}”“工作{计划|打算}$”。',
    english: 'Parts of headings by which it is known, written as the titles of kinds are; $ is where the heading ends.',
  },
  keywords: {
    kind: 'labels',
    chinese: '全文有这些字，就算写到了这一章的内容，如“第一责任人”。',
    english: 'Words by which its content counts as reported, wherever they stand.',
  },
  takesOthers: {
    kind: 'flag',
    chinese: '认不出的一级标题都算这一章：按主题分几个部分写的报告用。',
    english: 'First-level headings that name no section are its own: for reports in parts by subject.',
  },
  year: {
    kind: 'choice',
    choices: ['report', 'next'],
    chinese: '标题里的年份：report 报告年度（不写时即是）；next 报告年度的下一年。',
    english: 'Year in its heading: the report year (also where left out), or the next.',
  },
  after: {
    kind: 'id',
    chinese: '新增的排在哪一章之后；不写的排在最后。',
    english: 'Section behind which a new one stands; at the end where left out.',
  },
  requirement: {
    kind: 'choice',
    choices: ['required', 'content', 'optional'],
    chinese: 'required 必须有这一章（不写时即是）；content 内容必须写到，标题不限；optional 可有可无。',
    english: 'required (also where left out): the section must be there; content: the matter, under whatever heading.',
  },
  guidance: {
    kind: 'text',
    chinese: '应写什么，新报告和悬停里显示。',
    english: 'What to report, in new drafts and hovers.',
  },
  basis: { kind: 'short', chinese: '依据。', english: 'Where the duty comes from.' },
  initials: INITIALS,
  ...EVIDENCE_FIELDS,
  note: NOTE,
} as const satisfies Fields<Kind>;

const YEARS_FIELDS = {
  from: PERIOD_FIELDS.from,
  to: { kind: 'year', chinese: '最后一个报告年度。', english: 'Last report year.' },
} as const satisfies Fields<Kind>;

const DEADLINE_FIELDS = {
  who: {
    kind: 'choice',
    choices: ['department', 'government', 'everybody'],
    isRequired: true,
    chinese: '谁：部门、政府、所有机关。',
    english: 'Who.',
  },
  action: {
    kind: 'choice',
    choices: ['publish', 'report'],
    chinese: 'publish 向社会公开（不写时即是）；report 向上报告，只在说明里显示，不检查。',
    english: 'publish: made public (also where left out); report: sent to those above, told and not checked.',
  },
  month: { kind: 'count', most: 12, isRequired: true, chinese: '次年几月。', english: 'Month of the next year.' },
  day: { kind: 'count', most: 31, isRequired: true, chinese: '几日前（含当日）。', english: 'Last day.' },
  isBefore: {
    kind: 'flag',
    chinese: '写“某日之前”、不含当日的写 true。',
    english: 'true where the day itself is not meant.',
  },
  years: {
    kind: 'object',
    of: YEARS_FIELDS,
    chinese: '只对这些报告年度的；不写的都对。',
    english: 'Report years that it holds for; all where left out.',
  },
  basis: { kind: 'short', isRequired: true, chinese: '依据。', english: 'Basis.' },
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
  unquoted: {
    kind: 'labels',
    chinese: '有姓名、电话的行（如“填报人”）以什么字开头：这些行不检查，也不在任何提示里出现。',
    english: 'Beginnings of lines with names and telephone numbers: these are neither checked nor quoted.',
  },
  deadlines: { kind: 'objects', of: DEADLINE_FIELDS, chinese: '公布期限。', english: 'Deadlines.' },
} as const satisfies Fields<Kind>;

export const KIND_FIELDS = {
  id: { kind: 'id', isRequired: true, chinese: '代号，如“jieneng-report”。', english: 'Id, such as jieneng-report.' },
  name: { kind: 'short', isRequired: true, chinese: '名称。', english: 'Name.' },
  englishName: { kind: 'short', chinese: '英文名称，英文界面里用。', english: 'Name in the English interface.' },
  note: NOTE,
  titles: {
    kind: 'patterns',
    chinese:
      '题目的写法，凭它认出是这一种报告；前面的单位、年份不用写。* 是任意一段字，# 是年度（2024年、2024年度），{甲|乙} 是其中之一，[甲|乙] 可有可无。',
    english:
      'How its title is called, without body and year: * any words, # a year, {a|b} one of them, [a|b] one of them or none.',
  },
  notTitles: {
    kind: 'labels',
    chinese: '题目里有这些字的不是这一种报告，如“解读”“上半年”。',
    english: 'Words in a title by which it is none of the kind.',
  },
  subjects: {
    kind: 'labels',
    chinese: '没有题目的，开头“现将……报告如下”一句或一级标题里有这些字的也认。',
    english: 'Words by which a text without a title is known, in the sentence that presents it or in headings.',
  },
  yearFrom: {
    kind: 'choices',
    choices: KIND_YEAR_SOURCES,
    chinese:
      '报告年度从哪里取，依次看：title 题目，text 开头的正文，heading 一级标题，fileName 文件名；不写的照这个次序都看。',
    english: 'Where the report year is taken from, in this order; all of them where left out.',
  },
  initials: {
    kind: 'short',
    chinese: '拼音首字母，输入时按它查找。',
    english: 'Pinyin initials by which completion finds it.',
  },
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
