import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

const OVERVIEW = '海东县林业局认真贯彻落实条例，推进林业领域政府信息公开。';
const REQUESTS = '依申请公开：由表三写的一句话';
const PROACTIVE = '主动公开：由表二写的一句话';
const CASES = '复议、诉讼：由表四写的一句话';

/** Items offered at ‸ in the overview's first paragraph, and the paragraph after one of them was accepted. */
function offered(words: string, text = sampleReport('pipe')) {
  const marked = text.replace(OVERVIEW, words);
  const offset = marked.indexOf('‸');
  const source = new Source(marked.replace('‸', ''));
  const snapshot = new Snapshot('file:///2024.md', 1, source, DEFAULT_SETTINGS);
  const items = completion(snapshot, offset, {
    language: 'zh-CN',
    clientCapabilities: { snippets: true },
    file: { uri: 'file:///2024.md', languageId: 'annual-report' },
    now: new Date(2025, 2, 1),
  }).filter(({ label }) => label.endsWith('一句话'));
  return items.map(item => {
    const { range, newText } = item.textEdit as TextEdit;
    const line = source.slice(source.line(range.start.line));
    return { item, written: line.slice(0, range.start.character) + newText + line.slice(range.end.character) };
  });
}

const labels = (words: string) => offered(words).map(({ item }) => item.label);

describe('sentences in the overview', () => {
  test('are offered on an empty line, at the beginning of one, and behind a sentence', () => {
    for (const words of ['‸', '　　‸', '（二）依申请公开。‸', '全年工作如下：‸其他见后。', '贯彻条例。全年‸'])
      expect(labels(words), words).toHaveLength(3);
  });

  test('the one of the paragraph’s topic comes first', () => {
    expect(labels('（二）依申请公开。‸')[0]).toBe(REQUESTS);
    expect(labels('（一）主动公开。‸')[0]).toBe(PROACTIVE);
    expect(labels('（三）行政复议、行政诉讼。‸')[0]).toBe(CASES);
  });

  test('take the place of the words typed to find them', () => {
    const [first] = offered('（二）依申请公开。全年新收‸').filter(({ item }) => item.label === REQUESTS);
    expect(first?.written).toMatch(/^（二）依申请公开。全年新收政府信息公开申请120件，/);
    expect(first?.item.filterText).toMatch(/ysqgk/);
    expect(offered('ysqgk‸').map(({ written }) => written)).toContainEqual(expect.stringMatching(/^全年新收/));
  });

  test('are not offered within a sentence, and not outside of the overview', () => {
    for (const words of ['推进林业领域政府信息公开‸', '（二）依申请公开‸', '认真贯彻，‸'])
      expect(labels(words), words).toEqual([]);
    const text = sampleReport('pipe');
    expect(offered(OVERVIEW, text.replace('政策解读形式', '‸政策解读形式'))).toEqual([]);
    expect(offered(OVERVIEW, text.replace('| 1286 |', '| ‸1286 |'))).toEqual([]);
  });

  test('are not offered for tables that do not add up', () => {
    const wrong = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
    expect(offered('‸', wrong).map(({ item }) => item.label)).toEqual([PROACTIVE, CASES]);
  });
});
