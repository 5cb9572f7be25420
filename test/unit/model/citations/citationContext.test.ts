import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { citationContext } from '../../../../server/src/model/citations/citationContext.ts';
import { citationsOf } from '../../../../server/src/model/citations/paragraphCitations.ts';
import { LIMITS } from '../../../../server/src/text/limits.ts';
import type { Report } from '../../../../server/src/model/report.ts';
import { Source } from '../../../../server/src/text/source.ts';

describe('the context of a draft', () => {
  const reportOf = (text: string): Report => new Snapshot('file:///a.md', 1, new Source(text), DEFAULT_SETTINGS).report;
  const draft = (year: string, text: string): string =>
    `# 临溪县${year}政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制。\n\n${text}\n`;

  test('short names are known before the paragraph that introduces them is read', () => {
    const [first] = citationsOf(
      reportOf(
        '# 临溪县2024年政府信息公开工作年度报告\n\n落实《办法》第五条。\n\n根据《政府信息公开信息处理费管理办法》（以下简称《办法》）编制。\n',
      ),
    );
    expect(first?.citations[0]).toMatchObject({ statuteId: 'ogi-fee-2020', how: 'abbreviation' });
  });

  test('without a report year the day of publication tells the version', () => {
    const read = (signature: string) =>
      [...citationsOf(reportOf(draft('', `依据《条例》第五条公开。\n\n临溪县林业局\n\n${signature}`)))].flatMap(
        ({ citations }) => citations,
      );
    expect(read('2015年3月2日')).toMatchObject([{ statuteId: 'ogi-2007', reason: 'published' }]);
    expect(read('2019年5月15日')).toMatchObject([{ statuteId: 'ogi-2019', reason: 'published' }]);
    expect(read('')).toMatchObject([{ statuteId: 'ogi-2019', reason: 'newest' }]);
  });

  test('the report year decides before the day of publication', () => {
    expect(
      [...citationsOf(reportOf(draft('2018年', '依据《条例》第五条公开。\n\n2019年7月18日')))].flatMap(
        ({ citations }) => citations,
      ),
    ).toMatchObject([{ statuteId: 'ogi-2007', reason: 'reportYear' }]);
  });

  test('drafts that say the same share a context; an edit elsewhere reads no other paragraph again', () => {
    const text = draft('2024年', `依据《条例》第五条公开。\n\n${'公开信息。\n\n'.repeat(200)}共公开1条。`);
    const before = new Snapshot('file:///a.md', 1, new Source(text), DEFAULT_SETTINGS);
    const [one, two] = citationsOf(before.report);
    const after = new Snapshot(
      'file:///a.md',
      2,
      new Source(text.replace('公开1条', '公开12条')),
      DEFAULT_SETTINGS,
      before.parsed,
    );
    expect(citationContext(after.report)).toBe(citationContext(before.report));
    const [again, andAgain] = citationsOf(after.report);
    expect(again?.mentions).toBe(one?.mentions);
    expect(andAgain?.citations).toBe(two?.citations);
    expect(citationContext(reportOf(draft('2023年', '依据《条例》第五条公开。')))).not.toBe(
      citationContext(before.report),
    );
  });

  const otherDraft = (i: number, filling = ''): string =>
    draft('2024年', `依据《某县第${String(i)}号公开办法》（以下简称《办法》）公开。\n\n${filling}`);

  test('as many other drafts as a search for references reads do not displace the context of the open one', () => {
    const own = citationContext(reportOf(draft('2024年', '依据《条例》第五条公开。')));
    for (let i = 0; i < LIMITS.closedDrafts; i++) citationContext(reportOf(otherDraft(i)));
    expect(citationContext(reportOf(draft('2024年', '依据《条例》第六条公开。')))).toBe(own);
  });

  test('contexts do not keep the texts of their drafts in memory', () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const read = (i: number): void => {
      // Built of bytes, so that it is one flat text of which names are slices.
      citationContext(reportOf(Buffer.from(otherDraft(1000 + i, '公开信息。'.repeat(100_000))).toString('utf8')));
    };
    read(0);
    const before = heap();
    for (let i = 1; i <= 12; i++) read(i);
    // The text of each has 1 MB.
    expect((heap() - before) / 1e6).toBeLessThan(6);
  }, 60_000);
});
