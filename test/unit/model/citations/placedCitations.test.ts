import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { citedAt, placedCitations } from '../../../../server/src/model/citations/placedCitations.ts';
import { Source } from '../../../../server/src/text/source.ts';

const HEAD = '# 临溪县林业局2024年政府信息公开工作年度报告\n\n';

/** The cited text at ‸, with the statute. */
function at(marked: string): string | undefined {
  const text = marked.replace('‸', '');
  const { report } = new Snapshot('file:///a.md', 1, new Source(text), DEFAULT_SETTINGS);
  const found = citedAt(report, marked.indexOf('‸'));
  if (!found) return undefined;
  const { statuteId } = 'citation' in found ? found.citation : found.mention;
  return `${text.slice(found.span.start, found.span.end)} ${statuteId ?? '-'}`;
}

describe('what is cited at an offset', () => {
  test.each([
    ['依据《条例》第五‸条公开。', '《条例》第五条 ogi-2019'],
    ['依据‸《条例》第五条公开。', '《条例》第五条 ogi-2019'],
    ['依据《条例》第五条‸公开。', '《条例》第五条 ogi-2019'],
    ['依据《条例》第五条‸《行政复议法》第二条', '《行政复议法》第二条 fuyi-2023'],
    ['依据《条例》第五条‸《行政复议法》', '《行政复议法》 fuyi-2023'],
    ['落实《条‸例》。', '《条例》 ogi-2019'],
    ['按照国办发〔2018〕2‸3号部署。', '国办发〔2018〕23号 -'],
    ['依据《某办法》第五‸条公开。', undefined],
    ['依‸据《条例》第五条公开。', undefined],
    ['| 第二十条第（五）‸项 | 3 |\n|---|---|\n| 行政许可 | 3 |', '第二十条第（五）项 ogi-2019'],
    ['| 第二十条第（五）项 |‸ 3 |\n|---|---|\n| 行政许可 | 3 |', undefined],
    ['<table><tr><td>依据《条例》第五&#8204;‸条</td><td>1</td></tr></table>', '依据《条例》第五&#8204;条 ogi-2019'],
  ])('%s', (marked, expected) => {
    expect(at(HEAD + marked)).toBe(expected);
  });

  test('cells without anything between them: the one behind the offset decides', () => {
    const text = `${HEAD}<table><tr><td>第二十条第（五）项<td>行政许可</table>\n`;
    const { report } = new Snapshot('file:///a.md', 1, new Source(text), DEFAULT_SETTINGS);
    const end = text.indexOf('<td>行政许可');
    expect(citedAt(report, end - 1)).toBeDefined();
    expect(citedAt(report, end + 4)).toBeUndefined();
  });

  test('outside the draft there is nothing', () => {
    expect(at('‸')).toBeUndefined();
    const { report } = new Snapshot('file:///a.md', 1, new Source('《条例》'), DEFAULT_SETTINGS);
    expect([citedAt(report, -1), citedAt(report, 100)]).toEqual([undefined, undefined]);
  });

  test('all of them are in the order of the draft, those of tables among those of paragraphs', () => {
    const { report } = new Snapshot(
      'file:///a.md',
      1,
      new Source(`${HEAD}《条例》第五条\n\n| 第二十条第（五）项 | 3 |\n|---|---|\n\n《条例》第六条\n`),
      DEFAULT_SETTINGS,
    );
    expect(placedCitations(report).citations.map(({ citation }) => citation.article)).toEqual([5, 20, 6]);
    expect(placedCitations(report)).toBe(placedCitations(report));
  });
});
