// schemas/statutes.schema.json and the tables of docs/statutes.md from server/src/analysis/files/statuteFields.ts.
import { fieldSchema, fieldTable } from './fields.mjs';
import { withGenerated } from './page.mjs';

/** How each kind of field is written. */
const FORMS = {
  short: ['文字', 'text'],
  text: ['文字', 'text'],
  number: ['文字', 'text'],
  date: ['日期', 'date'],
  address: ['网址', 'address'],
  count: ['数', 'number'],
  aliases: ['文字的列表', 'list of texts'],
  shorts: ['文字的列表', 'list of texts'],
  texts: ['文字的列表', 'list of texts'],
  facts: ['项目名的列表', 'list of fields'],
  clauses: ['条文的列表', 'list of clauses'],
};

/** The step: form of the files with a workspace's own statutes, for editors and for people. */
export async function statuteFiles({ load, read }) {
  const fields = await load('server/src/analysis/files/statuteFields.ts');
  const { STATUTE_FIELDS, POLICY_FIELDS, CLAUSE_FIELDS } = fields;
  const docs = [
    '一部法规 / a statute：',
    fieldTable(STATUTE_FIELDS, FORMS),
    '一个只凭文号认出的政策文件（`policies` 里）/ a document on policy, in `policies`：',
    fieldTable(POLICY_FIELDS, FORMS),
    '一条（`clauses` 里）/ a clause, in `clauses`：',
    fieldTable(CLAUSE_FIELDS, FORMS),
  ].join('\n\n');
  return [
    {
      path: 'schemas/statutes.schema.json',
      text: `${JSON.stringify(schema(fields), null, 2)}\n`,
    },
    { path: 'docs/statutes.md', text: withGenerated(read('docs/statutes.md'), docs) },
  ];
}

function schema({ STATUTE_FIELDS, POLICY_FIELDS, CLAUSE_FIELDS, STATUTE_LIMITS: limits, VERIFIABLE }) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '年报工作区自带的法规 / Statutes of a workspace for annual reports',
    description:
      '本地法规、规章、规范性文件：年报引用时与内置法规一样解释、跳转。Local statutes, explained and found like the built-in ones.',
    type: 'object',
    anyOf: [{ required: ['statutes'] }, { required: ['policies'] }],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      statutes: { type: 'array', maxItems: limits.statutes, items: { $ref: '#/definitions/statute' } },
      policies: { type: 'array', maxItems: limits.policies, items: { $ref: '#/definitions/policy' } },
    },
    definitions: {
      text: { type: 'string', minLength: 1, maxLength: limits.text },
      short: { type: 'string', minLength: 1, maxLength: limits.short },
      date: {
        type: 'string',
        pattern: '^\\d{4}(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))?$',
        description: '2023-06-01；只知道年份的写 2023。An ISO day, or the year alone.',
      },
      fact: { enum: Object.keys(VERIFIABLE) },
      statute: fieldSchema(STATUTE_FIELDS, field => form(field, limits)),
      policy: fieldSchema(POLICY_FIELDS, field => form(field, limits)),
      clause: fieldSchema(CLAUSE_FIELDS, field => form(field, limits)),
    },
  };
}

function form({ kind, most }, limits) {
  const short = { $ref: '#/definitions/short' };
  const list = items => ({ type: 'array', maxItems: limits.list, items });
  switch (kind) {
    case 'short':
    case 'number':
      return short;
    case 'text':
      return { $ref: '#/definitions/text' };
    case 'date':
      return { $ref: '#/definitions/date' };
    case 'address':
      return { type: 'string', pattern: '^https://' };
    case 'count':
      return { type: 'integer', minimum: 1, maximum: most };
    case 'aliases':
      return list({ type: 'string', minLength: limits.shortestAlias, maxLength: limits.short });
    case 'shorts':
      return list(short);
    case 'texts':
      return list({ $ref: '#/definitions/text' });
    case 'facts':
      return list({ $ref: '#/definitions/fact' });
    case 'clauses':
      return { type: 'array', maxItems: limits.clauses, items: { $ref: '#/definitions/clause' } };
    default:
      throw new Error(`no schema for fields of kind ${kind}`);
  }
}
