// schemas/formats.schema.json and the tables of docs/formats.md from server/src/analysis/files/formatFields.ts.
import { fieldSchema, fieldTable } from './fields.mjs';
import { withGenerated } from './page.mjs';

/** How each kind of field is written. */
const FORMS = {
  id: ['代号', 'id'],
  short: ['文字', 'text'],
  text: ['文字', 'text'],
  flag: ['true 或 false', 'true or false'],
  count: ['数', 'number'],
  number: ['数', 'number'],
  cellPattern: ['写法', 'pattern'],
  year: ['年份', 'year'],
  ids: ['代号的列表', 'list of ids'],
  labels: ['文字的列表', 'list of texts'],
  patterns: ['写法的列表', 'list of patterns'],
  choices: ['词的列表', 'list of words'],
  role: ['作用', 'role'],
  counts: ['数的列表', 'list of numbers'],
  object: ['对象', 'object'],
  objects: ['对象的列表', 'list of objects'],
  lines: ['对象的列表', 'list of objects'],
};

/** The step: form of format files, for editors and for people. */
export async function formatFiles({ load, read }) {
  const fields = {
    ...(await load('server/src/analysis/files/formatFields.ts')),
    ...(await load('server/src/analysis/files/formatValues.ts')),
    ...(await load('server/src/format/roleNames.ts')),
  };
  const docs = objectsIn(fields.FORMAT_FIELDS, fields.HEADING_FIELDS)
    .flatMap(([path, each]) => [`${path.map(name => `\`${name}\``).join(' › ')}：`, fieldTable(each, FORMS)])
    .join('\n\n');
  return [
    { path: 'schemas/formats.schema.json', text: `${JSON.stringify(schema(fields), null, 2)}\n` },
    { path: 'docs/formats.md', text: withGenerated(read('docs/formats.md'), `${docs}\n\n${rolesPage(fields.ROLES)}`) },
  ];
}

/** The roles of rows and columns by that of their table, with the labels of the official forms. */
function rolesPage(roles) {
  const list = named => [...named].map(([name, label]) => `\`${name}\` ${label}`).join('；');
  const tables = [...roles].map(
    ([role, { rows, columns }]) => `\`${role}\` 的行 / rows: ${list(rows)}。\n\n列 / columns: ${list(columns)}。`,
  );
  return ['作用 / roles：', ...tables].join('\n\n');
}

/** The objects in those with these fields, each behind the one that holds it, with the names that lead to it. */
function objectsIn(fields, headings, path = []) {
  return Object.entries(fields).flatMap(([name, { kind, of }]) => {
    if (!of) return [];
    const here = [...path, name];
    return [[here, of], ...(kind === 'lines' ? [[here, headings]] : []), ...objectsIn(of, headings, here)];
  });
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
      case 'cellPattern':
        return short;
      case 'number':
        return { type: 'number' };
      case 'text':
        return { type: 'string', minLength: 1, maxLength: limits.text };
      case 'choice':
      case 'role':
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
      case 'patterns':
        return list(short);
      case 'choices':
        return list({ enum: choices });
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
