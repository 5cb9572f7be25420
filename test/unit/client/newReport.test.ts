import { describe, expect, it } from 'vitest';
import { newReport } from '../../../client/src/newReport.ts';
import { BUILT_IN } from '../../../server/src/format/editionSet.ts';
import { newReport as written } from '../../../server/src/features/newReport.ts';
import type { NewReportParams } from '../../../server/src/protocol/newReport.ts';
import { FakeEditor } from '../../support/fakeEditor.ts';

type Server = Parameters<typeof newReport>[2];
const SERVER: Server = {
  ask: <R>(_: string, params: object) => Promise.resolve(written(params as NewReportParams, BUILT_IN) as R),
};
const DOWN: Server = { ask: () => Promise.resolve(undefined) };
const IN_JANUARY = new Date(2025, 0, 15);

async function asked(answers: (string | undefined)[], server = SERVER, editor = new FakeEditor()) {
  editor.answers = answers;
  await newReport(editor, editor.memory, server, IN_JANUARY);
  return editor;
}

describe('a new report', () => {
  it('is named for the body and the year that are asked for, and written in the format of that year', async () => {
    const { newReports } = await asked([' 临溪县林业局 ', '2024 年度']);
    expect(newReports.map(({ name }) => name)).toEqual(['临溪县林业局2024年政府信息公开工作年度报告']);
    expect(newReports[0]?.text).toContain('# 临溪县林业局2024年政府信息公开工作年度报告\n');
    expect(newReports[0]?.text).toContain('国办公开办函〔2021〕30号');
    const before = await asked(['临溪县林业局', '2020 年度']);
    expect(before.newReports[0]?.text).toContain('国办公开办函〔2019〕60号');
  });

  it('offers the year that is due first, then every year since 2008', async () => {
    const { picks } = await asked(['临溪县林业局', undefined]);
    const labels = picks[0]?.map(({ label }) => label) ?? [];
    expect(labels.slice(0, 3)).toEqual(['2024 年度', '2025 年度', '2023 年度']);
    expect(labels.at(-1)).toBe('2008 年度');
  });

  it('remembers the body, and wants one of a sensible length', async () => {
    const editor = await asked(['临溪县林业局', '2024 年度']);
    await asked([undefined], SERVER, editor);
    expect(editor.lines.map(({ value }) => value)).toEqual(['', '临溪县林业局']);
    const problem = editor.lines[0]?.problem;
    expect([problem?.(' '), problem?.('局'.repeat(51)), problem?.('临溪县林业局')]).toEqual([
      '请写单位名称。',
      '单位名称不超过 50 个字。',
      undefined,
    ]);
  });

  it.each([
    ['the body', [undefined]],
    ['the year', ['临溪县林业局', undefined]],
  ])('is not made where %s is given up', async (_, answers) => {
    const editor = await asked(answers);
    expect(editor.newReports).toEqual([]);
    expect(editor.store.size).toBe(0);
  });

  it('is not made by a server that does not run, which is said', async () => {
    const editor = await asked(['临溪县林业局', '2024 年度'], DOWN);
    expect(editor.newReports).toEqual([]);
    expect(editor.warned).toEqual([expect.stringContaining('没有新建')]);
  });
});
