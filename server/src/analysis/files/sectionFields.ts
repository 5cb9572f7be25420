import type { Fields } from './fields.ts';
import type { Kind } from './formatValues.ts';
import { EVIDENCE_FIELDS, INITIALS, NOTE, VARIANTS } from './sharedFields.ts';

// The parts of format files that have nothing to do with tables: sections and deadlines of an edition.

export const PERIOD_FIELDS = {
  from: { kind: 'year', isRequired: true, chinese: '第一个报告年度。', english: 'First report year.' },
  to: {
    kind: 'year',
    chinese: '最后一个报告年度；仍在使用的不写。',
    english: 'Last report year; none while in force.',
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
  sentences: {
    kind: 'labels',
    chinese: '这一章常写的整句话，# 是要填的数，如“全年新增专区#个。”；写到这一章时作为输入提示。',
    english: 'Sentences that it usually says, # for a figure to fill in; offered while it is written.',
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

export const DEADLINE_FIELDS = {
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
  day: {
    kind: 'count',
    most: 31,
    isRequired: true,
    chinese: '几日前（含当日；不含的另写 isBefore）。',
    english: 'Last day.',
  },
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
  ...EVIDENCE_FIELDS,
  note: NOTE,
} as const satisfies Fields<Kind>;
