import { describe, expect, test } from 'vitest';
import { DocumentHighlightKind, type SelectionRange } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { toSpan } from '../../../server/src/features/support/convert.ts';
import { highlights } from '../../../server/src/features/figures/documentHighlight.ts';
import { selectionRanges } from '../../../server/src/features/selection.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

const snapshotOf = (text: string) => new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);

/** What the selection at an offset grows to, inmost first. */
function growth(text: string, offset: number, { source, report } = snapshotOf(text)): string[] {
  const selected: string[] = [];
  let [each]: (SelectionRange | undefined)[] = selectionRanges({ source, report }, [source.positionAt(offset)]);
  for (; each; each = each.parent) selected.push(source.slice(toSpan(source, each.range)));
  return selected;
}

describe('selection', () => {
  test.each(['pipe', 'html'] as const)('cell, row, table, section, draft (%s)', layout => {
    const text = sampleReport(layout);
    const steps = growth(text, text.indexOf('>86<') + 1 || text.indexOf('| 86') + 2);
    expect(steps).toHaveLength(5);
    expect(steps[0]).toBe('86');
    expect(steps[1]).toContain('一、本年新收政府信息公开申请数量');
    expect(steps[1]).not.toContain('二、上年结转');
    expect(steps[2]).toContain('四、结转下年度继续办理');
    expect(steps[2]).not.toContain('三、收到和处理政府信息公开申请情况');
    expect(steps[3]?.trim().startsWith('## 三、收到和处理政府信息公开申请情况')).toBe(true);
    expect(steps[4]).toBe(text);
  });

  test('each step holds the one before and is larger, wherever the cursor stands', () => {
    const text = sampleReport('pipe', undefined, {});
    const snapshot = snapshotOf(text);
    for (let offset = 0; offset <= text.length; offset += 37) {
      const steps = growth(text, offset, snapshot);
      expect(steps.at(-1)).toBe(text);
      for (const [i, step] of steps.entries())
        if (i > 0) expect(step.length).toBeGreaterThan(steps[i - 1]?.length ?? 0);
    }
  });

  test('a paragraph, its items, its section', () => {
    const text =
      '# 临溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n### （一）主动公开\n\n公开信息12条。\n\n### （二）依申请公开\n\n正文。\n';
    const steps = growth(text, text.indexOf('12'));
    expect(steps[0]).toBe('公开信息12条。');
    expect(steps[1]).toBe('### （一）主动公开\n\n公开信息12条。');
    expect(steps[2]).toContain('（二）依申请公开');
  });

  test('every position gets an answer, in an empty draft as well', () => {
    const { source, report } = snapshotOf('');
    expect(
      selectionRanges({ source, report }, [
        { line: 0, character: 0 },
        { line: 9, character: 9 },
      ]),
    ).toHaveLength(2);
  });
});

describe('highlight', () => {
  const text = sampleReport('pipe');
  /** Highlighted figures at an offset; those that are written end in `!`. */
  const at = (offset: number, draft = text) => {
    const { source, report } = snapshotOf(draft);
    const found = highlights({ source, report }, offset);
    return (
      found &&
      found
        .map(
          ({ range, kind }) => source.slice(toSpan(source, range)) + (kind === DocumentHighlightKind.Write ? '!' : ''),
        )
        .sort()
    );
  };
  const row = text.split('\n').find(line => line.includes('一、本年新收')) ?? '';
  const start = text.indexOf(row);

  test('a total with its members', () => {
    expect(at(start + row.lastIndexOf('120'))).toEqual(['1', '120!', '17', '2', '5', '86', '9']);
    expect(at(start + row.lastIndexOf('120') + 3)).toHaveLength(7);
  });

  test('a member with the totals that it stands in', () => {
    expect(at(start + row.indexOf('86'))).toEqual(['120!', '86']);
    const granted = text.indexOf('31', text.indexOf('（一）予以公开'));
    expect(at(granted)).toEqual(['31', '47!', '88!']);
  });

  test("labels, prose and other tables keep the editor's own highlights", () => {
    expect(at(text.indexOf('自然人'))).toBeNull();
    expect(at(0)).toBeNull();
    expect(at(0, '')).toBeNull();
    expect(at(12, '| 渠道 | 条数 |\n|---|---|\n| 网站 | 3 |\n')).toBeNull();
  });

  test('a figure of an equation without total with the others in it', () => {
    const issued = text.indexOf('41', text.indexOf('行政规范性文件'));
    expect(at(issued)).toEqual(['41', '7']);
  });
});
