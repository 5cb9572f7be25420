// schemas/statutes.schema.json and the tables of docs/statutes.md from server/src/analysis/files/statuteFields.ts.
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
    table(STATUTE_FIELDS),
    '一个只凭文号认出的政策文件（`policies` 里）/ a document on policy, in `policies`：',
    table(POLICY_FIELDS),
    '一条（`clauses` 里）/ a clause, in `clauses`：',
    table(CLAUSE_FIELDS),
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
      statute: object(STATUTE_FIELDS, limits),
      policy: object(POLICY_FIELDS, limits),
      clause: object(CLAUSE_FIELDS, limits),
    },
  };
}

function object(fields, limits) {
  return {
    type: 'object',
    required: Object.keys(fields).filter(name => fields[name].isRequired),
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        { ...form(field, limits), description: `${field.chinese}${field.english}` },
      ]),
    ),
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

function table(fields) {
  const rows = Object.entries(fields).map(([name, { kind, isRequired, chinese, english }]) => [
    `\`${name}\`${isRequired ? ' *' : ''}`,
    FORMS[kind].join(' / '),
    `${chinese}${english}`,
  ]);
  return [['项目 / field', '写法 / form', '意思 / meaning'], ['---', '---', '---'], ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
