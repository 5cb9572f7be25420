import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WordEntry } from '../../../../server/src/format/meanings.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import { expandMacros } from '../../../support/macros.ts';

// What one entry more in the vocabulary changes: everything that reads figures, and nothing else has to be told.

const WORDS_FILE = '../../../../server/src/format/data/words.ts';
/** A name of applications and a verb that no report uses. */
const ENTRIES: readonly WordEntry[] = [
  { matter: 'applications', words: '求知函' },
  { step: 'received', words: '迎进' },
];
const LINE = '全年迎进求知函181件';
const URI = 'file:///2024.md';

async function readWith(entries: readonly WordEntry[]) {
  vi.resetModules();
  vi.doMock(WORDS_FILE, async original => {
    const { WORDS } = await original<{ WORDS: readonly WordEntry[] }>();
    return { WORDS: [...WORDS, ...entries] };
  });
  const { Snapshot } = await import('../../../../server/src/analysis/snapshot.ts');
  const { DEFAULT_SETTINGS } = await import('../../../../server/src/analysis/files/settings.ts');
  const { UNINTERRUPTED } = await import('../../../../server/src/analysis/scheduler.ts');
  const { completion } = await import('../../../../server/src/features/completion.ts');
  const { hover } = await import('../../../../server/src/features/hover.ts');
  const { NO_CLIENT_CAPABILITIES } = await import('../../../../server/src/features/support/clientCapabilities.ts');
  const { chainsOf } = await import('../../../../server/src/model/statements/chains.ts');
  const { Source } = await import('../../../../server/src/text/source.ts');
  const open = (line: string) =>
    new Snapshot(
      URI,
      1,
      new Source(
        ['{{head 临溪县林业局 2024}}', '## 一、总体情况', line, '{{parts 二}}', '## 三、收到和处理政府信息公开申请情况']
          .concat('{{table3 newReceived: 151 31 0 0 0 0; granted: 151 31 0 0 0 0}}', '{{parts 四}}', '{{parts 五-六}}')
          .map(piece => expandMacros(piece, editionById('2021')))
          .join('\n\n'),
      ),
      DEFAULT_SETTINGS,
    );
  const written = open(`${LINE}。`);
  const text = written.source.text;
  const figures = chainsOf(written.report).flatMap(chain => chain.reading.figures);
  const started = open(LINE.replace('181件', ''));
  return {
    reading: figures
      .filter(({ number }) => number.value === 181)
      .map(({ matter, steps, unknown }) => ({ matter, steps, unknown })),
    card: hover(written, text.indexOf('181件') + 1, 'zh-CN')?.contents.replaceAll('\\', '') ?? '',
    offered: completion(started, started.source.text.indexOf('求知函') + 3, {
      language: 'zh-CN',
      clientCapabilities: NO_CLIENT_CAPABILITIES,
      file: { uri: URI, languageId: 'annual-report' },
      now: new Date(2025, 0, 10),
    }).map(({ label }) => label),
    rules: (await written.findings(UNINTERRUPTED)).findings.map(({ rule }) => rule),
  };
}

describe('an entry added to the vocabulary', () => {
  beforeEach(() => vi.doUnmock(WORDS_FILE));
  afterAll(() => {
    vi.doUnmock(WORDS_FILE);
    vi.resetModules();
  });

  test('without it: silence, and the hover says which words are missing', async () => {
    const { reading, card, offered, rules } = await readWith([]);
    expect(reading).toEqual([{ matter: undefined, steps: [], unknown: 5 }]);
    expect(card).toContain('没有读出数的是什么');
    expect(card).toContain('词表里没有“迎进求知函”');
    expect(offered).not.toContain('182件');
    expect(rules).not.toContain('prose/against-table');
  });

  test('with it: reading, hover, completion and rules follow at once', async () => {
    const { reading, card, offered, rules } = await readWith(ENTRIES);
    expect(reading).toEqual([{ matter: 'applications', steps: ['received'], unknown: 0 }]);
    expect(card).toContain('读作 181 件：本年收到的政府信息公开申请');
    expect(card).toContain('182，与正文相差 1件');
    expect(offered).toContain('182件');
    expect(rules).toContain('prose/against-table');
  });
});
