// schemas/formats.schema.json and the tables of docs/formats.md from server/src/analysis/files/formatFields.ts.
import { fieldSchema, fieldTable } from './fields.mjs';
import { withGenerated } from './page.mjs';

/** How each kind of field is written. */
const FORMS = {
  id: ['代号', 'id'],
  short: ['文字', 'text'],
  text: ['文字', 'text'],
  choice: ['几个词之一', 'one of some words'],
  flag: ['true 或 false', 'true or false'],
  count: ['数', 'number'],
  year: ['年份', 'year'],
  ids: ['代号的列表', 'list of ids'],
  labels: ['文字的列表', 'list of texts'],
  counts: ['数的列表', 'list of numbers'],
  object: ['对象', 'object'],
  objects: ['对象的列表', 'list of objects'],
  lines: ['对象的列表', 'list of objects'],
};

/** The step: form of format files, for editors and for people. */
export async function formatFiles({ load, read }) {
  const fields = await load('server/src/analysis/files/formatFields.ts');
  const parts = [
    ['一个版本（`editions` 里）/ an edition, in `editions`', fields.EDITION_FIELDS],
    ['一章（`sections` 里）/ a section, in `sections`', fields.SECTION_FIELDS],
    ['一张表（`tables` 里）/ a table, in `tables`', fields.TABLE_FIELDS],
    ['表的一部分（`parts` 里）/ a part of a table, in `parts`', fields.PART_FIELDS],
    ['一列（`columns` 里）/ a column, in `columns`', fields.COLUMN_FIELDS],
    ['一行（`rows` 里）/ a row, in `rows`', fields.ROW_FIELDS],
    ['一个算式（`equations` 里）/ an equation, in `equations`', fields.EQUATION_FIELDS],
  ];
  const docs = parts.flatMap(([title, each]) => [`${title}：`, fieldTable(each, FORMS)]).join('\n\n');
  return [
    { path: 'schemas/formats.schema.json', text: `${JSON.stringify(schema(fields), null, 2)}\n` },
    { path: 'docs/formats.md', text: withGenerated(read('docs/formats.md'), docs) },
  ];
}

function schema({ FORMAT_FIELDS, HEADING_FIELDS, FORMAT_LIMITS: limits }) {
  const form = ({ kind, most, choices, of }) => {
    const short = { type: 'string', minLength: 1, maxLength: limits.short };
    const id = { type: 'string', minLength: 1, maxLength: limits.id, pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$' };
    const number = { type: 'integer', minimum: 1, ...(most === undefined ? {} : { maximum: most }) };
    const list = (items, maxItems = limits.list) => ({ type: 'array', maxItems, items });
    switch (kind) {
      case 'id':
        return id;
      case 'short':
        return short;
      case 'text':
        return { type: 'string', minLength: 1, maxLength: limits.text };
      case 'choice':
        return { enum: choices };
      case 'flag':
        return { type: 'boolean' };
      case 'count':
        return number;
      case 'year':
        return { type: 'integer', minimum: limits.firstYear, maximum: limits.lastYear };
      case 'ids':
        return list(id);
      case 'labels':
        return list(short);
      case 'counts':
        return list(number);
      case 'object':
        return fieldSchema(of, form);
      case 'objects':
        return list(fieldSchema(of, form));
      case 'lines':
        return list({ anyOf: [fieldSchema(of, form), fieldSchema(HEADING_FIELDS, form)] }, limits.rows);
      default:
        throw new Error(`no schema for fields of kind ${kind}`);
    }
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '年报工作区自带的格式 / Formats of a workspace for annual reports',
    description:
      '本地增加的章节、表格、勾稽关系，或另一种格式。Sections, tables and equations that a workspace adds, or formats of its own.',
    ...fieldSchema(FORMAT_FIELDS, form),
  };
}
