// Pages of the rules: docs/rules/<group>/<name>.md and an index. What a rule checks and leaves alone stands in the
// comment of its file; basis, severity and example come from the rule itself and its fixtures.

const SEVERITIES = { error: '错误', warning: '警告', information: '提示', hint: '建议' };
const LONGEST_LINE = 160;

/** Rules in the order in which they run, then the engine's own, each with its title and what its comment says. */
export async function describedRules({ load, read }) {
  const { RULES } = await load('server/src/rules/index.ts');
  const { EQUATION_RULES } = await load('server/src/rules/totals/equationRules.ts');
  const { ACROSS_RULES } = await load('server/src/rules/acrossRules.ts');
  const { DIRECTIVE_RULES } = await load('server/src/analysis/directiveRules.ts');
  const { ruleTitle } = await load('server/src/messages/ruleTitles.ts');
  const equations = read('server/src/rules/totals/equationRules.ts');
  const directives = read('server/src/analysis/directiveRules.ts');
  return [
    ...[...RULES, ...ACROSS_RULES].map(({ id, catalogue, basis, severity, kinds }) => ({
      id,
      title: ruleTitle('zh-CN', id),
      catalogue,
      basis,
      severity,
      kinds,
      ...(EQUATION_RULES.some(rule => rule.id === id)
        ? readComment(id, equations, `\\{\\s*id: '${id}'`)
        : readComment(id, read(`server/src/rules/${id}.ts`), 'export const \\w+ = define(?:Across)?Rule\\(')),
    })),
    ...DIRECTIVE_RULES.map(({ id, severity }) => ({
      id,
      title: ruleTitle('zh-CN', id),
      catalogue: [],
      basis: ['practice'],
      severity,
      ...readComment(id, directives, `\\{\\s*id: '${id}'`),
    })),
  ];
}

/** For which kinds of report a rule is; one that says nothing is for the first kind alone. */
const KINDS = { every: '各种年度报告都查。', others: '不查政府信息公开工作年度报告。' };

/** First sentence, paragraphs, what is not reported, and the English text of the comment before `anchor`. */
function readComment(id, source, anchor) {
  const found = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*${anchor}`).exec(source);
  if (!found) throw new Error(`${id} has no comment`);
  const paragraphs = found[1]
    .split('\n')
    .map(line => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  const [summary = '', ...rest] = paragraphs;
  const english = rest.find(paragraph => paragraph.startsWith('English:'));
  if (english === undefined) throw new Error(`${id}: the comment has no paragraph “English: …”`);
  const silent = rest.find(paragraph => paragraph.startsWith('不报：'));
  return {
    summary: join(summary).replace(/。$/, ''),
    details: rest.filter(paragraph => paragraph !== english && paragraph !== silent).map(join),
    silent: (silent ?? '').split(/\n- /).slice(1).map(join),
    english: english.slice('English:'.length).replace(/\s+/g, ' ').trim(),
  };
}

/** Lines of one paragraph; Chinese words are not parted by a space. */
function join(paragraph) {
  return paragraph.replace(/\s*\n\s*/g, (_, at) => (/[\x21-\x7e]/.test(paragraph.charAt(at - 1)) ? ' ' : ''));
}

/** The step: a page for each rule, and the index. */
export async function rulePages({ load, read, list }) {
  const rules = await describedRules({ load, read });
  const { readFixture, findingsOf } = await load('test/support/fixture.ts');
  const { message } = await load('server/src/messages/text.ts');
  const { Source } = await load('server/src/text/source.ts');
  const { editionById, tableById } = await load('server/src/format/index.ts');
  const { numberToChinese } = await load('server/src/text/numerals.ts');
  const { statuteById } = await load('server/src/statutes/index.ts');
  const { ruleGroup } = await load('server/src/messages/ruleTitles.ts');

  const examples = new Map();
  // Drafts in Markdown show an example best.
  const fixtures = list('test/drafts/rules')
    .filter(each => /\.(?:md|txt|html)$/.test(each))
    .sort();
  for (const path of [
    ...fixtures.filter(each => each.endsWith('.md')),
    ...fixtures.filter(each => !each.endsWith('.md')),
  ]) {
    const id = /rules\/([^/]+\/[a-z-]+)/.exec(path)?.[1];
    for (const draft of readFixture(read(path))) {
      const source = new Source(draft.text);
      for (const finding of await findingsOf(draft.text, draft.switches)) {
        if (finding.rule !== id) continue;
        const known = examples.get(id) ?? { byMessage: new Map(), severities: new Set() };
        if (!known.byMessage.has(finding.message)) known.byMessage.set(finding.message, { finding, source });
        known.severities.add(finding.severity);
        examples.set(id, known);
      }
    }
  }

  const across = await examplesAcross({ load, read, list });

  const basisOf = (basis, rule) => {
    if (basis === 'practice')
      return rule.startsWith('wording/')
        ? '没有条文规定，出于编辑和核对的需要。'
        : '编写年度报告的惯例，没有条文规定。';
    const [kind, rest = ''] = basis.split(':');
    const [id, part] = rest.split('#');
    if (kind === 'edition') {
      const edition = editionById(id);
      const document = edition.issuingDocument === null ? '' : `，${edition.issuingDocument.number}`;
      const table = part === undefined ? '' : `，《${tableById(edition, part).title}》表`;
      return `${edition.name}${document}${table}`;
    }
    const statute = statuteById(id);
    const number = statute.documentNumber === undefined ? '' : `（${statute.documentNumber}）`;
    const article = statute.articles.find(each => each.no === Number(part));
    return `《${statute.title}》${statute.version ?? ''}${number}${part === undefined ? '' : `第${numberToChinese(Number(part))}条`}${article?.title === undefined ? '' : `：${article.title}`}`;
  };

  const pages = rules.map(rule => {
    const known = examples.get(rule.id);
    const between = across.get(rule.id) ?? [];
    const shown = [...(known?.byMessage.values() ?? [])].sort(
      (a, b) => Number(b.finding.message === rule.id) - Number(a.finding.message === rule.id),
    );
    const first = shown[0]?.finding ?? between[0]?.worded;
    const english = first && message('en', first.message, first.args);
    return {
      path: `docs/rules/${rule.id}.md`,
      text:
        [
          `# ${rule.title}`,
          `${rule.summary}。`,
          `规则名 \`${rule.id}\`，严重程度：${severityOf(rule, known?.severities ?? new Set(between.map(({ severity }) => severity)))}。${KINDS[rule.kinds] ?? ''}`,
          ...(rule.details.length === 0 ? [] : ['## 检查什么', ...rule.details]),
          '## 依据',
          rule.basis.map(each => `- ${basisOf(each, rule.id)}`).join('\n'),
          ...(shown.length === 0
            ? []
            : ['## 示例', ...shown.map(({ finding, source }) => example(finding, source, message))]),
          ...(between.length === 0 ? [] : ['## 示例', ...between.map(each => exampleAcross(each, message))]),
          ...(rule.silent.length === 0 ? [] : ['## 不报的情形', rule.silent.map(each => `- ${each}`).join('\n')]),
          ...silencing(rule),
          '## In English',
          rule.english,
          ...(english === undefined ? [] : [`> ${english}`]),
        ].join('\n\n') + '\n',
    };
  });
  return [
    ...pages,
    { path: 'docs/rules/README.md', text: index(rules, group => ruleGroup('zh-CN', group)) },
    { path: 'docs/rules/catalogue.md', text: catalogue(rules) },
  ];
}

/** Numbers of the requirements from which the rules were made, with the rules that cover them. */
function catalogue(rules) {
  const numbers = [...new Set(rules.flatMap(rule => rule.catalogue))].sort();
  return [
    '# 检查项目编号',
    '',
    '检查规则按下列项目编写，一项可以由几条规则检查。编号的首字母：S 结构、日期、文字与引用，T 表格与勾稽关系（T2 表二，T3 表三，T4 表四），P 正文，C 历年累计，X 跨年，U 各单位。',
    '',
    'The numbers of the requirements that the rules were written for; a `catalogue` in the code names them.',
    '',
    '| 编号 | 规则 |',
    '| --- | --- |',
    ...numbers.map(number => {
      const covering = rules.filter(rule => rule.catalogue.includes(number));
      return `| ${number} | ${covering.map(({ id, title }) => `[${title}](${id}.md)`).join('；')} |`;
    }),
    '',
  ].join('\n');
}

function severityOf(rule, severities) {
  const others = Object.keys(SEVERITIES).filter(each => each !== rule.severity && severities.has(each));
  return (
    SEVERITIES[rule.severity] +
    (others.length === 0 ? '' : `；有的情形为${others.map(each => SEVERITIES[each]).join('、')}`)
  );
}

function example(finding, source, message) {
  const words = source.slice(finding.span);
  const line = source.slice(source.line(source.lineAt(finding.span.start))).trim();
  const quoted = line.length <= LONGEST_LINE && !line.includes('\ufffd') ? [`\`\`\`text\n${line}\n\`\`\``] : [];
  const mark = words === '' || words.includes('|') || words === line || words.includes('\ufffd') ? '' : `“${words}”：`;
  return [
    ...quoted,
    `> ${mark}${SEVERITIES[finding.severity]}。${message('zh-CN', finding.message, finding.args)}`,
  ].join('\n\n');
}

/** Of each rule on several reports, a finding for each of its messages. */
async function examplesAcross({ load, read, list }) {
  const { readWorkspaces, compareWorkspace } = await load('test/support/workspaceFixture.ts');
  const examples = new Map();
  for (const path of list('test/workspaces').sort()) {
    for (const workspace of readWorkspaces(read(path))) {
      for (const finding of compareWorkspace(workspace).findings) {
        const known = examples.get(finding.rule) ?? [];
        if (!path.endsWith(`/${finding.rule.slice(finding.rule.indexOf('/') + 1)}.md`)) continue;
        if (!known.some(each => each.worded.message === finding.worded.message)) known.push(finding);
        examples.set(finding.rule, known);
      }
    }
  }
  return examples;
}

function exampleAcross({ worded, severity, related }, message) {
  const others = related.slice(0, 3).map(each => `- ${each.report.path}：${message('zh-CN', each.message, each.args)}`);
  return `> ${SEVERITIES[severity]}。${message('zh-CN', worded.message, worded.args)}\n\n另见：\n\n${others.join('\n')}`;
}

function silencing({ id, title }) {
  if (id.startsWith('wording/') && id !== 'wording/wrong-encoding') {
    return ['## 怎样关闭', `在设置中关闭：\`"annualReport.rules.severity": { "${id}": "off" }\`。`];
  }
  return [
    '## 怎样忽略',
    '确认无误的，在草稿中写明理由。规则写标题或规则名都可以。写在全文之前管全文，写在标题前管整个部分，写在别处管后面一段或一张表：',
    `\`\`\`text\n<!-- 年报检查 忽略 ${title}：理由 -->\n\`\`\``,
    '纯文本草稿的注释会随文公布，可以改为写入 `.annual-report.json`（快速修复代为填写）。一律不查或改变严重程度的，用设置：',
    `\`\`\`json\n"annualReport.rules.severity": { "${id}": "off" }\n\`\`\``,
  ];
}

function index(rules, groupName) {
  const groups = [...new Set(rules.map(({ id }) => id.split('/')[0]))];
  const lines = groups.flatMap(group => [
    '',
    `## ${groupName(group)}`,
    '',
    '| 规则 | 检查什么 | 规则名 | 严重程度 |',
    '| --- | --- | --- | --- |',
    ...rules
      .filter(({ id }) => id.startsWith(`${group}/`))
      .map(
        ({ id, title, summary, severity }) =>
          `| [${title}](${id}.md) | ${summary} | \`${id}\` | ${SEVERITIES[severity]} |`,
      ),
  ]);
  return [
    '# 检查规则',
    '',
    '每条规则一页：检查什么，依据，示例，不报的情形，怎样忽略。Each page ends with a part in English.',
    '规则按[检查项目](catalogue.md)编写。The rules were written for a [list of requirements](catalogue.md).',
    ...lines,
    '',
  ].join('\n');
}
