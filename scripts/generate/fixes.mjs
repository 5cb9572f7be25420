// docs/fixes.md: every sort of fix with its title, for those who bind keys to one.

/** Sorts that change a table, also where nothing is to be mended; all others mend a finding. */
const OF_TABLES = /^(?:fillBlanks|computeTotals|standardTable|convert\.)/;
/** Not offered one by one, or no fix but words in one. */
const OTHERS = new Set(['all', 'silenceReason']);

const INTRODUCTION = `# 快速修复和快捷键 / Fixes and keys

灯泡菜单里的每一种修复都可以用命令来做，也可以配快捷键。常用的几种在命令面板里（\`F1\`，输入“年报”）；全部名称见下表。

Every sort of fix in the light bulb's menu is a command that keys can be bound to. The usual ones are in the command palette (\`F1\`, then “Annual Report”); all names are below.

在“首选项: 打开键盘快捷方式 (JSON)”里写（\`args\` 是下表的名称；不写 \`args\` 就列出光标处能做的各项）：

In “Preferences: Open Keyboard Shortcuts (JSON)” (\`args\` is a name below; without it all that can be done at the cursor is listed):

\`\`\`json
{ "key": "ctrl+alt+0", "command": "annualReport.fix", "args": "fillBlanks", "when": "editorLangId == annual-report" }
\`\`\`

光标处没有这种修复时，转到草稿里有它的一处；有几处的，先列出来选。 / Where the cursor is at none, the place of the draft that has one is gone to; of several, one is picked.

也可以用 VS Code 自己的命令 \`editor.action.codeAction\`，种类（\`kind\`）为 \`quickfix.annualReport.名称\`，带“表”的还有 \`refactor.rewrite.annualReport.名称\`；\`source.fixAll.annualReport\` 一次改正可以自动改正的各项，可写进 \`editor.codeActionsOnSave\`。其他编辑器按同样的种类取用。 / VS Code's own \`editor.action.codeAction\` takes them by kind: \`quickfix.annualReport.NAME\`, those marked 表 also \`refactor.rewrite.annualReport.NAME\`; \`source.fixAll.annualReport\` applies all that is safe and may stand in \`editor.codeActionsOnSave\`. Other editors use the same kinds.`;

/** The step: the page on fixes. */
export async function fixesPage({ load }) {
  const { zhCN } = await load('server/src/messages/zh-CN.ts');
  const { en } = await load('server/src/messages/en.ts');
  // Each argument is left open.
  const open = new Proxy({}, { get: () => '…' });
  const rows = Object.keys(zhCN)
    .filter(id => id.startsWith('fix.'))
    .map(id => id.slice('fix.'.length))
    .filter(name => !OTHERS.has(name))
    .sort()
    .map(
      name =>
        `| \`${name}\` | ${OF_TABLES.test(name) ? '表' : ''} | ${zhCN[`fix.${name}`](open)} | ${en[`fix.${name}`](open)} |`,
    );
  // The one fix that the client offers by itself.
  rows.push(`| \`reopen\` | | ${zhCN['client.encoding.reopen']()} | ${en['client.encoding.reopen']()} |`);
  const head = ['| 名称 / name | | 中文 | English |', '| --- | --- | --- | --- |'];
  return [{ path: 'docs/fixes.md', text: `${INTRODUCTION}\n\n${[...head, ...rows].join('\n')}\n` }];
}
