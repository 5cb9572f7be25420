// Writes what a new rule needs: its file or row, its line in rules/index.ts, a wording in both languages, and drafts.
//   npm run new-rule -- totals/some-id                     asks for the kind, or takes the one that belongs to the group
//   npm run new-rule -- prose/some-id --kind prose         --root FOLDER writes into another copy of the repository
//   npm run new-rule -- --help
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KINDS, ruleDrafts, ruleFile } from './newRule/kinds.mjs';

const INDEX = 'server/src/rules/index.ts';
const EQUATIONS = 'server/src/rules/totals/equationRules.ts';
const ARGUMENTS = 'server/src/messages/arguments.ts';
const GROUPS = [...new Set(Object.values(KINDS).flatMap(({ groups }) => groups))];
const USAGE = `用法 / usage: npm run new-rule -- 组/规则名 [--kind 种类]
              npm run new-rule -- group/rule-id [--kind kind]

组 / groups: ${GROUPS.join(' ')}
规则名说明毛病，用英文小写和连字符，如 row-total / the id names the fault, in lower case with hyphens

种类 / kinds:
${Object.entries(KINDS)
  .map(([name, { about, groups }]) => `  ${name.padEnd(10)} ${about} (${groups.join(', ')})`)
  .join('\n')}
`;

const options = readOptions();
const root = resolve(options.root ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
if (options.help) {
  console.log(USAGE);
} else {
  const id = options.id ?? fail(USAGE);
  if (!/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(id)) fail(USAGE);
  const [group, name] = id.split('/');
  const kind = await kindOf(group);
  await write(id, group, name, kind);
  explain(id, kind);
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, kind: { type: 'string' }, root: { type: 'string' } },
    });
    if (positionals.length > 1) fail(USAGE);
    return { ...values, id: positionals[0] };
  } catch (error) {
    return fail(`${error.message}\n\n${USAGE}`);
  }
}

/** The kind that was given, or that the user picks; where nobody can be asked, the one of the group. */
async function kindOf(group) {
  const usual = Object.keys(KINDS).find(name => KINDS[name].groups.includes(group));
  let kind = options.kind;
  if (kind === undefined && process.stdin.isTTY) {
    const reader = createInterface({ input: process.stdin, output: process.stdout });
    const question = `${USAGE}\n种类 / kind${usual === undefined ? '' : ` [${usual}]`}: `;
    kind = (await reader.question(question)).trim() || usual;
    reader.close();
  }
  kind ??= usual;
  if (kind === undefined || !Object.hasOwn(KINDS, kind)) fail(`没有这个种类 / no such kind: ${kind ?? ''}\n\n${USAGE}`);
  if (kind === 'equation' && !KINDS.equation.groups.includes(group))
    fail(`勾稽关系的规则属于 / rules on equations belong to: ${KINDS.equation.groups.join(', ')}`);
  return kind;
}

async function write(id, group, name, kind) {
  const constant = name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const { names, wording, row } = KINDS[kind];
  const files = {
    ...(row ? {} : { [`server/src/rules/${id}.ts`]: ruleFile(kind, id, constant) }),
    [`test/drafts/rules/${id}.md`]: ruleDrafts(kind, id),
  };
  const isKnown = read('server/src/messages/zh-CN.ts').includes(`'${id}'`);
  for (const path of Object.keys(files))
    if (isKnown || existsSync(join(root, path))) fail(`${path} 已存在 / exists already`);
  const [chinese, english] = wording;
  const parameter = `(a: Args<${names.map(each => `'${each}'`).join(' | ')}>)`;
  const edited = {
    [row ? EQUATIONS : INDEX]: row
      ? read(EQUATIONS).replace(/\n\];/, found => `\n${row({ id })}${found.slice(1)}`)
      : registered(read(INDEX), id, group, constant),
    'server/src/messages/ruleTitles.ts': titled(read('server/src/messages/ruleTitles.ts'), id, group),
    'server/src/messages/zh-CN.ts': worded(read('server/src/messages/zh-CN.ts'), id, group, parameter, chinese),
    'server/src/messages/en.ts': worded(read('server/src/messages/en.ts'), id, group, 'a', english),
  };
  for (const [path, text] of Object.entries({ ...files, ...edited })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), await formatted(path, text));
    console.log(`写入 / wrote ${path}`);
  }
}

/** The code as the formatter writes it, where it is installed. */
async function formatted(path, text) {
  if (!path.endsWith('.ts')) return text;
  const prettier = await import('prettier').catch(() => undefined);
  if (!prettier) return text;
  const file = join(root, path);
  return prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
}

function explain(id, kind) {
  const file = KINDS[kind].row ? EQUATIONS : `server/src/rules/${id}.ts`;
  console.log(`
接下来 / next:
  1. ${file}: 写判断和说明，依据、严重程度 / the check, the comment, its basis and severity
  2. server/src/messages/zh-CN.ts, en.ts: 写清什么、依据、怎么办，各占一行（\\n）；新的参数名写进 ${ARGUMENTS}
     what is wrong, on which basis, what to do, a line each (\\n); new names of arguments go into ${ARGUMENTS}
     server/src/messages/ruleTitles.ts: 规则的标题，四到十个字 / the title of the rule
  3. test/drafts/rules/${id}.md: 换成自己的草稿 / drafts of your own
  4. npx vitest run test/drafts test/unit/rules -t "${id}"
  5. npm run generate && npm run lint
  6. CHANGELOG.md
CONTRIBUTING.md 说明评审看什么 / says what a review looks for.`);
}

function fail(words) {
  console.error(words);
  process.exit(1);
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

/** The index with the import in its place and the rule behind the last one of its group. */
function registered(index, id, group, constant) {
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
    head +
    body.replace(place, found => (before === undefined ? `\n  ${constant},${found}` : `${found}\n  ${constant},`))
  );
}

/** The titles with one for the new rule behind those of its group. */
function titled(titles, id, group) {
  const lines = titles.split('\n');
  const own = lines.findLastIndex(line => line.startsWith(`  '${group}/`));
  const at = own >= 0 ? own : lines.findLastIndex(line => /^ {2}'[a-z]+\/[a-z-]+': title\(/.test(line));
  const [, name] = id.split('/');
  lines.splice(at + 1, 0, `  '${id}': title('新规则${name}', 'New rule ${name}'),`);
  return lines.join('\n');
}

/** A catalogue with a wording behind the last one of the group, or behind the last rule of all. */
function worded(catalogue, id, group, parameter, words) {
  const lines = catalogue.split('\n');
  const lastOf = pattern => lines.findLastIndex(line => pattern.test(line));
  const own = lastOf(new RegExp(`^  '${group}/`));
  let at = own >= 0 ? own : lastOf(/^ {2}'[a-z]+\/[a-z-]+(?:#\w+)?':/);
  // A wording may go on for some lines.
  while (!/,$/.test(lines[at])) at++;
  lines.splice(at + 1, 0, `  '${id}': ${parameter} => \`${words}\`,`);
  return lines.join('\n');
}
