import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { citationsOf, citationTypedAt } from '../../../../server/src/model/citations/paragraphCitations.ts';
import type { Report } from '../../../../server/src/model/report.ts';
import { isKind } from '../../../../server/src/syntax/block.ts';
import { Source } from '../../../../server/src/text/source.ts';

const draft = (year: string, text: string): string =>
  `# 临溪县${year}政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制。\n\n${text}\n`;
const reportOf = (text: string): Report => new Snapshot('file:///a.md', 1, new Source(text), DEFAULT_SETTINGS).report;

describe('citations of a paragraph', () => {
  test('numbers are read with their parts, those of places too', () => {
    const numbers = [
      ...citationsOf(
        reportOf(
          draft('2024年', '按国办公开办函[2021]30号、闽政办【2018】43号、法释〔2011〕17号和溪县政府令第3号办理。'),
        ),
      ),
    ].flatMap(each => each.numbers);
    expect(numbers.map(({ kind, year, serial }) => `${kind} ${year} ${serial}`)).toEqual([
      'letter 2021 30',
      'letter 2018 43',
      'letter 2011 17',
      'order  3',
    ]);
  });

  test('a paragraph that cites nothing is left out, a long one is read in its first part', () => {
    const cited = '依据《条例》第五条公开。';
    const blocks = [
      ...citationsOf(reportOf(draft('2024年', `公开信息。\n\n${cited}${'公开信息。'.repeat(30_000)}${cited}`))),
    ];
    expect(blocks.map(({ citations }) => citations.length)).toEqual([0, 1]);
    expect(blocks[1]?.text.length).toBeGreaterThan(150_000);
  });

  test('the citation that is being typed belongs to the name before it', () => {
    const report = reportOf(draft('2024年', '依据《行政复议法》第二十三条、《条例》第'));
    const paragraph = report.blocks.findLast(placed => isKind(placed, 'paragraph'));
    if (!paragraph || !isKind(paragraph, 'paragraph')) throw new Error('no paragraph');
    const { length } = paragraph.block.text.text;
    expect(citationTypedAt(report, paragraph, length - 1, '第一条')).toMatchObject({
      statuteId: 'ogi-2019',
      article: 1,
    });
    expect(citationTypedAt(report, paragraph, length)).toBeUndefined();
    expect(citationTypedAt(report, paragraph, '依据《行政复议法》第二十三条'.length)).toMatchObject({
      statuteId: 'fuyi-2023',
      article: 23,
    });
  });
});
