// schemas/settings.schema.json: what a `.annual-report.json` may say, for completion and checks in editors.
import { describedRules } from './rulePages.mjs';
import { firstSentence } from './settings.mjs';

/** The step. */
export async function settingsSchema(context) {
  const { BUILT_IN } = await context.load('server/src/format/editionSet.ts');
  const { LIMITS } = await context.load('server/src/text/limits.ts');
  const { SETTINGS_FILE_NAMES } = await context.load('server/src/analysis/files/settingsFile.ts');
  const rules = await describedRules(context);
  const severity = { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] };
  const names = { type: 'array', items: { $ref: '#/definitions/name' }, minItems: 1 };
  const properties = {
    edition: {
      ...described(
        '按哪一版格式检查，只用于同一种报告；auto 按报告年度。格式文件里的也可以写。 Edition that drafts of its kind are checked against, one of a format file too; auto: by the year of the report.',
      ),
      anyOf: [
        { enum: ['auto', ...BUILT_IN.editions.map(({ id }) => id), null] },
        { type: 'string', pattern: '^[^\\s]+$', maxLength: 60 },
      ],
      default: 'auto',
    },
    severities: {
      ...described('各规则的严重程度，off 是不检查。 Severity by rule; off: not checked.'),
      type: 'object',
      properties: Object.fromEntries(
        rules.map(({ id, summary, english }) => [
          id,
          { ...severity, description: `${summary} ${firstSentence(english)}` },
        ]),
      ),
      additionalProperties: severity,
    },
    silenced: {
      ...described('不算的检查结果，各写明理由。 Findings that do not count, each with its reason.'),
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'rule', 'fingerprint', 'reason'],
        additionalProperties: false,
        properties: {
          file: {
            ...described('草稿的路径，从本文件所在的文件夹算起。 Path of the draft, from the folder of this file.'),
            type: 'string',
          },
          rule: { ...described('规则名。 Id of the rule.'), type: 'string', examples: rules.map(({ id }) => id) },
          fingerprint: {
            ...described(
              '检查结果的标识，由“忽略”写入，命令行也列出。 Fingerprint of the finding, as written by the editor.',
            ),
            type: 'string',
          },
          reason: { ...described('理由。 The reason.'), type: 'string', pattern: '\\S' },
        },
      },
    },
    formats: {
      ...described(
        '本地格式的文件或文件夹，从本文件所在的文件夹算起。 Files or folders with formats of your own, from the folder of this file.',
      ),
      type: 'array',
      items: { $ref: '#/definitions/name' },
      maxItems: LIMITS.statutePaths,
    },
    statutes: {
      ...described(
        '本地法规的文件或文件夹，从本文件所在的文件夹算起。 Files or folders with statutes of your own, from the folder of this file.',
      ),
      type: 'array',
      items: { $ref: '#/definitions/name' },
      maxItems: LIMITS.statutePaths,
    },
    statuteTexts: {
      ...described('法规原文的文件夹。 Folder with official texts of statutes.'),
      type: 'string',
    },
    bodies: {
      ...described('名称说明不了的单位。 Public bodies whose names do not tell which reports are theirs.'),
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'names'],
        additionalProperties: false,
        properties: {
          id: { ...described('在本文件里的代号。 Counts within this file.'), $ref: '#/definitions/name' },
          names: { ...described('用过的所有名称。 All names ever.'), ...names },
          parent: { ...described('上级的 id。 The id of the body above.'), type: 'string' },
          children: {
            ...described('下级单位都列在本文件里。 All bodies below are listed in this file.'),
            enum: ['complete'],
          },
          scope: {
            ...described('area 是全市、全县的数，body 只是本级。 Figures of the whole area, or of the body alone.'),
            enum: ['area', 'body'],
          },
        },
      },
    },
    reorganised: {
      ...described(
        '这一年合并、拆分、划转的单位，不核对数字。 Bodies that were merged, split or lost functions in a year.',
      ),
      type: 'array',
      items: {
        type: 'object',
        required: ['year'],
        additionalProperties: false,
        anyOf: [{ required: ['from'] }, { required: ['to'] }],
        properties: {
          year: { ...described('报告年度。 Year of the report.'), type: 'integer' },
          from: { ...described('原来的单位。 Bodies before.'), ...names },
          to: { ...described('后来的单位。 Bodies afterwards.'), ...names },
        },
      },
    },
    workspace: {
      ...described('跨年、跨单位核对。 Comparing reports across years and bodies.'),
      type: 'object',
      properties: {
        exclude: {
          ...described(
            '不参加核对的文件，从本文件所在的文件夹算起。 Files that are compared with nothing, from the folder of this file.',
          ),
          type: 'array',
          items: { $ref: '#/definitions/name' },
        },
      },
    },
  };
  const missing = SETTINGS_FILE_NAMES.filter(name => !(name in properties));
  if (missing.length > 0 || Object.keys(properties).length !== SETTINGS_FILE_NAMES.length)
    throw new Error(`settingsSchema.mjs and SETTINGS_FILE_NAMES differ: ${missing.join(', ')}`);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '年报检查的设置 / Settings for checking annual reports',
    description:
      '编辑器和命令行都读；编辑器的设置优先。 Read by editors and the command line; the editor’s own settings come first.',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...properties },
    definitions: { name: { type: 'string', pattern: '\\S' } },
  };
  return [{ path: 'schemas/settings.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` }];
}

function described(description) {
  return { description };
}
