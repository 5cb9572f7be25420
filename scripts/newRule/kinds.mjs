// What a rule of each kind looks at, and the first version of it that `npm run new-rule` writes: it compiles, finds something
// plain, and its drafts pass. One place, so that a change of the rules' interface changes one file.

/** Kinds by name: what they are for, the groups they belong to, and the texts that a new rule starts with. */
export const KINDS = {
  equation: {
    about: '官方表格的勾稽关系 / equations of the official tables',
    groups: ['totals', 'cumulative'],
    row: ({ id }) => `  /**
${comment('  ', '某一勾稽关系不成立。', 'An equation of an official table does not hold.')}
   */
  {
    id: '${id}',
    catalogue: [],
    basis: ['practice'],
    severity: 'hint',
    // Ids of equations in server/src/format/data; a new relation is added there first.
    equations: ['T2-01'],
  },
`,
    names: ['axis', 'stated', 'computed'],
    wording: [
      '“${a.axis}”填 ${a.stated}，应为 ${a.computed}。',
      '“${a.axis}” states ${a.stated}; it should be ${a.computed}.',
    ],
    draft: ({ id }) => `{{parts 一}}

## 二、主动公开政府信息情况

{{table2 normativeDocuments: 9 0 4}}
//! information totals/effective-below-issued 「4」
//! hint ${id} 「4」 stated=4 computed=9

{{parts 三-六}}`,
  },
  table: {
    about: '一张官方表格里的格子、行、列 / cells, rows and columns of one official table',
    groups: ['tables'],
    imports: `import { defineRule, finding } from '../support/rule.ts';`,
    check: ({ id }) => `  scope: 'table',
  *run({ table }) {
    for (const figure of table.figures.values()) {
      if (figure.text === '待填') yield finding(figure.span, { message: '${id}', args: { text: figure.text } });
    }
  },`,
    names: ['text'],
    wording: ['格子里写着“${a.text}”。', 'A cell says “${a.text}”.'],
    draft: ({ id }) => `{{parts 一}}

## 二、主动公开政府信息情况

{{table2 normativeDocuments.issued=待填}}
//! hint ${id} 「待填」

{{parts 三-六}}`,
  },
  prose: {
    about: '一段正文 / one paragraph of running text',
    groups: ['prose', 'wording', 'dates'],
    imports: `import type { Span } from '../../text/span.ts';
import { defineRule, finding } from '../support/rule.ts';`,
    check: ({ id }) => `  scope: 'paragraph',
  reader: wordsIn,
  *run({ place }, found) {
    for (const { start, end } of found) yield finding(place(start, end), { message: '${id}', args: { text: WORDS } });
  },`,
    rest: `const WORDS = '数字待核实';

/** Where the words stand in a paragraph. */
function wordsIn(text: string): readonly Span[] {
  const start = text.indexOf(WORDS);
  return start < 0 ? [] : [{ start, end: start + WORDS.length }];
}`,
    names: ['text'],
    wording: ['正文写着“${a.text}”。', 'The text says “${a.text}”.'],
    draft: ({ id }) => `## 一、总体情况

认真贯彻落实条例，数字待核实。
//! hint ${id} 「数字待核实」

{{parts 二-六}}`,
  },
  citation: {
    about: '引用的法规、条款、文号 / statutes, clauses and numbers that a paragraph cites',
    groups: ['citations'],
    imports: `import { citationFindings } from '../support/citationFindings.ts';
import { defineRule, finding } from '../support/rule.ts';`,
    check: () => `  scope: 'paragraph',
  run: context => findingsOf(context),`,
    rest: ({ id }) => `// 'citations' are clauses, 'mentions' names of statutes, 'numbers' document numbers.
const findingsOf = citationFindings('numbers', function* ({ numbers, text, place }) {
  for (const { serial, span } of numbers) {
    if (serial !== '99999') continue;
    const number = text.slice(span.start, span.end);
    yield finding(place(span.start, span.end), { message: '${id}', args: { number } });
  }
});`,
    names: ['number'],
    wording: ['文号“${a.number}”的序号不像真的。', 'The serial of “${a.number}” does not look real.'],
    draft: ({ id }) => `## 一、总体情况

青政办发〔2024〕99999号要求推进公开。
//! hint ${id} 「青政办发〔2024〕99999号」

{{parts 二-六}}`,
  },
  structure: {
    about: '一个部分和它的标题 / one first-level section and its heading',
    groups: ['structure'],
    imports: `import { defineRule, finding } from '../support/rule.ts';`,
    check: ({ id }) => `  scope: 'section',
  *run({ section }) {
    if (section.title.endsWith('（初稿）'))
      yield finding(section.titleSpan, { message: '${id}', args: { title: section.title } });
  },`,
    names: ['title'],
    wording: ['标题“${a.title}”没有定稿。', 'The title “${a.title}” is not final.'],
    draft: ({ id }) => `{{parts 一-六}}

## 七、附件（初稿）
//! hint ${id} 「七、附件（初稿）」

见附件。`,
  },
};

/** The doc comment of a rule, to be filled in: the page of the rule is made of it. */
function comment(indent, chinese, english) {
  return `${indent} * ${chinese}
${indent} *
${indent} * 说明：怎样判断，严重程度不同的情形，快速修复。依据惯例的写明理由。
${indent} *
${indent} * 不报：
${indent} * - 哪些情形不报。
${indent} *
${indent} * English: ${english}`;
}

/** Text of the file of a rule; equations have a row in a table instead. */
export function ruleFile(kind, id, constant) {
  const { imports, check, rest } = KINDS[kind];
  const given = { id };
  const behind = typeof rest === 'function' ? rest(given) : rest;
  return `${imports}

/**
${comment('', '一句话说明查出什么。', 'What is found, and what is not reported.')}
 */
export const ${constant} = defineRule({
  id: '${id}',
  catalogue: [],
  basis: ['practice'],
  severity: 'hint',
${check(given)}
});
${behind === undefined ? '' : `\n${behind}\n`}`;
}

/** The drafts of a new rule: one with the mistake; the other three are made of it until they say more. */
export function ruleDrafts(kind, id) {
  return `//! draft 有误：说明错在哪里
//! standard
{{head 青川县林业局 2024}}

${KINDS[kind].draft({ id })}
`;
}
