// Writes what a new rule needs: node scripts/new-rule.mjs totals/some-id
// The rule's file, a fixture, the line in rules/index.ts and a wording in both languages. Then fill in and run
// npm run generate.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const INDEX = 'server/src/rules/index.ts';
const [id = ''] = process.argv.slice(2);

if (!/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(id)) fail('用法 / usage: npm run new-rule totals/some-id');
const [group, name] = id.split('/');
const constant = name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const files = { [`server/src/rules/${id}.ts`]: rule(), [`test/drafts/rules/${id}.md`]: fixture() };
for (const path of Object.keys(files)) if (existsSync(join(ROOT, path))) fail(`${path} 已存在 / exists already`);
const edited = {
  [INDEX]: registered(read(INDEX)),
  'server/src/messages/zh-CN.ts': worded(
    read('server/src/messages/zh-CN.ts'),
    '待写：是什么（两个数字）、依据、怎么办。',
  ),
  'server/src/messages/en.ts': worded(
    read('server/src/messages/en.ts'),
    'To be written: what (both numbers), why, what to do.',
  ),
};

for (const [path, text] of Object.entries({ ...files, ...edited })) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  console.log(`写入 / wrote ${path}`);
}

function fail(words) {
  console.error(words);
  process.exit(1);
}

function read(path) {
  return readFileSync(join(ROOT, path), 'utf8');
}

function rule() {
  return `import { defineRule, finding } from '../support/rule.ts';

/**
 * 一句话说明查出什么。
 *
 * 说明：怎样判断，严重程度不同的情形，快速修复。依据惯例的写明理由。
 *
 * 不报：
 * - 哪些情形不报。
 *
 * English: What is found, and what is not reported.
 */
export const ${constant} = defineRule({
  id: '${id}',
  catalogue: [],
  basis: ['practice'],
  severity: 'hint',
  *run({ report }) {
    for (const section of report.sections) {
      if (section.title === '') yield finding(section.titleSpan, { message: '${id}' });
    }
  },
});
`;
}

function fixture() {
  const head = '{{head 青川县林业局 2024}}\n\n{{parts 一-六}}\n';
  return `//! draft 有误：说明错在哪里
${head}//! hint ${id} 「划线的文字」

//! draft 无误：说明为什么不报
${head}//! none

//! draft 未完：说明写到哪里
${head}//! none

//! draft 全角：CRLF
//! crlf
${head}//! none
`;
}

/** The index with the import in its place and the rule behind the last one of its group. */
function registered(index) {
  const line = `import { ${constant} } from './${id}.ts';`;
  const imports = index.split('\n').filter(each => /^import \{.*\} from '\.\/.*\/.*';$/.test(each));
  const path = each => /'(.*)'/.exec(each)[1];
  const after = imports.filter(each => path(each) < path(line)).at(-1) ?? index.split('\n')[0];
  const last = imports.filter(each => path(each).startsWith(`./${group}/`)).at(-1);
  const before = last === undefined ? undefined : /\{ (\w+) \}/.exec(last)[1];
  const withImport = index.replace(after, `${after}\n${line}`);
  const list = withImport.indexOf('= [');
  const head = withImport.slice(0, list);
  const body = withImport.slice(list);
  const place = before === undefined ? /\n\];/ : new RegExp(`\\b${before},`);
  return (
    head + body.replace(place, found => (before === undefined ? `\n  ${constant},${found}` : `${found} ${constant},`))
  );
}

/** A catalogue with a wording behind the last one of the group, or before the first topic that is no rule. */
function worded(catalogue, words) {
  const lines = catalogue.split('\n');
  const lastOf = pattern => lines.findLastIndex(line => pattern.test(line));
  const own = lastOf(new RegExp(`^  '${group}/`));
  const at = own >= 0 ? own : lastOf(/^ {2}'[a-z]+\/[a-z-]+(?:#\w+)?':/);
  lines.splice(at + 1, 0, `  '${id}': () => '${words}',`);
  return lines.join('\n');
}
