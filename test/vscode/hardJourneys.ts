import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  atWindow,
  closeAll,
  findings,
  hasHands,
  inShort,
  open,
  openUntitled,
  outline,
  replace,
  ruleOf,
  until,
  untilFinding,
  untilGone,
} from './editor.ts';

const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const NEW_REQUESTS = '| 一、本年新收政府信息公开申请数量 |  |  | 23 | 4 | 0 | 1 | 2 | 0 | 30 |';
const WRONG_TOTAL = NEW_REQUESTS.replace('30 |', '31 |');

const isTotal = (finding: vscode.Diagnostic) =>
  finding.severity === vscode.DiagnosticSeverity.Error && ruleOf(finding).startsWith('totals/');

/** Process of the language server that this extension host has started, by its command line; Linux tells it. */
function serverProcess(): number | undefined {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .find(pid => {
      try {
        const line = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
        // A killed process has no command line any more.
        return (
          line.includes(`--clientProcessId=${String(process.pid)}`) &&
          line.some(part => /[\\/]dist[\\/]server\.js$/.test(part))
        );
      } catch {
        return false;
      }
    });
}

/** The server's process, waited for; another one than `before`. */
const runningServer = (before?: number) =>
  until('语言服务 / the language server', () => {
    const pid = serverProcess();
    return pid !== before && pid;
  });

/** Kills the server as the system does when memory runs out. */
async function killServer(): Promise<number> {
  const pid = await runningServer();
  process.kill(pid, 'SIGKILL');
  return pid;
}

/**
 * Presses the button that restarts the server, again and again until `isPressed`: by hand, or by command where nobody
 * is at the window.
 */
async function pressRestart(what: string, seconds: number, isPressed: () => boolean): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  const pause = () =>
    new Promise(resolve => {
      setTimeout(resolve, 500);
    });
  while (!isPressed()) {
    if (Date.now() > deadline) throw new Error(`没有等到 / still waiting for: ${what}`);
    await vscode.commands.executeCommand('notifications.showList');
    if (hasHands) atWindow({ button: '^(?:重新启动|Restart)$' });
    // Fails where there is no message.
    else
      await Promise.resolve(vscode.commands.executeCommand('notification.acceptPrimaryAction')).catch(() => undefined);
    for (let i = 0; i < 4 && !isPressed(); i++) await pause();
  }
  await vscode.commands.executeCommand('notifications.clearAll');
}

(process.platform === 'linux' ? suite : suite.skip)('意外旅程', () => {
  teardown(closeAll);

  test('输入时语言服务被杀：编辑照常，文字不丢，服务重新启动，结果回来', async () => {
    const editor = await open(COUNTY);
    const { document } = editor;
    await replace(editor, NEW_REQUESTS, WRONG_TOTAL);
    await untilFinding(document.uri, '总计不符 / the wrong total', isTotal);
    const before = document.getText();
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    const typed = '服务中断时继续输入的一段文字，一个字也不能少。';
    let killed = 0;
    for (const [i, sign] of [...typed].entries()) {
      if (i === 8) killed = await killServer();
      await vscode.commands.executeCommand('type', { text: sign });
    }
    assert.equal(document.getText(), `${before}${typed}`);
    assert.notEqual(await runningServer(killed), killed);
    assert.ok((await outline(document.uri)).length >= 6);
    await replace(editor, WRONG_TOTAL, NEW_REQUESTS);
    await untilGone(document.uri, '改正后错误消失 / the error goes', isTotal);
    await replace(editor, NEW_REQUESTS, WRONG_TOTAL);
    const finding = await untilFinding(document.uri, '结果回来 / findings return', isTotal);
    assert.match(finding.message, /31/);
    assert.equal(findings(document.uri).filter(isTotal).length, 1, inShort(document.uri).join('\n'));
    assert.equal(document.getText(), `${before}${typed}`);
  });

  test('语言服务停住不答：提示重新启动，重启后结果回来，旧进程结束', async () => {
    const editor = await openUntitled('# 临溪县人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n');
    const pid = await runningServer();
    await outline(editor.document.uri);
    process.kill(pid, 'SIGSTOP');
    await editor.edit(edit => {
      edit.insert(new vscode.Position(2, 9), '\n\n收到申请XX件。');
    });
    await pressRestart('重新启动的提示 / the offer to restart', 30, () => ![undefined, pid].includes(serverProcess()));
    const restarted = await runningServer(pid);
    await untilFinding(
      editor.document.uri,
      '结果回来 / findings return',
      finding => ruleOf(finding) === 'wording/leftover',
    );
    await until('旧进程结束 / the end of the old process', () => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    });
    await new Promise(resolve => {
      setTimeout(resolve, 500);
    });
    assert.equal(serverProcess(), restarted, '新的服务没有受影响 / the new server is not affected');
  });

  test('屡次被杀：不再自动启动，提示用户重新启动；按下按钮，结果回来', async () => {
    const editor = await open(COUNTY);
    const { uri } = editor.document;
    await vscode.commands.executeCommand('annualReport.restartServer');
    await replace(editor, NEW_REQUESTS, WRONG_TOTAL);
    await untilFinding(uri, '总计不符 / the wrong total', isTotal);
    let killed: number | undefined;
    for (let i = 0; i < 5; i++) {
      killed = await runningServer(killed);
      await until(
        '服务可用 / the server is ready',
        async () => (await vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', uri)) !== undefined,
      );
      process.kill(killed, 'SIGKILL');
    }
    await until(
      '结果撤下 / findings are taken back',
      () => findings(uri).length === 0,
      () => inShort(uri),
    );
    await new Promise(resolve => {
      setTimeout(resolve, 1500);
    });
    assert.equal(serverProcess(), undefined, '不再自动启动 / not started again');
    await editor.edit(edit => {
      edit.insert(new vscode.Position(0, 0), ' ');
    });
    await pressRestart('重新启动的提示 / the offer to restart', 10, () => serverProcess() !== undefined);
    await untilFinding(uri, '结果回来 / findings return', isTotal);
  });
});
