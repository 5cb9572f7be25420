// docs/settings.md from the settings in package.json, and the rules' names in the schema of annualReport.rules.severity.
import { describedRules } from './rulePages.mjs';

const SEVERITIES = {
  error: ['错误', 'error'],
  warning: ['警告', 'warning'],
  information: ['提示', 'information'],
  hint: ['建议', 'hint'],
};
const SETTING = 'annualReport.rules.severity';
const KEY = 'rule.';

/** The step: each rule by name in the schema of the severity setting, its description in both languages. */
export async function ruleSettings(context) {
  const rules = await describedRules(context);
  const schema = Object.fromEntries(
    rules.map(({ id }) => [
      id,
      {
        type: 'string',
        enum: ['error', 'warning', 'information', 'hint', 'off'],
        description: `%${keyOf(id)}%`,
      },
    ]),
  );
  const english = rules.map(rule => [
    keyOf(rule.id),
    `${firstSentence(rule.english)} (${SEVERITIES[rule.severity][1]})`,
  ]);
  const chinese = rules.map(rule => [keyOf(rule.id), `${rule.summary}（${SEVERITIES[rule.severity][0]}）`]);
  return [
    { path: 'package.json', text: withProperties(context.read('package.json'), schema) },
    { path: 'package.nls.json', text: withTexts(context.read('package.nls.json'), english) },
    { path: 'package.nls.zh-cn.json', text: withTexts(context.read('package.nls.zh-cn.json'), chinese) },
  ];
}

/** Keys of package.nls.json hold no slash. */
function keyOf(id) {
  return KEY + id.replace('/', '.');
}

/** The first sentence of an English text. */
export function firstSentence(text) {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}

/** The manifest with the setting's `properties` replaced; all else stays as it is written. */
function withProperties(manifest, schema) {
  const setting = manifest.indexOf(`"${SETTING}"`);
  const start = manifest.indexOf('"properties": {', setting);
  if (setting < 0 || start < 0) throw new Error(`package.json has no ${SETTING} with properties`);
  const open = manifest.indexOf('{', start);
  let depth = 0;
  let close = open;
  // No text in the schema holds a brace.
  for (; close < manifest.length; close++) {
    if (manifest[close] === '{') depth++;
    else if (manifest[close] === '}' && --depth === 0) break;
  }
  const indent = ' '.repeat(start - manifest.lastIndexOf('\n', start) - 1);
  const lists = JSON.stringify(schema, null, 2).replace(
    /\[\s+([^\]]*?)\s+\]/g,
    (_, items) => `[${items.replace(/\s*\n\s*/g, ' ')}]`,
  );
  return manifest.slice(0, open) + lists.replaceAll('\n', `\n${indent}`) + manifest.slice(close + 1);
}

function withTexts(file, texts) {
  const kept = Object.entries(JSON.parse(file)).filter(([key]) => !key.startsWith(KEY));
  return `${JSON.stringify(Object.fromEntries([...kept, ...texts]), null, 2)}\n`;
}

/** The step: a page on all settings. */
export async function settingsPage({ read }) {
  const { contributes } = JSON.parse(read('package.json'));
  const english = JSON.parse(read('package.nls.json'));
  const chinese = JSON.parse(read('package.nls.zh-cn.json'));
  const settings = [contributes.configuration]
    .flat()
    .flatMap(({ properties }) => Object.entries(properties))
    .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
  const text = (texts, value) => (value ?? '').replace(/^%(.+)%$/, (_, key) => texts[key] ?? key);
  const describe = (name, setting) => {
    const words = setting.markdownDescription ?? setting.description;
    const offered = setting.enum ? setting : setting.anyOf?.find(each => each.enum);
    const values = offered?.enum.map((value, i) => {
      const meaning = offered.enumDescriptions?.[i];
      return `- \`${value}\`${meaning === undefined ? '' : `：${text(chinese, meaning)} ${text(english, meaning)}`}`;
    });
    return [
      `## ${name}`,
      text(chinese, words),
      text(english, words),
      ...(values ? [values.join('\n')] : []),
      `默认值 / default \`${JSON.stringify(setting.default)}\`，${SCOPES[setting.scope] ?? setting.scope}。`,
      ...(name === SETTING
        ? ['规则名见[检查规则](rules/README.md)。 / For the rules see [the list](rules/README.md).']
        : []),
    ];
  };
  return [
    {
      path: 'docs/settings.md',
      text:
        [
          '# 设置 / Settings',
          '草稿中的注释优先于设置，设置优先于 `.annual-report.json`，最后是默认值。 / A comment in the draft comes first, then the setting, then `.annual-report.json`, then the default.',
          ...settings.flatMap(([name, setting]) => describe(name, setting)),
        ].join('\n\n') + '\n',
    },
  ];
}

const SCOPES = {
  resource: '可按文件夹设置 / per folder',
  window: '按窗口设置 / per window',
  machine: '按机器设置 / per machine',
  'language-overridable': '可按语言和文件夹设置 / per language and folder',
};
