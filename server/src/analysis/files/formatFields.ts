import type { Fields } from './fields.ts';
import type { Kind } from './formatValues.ts';
import { KIND_FIELDS } from './kindFields.ts';
import { DEADLINE_FIELDS, PERIOD_FIELDS, SECTION_FIELDS } from './sectionFields.ts';
import { NOTE } from './sharedFields.ts';
import { TABLE_FIELDS } from './tableFields.ts';

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
      '是哪一种年度报告的版本：ogi-report（政府信息公开工作年度报告）、rule-of-law-report（法治政府建设年度报告），或格式文件 kinds 里的。没有 extends 的必须写。',
    english: 'Kind of report: ogi-report, rule-of-law-report, or one of a file; needed where nothing is extended.',
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
  phrases: {
    kind: 'labels',
    chinese: '本格式的固定用语，四个字以上：差一个字的、漏字多字的都提示。所扩展的版本的照旧。',
    english:
      'Phrases of its own with one form, of four characters and more: slips in them are told. Those of the extended edition stay.',
  },
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
