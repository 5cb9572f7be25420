import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readingEntries } from '../support/readingPage.ts';
import { closeAll, findings, inShort, openUntitled, ruleOf, until } from './editor.ts';

const PAGE = process.env['ANNUAL_REPORT_READING_PAGE'] ?? '';
const isChinese = vscode.env.language.toLowerCase().startsWith('zh');

suite('读不准的草稿 / drafts that cannot be read for sure', () => {
  teardown(closeAll);

  test('编辑器里显示的话和说明页上的一样 / the sentences are those of the page', async () => {
    const entries = readingEntries(PAGE);
    assert.ok(entries.length > 15, '说明页有条目 / the page has entries');
    for (const { title, rule, draft, sentence } of entries) {
      const { document } = await openUntitled(draft);
      const shown = await until(
        title,
        () =>
          findings(document.uri).find(
            one => ruleOf(one) === rule && (!isChinese || one.message.replaceAll('\n', '') === sentence),
          ),
        () => inShort(document.uri),
      );
      assert.notEqual(shown.message, '');
    }
  });
});
