import { describe, expect, it } from 'vitest';
import { editionForYear } from '../../../server/src/format/index.ts';
import { isComplete, progressOf } from '../../../server/src/model/progress.ts';
import { writeSkeleton, type SkeletonOptions } from '../../../server/src/model/writing/write.ts';
import { expandMacros } from '../../support/macros.ts';
import { applyFix, findingsOf } from '../../support/fixture.ts';
import { reportOf } from './reports.ts';

const EDITION = editionForYear(2024);
if (!EDITION) throw new Error('no edition');
const OPTIONS: SkeletonOptions = { style: 'markdown', layout: 'pipe', publicBody: '临溪县林业局', reportYear: 2024 };
const SKELETON = writeSkeleton(EDITION, OPTIONS);
const WHOLE = `${expandMacros('{{head 临溪县林业局 2024}}', EDITION)}\n\n${expandMacros('{{parts 一-六}}', EDITION)}\n`;

describe('how much of a report is written', () => {
  it('is nothing of a skeleton, whose prompts are no text', () => {
    expect(progressOf(reportOf(SKELETON))).toEqual({ sections: 6, sectionsWritten: 0, tables: 3, tablesFilled: 0 });
  });

  it('grows with a sentence and with a figure', () => {
    const written = SKELETON.replace(/<!-- 提示[^]*?-->/, '全年主动公开政府信息12条。').replace(
      '| 规章 |  |',
      '| 规章 | 0 |',
    );
    expect(progressOf(reportOf(written))).toEqual({ sections: 6, sectionsWritten: 2, tables: 3, tablesFilled: 1 });
  });

  it('is all of a whole report', () => {
    const progress = progressOf(reportOf(WHOLE));
    expect(progress).toEqual({ sections: 6, sectionsWritten: 6, tables: 3, tablesFilled: 3 });
    expect(progress && isComplete(progress)).toBe(true);
  });

  it('is not counted where no parts are prescribed', () => {
    expect(progressOf(reportOf('# 临溪县林业局2016年政府信息公开年度报告\n\n## 一、概述\n\n无。\n'))).toBeNull();
  });
});

describe('a skeleton', () => {
  it('is not clean: each part without text and each table without figures is said to be unwritten', async () => {
    const findings = await findingsOf(SKELETON);
    expect(findings.map(({ message, severity }) => `${severity} ${message}`).sort()).toEqual([
      ...Array<string>(3).fill('information structure/empty-section#unwritten'),
      ...Array<string>(3).fill('information tables/blank-cells#all'),
    ]);
  });
});

describe('a draft that was just begun', () => {
  it.each([
    ['a title', `# 临溪县林业局2024年政府信息公开工作年度报告\n`, 'information', 6],
    ['title and introduction', `${expandMacros('{{head 临溪县林业局 2024}}', EDITION)}\n`, 'information', 6],
    ['the first heading', '# 临溪县林业局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n', 'error', 5],
    [
      'a later heading',
      '# 临溪县林业局2024年政府信息公开工作年度报告\n\n## 一、其他需要报告的事项\n\n无。\n',
      'error',
      5,
    ],
  ])('%s: one finding says what is missing, one fix writes it', async (_, text, severity, count) => {
    const isMissing = ({ rule }: { rule: string }) => rule === 'structure/missing-section';
    const found = (await findingsOf(text)).filter(isMissing);
    expect(found.map(finding => [finding.severity, finding.message, finding.args])).toEqual([
      [severity, 'structure/missing-section#several', expect.objectContaining({ count })],
    ]);
    const [fix] = found[0]?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    const after = applyFix(text, fix);
    expect(
      (await findingsOf(after)).filter(
        ({ rule }) => rule.startsWith('structure/') && rule !== 'structure/empty-section',
      ),
    ).toEqual([]);
    expect(reportOf(after).sections.map(({ heading: { block } }) => block.numbering?.value)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });
});
